package dev.nightshift.collab.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.collab.live.ClientFrame.Ping;
import dev.nightshift.collab.live.ClientFrame.Say;
import dev.nightshift.collab.live.ClientFrame.Stop;
import dev.nightshift.collab.queue.PostMessage;
import dev.nightshift.collab.queue.StopSessionRun;
import dev.nightshift.collab.session.VisibleSession;
import dev.nightshift.contracts.Author;
import dev.nightshift.service.problem.Outage;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Does what a client's frame asks for. Whatever goes wrong is an answer too: the socket stays open. */
@ApplicationScoped
class AnswerFrame {
    private static final Logger LOG = Logger.getLogger(AnswerFrame.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final PostMessage post;
    private final StopSessionRun stop;

    AnswerFrame(PostMessage post, StopSessionRun stop) {
        this.post = post;
        this.stop = stop;
    }

    /** The frame to answer with, if any. */
    Uni<Optional<String>> to(String text, VisibleSession seen, Author author) {
        JsonNode tree;
        try {
            tree = ClientFrame.tree(text);
        } catch (Problem problem) {
            return Uni.createFrom().item(Optional.of(Frames.problem(null, problem)));
        }
        return Uni.createFrom()
                .deferred(() -> act(ClientFrame.read(tree), seen, author))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure ->
                        Optional.of(Frames.problem(ClientFrame.clientId(tree).orElse(null), asProblem(failure, seen))));
    }

    private Uni<Optional<String>> act(ClientFrame frame, VisibleSession seen, Author author) {
        return switch (frame) {
            case Ping ping -> Uni.createFrom().item(Optional.of(Frames.PONG));
            case Say say ->
                post.post(seen, author, say.message())
                        .map(id -> Optional.of(Frames.ack(say.message().clientId(), id)));
            case Stop asked -> stop.stop(seen, author, asked.runId()).replaceWith(Optional.empty());
        };
    }

    private static Problem asProblem(Throwable failure, VisibleSession seen) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (!Outage.is(failure)) {
            LOG.errorf(failure, "frame failed sessionId=%s", seen.id());
        }
        return Problem.unavailable(
                "This could not be done in time. Send it again: a repeat is recognised.", RETRY_AFTER_SECONDS);
    }
}
