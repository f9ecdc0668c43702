package dev.nightshift.agentapi.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeReasonTest {

    @Test
    void quotesNeitherTokensNorClaims() {
        String quoted = "JWT (claims->{\"sub\":\"s\",\"email\":\"alice@example.com\"}) rejected due to invalid claims: "
                + "JsonWebSignature{\"alg\":\"HS256\"}->eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzIn0.c2lnbmF0dXJl\nnext line";

        assertThat(SafeReason.of(new RuntimeException("outer", new IllegalStateException(quoted))))
                .contains("rejected due to invalid claims")
                .doesNotContain("alice", "eyJ", "c2lnbmF0dXJl", "\n");
    }

    @Test
    void isTheDeepestThatSaysSomething() {
        assertThat(SafeReason.of(new RuntimeException("outer", new RuntimeException((String) null))))
                .isEqualTo("outer");
        assertThat(SafeReason.of(new RuntimeException("x".repeat(1_000)))).hasSizeLessThan(310);
    }
}
