package dev.nightshift.collab.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nightshift.service.listing.PageRequest.Position;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the list of sessions, newest first. */
@Schema(requiredProperties = {"items", "nextCursor"})
record SessionPage(
        List<SessionView> items,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) @Nullable String nextCursor) {

    /** {@code found} holds one more than {@code limit} where there is a next page. */
    static SessionPage of(List<VisibleSession> found, int limit) {
        boolean more = found.size() > limit;
        List<VisibleSession> shown = more ? found.subList(0, limit) : found;
        return new SessionPage(
                shown.stream().map(SessionView::of).toList(),
                more ? position(shown.getLast().session()).cursor() : null);
    }

    private static Position position(Session last) {
        return new Position(last.createdAt(), last.id().value());
    }
}
