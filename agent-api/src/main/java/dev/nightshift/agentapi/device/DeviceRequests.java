package dev.nightshift.agentapi.device;

import dev.nightshift.agentapi.device.DeviceRequest.State;
import dev.nightshift.agentapi.secret.Secrets;
import dev.nightshift.agentapi.signin.Scopes;
import dev.nightshift.contracts.MemberId;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of command lines that ask to be signed in. */
@ApplicationScoped
class DeviceRequests {
    private static final String COLUMNS =
            "id, client_id, scopes, state, member_id, poll_interval_s, polled_at, expires_at";
    private static final String COUNT =
            "select count(*) as n from device_requests where address = $1 and expires_at > $2 and state = 'pending'";
    private static final String INSERT = """
            insert into device_requests
                (id, device_code_hash, user_code, client_id, scopes, address, poll_interval_s, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (user_code) do nothing""";
    private static final String BY_DEVICE_CODE =
            "select " + COLUMNS + " from device_requests where device_code_hash = $1 and client_id = $2 for update";
    private static final String BY_USER_CODE = "select " + COLUMNS + " from device_requests where user_code = $1";
    private static final String DECIDE =
            "update device_requests set state = $2, member_id = $3 where id = $1 and state = 'pending'";
    private static final String POLLED =
            "update device_requests set polled_at = $2, poll_interval_s = $3 where id = $1";
    private static final String USE = "update device_requests set state = 'used' where id = $1";

    private final Pool pool;

    DeviceRequests(Pool pool) {
        this.pool = pool;
    }

    /** A request that somebody can type the code of. */
    record New(
            UUID id,
            String deviceCode,
            UserCode userCode,
            String clientId,
            Scopes scopes,
            @Nullable String address,
            Duration interval,
            Instant expiresAt) {}

    /** How many wait for a decision that came from this address. */
    Uni<Long> waiting(@Nullable String address, Instant now) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(address, utc(now)))
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    /** Whether it was stored; not when the same user code is in use. */
    Uni<Boolean> add(New request) {
        Tuple values = Tuple.tuple()
                .addUUID(request.id())
                .addValue(Buffer.buffer(Secrets.hash(request.deviceCode())))
                .addString(request.userCode().letters())
                .addString(request.clientId())
                .addArrayOfString(request.scopes().labels().toArray(String[]::new))
                .addString(request.address())
                .addInteger((int) request.interval().toSeconds())
                .addOffsetDateTime(utc(request.expiresAt()));
        return pool.preparedQuery(INSERT).execute(values).map(rows -> rows.rowCount() == 1);
    }

    /** Locked until the transaction ends, so that a code is used once. */
    Uni<Optional<DeviceRequest>> byDeviceCode(SqlConnection transaction, String deviceCode, String clientId) {
        return transaction
                .preparedQuery(BY_DEVICE_CODE)
                .execute(Tuple.of(Buffer.buffer(Secrets.hash(deviceCode)), clientId))
                .map(DeviceRequests::first);
    }

    Uni<Optional<DeviceRequest>> byUserCode(UserCode code) {
        return pool.preparedQuery(BY_USER_CODE)
                .execute(Tuple.of(code.letters()))
                .map(DeviceRequests::first);
    }

    /** Whether it was decided now; not when it had been already. */
    Uni<Boolean> decide(SqlConnection transaction, UUID id, State decision, MemberId member) {
        return transaction
                .preparedQuery(DECIDE)
                .execute(Tuple.of(id, decision.label(), member.value()))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Void> polled(SqlConnection transaction, UUID id, Instant at, Duration interval) {
        return transaction
                .preparedQuery(POLLED)
                .execute(Tuple.of(id, utc(at), (int) interval.toSeconds()))
                .replaceWithVoid();
    }

    Uni<Void> use(SqlConnection transaction, UUID id) {
        return transaction.preparedQuery(USE).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** A client that polls an hour too late is still told that its code has expired. */
    @Scheduled(every = "10m", delayed = "3m")
    Uni<Void> forgetExpired() {
        return pool.query("delete from device_requests where expires_at < now() - interval '1 hour'")
                .execute()
                .replaceWithVoid();
    }

    private static Optional<DeviceRequest> first(RowSet<Row> rows) {
        return rows.stream().findFirst().map(DeviceRequests::read);
    }

    private static DeviceRequest read(Row row) {
        UUID member = row.getUUID("member_id");
        OffsetDateTime polledAt = row.getOffsetDateTime("polled_at");
        return new DeviceRequest(
                row.getUUID("id"),
                row.getString("client_id"),
                Scopes.of(List.of(row.getArrayOfStrings("scopes"))),
                State.of(row.getString("state")),
                member == null ? null : new MemberId(member),
                Duration.ofSeconds(row.getInteger("poll_interval_s")),
                polledAt == null ? null : polledAt.toInstant(),
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
