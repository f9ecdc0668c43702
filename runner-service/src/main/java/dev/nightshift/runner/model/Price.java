package dev.nightshift.runner.model;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.service.models.ModelSettings;
import java.math.BigDecimal;
import java.util.Objects;

/** USD for a million tokens in and out; nothing where no price is set. */
@Decision
public record Price(BigDecimal input, BigDecimal output) {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    static Price of(ModelSettings.Model model) {
        return new Price(
                Objects.requireNonNullElse(model.inputPrice(), BigDecimal.ZERO),
                Objects.requireNonNullElse(model.outputPrice(), BigDecimal.ZERO));
    }

    /** What a run has cost, in USD. */
    public double of(RunTotals totals) {
        return input.multiply(BigDecimal.valueOf(totals.inputTokens()))
                .add(output.multiply(BigDecimal.valueOf(totals.outputTokens())))
                .divide(MILLION)
                .doubleValue();
    }
}
