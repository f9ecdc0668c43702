package dev.nightshift.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The policy as people read it: the tables of {@code docs/permissions.md}. */
final class PermissionTable {
    private PermissionTable() {}

    /** Who asks. The owner is whoever made the thing that is asked about. */
    enum Role {
        NOBODY,
        MEMBER,
        OWNER,
        ADMIN
    }

    /** The statuses that are right, and the fields that the body (or each item of a list) may have at most. */
    record Expected(Set<Integer> statuses, @Nullable String fields) {
        static Expected read(String cell) {
            String[] parts = cell.split(" ", 2);
            Set<Integer> statuses =
                    Stream.of(parts[0].split("/")).map(Integer::valueOf).collect(Collectors.toSet());
            return new Expected(statuses, parts.length == 1 ? null : parts[1].trim());
        }
    }

    /** {@code endpoint} is method and path as OpenAPI writes them; {@code of} names what is asked about. */
    record Row(String endpoint, String of, Map<Role, Expected> expected) {
        String method() {
            return endpoint.substring(0, endpoint.indexOf(' '));
        }

        String path() {
            return endpoint.substring(endpoint.indexOf(' ') + 1);
        }

        boolean changes() {
            return !method().equals("GET");
        }
    }

    static List<Row> read() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(LocalStack.ROOT.resolve("docs/permissions.md"))) {
            if (line.startsWith("| `")) {
                rows.add(row(line));
            }
        }
        return rows;
    }

    private static Row row(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 8) {
            throw new IllegalStateException("six cells are needed: " + line);
        }
        Map<Role, Expected> expected = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String cell = cells[3 + role.ordinal()].trim();
            if (!cell.equals("–")) {
                expected.put(role, Expected.read(cell));
            }
        }
        return new Row(cells[1].trim().replace("`", ""), cells[2].trim(), expected);
    }
}
