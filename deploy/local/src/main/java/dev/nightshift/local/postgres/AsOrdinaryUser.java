package dev.nightshift.local.postgres;

import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. For root, its programs get a user namespace in which they are nobody: their files
 * still belong to root, and they keep no privilege.
 */
final class AsOrdinaryUser {
    private AsOrdinaryUser() {}

    static List<String> command(String... command) {
        List<String> whole = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            whole.addAll(List.of("unshare", "--user"));
        }
        whole.addAll(List.of(command));
        return whole;
    }
}
