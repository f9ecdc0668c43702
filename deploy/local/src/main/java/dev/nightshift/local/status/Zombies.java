package dev.nightshift.local.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processes that have ended but whose new parent, in some containers, never asks for their exit code. */
final class Zombies {
    private Zombies() {}

    static boolean has(long pid) {
        Path stat = Path.of("/proc", String.valueOf(pid), "stat");
        try {
            return Files.exists(stat) && isZombie(Files.readString(stat));
        } catch (IOException e) {
            // It has ended between the two calls.
            return false;
        }
    }

    /** The state stands behind the name, which is in parentheses and may hold any character. */
    static boolean isZombie(String stat) {
        return stat.startsWith(") Z", stat.lastIndexOf(')'));
    }
}
