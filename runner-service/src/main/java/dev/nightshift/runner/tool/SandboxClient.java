package dev.nightshift.runner.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.runner.http.JsonCall;
import dev.nightshift.runner.http.JsonCalls;
import dev.nightshift.runner.http.ServiceAway;
import dev.nightshift.runner.http.ServiceRefused;
import dev.nightshift.runner.waiting.Backoff;
import dev.nightshift.runner.waiting.CalledOff;
import dev.nightshift.runner.waiting.Deadline;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * sandbox-service. Every call may be repeated: executions are keyed by their step, files are written whole, and a
 * lower fence is refused.
 */
@ApplicationScoped
public class SandboxClient {
    private static final Logger LOG = Logger.getLogger(SandboxClient.class);
    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration RELEASE = Duration.ofSeconds(5);

    /** How long the service may be away before a call is given up. */
    private static final Duration AWAY = Duration.ofMinutes(5);

    private final JsonCalls calls;
    private final URI sandbox;

    SandboxClient(JsonCalls calls, @ConfigProperty(name = "nightshift.sandbox.url") URI sandbox) {
        this.calls = calls;
        this.sandbox = sandbox;
    }

    private record Execution(SessionId sessionId, long fence, String tool, JsonNode arguments, long timeoutMs) {}

    private record Files(SessionId sessionId, long fence, List<WorkspaceFile> files) {}

    /** Starts the execution or attaches to it, and waits until it is over. Throws {@link ServiceRefused} for a no. */
    JsonNode execute(String tool, ToolUse use) {
        RunContext run = use.run();
        URI uri = sandbox.resolve("/internal/sandboxes/" + run.runId() + "/executions/" + use.stepId() + "?waitMs="
                + LONG_POLL.toMillis());
        Execution body = new Execution(
                run.sessionId(),
                run.fence(),
                tool,
                use.arguments(),
                use.timeLimit().toMillis());
        while (true) {
            JsonNode answer = patiently(
                    run,
                    bearer -> JsonCall.put(uri, bearer, body, run.deadline().atMost(LONG_POLL.plus(GRACE))));
            if (!answer.path("status").asText().equals("running")) {
                return answer;
            }
        }
    }

    /** Writes files of the platform itself into the workspace; many of them in several requests. */
    public void write(RunContext run, List<WorkspaceFile> files) {
        for (List<WorkspaceFile> batch : WorkspaceFile.batches(files)) {
            writeBatch(run, batch);
        }
    }

    private void writeBatch(RunContext run, List<WorkspaceFile> files) {
        URI uri = sandbox.resolve("/internal/sandboxes/" + run.runId() + "/files");
        Files body = new Files(run.sessionId(), run.fence(), files);
        patiently(run, bearer -> JsonCall.put(uri, bearer, body, run.deadline().atMost(LONG_POLL.plus(GRACE))));
    }

    /** Kills all there is of a run that has ended; the event of its end does the same, a little later. */
    public void release(RunContext run) {
        URI uri = sandbox.resolve("/internal/sandboxes/" + run.runId() + "?fence=" + run.fence());
        try {
            calls.send(JsonCall.delete(uri, run.access().bearer(), RELEASE));
        } catch (RuntimeException e) {
            LOG.debugf("sandbox is left to be released by the run's end runId=%s reason=%s", run.runId(), e);
        }
    }

    private interface Request {
        JsonCall with(String bearer);
    }

    private JsonNode patiently(RunContext run, Request request) {
        Backoff backoff = Backoff.forServices();
        Deadline patience = run.deadline().orIn(AWAY);
        while (true) {
            try {
                return calls.send(request.with(run.access().bearer()));
            } catch (ServiceAway e) {
                run.access().renew();
                LOG.debugf("run waits for its sandbox runId=%s reason=%s", run.runId(), e.getMessage());
                backoff.pause(patience, "sandbox-service");
            } catch (ServiceRefused e) {
                if (e.isFenced()) {
                    throw new CalledOff("another worker has the run");
                }
                throw e;
            }
        }
    }
}
