package dev.nightshift.agentapi.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"WDJB-MJHT", "wdjbmjht", " wdjb mjht ", "WDJB--MJHT"})
    void isReadHoweverItIsTyped(String typed) {
        assertThat(UserCode.typed(typed)).contains(new UserCode("WDJBMJHT"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "WDJB-MJH", "WDJB-MJHTT", "WDJB-MJHA", "WDJB-MJH1", "ẂDJB-MJHT", "' or 1=1"})
    void nothingElseIsACode(String typed) {
        assertThat(UserCode.typed(typed)).isEmpty();
    }

    @Test
    void aNewOneIsReadAsItIsShown() {
        UserCode code = UserCode.random();

        assertThat(UserCode.typed(code.shown())).contains(code);
        assertThat(code.shown()).matches("[B-Z]{4}-[B-Z]{4}");
        assertThat(UserCode.random()).isNotEqualTo(code);
    }
}
