package dev.nightshift.agentapi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportFormatTest {
    private static final UUID ID = UUID.fromString("018f3c5e-7b1a-7c3d-9e2f-4a5b6c7d8e9f");

    @Test
    void aLineHasACellForEveryColumn() {
        assertThat(ExportFormat.CSV.head().split(",")).hasSize(13);
        assertThat(ExportFormat.CSV.line(entry("say \"hi\", all")))
                .isEqualTo(
                        "\"" + ID + "\",\"2026-11-20T09:00:00Z\",\"member.disabled\",\"done\",\"member\",\"" + ID
                                + "\",\"Ada\",\"member\",\"x\",\"say \"\"hi\"\", all\",\"127.0.0.1\",\"\",\"{\"\"a\"\":1}\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x"
            })
    void whatLooksLikeAFormulaStaysText(String name) {
        assertThat(ExportFormat.CSV.line(entry(name))).contains(",\"'" + name + "\",");
    }

    @Test
    void ndjsonIsOneObjectALine() {
        assertThat(ExportFormat.NDJSON.head()).isEmpty();
        assertThat(ExportFormat.NDJSON.line(entry("=1\n2")))
                .contains("\"name\":\"=1\\n2\"")
                .endsWith("}\n")
                .containsOnlyOnce("\n");
    }

    @Test
    void thereIsNoOther() {
        assertThatThrownBy(() -> ExportFormat.of("xlsx")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExportFormat.of(null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static AuditEntry entry(String target) {
        return new AuditEntry(
                ID,
                Instant.parse("2026-11-20T09:00:00Z"),
                "member.disabled",
                "done",
                new AuditEntry.Party("member", ID, "Ada"),
                new AuditEntry.Thing("member", "x", target),
                "127.0.0.1",
                null,
                JsonNodeFactory.instance.objectNode().put("a", 1));
    }
}
