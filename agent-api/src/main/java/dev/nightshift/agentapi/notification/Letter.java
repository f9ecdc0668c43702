package dev.nightshift.agentapi.notification;

import dev.nightshift.agentapi.naming.VisibleText;
import dev.nightshift.agentapi.notification.Notice.Kind;
import dev.nightshift.contracts.Decision;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter as it is sent; under the same id it is the same letter, however often it arrives. */
@Decision
record Letter(UUID id, String subject, String text) {
    private static final int LONGEST_NAME = 80;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", java.util.Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /**
     * @param site the address of the installation without a slash at its end, for links; absent: none
     */
    static Letter of(UUID id, Notice notice, @Nullable String site) {
        String happened = happened(notice);
        StringBuilder text = new StringBuilder("The agent " + happened + " ("
                + (notice.count() > 1 ? "the last time on " : "")
                + TIME.format(notice.happenedAt()) + ").\n");
        if (!notice.detail().isBlank()) {
            text.append('\n').append(notice.detail()).append('\n');
        }
        if (site != null) {
            text.append("\nThe agent and its runs: ")
                    .append(site)
                    .append("/agents/")
                    .append(notice.agent())
                    .append('\n');
        }
        text.append("\nRun ").append(notice.run()).append('\n');
        return new Letter(id, "Nightshift: " + happened, text.toString());
    }

    /** One line, whatever the agent is called. */
    private static String happened(Notice notice) {
        String name = "\"" + VisibleText.cleaned(notice.agentName(), LONGEST_NAME) + "\"";
        if (notice.kind() == Kind.WAITING) {
            return name + " waits for a person";
        }
        return notice.count() > 1 ? name + " failed " + notice.count() + " times" : name + " failed";
    }
}
