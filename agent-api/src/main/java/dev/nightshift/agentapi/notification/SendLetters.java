package dev.nightshift.agentapi.notification;

import dev.nightshift.agentapi.notification.Letters.Claimed;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps this node telling people: addresses notices and sends letters, every second. */
@ApplicationScoped
class SendLetters {
    private static final Logger LOG = Logger.getLogger(SendLetters.class);
    private static final int AT_ONCE = 10;
    private static final long LONGEST_PAUSE_MS = Duration.ofHours(1).toMillis();
    private static final int MOST_DOUBLINGS = 20;
    private static final int LONGEST_ERROR = 300;

    private final AddressNotices notices;
    private final Letters letters;
    private final Mail mail;
    private final Duration retry;
    private final @Nullable String site;

    SendLetters(
            AddressNotices notices,
            Letters letters,
            Mail mail,
            @ConfigProperty(name = "nightshift.mail.retry", defaultValue = "30S") Duration retry,
            @ConfigProperty(name = "nightshift.public-url") Optional<URI> publicUrl) {
        this.notices = notices;
        this.letters = letters;
        this.mail = mail;
        this.retry = retry;
        this.site = publicUrl.map(url -> url.toString().replaceAll("/+$", "")).orElse(null);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return notices.address()
                .chain(() -> mail.isAvailable() ? sendAll() : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.debugf("letters are looked at again later reason=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> sendAll() {
        return letters.claim(AT_ONCE).chain(claimed -> {
            List<Uni<Void>> sending = new ArrayList<>();
            claimed.forEach(letter -> sending.add(send(letter)));
            return sending.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Uni.join().all(sending).andCollectFailures().replaceWithVoid();
        });
    }

    private Uni<Void> send(Claimed letter) {
        String email = letter.email();
        if (email == null || !MailAddress.isOne(email)) {
            return letters.failed(letter, "the recipient has no e-mail address, or is none any more", null);
        }
        return mail.send(email, Letter.of(letter.id(), letter.notice(), site))
                .onItemOrFailure()
                .transformToUni((sent, failure) -> failure == null
                        ? letters.sent(letter)
                        : letters.failed(letter, error(failure), letter.tooOld() ? null : pause(letter.attempt())));
    }

    private Duration pause(int attempt) {
        long millis = retry.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
        return Duration.ofMillis(Math.min(millis, LONGEST_PAUSE_MS));
    }

    private static String error(Throwable failure) {
        String line = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR);
    }
}
