package dev.nightshift.runner.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Decision;
import dev.nightshift.runner.text.BoundedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a search found, best first, as text that people and models read and that {@link #best} reads back. */
@Decision
public record SearchHits(long total, List<Hit> hits) {
    private static final int LINE = 500;

    /** Each hit is three lines: number and title, id and score, snippet. None of them can begin like another's. */
    private static final Pattern ID_LINE = Pattern.compile("   document (\\S+), score (\\S+)(?:, .*)?");

    public SearchHits {
        hits = List.copyOf(hits);
    }

    /** One document found. */
    public record Hit(String documentId, String title, String snippet, double score, String url, String updatedAt) {}

    static SearchHits of(JsonNode answer) {
        List<Hit> hits = new ArrayList<>();
        for (JsonNode item : answer.path("items")) {
            hits.add(new Hit(
                    item.path("documentId").asText(),
                    item.path("title").asText(),
                    item.path("snippet").asText(),
                    item.path("score").asDouble(),
                    item.path("url").asText(),
                    item.path("updatedAt").asText()));
        }
        return new SearchHits(answer.path("total").asLong(hits.size()), hits);
    }

    String toText() {
        if (hits.isEmpty()) {
            return "No document found.";
        }
        StringBuilder text = new StringBuilder();
        text.append(total).append(total == 1 ? " document" : " documents").append(" found, best first.\n");
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            text.append('\n')
                    .append(i + 1)
                    .append(". ")
                    .append(BoundedText.line(LINE, hit.title()))
                    .append("\n   document ")
                    .append(hit.documentId())
                    .append(", score ")
                    .append(hit.score())
                    .append(hit.updatedAt().isEmpty() ? "" : ", updated " + hit.updatedAt())
                    .append(hit.url().isEmpty() ? "" : ", " + BoundedText.line(LINE, hit.url()))
                    .append("\n   ")
                    .append("> ")
                    .append(BoundedText.line(LINE, hit.snippet()))
                    .append('\n');
        }
        return text.toString();
    }

    /** The best document in texts of earlier searches, oldest first; of equals, the one found first. */
    public static Optional<String> best(List<String> texts) {
        String best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (String text : texts) {
            Matcher line = ID_LINE.matcher("");
            for (String candidate : text.split("\n", -1)) {
                if (line.reset(candidate).matches() && Double.parseDouble(line.group(2)) > bestScore) {
                    best = line.group(1);
                    bestScore = Double.parseDouble(line.group(2));
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
