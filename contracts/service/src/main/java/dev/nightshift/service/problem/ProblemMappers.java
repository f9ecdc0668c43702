package dev.nightshift.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an answer. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return ProblemBody.response(problem);
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return ProblemBody.response(ofJson(e));
    }

    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException e) {
        return ProblemBody.response(ofJson(e));
    }

    @ServerExceptionMapper
    public Response constraint(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(v -> new FieldError(lastNode(v.getPropertyPath().toString()), v.getMessage()))
                .toList();
        return ProblemBody.response(Problem.invalid(errors));
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return ProblemBody.response(Problem.unauthorized());
    }

    @ServerExceptionMapper
    public Response unauthenticated(AuthenticationFailedException e) {
        return ProblemBody.response(Problem.unauthorized());
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return ProblemBody.response(Problem.forbidden("Your account may not do this."));
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return ProblemBody.response(ofJson(json));
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        return ProblemBody.response(
                switch (status) {
                    case 400 -> Problem.malformed("The request cannot be read: " + e.getMessage());
                    case 401 -> Problem.unauthorized();
                    case 403 -> Problem.forbidden("Your account may not do this.");
                    case 404 -> Problem.notFound("thing");
                    case 413 -> Problem.tooLarge("The body is too large.");
                    default ->
                        Problem.other(
                                status,
                                e.getResponse().getStatusInfo().getReasonPhrase(),
                                String.valueOf(e.getMessage()));
                });
    }

    @ServerExceptionMapper
    public Response anything(Throwable t) {
        if (Outage.is(t)) {
            return ProblemBody.response(Outage.problem());
        }
        UUID incident = UUID.randomUUID();
        LOG.errorf(t, "request failed incident=%s", incident);
        return ProblemBody.response(Problem.other(
                500,
                "Internal error",
                "This is a fault of ours. The log has the reason under incident " + incident + "."));
    }

    private static Problem ofJson(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Problem.invalid(path(unknown), "is not a field of this request");
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Problem.invalid(path(mapping), "has the wrong type or form: " + firstLine(e));
        }
        return Problem.malformed("The body is not the JSON this request takes: " + firstLine(e));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String firstLine(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable");
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
