package dev.nightshift.agentapi.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightshift.agentapi.settings.SignInMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1", "localhost"})
    void whatStaysOnThisMachine(String address) {
        assertThat(Loopback.isAddress(address)).isTrue();
        assertThatCode(() -> OnlyLoopback.check(SignInMode.NONE, address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1", "192.168.1.4", "169.254.1.1", "fe80::1", "example.com", ""})
    void whatDoesNot(String address) {
        assertThat(Loopback.isAddress(address)).isFalse();
        assertThatThrownBy(() -> OnlyLoopback.check(SignInMode.NONE, address))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("NIGHTSHIFT_AUTH_MODE")
                .hasMessageNotContaining("\n");
        assertThatCode(() -> OnlyLoopback.check(SignInMode.ACCOUNTS, address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "127.0.0.2", "[::1]", "[::1]:8080"})
    void aHostThatIsThisMachine(String host) {
        assertThat(Loopback.isHost(List.of(host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.1.nip.io:80",
                "127.1",
                "127.0.0.999",
                "2130706433",
                "0.0.0.0",
                "localhost.",
                "localhost:80:80",
                "localhost@evil.example",
                "evil.example#localhost",
                "::1",
                "",
                " localhost"
            })
    void anyOtherIsNot(String host) {
        assertThat(Loopback.isHost(List.of(host))).isFalse();
    }

    @Test
    void noHostAndTwoHostsAreNone() {
        assertThat(Loopback.isHost(List.of())).isFalse();
        assertThat(Loopback.isHost(List.of("localhost", "localhost"))).isFalse();
    }
}
