package dev.nightshift.agentapi.run;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.service.problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters that choose runs; several values are separated by commas. */
@Decision
final class RunFilters {
    static final String STATUSES =
            "One or several of pending, running, waiting, completed, failed, cancelled, skipped, separated by commas";

    static final String TRIGGERS = "One or several of schedule, manual, backfill, chat, separated by commas";

    private RunFilters() {}

    /** Adds a fault for every parameter that cannot be read; it is no filter then. */
    static FindRuns.Filter read(
            @Nullable String status, @Nullable String agentId, @Nullable String trigger, List<FieldError> errors) {
        List<RunStatus> statuses = all(
                status,
                RunStatus::of,
                new FieldError("status", "must be of pending, running, waiting, completed, failed, cancelled, skipped"),
                errors);
        List<AgentId> agents = all(agentId, AgentId::of, new FieldError("agentId", "must be an agent's id"), errors);
        if (agents != null && agents.size() > 1) {
            errors.add(new FieldError("agentId", "must be one agent's id"));
        }
        List<Trigger> triggers = all(
                trigger, Trigger::of, new FieldError("trigger", "must be of schedule, manual, backfill, chat"), errors);
        return new FindRuns.Filter(agents == null || agents.isEmpty() ? null : agents.getFirst(), statuses, triggers);
    }

    private static <T> @Nullable List<T> all(
            @Nullable String text, Function<String, T> read, FieldError fault, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Arrays.stream(text.split(",", -1))
                    .map(String::trim)
                    .map(read)
                    .toList();
        } catch (IllegalArgumentException e) {
            errors.add(fault);
            return null;
        }
    }
}
