package dev.nightshift.agentapi.notification;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Sends letters through the SMTP server of the settings. */
@Startup
@ApplicationScoped
class Mail {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final List<String> TLS = List.of("off", "starttls", "tls");

    private final MailSettings settings;
    private final ReactiveMailer mailer;

    Mail(MailSettings settings, ReactiveMailer mailer) {
        this.settings = settings;
        this.mailer = mailer;
    }

    @PostConstruct
    void check() {
        if (!TLS.contains(settings.tls())) {
            throw new IllegalArgumentException(
                    "NIGHTSHIFT_SMTP_TLS must be off, starttls or tls, not \"" + settings.tls() + "\"");
        }
        if (isAvailable() && settings.from().filter(MailAddress::isOne).isEmpty()) {
            throw new IllegalArgumentException("NIGHTSHIFT_SMTP_FROM must be the e-mail address that mail comes from,"
                    + " for example nightshift@example.com");
        }
    }

    /** Whether this installation can send mail at all. */
    boolean isAvailable() {
        return settings.host().isPresent();
    }

    /** Fails when the server does not take it, or not within half a minute. */
    Uni<Void> send(String to, Letter letter) {
        String from = settings.from().orElseThrow();
        return mailer.send(io.quarkus.mailer.Mail.withText(to, letter.subject(), letter.text())
                        .setFrom(from)
                        .addHeader("Message-ID", "<" + letter.id() + "@" + MailAddress.domain(from) + ">")
                        .addHeader("Auto-Submitted", "auto-generated"))
                .ifNoItem()
                .after(LONGEST)
                .fail();
    }
}
