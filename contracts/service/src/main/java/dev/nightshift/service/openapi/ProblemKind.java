package dev.nightshift.service.openapi;

import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The refusals of the contract. Each is a component of the document that operations refer to. */
enum ProblemKind {
    INVALID(
            "400",
            "BadRequest",
            "Malformed or invalid input; `errors` names every fault",
            Problem.invalid("limit", "must be a whole number from 1 to 200")),
    UNAUTHORIZED("401", "Unauthorized", "Not signed in", Problem.unauthorized()),
    FORBIDDEN(
            "403",
            "Forbidden",
            "The caller may see it and may not do this",
            Problem.forbidden("Your account may not do this.")),
    NOT_FOUND("404", "NotFound", "Absent, or not visible to the caller", Problem.notFound("agent")),
    CONFLICT(
            "409",
            "Conflict",
            "The current state does not allow it, or the Idempotency-Key had another body",
            Problem.conflict("This Idempotency-Key was used with another body.")),
    STALE(
            "412",
            "PreconditionFailed",
            "Another version is current",
            Problem.preconditionFailed("Somebody else changed it: version 4 is current.")),
    TOO_LARGE("413", "TooLarge", "The body is too large", Problem.tooLarge("The body is too large.")),
    OTHER_MEDIA_TYPE(
            "415",
            "UnsupportedMediaType",
            "The body is of a media type that this call does not read",
            Problem.unsupportedMediaType("This call does not read a body of this media type.")),
    TOO_MANY("429", "TooManyRequests", "Too many requests", Problem.tooManyRequests("Try again in a minute.", 60)),
    UNAVAILABLE(
            "503",
            "Unavailable",
            "Not available at the moment; nothing was done",
            Problem.unavailable("The database does not answer at the moment.", 2)),
    OTHER("4XX", "Refused", "Any other refusal", Problem.invalid("limit", "must be a whole number from 1 to 200"));

    private final String status;
    private final String component;
    private final String description;
    private final Problem example;

    ProblemKind(String status, String component, String description, Problem example) {
        this.status = status;
        this.component = component;
        this.description = description;
        this.example = example;
    }

    String status() {
        return status;
    }

    String component() {
        return component;
    }

    APIResponse response() {
        APIResponse response =
                OASFactory.createAPIResponse().description(description).content(ProblemComponents.content(example()));
        addHeaders(response);
        return response;
    }

    APIResponse reference() {
        return OASFactory.createAPIResponse().ref(component);
    }

    /** Gives an answer that a resource described itself the form and the headers of this kind. */
    void complete(APIResponse response) {
        if (response.getContent() == null) {
            response.setContent(ProblemComponents.content(example()));
        }
        addHeaders(response);
    }

    Map<String, Object> example() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", example.type());
        body.put("title", example.title());
        body.put("status", example.status());
        body.put("detail", example.detail());
        if (!example.errors().isEmpty()) {
            body.put(
                    "errors",
                    example.errors().stream().map(ProblemKind::example).toList());
        }
        return body;
    }

    private static Map<String, Object> example(FieldError error) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("field", error.field());
        body.put("message", error.message());
        return body;
    }

    private void addHeaders(APIResponse response) {
        if (example.retryAfterSeconds() != null) {
            response.addHeader("Retry-After", ProblemComponents.retryAfterHeader());
        }
    }
}
