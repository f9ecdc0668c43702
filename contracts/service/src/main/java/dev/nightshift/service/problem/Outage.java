package dev.nightshift.service.problem;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a passing failure of something we depend on from a failure that will repeat itself. */
public final class Outage {
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final List<String> LOST_CONNECTION = List.of(
            "Connection is closed",
            "Connection is not active now",
            "Connection was closed",
            "to read any response from the server",
            "Pool closed",
            "Timeout waiting for connection");

    private Outage() {}

    /** Whether trying again later can help: a lost database, broker or service, or a lost race between transactions. */
    public static boolean is(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (isOne(t)) {
                return true;
            }
        }
        return false;
    }

    static Problem problem() {
        return Problem.unavailable(
                "Something the service needs is away at the moment; nothing was changed. Try again shortly.",
                RETRY_AFTER_SECONDS);
    }

    private static boolean isOne(Throwable t) {
        return switch (t) {
            case Problem p -> p.status() == 503 || p.status() == 429;
            case PgException pg -> isPassing(pg.getSqlState());
            case com.fasterxml.jackson.core.JacksonException j -> false;
            case IOException io -> true;
            case TimeoutException timeout -> true;
            case java.sql.SQLTransientException sql -> true;
            case RetriableException kafka -> true;
            case io.vertx.core.http.HttpClosedException closed -> true;
            case io.vertx.core.http.ConnectionPoolTooBusyException busy -> true;
            case io.smallrye.mutiny.TimeoutException timeout -> true;
            default -> t.getClass().getName().endsWith("ClosedConnectionException") || speaksOfALostConnection(t);
        };
    }

    /** The SQL client says these with no type of their own. */
    private static boolean speaksOfALostConnection(Throwable t) {
        String message = String.valueOf(t.getMessage());
        return LOST_CONNECTION.stream().anyMatch(message::contains);
    }

    /** Connection (08), resources (53), shutdown (57P), serialisation and deadlock (40). */
    private static boolean isPassing(@org.jspecify.annotations.Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.startsWith("40"));
    }
}
