package dev.nightshift.agentapi.notification;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is told what, as the API shows it. */
@Schema(name = "Notifications")
record PreferencesView(
        @Schema(
                required = true,
                enumeration = {"mail", "webhook"})
        List<String> onFailure,

        @Schema(
                required = true,
                enumeration = {"mail", "webhook"})
        List<String> onWaiting,

        @Nullable UUID webhookId,

        @Schema(required = true, description = "Nothing was chosen here: the recipients' own defaults count")
        boolean inherited,

        @Schema(required = true, description = "Whether this installation can send mail at all")
        boolean mailAvailable) {

    static PreferencesView of(@Nullable Preferences chosen, Preferences otherwise, boolean mailAvailable) {
        Preferences shown = chosen == null ? otherwise : chosen;
        return new PreferencesView(
                names(shown.onFailure()), names(shown.onWaiting()), shown.webhookId(), chosen == null, mailAvailable);
    }

    private static List<String> names(List<Channel> channels) {
        return channels.stream().map(Channel::wire).toList();
    }

    /** What is sent to choose; for the API document. */
    @Schema(name = "ChooseNotifications")
    record Request(
            @Schema(
                    required = true,
                    enumeration = {"mail", "webhook"})
            List<String> onFailure,

            @Schema(
                    required = true,
                    enumeration = {"mail", "webhook"})
            List<String> onWaiting,

            @Schema(description = "A webhook of the caller; required where webhook is chosen") @Nullable UUID webhookId) {}
}
