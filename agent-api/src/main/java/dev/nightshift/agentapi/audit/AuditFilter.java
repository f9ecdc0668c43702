package dev.nightshift.agentapi.audit;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.problem.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted; an absent component means all. {@code from} counts, {@code to} does not. */
@Decision
record AuditFilter(
        @Nullable List<String> actions,
        @Nullable UUID actorId,
        @Nullable String targetId,
        @Nullable String outcome,
        @Nullable Instant from,
        @Nullable Instant to) {
    private static final int MOST_ACTIONS = 20;
    private static final int LONGEST_TARGET = 200;
    private static final Pattern ACTION = Pattern.compile("[a-z_]{1,60}\\.[a-z_]{1,60}");
    private static final Pattern TARGET = Pattern.compile("[\\x20-\\x7e]+");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    AuditFilter {
        actions = actions == null ? null : List.copyOf(actions);
    }

    /** The query parameters as they were sent. */
    record Sent(
            @Nullable String action,
            @Nullable String actorId,
            @Nullable String targetId,
            @Nullable String outcome,
            @Nullable String from,
            @Nullable String to) {}

    /** Adds a fault for every parameter that cannot be read; it is no filter then. */
    static AuditFilter read(Sent sent, List<FieldError> errors) {
        AuditFilter filter = new AuditFilter(
                one("action", sent.action(), AuditFilter::actions, errors),
                one("actorId", sent.actorId(), AuditFilter::id, errors),
                one("targetId", sent.targetId(), AuditFilter::target, errors),
                one("outcome", sent.outcome(), AuditFilter::outcome, errors),
                one("from", sent.from(), AuditFilter::time, errors),
                one("to", sent.to(), AuditFilter::time, errors));
        if (filter.from() != null && filter.to() != null && !filter.from().isBefore(filter.to())) {
            errors.add(new FieldError("to", "must be later than from"));
        }
        return filter;
    }

    private static <T> @Nullable T one(
            String field, @Nullable String text, Function<String, T> read, List<FieldError> errors) {
        if (text == null) {
            return null;
        }
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(field, String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static List<String> actions(String text) {
        List<String> actions =
                Arrays.stream(text.split(",", -1)).map(String::trim).toList();
        if (actions.size() > MOST_ACTIONS) {
            throw new IllegalArgumentException("has " + actions.size() + " values; at most " + MOST_ACTIONS);
        }
        if (!actions.stream().allMatch(action -> ACTION.matcher(action).matches())) {
            throw new IllegalArgumentException("must be of the form noun.verb, for example member.disabled");
        }
        return actions;
    }

    private static UUID id(String text) {
        try {
            return Uuids.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be the id (UUID) of one member", e);
        }
    }

    private static String target(String text) {
        if (text.length() > LONGEST_TARGET || !TARGET.matcher(text).matches()) {
            throw new IllegalArgumentException("must be one id, of 1 to " + LONGEST_TARGET + " visible characters");
        }
        return text;
    }

    private static String outcome(String text) {
        if (!text.equals("done") && !text.equals("refused")) {
            throw new IllegalArgumentException("must be done or refused");
        }
        return text;
    }

    private static Instant time(String text) {
        try {
            Instant at = Instant.parse(text);
            if (!at.isBefore(EARLIEST) && !at.isAfter(LATEST)) {
                return at;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new IllegalArgumentException("must be a time in ISO-8601 UTC, for example 2027-01-01T09:00:00Z");
    }
}
