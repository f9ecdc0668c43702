package dev.nightshift.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The end of a log file: what a process said last. */
public final class LogTail {
    private static final int BYTES = 128 * 1024;
    private static final int LINES = 12;

    private static final Pattern WRONG_SETTING = Pattern.compile("Exception: ((?:NIGHTSHIFT|AGENTS?)_[A-Z0-9_]+ .*)");

    private LogTail() {}

    /** The last lines of a component's log after a colon, and where to read on. */
    static String of(Component component) {
        return of(component.log(), LINES) + "\n(all of it: " + component.log() + ")";
    }

    /** The last lines, each on a line of its own after a colon; nothing where there is no log. */
    public static String of(Path log, int lines) {
        List<String> all = end(log, 0).stream()
                .filter(line -> !line.isBlank() && !isStackFrame(line))
                .toList();
        return all.isEmpty() ? "" : ":\n" + String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    /** The complaint about a setting, where a process that logged from there on ended with one. */
    static Optional<String> wrongSetting(Path log, long from) {
        return end(log, from).stream()
                .map(WRONG_SETTING::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .reduce((first, last) -> last);
    }

    /** How long the log is now. */
    static long length(Path log) {
        return log.toFile().length();
    }

    private static List<String> end(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long begin = Math.max(Math.min(from, file.length()), file.length() - BYTES);
            file.seek(begin);
            byte[] end = new byte[(int) (file.length() - begin)];
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isStackFrame(String line) {
        return line.startsWith("\tat ") || line.startsWith("\t... ");
    }
}
