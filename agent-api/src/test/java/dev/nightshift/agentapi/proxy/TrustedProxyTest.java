package dev.nightshift.agentapi.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightshift.agentapi.settings.SignInMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxyTest {

    private static TrustedProxy proxy(SignInMode mode, String name, String proxies) {
        return new TrustedProxy(mode, Optional.ofNullable(name), Optional.ofNullable(proxies), Optional.of("ada, bob"));
    }

    @ParameterizedTest
    @CsvSource({
        ", 10.0.0.1, NIGHTSHIFT_HEADER_NAME",
        "'', 10.0.0.1, NIGHTSHIFT_HEADER_NAME",
        "X User, 10.0.0.1, NIGHTSHIFT_HEADER_NAME",
        "Cookie, 10.0.0.1, NIGHTSHIFT_HEADER_NAME",
        "authorization, 10.0.0.1, NIGHTSHIFT_HEADER_NAME",
        "X-User, , NIGHTSHIFT_HEADER_PROXIES",
        "X-User, ' , ', NIGHTSHIFT_HEADER_PROXIES",
        "X-User, proxy.internal, NIGHTSHIFT_HEADER_PROXIES",
        "X-User, 10.0.0.1/40, NIGHTSHIFT_HEADER_PROXIES"
    })
    void aWrongValueIsOneLineThatNamesTheSetting(String name, String proxies, String setting) {
        assertThatThrownBy(() -> proxy(SignInMode.HEADER, name, proxies))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(setting)
                .hasMessageNotContaining("\n");
    }

    @Test
    void inOtherModesTheSettingsAreNotLookedAt() {
        assertThatCode(() -> proxy(SignInMode.ACCOUNTS, null, null)).doesNotThrowAnyException();
        assertThat(proxy(SignInMode.ACCOUNTS, null, null).isUsed()).isFalse();
    }

    @Test
    void adminsAreNamedExactly() {
        TrustedProxy proxy = proxy(SignInMode.HEADER, "X-Forwarded-User", "10.0.0.1, fd00::/8");

        assertThat(proxy.isAdmin("ada")).isTrue();
        assertThat(proxy.isAdmin("bob")).isTrue();
        assertThat(proxy.isAdmin("Ada")).isFalse();
        assertThat(proxy.isAdmin("")).isFalse();
    }
}
