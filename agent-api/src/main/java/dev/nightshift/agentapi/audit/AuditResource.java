package dev.nightshift.agentapi.audit;

import dev.nightshift.service.listing.OnlyKnownParameters;
import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** The audit log, for admins. */
@Path("/api/audit")
@RolesAllowed("admin")
@OnlyKnownParameters
@Tag(name = "audit")
class AuditResource {
    private final FindAuditEntries find;
    private final AuditLog log;
    private final CurrentActor actor;

    AuditResource(FindAuditEntries find, AuditLog log, CurrentActor actor) {
        this.find = find;
        this.log = log;
        this.actor = actor;
    }

    @GET
    @Operation(summary = "Security-relevant acts, newest first", operationId = "listAudit")
    @APIResponse(responseCode = "400", description = "A parameter that cannot be read")
    @APIResponse(responseCode = "200", description = "A page")
    public Uni<Page<AuditEntry>> list(
            @BeanParam AuditParameters parameters,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        List<FieldError> errors = new ArrayList<>();
        AuditFilter filter = AuditFilter.read(parameters.sent(), errors);
        PageRequest page = PageRequest.of(limit, cursor, errors);
        return find.list(filter, page)
                .map(found -> Page.of(
                        found, page, entry -> FindAuditEntries.position(entry).cursor()));
    }

    @GET
    @Path("/export")
    @Operation(summary = "The same as a file, streamed", operationId = "exportAudit")
    @APIResponse(
            responseCode = "200",
            description = "One line an entry",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = AuditEntry.class))
            })
    @APIResponse(responseCode = "400", description = "A parameter that cannot be read")
    public RestMulti<byte[]> export(
            @Parameter(
                            required = true,
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"csv", "ndjson"}))
                    @QueryParam("format")
                    @Nullable String wanted,
            @BeanParam AuditParameters parameters) {
        List<FieldError> errors = new ArrayList<>();
        AuditFilter filter = AuditFilter.read(parameters.sent(), errors);
        ExportFormat as = format(wanted, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        Act act = Act.done("audit.exported", null, Map.of("format", as.wire()));
        return RestMulti.fromUniResponse(
                log.write(actor.get(), act).replaceWith(as), format -> lines(format, filter), AuditResource::headers);
    }

    private Multi<byte[]> lines(ExportFormat as, AuditFilter filter) {
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(as.head()), find.all(filter).map(as::line))
                .map(line -> line.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> headers(ExportFormat as) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE, List.of(as.mediaType()),
                HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"audit." + as.wire() + "\""));
    }

    private static ExportFormat format(@Nullable String text, List<FieldError> errors) {
        try {
            return ExportFormat.of(text);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("format", String.valueOf(e.getMessage())));
            return ExportFormat.CSV;
        }
    }
}
