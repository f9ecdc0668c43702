package dev.nightshift.service.openapi;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Which refusals an operation may answer with, by what it takes: who needs a role may lack it, what is named in the path
 * may be absent, a body may be too large. Everything else is covered by {@code 4XX}.
 *
 * @param unsafe whether it changes something: such a call is refused when another site makes a browser send it
 */
record ProblemAnswers(Operation operation, boolean unsafe, boolean named) {
    private static final Set<PathItem.HttpMethod> SAFE =
            EnumSet.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.HEAD, PathItem.HttpMethod.OPTIONS);

    static ProblemAnswers of(String path, PathItem.HttpMethod method, Operation operation) {
        return new ProblemAnswers(operation, !SAFE.contains(method), path.contains("{"));
    }

    void complete() {
        APIResponses responses = operation.getResponses();
        if (responses == null) {
            responses = OASFactory.createAPIResponses();
            operation.setResponses(responses);
        }
        Set<ProblemKind> possible = possible();
        for (ProblemKind kind : ProblemKind.values()) {
            APIResponse given = responses.getAPIResponse(kind.status());
            if (given != null && !isBare(kind, given)) {
                kind.complete(given);
            } else if (given != null || possible.contains(kind)) {
                responses.addAPIResponse(kind.status(), kind.reference());
            }
        }
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    /** Quarkus adds 400, 401 and 403 with nothing but their names. */
    private static boolean isBare(ProblemKind kind, APIResponse given) {
        String description = given.getDescription();
        return given.getContent() == null
                && (description == null
                        || List.of("Bad Request", "Not Authorized", "Not Allowed")
                                .contains(description));
    }

    private Set<ProblemKind> possible() {
        Set<ProblemKind> kinds = EnumSet.of(ProblemKind.UNAVAILABLE, ProblemKind.OTHER);
        boolean body = operation.getRequestBody() != null;
        if (body || takes(Parameter.In.QUERY) || takes(Parameter.In.PATH) || takes(Parameter.In.HEADER)) {
            kinds.add(ProblemKind.INVALID);
        }
        if (SignIn.isNeeded(operation)) {
            kinds.add(ProblemKind.UNAUTHORIZED);
            kinds.add(ProblemKind.FORBIDDEN);
        }
        if (unsafe) {
            kinds.add(ProblemKind.FORBIDDEN);
        }
        if (named) {
            kinds.add(ProblemKind.NOT_FOUND);
        }
        if (takesHeader("Idempotency-Key")) {
            kinds.add(ProblemKind.CONFLICT);
        }
        if (takesHeader("If-Match")) {
            kinds.add(ProblemKind.STALE);
        }
        if (body) {
            kinds.add(ProblemKind.TOO_LARGE);
            kinds.add(ProblemKind.OTHER_MEDIA_TYPE);
        }
        return kinds;
    }

    private boolean takes(Parameter.In where) {
        return parameters().stream().anyMatch(parameter -> parameter.getIn() == where);
    }

    private boolean takesHeader(String name) {
        return parameters().stream()
                .anyMatch(parameter ->
                        parameter.getIn() == Parameter.In.HEADER && name.equalsIgnoreCase(parameter.getName()));
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = operation.getParameters();
        return parameters == null ? List.of() : parameters;
    }
}
