package dev.nightshift.runner.http;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request to another service. {@code bearer} is the whole header value; {@code timeout} is for the whole answer. */
public record JsonCall(
        String method, URI uri, String bearer, @Nullable Object body, Duration timeout) {
    public static JsonCall get(URI uri, String bearer, Duration timeout) {
        return new JsonCall("GET", uri, bearer, null, timeout);
    }

    public static JsonCall post(URI uri, String bearer, Object body, Duration timeout) {
        return new JsonCall("POST", uri, bearer, body, timeout);
    }

    public static JsonCall put(URI uri, String bearer, Object body, Duration timeout) {
        return new JsonCall("PUT", uri, bearer, body, timeout);
    }

    public static JsonCall delete(URI uri, String bearer, Duration timeout) {
        return new JsonCall("DELETE", uri, bearer, null, timeout);
    }
}
