package dev.nightshift.agentapi.oidc;

import dev.nightshift.contracts.Decision;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a sign-in failed, for the log: what a library says of it, without the tokens and claims that it quotes. */
@Decision
final class SafeReason {
    private static final int LONGEST = 300;
    private static final Pattern CLAIMS = Pattern.compile("claims->\\{[^}]*}");
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_.-]+");

    private SafeReason() {}

    /** One line of the deepest failure that says something. */
    static String of(Throwable failure) {
        String reason = "unknown";
        for (Throwable t = failure; t != null; t = t.getCause() == t ? null : t.getCause()) {
            reason = t.getMessage() == null ? reason : t.getMessage();
        }
        return cleaned(reason);
    }

    private static String cleaned(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}+", " ").strip();
        String safe = TOKEN.matcher(CLAIMS.matcher(line).replaceAll("")).replaceAll("…");
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…";
    }
}
