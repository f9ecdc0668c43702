package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.naming.VisibleText;
import dev.nightshift.agentapi.schedule.ScheduleFields;
import dev.nightshift.agentapi.tool.Tool;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.CatchUpPolicy;
import dev.nightshift.contracts.OverlapPolicy;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.contracts.Visibility;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the author of an agent wrote; every fault is recorded with the field's name and an example. */
final class ReadSettings {
    static final int LONGEST_NAME = 200;
    static final int LARGEST_INSTRUCTIONS = 64 * 1024;

    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int LONGEST_TEXT = 200;
    private static final Duration USUAL_WINDOW = Duration.ofHours(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(366);
    private static final long LONGEST_JITTER_MS = Duration.ofHours(24).toMillis();
    private static final Set<OverlapPolicy> BUILT = Set.of(OverlapPolicy.SKIP, OverlapPolicy.ALLOW_ALL);

    private final Fields fields;
    private final Set<String> models;

    /** {@code models}: the names that may be chosen. */
    ReadSettings(Fields fields, Set<String> models) {
        this.fields = fields;
        this.models = models;
    }

    /** The settings; a 400 with all faults of the request, those recorded before included. */
    AgentSettings read(@Nullable AgentType type) {
        String name = name();
        String description = fields.text("description", LONGEST_DESCRIPTION);
        String instructions = instructions();
        Visibility visibility = fields.choice("visibility", Visibility::of, "everyone, private");
        boolean understood = ScheduleFields.schedule(fields, "schedule").isPresent();
        String schedule = understood ? fields.text("schedule") : null;
        ZoneId zone = ScheduleFields.timezone(fields, "timezone");
        OverlapPolicy overlap = overlapPolicy();
        String window = catchUpWindow();
        CatchUpPolicy catchUp = fields.choice("catchUpPolicy", CatchUpPolicy::of, "latest, all");
        Long jitter = fields.number("jitterMs", 0, LONGEST_JITTER_MS);
        Instant startAt = fields.instant("startAt");
        Instant endAt = endAt(startAt);
        String model = model();
        List<SourceId> sources = sources(type);
        List<String> actions = actions();
        RunLimits limits = new ReadLimits(fields).read();
        Boolean resultsShared = resultsShared(type);
        fields.notSupportedYet("retry");
        fields.rejectOthers();
        fields.throwIfInvalid();
        if (name == null || instructions == null || schedule == null) {
            throw Problem.malformed("name, instructions and schedule are required.");
        }
        return new AgentSettings(
                name,
                description,
                instructions,
                visibility == null ? Visibility.EVERYONE : visibility,
                schedule,
                zone.getId(),
                overlap == null ? OverlapPolicy.SKIP : overlap,
                window,
                catchUp == null ? CatchUpPolicy.LATEST : catchUp,
                jitter == null ? 0 : jitter,
                startAt,
                endAt,
                model,
                sources,
                actions,
                limits,
                resultsShared);
    }

    private @Nullable String name() {
        String name = fields.requiredText("name", LONGEST_NAME, "\"Morning news\"");
        if (name != null) {
            VisibleText.fault(name).ifPresent(fault -> fields.fail("name", fault));
        }
        return name;
    }

    private @Nullable Boolean resultsShared(@Nullable AgentType type) {
        Boolean shared = fields.bool("resultsShared");
        if (Boolean.TRUE.equals(shared) && type != AgentType.ORG) {
            fields.fail("resultsShared", "cannot be given to a user agent: its runs are its owner's");
        }
        return Boolean.TRUE.equals(shared) ? true : null;
    }

    private @Nullable String instructions() {
        String text = fields.textOfBytes("instructions", LARGEST_INSTRUCTIONS);
        boolean missing = !fields.has("instructions") || fields.isNull("instructions");
        if (missing || (text != null && text.isBlank())) {
            fields.fail("instructions", "is required, for example \"Summarise what changed since yesterday.\"");
            return null;
        }
        return text;
    }

    private @Nullable OverlapPolicy overlapPolicy() {
        OverlapPolicy policy = fields.choice(
                "overlapPolicy", OverlapPolicy::of, "skip, buffer_one, buffer_all, cancel_other, allow_all");
        if (policy != null && !BUILT.contains(policy)) {
            fields.fail("overlapPolicy", policy.wire() + " is not supported yet; skip is");
        }
        return policy;
    }

    private String catchUpWindow() {
        String text = fields.text("catchUpWindow", LONGEST_TEXT);
        if (text == null) {
            return USUAL_WINDOW.toString();
        }
        try {
            Duration window = Duration.parse(text);
            if (!window.isNegative() && window.compareTo(LONGEST_WINDOW) <= 0) {
                return text;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        fields.fail("catchUpWindow", "must be an ISO-8601 duration from PT0S to P366D, for example PT1H");
        return USUAL_WINDOW.toString();
    }

    private @Nullable Instant endAt(@Nullable Instant startAt) {
        Instant endAt = fields.instant("endAt");
        if (startAt != null && endAt != null && !endAt.isAfter(startAt)) {
            fields.fail("endAt", "must be later than startAt");
        }
        return endAt;
    }

    private @Nullable String model() {
        String model = fields.text("model", LONGEST_TEXT);
        if (model != null && !models.contains(model)) {
            fields.fail("model", "is not a model of this installation; known are " + String.join(", ", models));
        }
        return model;
    }

    private @Nullable List<SourceId> sources(@Nullable AgentType type) {
        if (type == AgentType.ORG && fields.has("allowedSources") && !fields.isNull("allowedSources")) {
            fields.fail("allowedSources", "cannot be given to an org agent: it works for the whole organisation");
            return null;
        }
        List<UUID> ids = fields.uuids("allowedSources");
        return ids == null ? null : ids.stream().map(SourceId::new).toList();
    }

    private @Nullable List<String> actions() {
        return fields.list("allowedActions", ReadSettings::action);
    }

    private static String action(String action) {
        if (Tool.named(action).isPresent()) {
            return action;
        }
        throw new IllegalArgumentException(
                Tool.isPlanned(action)
                        ? action + " is not supported yet"
                        : "is not a tool; known are " + String.join(", ", Tool.offeredToUserAgents()));
    }
}
