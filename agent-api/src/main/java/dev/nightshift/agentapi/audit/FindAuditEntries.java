package dev.nightshift.agentapi.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.listing.PageRequest.Position;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reads the audit log, newest first. */
@ApplicationScoped
class FindAuditEntries {
    private static final int BATCH = 500;
    private static final String LIST = """
            select * from audit_entries
            where ($1::text[] is null or action = any($1))
            and ($2::uuid is null or actor_id = $2)
            and ($3::text is null or target_id = $3)
            and ($4::text is null or outcome = $4)
            and ($5::timestamptz is null or at >= $5)
            and ($6::timestamptz is null or at < $6)
            and ($7::timestamptz is null or (at, id) < ($7, $8))
            order by at desc, id desc limit $9""";

    private final Pool pool;

    FindAuditEntries(Pool pool) {
        this.pool = pool;
    }

    /** One page, and one more than it holds. */
    Uni<List<AuditEntry>> list(AuditFilter filter, PageRequest page) {
        return read(filter, page.after(), page.limit() + 1);
    }

    /** All of them, read as fast as they are taken; entries that are added meanwhile are not among them. */
    Multi<AuditEntry> all(AuditFilter filter) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<@Nullable Position>(),
                        last -> read(filter, last.get(), BATCH).invoke(found -> {
                            if (!found.isEmpty()) {
                                last.set(position(found.getLast()));
                            }
                        }))
                .whilst(found -> found.size() == BATCH)
                .onItem()
                .transformToIterable(found -> found);
    }

    static Position position(AuditEntry entry) {
        return new Position(entry.at(), entry.id());
    }

    private Uni<List<AuditEntry>> read(AuditFilter filter, @Nullable Position after, int limit) {
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(
                        filter.actions() == null ? null : filter.actions().toArray(String[]::new))
                .addUUID(filter.actorId())
                .addString(filter.targetId())
                .addString(filter.outcome())
                .addValue(time(filter.from()))
                .addValue(time(filter.to()))
                .addValue(after == null ? null : time(after.at()))
                .addUUID(after == null ? null : after.id())
                .addInteger(limit);
        return pool.preparedQuery(LIST).execute(arguments).map(rows -> {
            List<AuditEntry> entries = new ArrayList<>();
            rows.forEach(row -> entries.add(entry(row)));
            return entries;
        });
    }

    private static AuditEntry entry(Row row) {
        String target = row.getString("target_id");
        return new AuditEntry(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("action"),
                row.getString("outcome"),
                new AuditEntry.Party(row.getString("actor_kind"), row.getUUID("actor_id"), row.getString("actor_name")),
                target == null
                        ? null
                        : new AuditEntry.Thing(row.getString("target_kind"), target, row.getString("target_name")),
                row.getString("address"),
                row.getString("credential"),
                detail(row));
    }

    private static JsonNode detail(Row row) {
        try {
            return Json.mapper().readTree(row.getJsonObject("detail").encode());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored detail is always JSON", e);
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
