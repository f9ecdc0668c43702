package dev.nightshift.agentapi.agent;

import dev.nightshift.contracts.Decision;
import dev.nightshift.service.problem.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code If-Match} (RFC 9110, 13.1.1): the change is made only to a version that the caller has seen. The
 * version without its quotes is understood, too.
 */
@Decision
public record IfMatch(@Nullable String header) {

    /** 412 when the header is there and does not name this version. */
    void check(long version) {
        if (header == null || header.trim().equals("*")) {
            return;
        }
        if (header.isBlank()) {
            throw Problem.invalid("If-Match", "must name a version, for example \"" + version + "\", or be left out");
        }
        String bare = Long.toString(version);
        String tag = "\"" + bare + "\"";
        boolean matches = Arrays.stream(header.split(",", -1))
                .map(String::trim)
                .anyMatch(each -> each.equals(tag) || each.equals(bare));
        if (!matches) {
            throw Problem.preconditionFailed("The agent has changed; its version is " + version + " now.");
        }
    }
}
