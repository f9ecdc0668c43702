package dev.nightshift.runner.model;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.service.models.ModelSettings;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** USD for a million tokens in and out. A model with neither has no price; with one of them, the other is nothing. */
@Decision
public record Price(@Nullable BigDecimal input, @Nullable BigDecimal output) {
    private static final int MILLION = 6;

    static Price of(ModelSettings.Model model) {
        return new Price(model.inputPrice(), model.outputPrice());
    }

    /** What these tokens cost, in USD and to the last digit; empty where the model has no price. */
    public Optional<BigDecimal> of(long inputTokens, long outputTokens) {
        return input == null && output == null
                ? Optional.empty()
                : Optional.of(part(input, inputTokens).add(part(output, outputTokens)));
    }

    /** What a run has cost, in USD; nothing where the model has no price. */
    public double of(RunTotals totals) {
        return of(totals.inputTokens(), totals.outputTokens())
                .orElse(BigDecimal.ZERO)
                .doubleValue();
    }

    private static BigDecimal part(@Nullable BigDecimal price, long tokens) {
        return price == null
                ? BigDecimal.ZERO
                : price.multiply(BigDecimal.valueOf(tokens)).movePointLeft(MILLION);
    }
}
