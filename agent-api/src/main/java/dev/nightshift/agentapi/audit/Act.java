package dev.nightshift.agentapi.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done. {@code action} is {@code noun.verb} ({@code member.disabled}); {@code detail} says what changed, and
 * never holds a secret: no password, token, code or hash.
 */
public record Act(String action, Outcome outcome, @Nullable Target target, Map<String, Object> detail) {
    public Act {
        if (!action.matches("[a-z_]+\\.[a-z_]+")) {
            throw new IllegalArgumentException("an action is noun.verb, not " + action);
        }
        detail = Map.copyOf(detail);
    }

    /** Whether it happened. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    /** What it was done to. {@code kind} is the singular of the API's word: member, agent, invite, token, group. */
    public record Target(String kind, String id, @Nullable String name) {}

    public static Act done(String action, @Nullable Target target, Map<String, Object> detail) {
        return new Act(action, Outcome.DONE, target, detail);
    }

    public static Act refused(String action, @Nullable Target target, Map<String, Object> detail) {
        return new Act(action, Outcome.REFUSED, target, detail);
    }
}
