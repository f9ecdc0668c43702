package dev.nightshift.agentapi.device;

import dev.nightshift.service.runtime.DatabaseClock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A client asks whether it has been approved, and gets an access token once. */
@ApplicationScoped
class PollForToken {
    /** What RFC 8628 adds to the interval of a client that polls too often. */
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final Pool pool;
    private final DeviceRequests requests;
    private final GiveToken give;
    private final DatabaseClock clock;

    PollForToken(Pool pool, DeviceRequests requests, GiveToken give, DatabaseClock clock) {
        this.pool = pool;
        this.requests = requests;
        this.give = give;
        this.clock = clock;
    }

    /** {@code address}: the client's. */
    Uni<Polled> poll(String deviceCode, String clientId, @Nullable String address) {
        return clock.now()
                .chain(now ->
                        pool.withTransaction(transaction -> requests.byDeviceCode(transaction, deviceCode, clientId)
                                .chain(found -> found.map(request -> answer(transaction, request, now, address))
                                        .orElseGet(() -> said(PollAnswer.INVALID_GRANT)))));
    }

    private Uni<Polled> answer(
            SqlConnection transaction, DeviceRequest request, Instant now, @Nullable String address) {
        PollAnswer answer = request.poll(now);
        return switch (answer) {
            case TOKEN -> give.once(transaction, request, now, address);
            case AUTHORIZATION_PENDING ->
                requests.polled(transaction, request.id(), now, request.interval())
                        .chain(() -> said(answer));
            case SLOW_DOWN ->
                requests.polled(
                                transaction,
                                request.id(),
                                now,
                                request.interval().plus(SLOWER))
                        .chain(() -> said(answer));
            case ACCESS_DENIED, EXPIRED_TOKEN, INVALID_GRANT -> said(answer);
        };
    }

    private static Uni<Polled> said(PollAnswer answer) {
        return Uni.createFrom().item(new Polled.Refused(answer));
    }
}
