package dev.nightshift.agentapi.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/agents", "/sessions/1?after=3#end", "/search?q=a%20b", "/authors", "/sign-in-settings"})
    void pagesOfOursAreKept(String asked) {
        assertThat(LocalTarget.of(asked)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "agents",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/a//evil.example",
                "/%2Fevil.example",
                "/%5cevil.example",
                "/%0d%0aSet-Cookie:x=y",
                "/\t/evil.example",
                "/\u0000",
                "/a b",
                "https://evil.example",
                "HTTPS:evil.example",
                "javascript:alert(1)",
                "/\u2215evil.example",
                "/auth/oidc/login",
                "/auth",
                "/sign-in?error=failed"
            })
    void everythingElseIsTheStartPage(String asked) {
        assertThat(LocalTarget.of(asked)).isEqualTo("/");
    }

    @Test
    void whatIsMissingOrTooLongIsTheStartPage() {
        assertThat(LocalTarget.of(null)).isEqualTo("/");
        assertThat(LocalTarget.of("/" + "a".repeat(1_000))).isEqualTo("/");
    }
}
