package dev.nightshift.agentapi.panel;

import dev.nightshift.agentapi.route.People;
import dev.nightshift.agentapi.route.ProblemAnswer;
import dev.nightshift.service.problem.Problem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Refuses an upgrade to the panel's socket with a problem; the socket itself would refuse it without a word. */
@ApplicationScoped
class OnlyMembers {
    private static final Logger LOG = Logger.getLogger(OnlyMembers.class);
    private static final int BEFORE_SOCKETS = -50;

    private final People people;
    private final ProblemAnswer answer;

    OnlyMembers(People people, ProblemAnswer answer) {
        this.people = people;
        this.answer = answer;
    }

    void register(@Observes Router router) {
        router.route(PanelSocket.PATH).order(BEFORE_SOCKETS).handler(this::check);
    }

    private void check(RoutingContext context) {
        context.request().pause();
        people.behind(context).subscribe().with(member -> letIn(context), failure -> refuse(context, failure));
    }

    private static void letIn(RoutingContext context) {
        context.request().resume();
        context.next();
    }

    private void refuse(RoutingContext context, Throwable failure) {
        context.request().resume();
        if (failure instanceof Problem problem) {
            answer.send(context, problem);
        } else {
            LOG.warnf("a socket could not be opened reason=%s", failure);
            answer.send(context, Problem.unavailable("The request could not be checked. Try again shortly.", 5));
        }
    }
}
