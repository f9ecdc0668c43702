package dev.nightshift.runner.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.RunTotals;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceTest {
    private static final BigDecimal IN = new BigDecimal("0.15");
    private static final BigDecimal OUT = new BigDecimal("0.6");

    @Test
    void tokensCostTheirShareOfAMillionToTheLastDigit() {
        assertEquals(Optional.of(new BigDecimal("0.00000735")), new Price(IN, OUT).of(1, 12));
        assertEquals(0.75, new Price(IN, OUT).of(new RunTotals(0, 1, 1_000_000, 1_000_000)));
    }

    @Test
    void aPriceThatIsNotSetIsNothing() {
        assertEquals(
                0,
                new BigDecimal("0.6")
                        .compareTo(new Price(null, OUT).of(5, 1_000_000).orElseThrow()));
        assertEquals(
                0,
                new BigDecimal("0.15")
                        .compareTo(new Price(IN, null).of(1_000_000, 5).orElseThrow()));
    }

    @Test
    void aModelWithoutPriceHasNoCost() {
        Price none = new Price(null, null);

        assertEquals(Optional.empty(), none.of(10, 10));
        assertEquals(0.0, none.of(new RunTotals(0, 1, 10, 10)));
    }
}
