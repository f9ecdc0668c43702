package dev.nightshift.agentapi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.notification.Notice.Kind;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTest {
    private static final UUID ID = UUID.randomUUID();
    private static final AgentId AGENT = AgentId.next();
    private static final RunId RUN = RunId.next();

    @Test
    void saysWhatHappenedWhenAndWhere() {
        Letter letter = Letter.of(ID, notice("Digest", Kind.FAILURE, 3, "it broke"), "https://night.example");

        assertThat(letter.subject()).isEqualTo("Nightshift: \"Digest\" failed 3 times");
        assertThat(letter.text()).isEqualTo("""
                The agent "Digest" failed 3 times (the last time on 20 November 2026, 09:00 UTC).

                it broke

                The agent and its runs: https://night.example/agents/%s

                Run %s
                """.formatted(AGENT, RUN));
    }

    @Test
    void withoutAnAddressThereIsNoLink() {
        Letter letter = Letter.of(ID, notice("Digest", Kind.WAITING, 1, ""), null);

        assertThat(letter.subject()).isEqualTo("Nightshift: \"Digest\" waits for a person");
        assertThat(letter.text()).isEqualTo("""
                The agent "Digest" waits for a person (20 November 2026, 09:00 UTC).

                Run %s
                """.formatted(RUN));
    }

    @Test
    void aNameIsOneLineOfVisibleTextOfBoundedLength() {
        Letter letter = Letter.of(
                ID, notice("A\r\nBcc: all@example.com\u202e\u0000" + "x".repeat(500), Kind.FAILURE, 1, ""), null);

        assertThat(letter.subject()).doesNotContain("\r", "\n", "\u202e", "\0").hasSizeLessThan(120);
    }

    @ParameterizedTest
    @CsvSource({
        "olga@example.com, true",
        "o.l+ga@a-b.example, true",
        "'olga@example.com, otto@example.com', false",
        "'olga@example.com\nBcc: all@example.com', false",
        "'Olga <olga@example.com>', false",
        "olga, false",
        "'', false"
    })
    void onlyPlainAddressesAreWrittenTo(String text, boolean one) {
        assertThat(MailAddress.isOne(text)).isEqualTo(one);
    }

    private static Notice notice(String name, Kind kind, int count, String detail) {
        return new Notice(
                UUID.randomUUID(), AGENT, RUN, null, kind, count, name, detail, Instant.parse("2026-11-20T09:00:00Z"));
    }
}
