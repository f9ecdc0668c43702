package dev.nightshift.agentapi.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.schedule.Schedule;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.runtime.DatabaseClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows what a schedule means while it is typed. */
@Path("/api/schedules")
@RolesAllowed("member")
@OnlyKnownParameters
@Tag(name = "agents")
class SchedulesResource {
    private static final int USUAL = 5;
    private static final int LARGEST = 100;

    private final DatabaseClock clock;

    SchedulesResource(DatabaseClock clock) {
        this.clock = clock;
    }

    /** {@code timezone}: IANA, default the server's; {@code from}: default now; {@code count}: 1–100, default 5. */
    @Schema(name = "PreviewSchedule")
    record PreviewRequest(
            @Schema(required = true) String schedule,
            @Schema(examples = "Europe/Berlin") @Nullable String timezone,
            @Nullable Instant from,

            @Schema(minimum = "1", maximum = "100", defaultValue = "5") @Nullable Integer count) {}

    /** The next due times strictly after {@code from}, as instants and in the zone's own time. */
    @Schema(name = "SchedulePreview")
    record Preview(
            @Schema(required = true) String description,
            @Schema(required = true) List<String> warnings,
            @Schema(required = true) List<Instant> next,
            @Schema(required = true) List<OffsetDateTime> local) {}

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "What a schedule means and when it is due", operationId = "previewSchedule")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PreviewRequest.class)))
    public Uni<Preview> preview(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        Optional<Schedule> schedule = ScheduleFields.schedule(fields, "schedule");
        ZoneId zone = ScheduleFields.timezone(fields, "timezone");
        Instant from = fields.instant("from");
        Integer count = fields.integer("count", 1, LARGEST);
        fields.rejectOthers();
        fields.throwIfInvalid();
        Uni<Instant> start = from == null ? clock.now() : Uni.createFrom().item(from);
        return start.map(after -> preview(schedule.orElseThrow(), zone, after, count == null ? USUAL : count));
    }

    private static Preview preview(Schedule schedule, ZoneId zone, Instant from, int count) {
        List<Instant> next = new ArrayList<>();
        Optional<Instant> due = schedule.next(from, zone, from);
        while (due.isPresent() && next.size() < count) {
            next.add(due.get());
            due = schedule.next(due.get(), zone, from);
        }
        List<OffsetDateTime> local =
                next.stream().map(at -> at.atZone(zone).toOffsetDateTime()).toList();
        return new Preview(schedule.describe(zone), schedule.warnings(zone, from), next, local);
    }
}
