package dev.nightshift.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file: what a process said last. */
final class LogTail {
    private static final int BYTES = 16_384;
    private static final int LINES = 12;

    private LogTail() {}

    /** The last lines of a component's log after a colon, and where to read on. */
    static String of(Component component) {
        return of(component.log(), LINES) + "\n(all of it: " + component.log() + ")";
    }

    static String of(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !isStackFrame(line))
                    .toList();
            return all.isEmpty()
                    ? ""
                    : ":\n" + String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean isStackFrame(String line) {
        return line.startsWith("\tat ") || line.startsWith("\t... ");
    }
}
