package dev.nightshift.runner.loop;

import dev.nightshift.runner.access.RunTokens;
import dev.nightshift.runner.tool.SandboxClient;
import dev.nightshift.runner.tool.Tools;
import jakarta.enterprise.context.Dependent;

/** Whom the loop talks to. */
@Dependent
class Outside {
    final RunTokens tokens;
    final Tools tools;
    final SandboxClient sandbox;
    final SessionHistory history;
    final WatchAccess watch;

    Outside(RunTokens tokens, Tools tools, SandboxClient sandbox, SessionHistory history, WatchAccess watch) {
        this.tokens = tokens;
        this.tools = tools;
        this.sandbox = sandbox;
        this.history = history;
        this.watch = watch;
    }
}
