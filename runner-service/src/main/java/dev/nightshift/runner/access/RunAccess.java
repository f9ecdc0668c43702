package dev.nightshift.runner.access;

import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.runner.waiting.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token of one run, in memory only. It lives a minute and is replaced when a third of that is left. The run's worker
 * uses it while somebody else looks from time to time whether the run may go on at all.
 */
public final class RunAccess {
    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(20);

    private final RunTokens tokens;
    private final RunDue due;
    private final Deadline deadline;
    private volatile @Nullable RunToken current;

    RunAccess(RunTokens tokens, RunDue due, Deadline deadline) {
        this.tokens = tokens;
        this.due = due;
        this.deadline = deadline;
    }

    /** What agent-api gave. */
    record RunToken(String bearer, Instant renewAt, Set<String> actions) {
        static Instant renewAt(Instant expiresAt, InstantSource clock) {
            Instant half = clock.instant()
                    .plus(Duration.between(clock.instant(), expiresAt).dividedBy(2));
            Instant early = expiresAt.minus(RENEW_BEFORE_END);
            return early.isAfter(half) ? early : half;
        }
    }

    /**
     * The value of an {@code Authorization} header. Throws {@link AccessLost} if the run may not go on; waits while
     * agent-api is away, until the run's deadline.
     */
    public String bearer() {
        return token().bearer();
    }

    /**
     * Asks now, whatever is left of the token: what was taken away is missed at once. Throws {@link AccessLost} as {@link
     * #bearer} does.
     */
    public void check() {
        current = tokens.get(due, deadline);
    }

    /** The tools that the run may use now. */
    public Set<String> actions() {
        return token().actions();
    }

    /** Gets another token next time: this one was not accepted. */
    public void renew() {
        current = null;
    }

    private RunToken token() {
        RunToken token = current;
        if (token == null || !deadline.clock().instant().isBefore(token.renewAt())) {
            token = tokens.get(due, deadline);
            current = token;
        }
        return token;
    }
}
