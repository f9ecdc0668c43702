package dev.nightshift.agentapi.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest {

    private static Scopes scopes(String labels) {
        return Scopes.of(List.of(labels.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "read, GET, false, true",
        "read, HEAD, false, true",
        "read, OPTIONS, false, true",
        "read, POST, false, false",
        "read, DELETE, false, false",
        "read, PATCH, false, false",
        "read, PUT, false, false",
        "read, QUERY, false, false",
        "read, get, false, false",
        "read, GET, true, false",
        "read admin, POST, false, false",
        "write, GET, false, true",
        "write, POST, false, true",
        "write, GET, true, true"
    })
    void readingIsForSafeMethodsAndNoSocket(String labels, String method, boolean webSocket, boolean allowed) {
        assertThat(scopes(labels).allow(method, webSocket)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "read, read, true",
        "read, write, false",
        "write, read, true",
        "write, read write, true",
        "write, write admin, false",
        "read admin, read, true",
        "read admin, write, false",
        "read write admin, write admin, true"
    })
    void oneCoversWhatAllowsNoMore(String own, String others, boolean covered) {
        assertThat(scopes(own).cover(scopes(others))).isEqualTo(covered);
    }

    @Test
    void withoutReadingAndWritingThereIsNothingToDo() {
        assertThatIllegalArgumentException().isThrownBy(() -> scopes("admin"));
        assertThatIllegalArgumentException().isThrownBy(() -> Scopes.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> scopes("read root"));
        assertThat(Scopes.ALL.labels()).containsExactly("read", "write", "admin");
    }
}
