package dev.nightshift.sandbox.execution;

import dev.nightshift.contracts.RunId;
import java.util.UUID;

/** What makes an execution happen at most once. */
record ExecutionKey(RunId run, UUID step) {}
