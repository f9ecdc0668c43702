package dev.nightshift.agentapi.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedDomainsTest {
    private static final AllowedDomains DOMAINS = AllowedDomains.of("example.com, @Other.Org,kcorp.com");

    @Test
    void readsAList() {
        assertThat(DOMAINS.domains()).isEqualTo(Set.of("example.com", "other.org", "kcorp.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice@example.com", "a.b+c@EXAMPLE.com", "bob@other.org"})
    void admitsThoseOfTheList(String address) {
        assertThat(DOMAINS.admitAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@sub.example.com",
                "alice@example.com.evil.org",
                "alice@notexample.com",
                "alice@example.com.",
                "alice@example.co",
                "alice@evil.org@example.com",
                "\"alice@evil.org\"@example.com",
                "alice@example.com,alice@evil.org",
                "alice@example.com\n",
                "alice @example.com",
                "alice@\u212Acorp.com",
                "alice@ex\u0430mple.com",
                "alice@\uFF45xample.com",
                "example.com",
                "@example.com",
                ""
            })
    void admitsNobodyElse(String address) {
        assertThat(DOMAINS.admitAddress(address)).isFalse();
    }

    @Test
    void aStarAdmitsEveryone() {
        assertThat(AllowedDomains.of(" * ").admitAddress("alice@wherever.example"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "example.com,",
                "*,example.com",
                "*.example.com",
                "example",
                "ex ample.com",
                "a@b.com",
                "é.com"
            })
    void whatIsNoListIsFaulted(String list) {
        assertThatThrownBy(() -> AllowedDomains.of(list)).hasMessageContaining("must be mail domains");
    }
}
