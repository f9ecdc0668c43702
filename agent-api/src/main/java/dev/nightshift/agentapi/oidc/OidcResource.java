package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.oidc.Arrivals.Outcome;
import dev.nightshift.agentapi.signin.BrowserSessions;
import dev.nightshift.service.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The way to the provider and back. Both ends are opened by a browser and answer with where it goes next. */
@Path(CodeFlowTenant.PATH)
@PermitAll
@Tag(name = "identity")
class OidcResource {
    private final SignInAtProvider signIn;
    private final ReturnTo returnTo;
    private final RoutingContext context;

    OidcResource(SignInAtProvider signIn, ReturnTo returnTo, RoutingContext context) {
        this.signIn = signIn;
        this.returnTo = returnTo;
        this.context = context;
    }

    @GET
    @Path("/login")
    @Operation(
            summary = "Send the browser to the provider; `to` is the page to come back to, a path of this installation",
            operationId = "signInAtProvider")
    @APIResponse(responseCode = "302", description = "To the provider, or to the sign-in page with `error`")
    @APIResponse(responseCode = "404", description = "People do not sign in at a provider here")
    public Uni<Response> login(@QueryParam("to") @Nullable String to) {
        return signIn.begin(context, required())
                .map(address ->
                        redirect(address).cookie(returnTo.keep(address, to)).build())
                .onFailure(ProviderAway.class)
                .recoverWithUni(away -> turnedAway(SignInError.PROVIDER_UNAVAILABLE));
    }

    @GET
    @Path("/callback")
    @Operation(
            summary = "Where the provider sends the browser back to; opens the session",
            operationId = "signedInAtProvider")
    @APIResponse(responseCode = "302", description = "To the page asked for, or to the sign-in page with `error`")
    @APIResponse(responseCode = "404", description = "People do not sign in at a provider here")
    public Uni<Response> callback(
            @QueryParam("state") @Nullable String state, @QueryParam("error") @Nullable String error) {
        OidcSettings settings = required();
        Uni<Response> next = error == null
                ? signIn.complete(context, settings).map(this::next)
                : turnedAway(SignInAtProvider.meaning(error));
        return next.map(response -> state == null
                ? response
                : Response.fromResponse(response)
                        .cookie(returnTo.removed(state))
                        .build());
    }

    private Uni<Response> turnedAway(SignInError reason) {
        return signIn.turnAway(BrowserSessions.browser(context.request()), reason)
                .map(this::next);
    }

    private Response next(Outcome outcome) {
        return switch (outcome) {
            case Outcome.SignedIn in ->
                redirect(URI.create(returnTo.page(context))).cookie(in.cookie()).build();
            case Outcome.TurnedAway away ->
                redirect(URI.create("/sign-in?error=" + away.reason().code())).build();
        };
    }

    /** The address as it is: JAX-RS would put the request's host before a path. */
    private static Response.ResponseBuilder redirect(URI address) {
        return Response.status(Response.Status.FOUND)
                .header("Location", address.toString())
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer");
    }

    private OidcSettings required() {
        return signIn.settings().orElseThrow(() -> Problem.notFound("page"));
    }
}
