package dev.nightshift.runner.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.runner.loop.LimitCheck.Reached;
import dev.nightshift.runner.loop.LimitCheck.Usage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Limits ALL = Limits.of(new RunLimits(5, 3, 100L, 0.5, 2000L, 60_000L), 15);

    @Test
    void absentLimitsAreThePlatforms() {
        assertEquals(
                new Limits(15, 40, Long.MAX_VALUE, Double.POSITIVE_INFINITY, Limits.TOOL_CALL, Limits.RUN),
                Limits.of(RunLimits.DEFAULTS, 15));
    }

    @Test
    void theCeilingAlwaysHolds() {
        assertEquals(
                new Limits(Limits.MAX_TOOL_CALLS, Limits.MAX_REQUESTS, 1, 1, Limits.MAX_TOOL_CALL, Limits.MAX_RUN),
                Limits.of(new RunLimits(5000, 1_000_000, 1L, 1.0, Long.MAX_VALUE, Long.MAX_VALUE), 15));
    }

    @Test
    void belowAllLimitsACallIsAllowed() {
        assertEquals(Optional.empty(), LimitCheck.beforeModelCall(ALL, used(2, 50, 49, 0.49, 59_999)));
    }

    @Test
    void requestsAreCounted() {
        assertEquals(
                Optional.of(new Reached(EndReason.REQUEST_LIMIT, "The limit of 3 requests to the model is reached.")),
                LimitCheck.beforeModelCall(ALL, used(3, 0, 0, 0, 0)));
    }

    @Test
    void tokensInAndOutAreCountedTogether() {
        assertEquals(
                Optional.of(new Reached(EndReason.TOKEN_LIMIT, "The limit of 100 tokens is reached: 101 are used.")),
                LimitCheck.beforeModelCall(ALL, used(0, 60, 41, 0, 0)));
    }

    @Test
    void moneyIsCounted() {
        assertEquals(
                Optional.of(
                        new Reached(EndReason.COST_LIMIT, "The limit of 0.5000 USD is reached: 0.5100 USD are spent.")),
                LimitCheck.beforeModelCall(ALL, used(0, 0, 0, 0.51, 0)));
    }

    @Test
    void timeIsCounted() {
        assertEquals(
                Optional.of(new Reached(EndReason.TIMEOUT, "The run took longer than 60000 ms, the most it may take.")),
                LimitCheck.beforeToolCall(ALL, used(0, 0, 0, 0, 60_000)));
    }

    private static Usage used(int requests, long in, long out, double usd, long millis) {
        return new Usage(new RunTotals(0, requests, in, out), usd, Duration.ofMillis(millis));
    }
}
