package dev.nightshift.runner.tool;

import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.runner.access.RunAccess;
import dev.nightshift.runner.waiting.Deadline;

/** In whose name tools act: the run, the fence its holder has, its token, and the time it has left. */
public record RunContext(RunId runId, SessionId sessionId, long fence, RunAccess access, Deadline deadline) {}
