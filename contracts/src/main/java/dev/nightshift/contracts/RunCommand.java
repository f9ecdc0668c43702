package dev.nightshift.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record of the topic {@code run-commands}. A command for a run not yet known is kept and applied on arrival. */
public sealed interface RunCommand {
    EventCodec<RunCommand> CODEC = EventCodec.of(RunCommand.class, UnknownRunCommand::new);

    /** End the run now; {@code by} is absent where the platform itself asks. */
    @EventType("run.stop")
    record StopRun(
            RunId runId,
            AgentId agentId,
            @Nullable Author by,
            @Nullable String reason,
            Instant at) implements RunCommand {}

    /** A type that a newer version writes. */
    record UnknownRunCommand(String type, JsonNode value) implements RunCommand {}
}
