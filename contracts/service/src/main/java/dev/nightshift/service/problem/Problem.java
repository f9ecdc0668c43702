package dev.nightshift.service.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the caller is told about, as {@code application/problem+json}. Throw it (or fail a {@code Uni} with
 * it) anywhere below a resource.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = "urn:nightshift:problem:";

    private final int status;
    private final String kind;
    private final String title;
    private final List<FieldError> errors;
    private final @Nullable Integer retryAfterSeconds;

    private Problem(
            int status,
            String kind,
            String title,
            String detail,
            List<FieldError> errors,
            @Nullable Integer retryAfterSeconds) {
        super(detail);
        this.status = status;
        this.kind = kind;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** 400: every fault of the input at once. */
    public static Problem invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().field() + ": " + errors.getFirst().message()
                : errors.size() + " fields need another value; nothing was changed.";
        return new Problem(400, "invalid", "Invalid input", detail, errors, null);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** 400 for something the contract names and this version does not do yet. */
    public static Problem notSupportedYet(String what) {
        return new Problem(
                400, "not-supported-yet", "Not supported yet", what + " is not supported yet.", List.of(), null);
    }

    /** 400 for a body or a request that cannot be read at all. */
    public static Problem malformed(String detail) {
        return new Problem(400, "malformed", "Malformed request", detail, List.of(), null);
    }

    public static Problem unauthorized() {
        return new Problem(401, "unauthorized", "Not signed in", "Sign in first.", List.of(), null);
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", "Not allowed", detail, List.of(), null);
    }

    /** 404, also for what the caller may not see. {@code what} as in "no such agent". */
    public static Problem notFound(String what) {
        return new Problem(404, "not-found", "Not found", "There is no such " + what + ".", List.of(), null);
    }

    public static Problem conflict(String detail) {
        return new Problem(409, "conflict", "Conflict", detail, List.of(), null);
    }

    /** 409 for a caller whose fence has been overtaken by a newer one. */
    public static Problem fenced(String detail) {
        return new Problem(409, "fenced", "Overtaken", detail, List.of(), null);
    }

    public static Problem preconditionFailed(String detail) {
        return new Problem(412, "precondition-failed", "Changed meanwhile", detail, List.of(), null);
    }

    public static Problem tooLarge(String detail) {
        return new Problem(413, "too-large", "Too large", detail, List.of(), null);
    }

    public static Problem unsupportedMediaType(String detail) {
        return new Problem(415, "unsupported-media-type", "Media type not supported", detail, List.of(), null);
    }

    public static Problem tooManyRequests(String detail, int retryAfterSeconds) {
        return new Problem(429, "too-many-requests", "Too many requests", detail, List.of(), retryAfterSeconds);
    }

    public static Problem unavailable(String detail, int retryAfterSeconds) {
        return new Problem(503, "unavailable", "Not available now", detail, List.of(), retryAfterSeconds);
    }

    static Problem other(int status, String title, String detail) {
        return new Problem(status, "http-" + status, title, detail, List.of(), null);
    }

    /** The same problem under a type of its own, where clients have to tell it from others of its status. */
    public Problem as(String kind, String title) {
        return new Problem(status, kind, title, detail(), errors, retryAfterSeconds);
    }

    public int status() {
        return status;
    }

    /** The URI of the kind of problem. */
    public String type() {
        return TYPE + kind;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Expected failures carry no stack. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
