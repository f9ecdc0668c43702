package dev.nightshift.sandbox.isolation;

import dev.nightshift.contracts.Decision;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which names of files are inside the workspace, as far as the name alone says. Symbolic links are followed only in
 * the sandbox, where they are checked once more.
 */
@Decision
public final class WorkspacePath {
    public static final String ROOT = "/workspace";

    private static final int MAX_PATH_BYTES = 1024;
    private static final int MAX_NAME_BYTES = 255;

    private WorkspacePath() {}

    /** The sentence that refuses the path; empty when its name stays inside. */
    public static Optional<String> refusal(String path) {
        if (path.indexOf('\0') >= 0) {
            return Optional.of("The path contains the NUL character.");
        }
        if (!isUnicode(path)) {
            return Optional.of("The path is not valid Unicode text.");
        }
        if (path.isBlank()) {
            return Optional.of("The path is empty; name a file in the workspace, for example notes.txt.");
        }
        if (bytes(path) > MAX_PATH_BYTES) {
            return Optional.of("The path is longer than " + MAX_PATH_BYTES + " bytes.");
        }
        if (path.startsWith("/") && !path.startsWith(ROOT + "/")) {
            return Optional.of("The path " + path + " is outside the workspace; use a path below " + ROOT + ".");
        }
        if (path.endsWith("/") || path.endsWith("/.") || path.equals(".")) {
            return Optional.of("The path " + path + " names a folder; name a file in it, for example "
                    + path.substring(0, path.lastIndexOf('/') + 1) + "notes.txt.");
        }
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                return Optional.of("The path " + path + " contains '..'; it must stay inside the workspace.");
            }
            if (bytes(name) > MAX_NAME_BYTES) {
                return Optional.of("A name in the path is longer than " + MAX_NAME_BYTES + " bytes.");
            }
        }
        return Optional.empty();
    }

    /** JSON can hold halves of characters; no file or program can. */
    static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
