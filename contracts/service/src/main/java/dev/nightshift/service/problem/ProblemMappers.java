package dev.nightshift.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an answer. */
public class ProblemMappers {
    /** What PostgreSQL says about a NUL, which no text of it holds. */
    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return ProblemBody.response(problem);
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return ProblemBody.response(JsonProblems.of(e));
    }

    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException e) {
        return ProblemBody.response(JsonProblems.of(e));
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
            return ProblemBody.response(JsonProblems.of(json));
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
                    case 415 -> Problem.unsupportedMediaType("This call does not read a body of this media type.");
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
        if (t instanceof PgException pg && CHARACTER_NOT_IN_REPERTOIRE.equals(pg.getSqlState())) {
            return ProblemBody.response(Problem.malformed("The request contains the NUL character."));
        }
        UUID incident = UUID.randomUUID();
        LOG.errorf(t, "request failed incident=%s", incident);
        return ProblemBody.response(Problem.other(
                500,
                "Internal error",
                "This is a fault of ours. The log has the reason under incident " + incident + "."));
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
