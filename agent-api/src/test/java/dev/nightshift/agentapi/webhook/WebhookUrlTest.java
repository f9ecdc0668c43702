package dev.nightshift.agentapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @Test
    void isReadIntoItsParts() {
        assertThat(WebhookUrl.parse("https://hooks.example.com/a%20b?key=1#here"))
                .isEqualTo(new WebhookUrl("https", "hooks.example.com", 443, "/a%20b?key=1"));
        assertThat(WebhookUrl.parse("http://[2606:4700::1111]:8080"))
                .isEqualTo(new WebhookUrl("http", "2606:4700::1111", 8080, "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/hooks",
                "ftp://example.com/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://",
                "https:///path",
                "https://user:secret@example.com/",
                "https://example.com:0/",
                "https://example.com:70000/",
                "https://exa mple.com/",
                "https://example.com/\r\nHost: other",
                "https://ex\u00e4mple.com/",
                "https://example.com/\u202e"
            })
    void isRefused(String text) {
        assertThatThrownBy(() -> WebhookUrl.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST:9/",
                "http://a.localhost/",
                "http://127.0.0.1/",
                "http://2130706433/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://169.254.169.254/latest/meta-data",
                "http://10.0.0.1/"
            })
    void plainlyNamesAPrivatePlace(String text) {
        assertThat(WebhookUrl.parse(text).isPlainlyPrivate()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/", "https://1.1.1.1/", "https://localhost.example.com/"})
    void doesNotPlainlyNameOne(String text) {
        assertThat(WebhookUrl.parse(text).isPlainlyPrivate()).isFalse();
    }
}
