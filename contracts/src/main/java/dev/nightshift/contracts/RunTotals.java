package dev.nightshift.contracts;

/** What a run has used so far. */
public record RunTotals(int toolCalls, int modelCalls, long inputTokens, long outputTokens) {
    public static final RunTotals NONE = new RunTotals(0, 0, 0, 0);
}
