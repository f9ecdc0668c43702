package dev.nightshift.collab.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartingPointTest {
    @Test
    void startsAtTheBeginningWhereNothingIsSaid() {
        assertEquals(new StartingPoint(0, Optional.empty()), StartingPoint.of(null, 7));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3", "7, 7"})
    void goesOnBehindTheNumber(String sent, long after) {
        assertEquals(new StartingPoint(after, Optional.empty()), StartingPoint.of(sent, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "8, after is ahead of the log",
        "-1, after is negative",
        "x, after is not a number",
        "1.5, after is not a number",
        "'', after is not a number",
        "99999999999999999999, after is not a number"
    })
    void saysWhyANumberCannotBeContinued(String sent, String reason) {
        assertEquals(new StartingPoint(7, Optional.of(reason)), StartingPoint.of(sent, 7));
    }
}
