package dev.nightshift.local.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code .env}: lines {@code NAME=value}, optionally after {@code export}, the value optionally quoted; empty
 * lines and lines starting with {@code #} say nothing. Nothing is expanded.
 */
final class DotEnv {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

    private DotEnv() {}

    /** Nothing where there is no such file. */
    static Map<String, String> read(Path file) throws WrongSetting {
        try {
            return Files.exists(file) ? parse(Files.readAllLines(file)) : Map.of();
        } catch (IOException e) {
            throw new WrongSetting(".env", "cannot be read: " + e.getMessage());
        }
    }

    static Map<String, String> parse(List<String> lines) throws WrongSetting {
        Map<String, String> values = new LinkedHashMap<>();
        int number = 0;
        for (String raw : lines) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new WrongSetting(".env", "line " + number + " is not NAME=value");
            }
            values.put(matcher.group(1), unquoted(matcher.group(2)));
        }
        return values;
    }

    private static String unquoted(String value) {
        int last = value.length() - 1;
        boolean quoted = last > 0
                && value.charAt(0) == value.charAt(last)
                && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        return quoted ? value.substring(1, last) : value;
    }
}
