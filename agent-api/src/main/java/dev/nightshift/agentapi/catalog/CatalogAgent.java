package dev.nightshift.agentapi.catalog;

import dev.nightshift.contracts.Decision;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An agent that is ready to install. Its file begins with lines {@code key: value} between two lines {@code ---}; what
 * follows are the instructions.
 */
@Decision
record CatalogAgent(
        String name,
        String title,
        String description,
        String schedule,
        List<String> actions,
        boolean needsSources,
        String instructions) {
    private static final String FENCE = "---\n";

    CatalogAgent {
        actions = List.copyOf(actions);
    }

    static CatalogAgent read(String name, String file) {
        int end = file.indexOf(FENCE, FENCE.length());
        if (!file.startsWith(FENCE) || end < 0) {
            throw new IllegalArgumentException("catalog agent " + name + " has no head");
        }
        Map<String, String> head = new HashMap<>();
        file.substring(FENCE.length(), end).lines().forEach(line -> {
            int colon = line.indexOf(':');
            head.put(line.substring(0, colon).trim(), line.substring(colon + 1).trim());
        });
        return new CatalogAgent(
                name,
                field(head, "title"),
                field(head, "description"),
                field(head, "schedule"),
                Arrays.stream(field(head, "actions").split(",", -1))
                        .map(String::trim)
                        .toList(),
                Boolean.parseBoolean(field(head, "needsSources")),
                file.substring(end + FENCE.length()));
    }

    private static String field(Map<String, String> head, String name) {
        String value = head.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a catalog agent has no " + name);
        }
        return value;
    }
}
