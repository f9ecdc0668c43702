package dev.nightshift.agentapi.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\tb",
                "a\nb",
                "a\u007fb",
                "a\u0085b",
                "a\u00adb",
                "a\u200bb",
                "a\u200db",
                "a\u200eb",
                "a\u202eb",
                "a\u2066b",
                "a\ufeffb",
                "a\u2028b",
                "a\u2029b",
                "a\u00a0b",
                "a\u3000b",
                "a\u3164b",
                "a\u2800b",
                "a\ue000b",
                "a\uffffb",
                "a\ud800b",
                "a\udb40\udc41b"
            })
    void whatCannotBeSeenIsFaulted(String text) {
        assertThat(VisibleText.fault(text))
                .hasValueSatisfying(fault -> assertThat(fault).contains("U+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ada Lovelace",
                "J\u00fcrgen M\u00fcller-L\u00fcdenscheidt",
                "\u5c71\u7530 \u592a\u90ce",
                "\u0623\u062d\u0645\u062f",
                "a \ud83d\udd11"
            })
    void whatPeopleAreCalledIsNot(String text) {
        assertThat(VisibleText.fault(text)).isEmpty();
        assertThat(VisibleText.cleaned(text, 100)).isEqualTo(text);
    }

    @Test
    void cleaningLeavesWhatIsSeen() {
        assertThat(VisibleText.cleaned(" \u202eBro\u0007wser\u00a0of\u3000J\u0075\u0308rgen\u200b ", 100))
                .isEqualTo("Browser of J\u00fcrgen");
        assertThat(VisibleText.cleaned("\ud83d\udd11\ud83d\udd11\ud83d\udd11", 2))
                .isEqualTo("\ud83d\udd11\ud83d\udd11");
    }
}
