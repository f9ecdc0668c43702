package dev.nightshift.agentapi.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nightshift.service.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "7", "*", " * ", "\"6\", \"7\"", " \"7\" "})
    void theVersionThatWasSeen(String header) {
        assertThatCode(() -> new IfMatch(header).check(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "6", "W/\"7\"", "\"77\"", "\"\"", "seven", "\"6\",\"8\""})
    void anotherVersion(String header) {
        assertThat(refusal(header).status()).isEqualTo(412);
    }

    @Test
    void noHeaderIsNoCondition() {
        assertThatCode(() -> new IfMatch(null).check(7)).doesNotThrowAnyException();
    }

    @Test
    void anEmptyHeaderIsAFault() {
        assertThat(refusal(" ").status()).isEqualTo(400);
    }

    private static Problem refusal(String header) {
        return catchThrowableOfType(Problem.class, () -> new IfMatch(header).check(7));
    }
}
