package dev.nightshift.agentapi.oidc;

import dev.nightshift.contracts.Decision;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a browser may be sent after sign-in: a page of ours and nothing else. */
@Decision
final class LocalTarget {
    static final String START = "/";

    private static final int LONGEST = 1_000;

    /** Visible ASCII without what browsers take for a slash or a line break; two slashes would begin a host. */
    private static final Pattern PAGE = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\\"<>^`{|}]]*");

    /** A slash, a backslash or a control character in disguise, for whoever decodes once too often. */
    private static final Pattern DISGUISED = Pattern.compile("%(2f|5c|[01].|7f)", Pattern.CASE_INSENSITIVE);

    private LocalTarget() {}

    /** The path that was asked for when it is one of ours, otherwise the start page. */
    static String of(@Nullable String asked) {
        return asked != null && isPage(asked) ? asked : START;
    }

    private static boolean isPage(String asked) {
        return asked.length() <= LONGEST
                && PAGE.matcher(asked).matches()
                && !asked.contains("//")
                && !DISGUISED.matcher(asked).find()
                && !asked.equals("/auth")
                && !asked.startsWith("/auth/")
                && !asked.equals("/sign-in")
                && !asked.startsWith("/sign-in?");
    }
}
