package dev.nightshift.local.settings;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Settings that the services read. They are checked before anything starts, so that a typing error is one line and not
 * six processes that give up.
 */
final class PlatformSettings {
    static final String AUTH_MODE = "NIGHTSHIFT_AUTH_MODE";
    static final String ACCOUNTS = "accounts";

    private static final int SECONDS_A_DAY = 86_400;
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 1_024;

    private PlatformSettings() {}

    static void check(Values values) throws WrongSetting {
        values.yesOrNo("AGENTS_ENABLED");
        values.yesOrNo(Settings.WEBHOOK_ALLOW_PRIVATE);
        MailSettings.check(values);
        values.whole("AGENT_SCHEDULER_POLL_INTERVAL", 30, 1, SECONDS_A_DAY);
        values.whole("AGENT_MAX_CONCURRENT_RUNS", 3, 1, 10_000);
        values.whole("AGENT_MAX_ITERATIONS", 15, 1, 1_000);
        values.whole("NIGHTSHIFT_MAX_CONCURRENT_CHATS", 8, 1, 10_000);
        values.whole("NIGHTSHIFT_MAX_AGENTS_PER_MEMBER", 100, 0, 1_000_000);
        values.whole("NIGHTSHIFT_SIGN_IN_FAILURES_PER_ACCOUNT", 10, 1, 1_000_000);
        values.whole("NIGHTSHIFT_SIGN_IN_FAILURES_PER_ADDRESS", 60, 1, 1_000_000);
        checkAdminPassword(values);
        checkAuthMode(values);
        checkSourceRoots(values);
    }

    private static void checkAuthMode(Values values) throws WrongSetting {
        String mode = values.text(AUTH_MODE, ACCOUNTS);
        switch (mode) {
            case "accounts" -> {}
            case "none" -> SignInSettings.checkNone(values);
            case "header" -> SignInSettings.checkHeader(values);
            case "oidc" -> ProviderSettings.check(values);
            default ->
                throw new WrongSetting(
                        "NIGHTSHIFT_AUTH_MODE", "must be accounts, none, oidc or header, but is \"" + mode + "\"");
        }
    }

    private static void checkAdminPassword(Values values) throws WrongSetting {
        int length = values.text(Settings.ADMIN_PASSWORD, "long enough").length();
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            throw new WrongSetting(
                    Settings.ADMIN_PASSWORD,
                    "must have " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters, but has " + length);
        }
    }

    /** An empty value is meant: no folder may be connected. */
    private static void checkSourceRoots(Values values) throws WrongSetting {
        String roots = values.all().getOrDefault(Settings.SOURCE_ROOTS, "");
        if (roots.isBlank()) {
            return;
        }
        for (String root : roots.split(",", -1)) {
            Path folder = Path.of(root.strip());
            if (!folder.isAbsolute() || !Files.isDirectory(folder)) {
                throw new WrongSetting(
                        Settings.SOURCE_ROOTS,
                        "must name absolute paths of folders, separated by commas; there is no \"" + root.strip()
                                + "\"");
            }
        }
    }
}
