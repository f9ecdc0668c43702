package dev.nightshift.service.problem;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a passing failure of something we depend on from a failure that will repeat itself. */
public final class Outage {
    private static final int RETRY_AFTER_SECONDS = 5;

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
            default ->
                t.getClass().getName().endsWith("ClosedConnectionException")
                        || String.valueOf(t.getMessage()).contains("Connection is closed")
                        || String.valueOf(t.getMessage()).startsWith("Timeout waiting for connection")
                        || String.valueOf(t.getMessage()).contains("Failed to read any response from the server");
        };
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
