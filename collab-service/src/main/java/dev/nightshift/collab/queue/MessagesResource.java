package dev.nightshift.collab.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.collab.session.VisibleSessions;
import dev.nightshift.contracts.Author;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.listing.PageRequest.Position;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Speaking in a session, and what waits to be taken by a run. */
@Path("/api/sessions/{id}")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "sessions")
class MessagesResource {
    private final CurrentCaller caller;
    private final VisibleSessions sessions;
    private final PostMessage post;
    private final Messages messages;
    private final Pool pool;

    MessagesResource(CurrentCaller caller, VisibleSessions sessions, PostMessage post, Messages messages, Pool pool) {
        this.caller = caller;
        this.sessions = sessions;
        this.post = post;
        this.messages = messages;
        this.pool = pool;
    }

    @POST
    @Path("/messages")
    @Operation(
            summary = "Post a message; the same clientId again gives the same messageId",
            operationId = "postMessage")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Posting.class)))
    public Uni<Posted> post(@PathParam("id") String id, JsonNode body) {
        MemberCaller member = caller.member();
        NewMessage message = NewMessage.read(Fields.of(body));
        return sessions.require(member, id)
                .chain(seen -> post.post(seen, new Author(member.memberId(), member.name()), message))
                .map(Posted::new);
    }

    @GET
    @Path("/queue")
    @Operation(summary = "The messages that no run has taken yet, oldest first", operationId = "listQueue")
    public Uni<WaitingPage> queue(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest wanted = PageRequest.of(limit, cursor);
        return sessions.require(caller.member(), id)
                .chain(seen -> messages.waiting(pool, seen.id()))
                .map(waiting -> page(waiting, wanted));
    }

    /** A queue is short, and its messages leave at the front: a page begins behind a time, not behind a row. */
    private static WaitingPage page(List<QueuedMessage> waiting, PageRequest wanted) {
        Instant after = wanted.after() == null ? Instant.MIN : wanted.after().at();
        List<QueuedMessage> rest = waiting.stream()
                .filter(message -> message.postedAt().isAfter(after))
                .limit(wanted.limit() + 1L)
                .toList();
        Page<Waiting> page = Page.of(rest, wanted, MessagesResource::cursor).map(MessagesResource::view);
        return new WaitingPage(page.items(), page.nextCursor());
    }

    private static String cursor(QueuedMessage message) {
        return new Position(message.postedAt(), message.messageId()).cursor();
    }

    private static Waiting view(QueuedMessage message) {
        return new Waiting(
                message.messageId(),
                message.clientId(),
                message.author(),
                message.text(),
                Mode.queue,
                message.postedAt());
    }

    /** How a message is to be taken; other ways of the contract come later. */
    enum Mode {
        queue
    }

    @Schema(
            name = "MessagePosting",
            requiredProperties = {"clientId", "text"})
    record Posting(
            @Schema(minLength = 1, maxLength = 200) String clientId,
            @Schema(description = "At most 64 KiB") String text,
            Mode mode) {}

    @Schema(
            name = "PostedMessage",
            requiredProperties = {"messageId"})
    record Posted(UUID messageId) {}

    @Schema(
            name = "WaitingMessage",
            requiredProperties = {"messageId", "clientId", "author", "text", "mode", "postedAt"})
    record Waiting(UUID messageId, String clientId, Author author, String text, Mode mode, Instant postedAt) {}

    @Schema(
            name = "WaitingMessagePage",
            requiredProperties = {"items", "nextCursor"})
    record WaitingPage(
            List<Waiting> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) @Nullable String nextCursor) {}
}
