package dev.nightshift.service.problem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutageTest {

    static Stream<Throwable> passing() {
        return Stream.of(
                new CompletionException(
                        new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")),
                new NoStackTraceThrowable("Pool closed"),
                new IllegalStateException(new ConnectException("refused")),
                new PgException("terminating connection", "FATAL", "57P01", ""),
                new PgException("deadlock detected", "ERROR", "40P01", ""),
                new PgException("sorry, too many clients", "FATAL", "53300", ""),
                Problem.unavailable("away", 5));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new IllegalStateException("a fault of ours"),
                new PgException("duplicate key", "ERROR", "23505", ""),
                new NoStackTraceThrowable("Parameter at position[0] does not match"),
                Problem.conflict("no"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void isWorthAnotherTry(Throwable failure) {
        assertTrue(Outage.is(failure));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void repeatsItself(Throwable failure) {
        assertFalse(Outage.is(failure));
    }
}
