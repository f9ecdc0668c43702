package dev.nightshift.agentapi.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.Json;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How entries are written to a file. */
@Decision
enum ExportFormat {
    CSV("text/csv; charset=utf-8") {
        @Override
        String head() {
            return row(COLUMNS.stream());
        }

        @Override
        String line(AuditEntry entry) {
            AuditEntry.Thing target = entry.target();
            return row(Stream.of(
                    entry.id(),
                    entry.at(),
                    entry.action(),
                    entry.outcome(),
                    entry.actor().kind(),
                    entry.actor().id(),
                    entry.actor().name(),
                    target == null ? null : target.kind(),
                    target == null ? null : target.id(),
                    target == null ? null : target.name(),
                    entry.address(),
                    entry.credential(),
                    entry.detail()));
        }
    },
    NDJSON("application/x-ndjson") {
        @Override
        String head() {
            return "";
        }

        @Override
        String line(AuditEntry entry) {
            try {
                return Json.mapper().writeValueAsString(entry) + "\n";
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("an entry is always JSON", e);
            }
        }
    };

    private static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "action",
            "outcome",
            "actorKind",
            "actorId",
            "actorName",
            "targetKind",
            "targetId",
            "targetName",
            "address",
            "credential",
            "detail");
    /** What a spreadsheet takes for the beginning of a formula, full-width forms included. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract String head();

    abstract String line(AuditEntry entry);

    String mediaType() {
        return mediaType;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws {@link IllegalArgumentException} for any other text. */
    static ExportFormat of(@Nullable String wire) {
        return switch (wire) {
            case "csv" -> CSV;
            case "ndjson" -> NDJSON;
            case null, default -> throw new IllegalArgumentException("must be csv or ndjson");
        };
    }

    private static String row(Stream<? extends @Nullable Object> cells) {
        return cells.map(ExportFormat::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted as RFC 4180 says; what looks like a formula gets an apostrophe before it, so that it stays text. */
    private static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
