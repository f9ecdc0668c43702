package dev.nightshift.service.openapi;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** How a caller says who it is: with a session's cookie or with a token. The roles are those that may call. */
final class SignIn {
    /** What Quarkus calls the one scheme that it knows of. */
    private static final String ANY = "SecurityScheme";

    private static final String COOKIE = "session";
    private static final String BEARER = "bearer";

    private SignIn() {}

    static void addTo(Components components) {
        components.addSecurityScheme(
                COOKIE,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("nightshift_session")
                        .description("The cookie that a sign-in sets. Unsafe methods are refused from other sites."));
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A personal access token (`nsp_…`), a token of the sign-in provider,"
                                + " or a token of the platform."));
    }

    /** Whoever needs a role signs in either way; where none is needed the document says so. */
    static void complete(Operation operation) {
        List<SecurityRequirement> given = operation.getSecurity();
        List<SecurityRequirement> either = new ArrayList<>();
        for (SecurityRequirement requirement : given == null ? List.<SecurityRequirement>of() : given) {
            List<String> roles = requirement.getScheme(ANY);
            if (roles == null) {
                either.add(requirement);
                continue;
            }
            either.add(OASFactory.createSecurityRequirement().addScheme(COOKIE, roles));
            either.add(OASFactory.createSecurityRequirement().addScheme(BEARER, roles));
        }
        operation.setSecurity(either);
    }

    static boolean isNeeded(Operation operation) {
        List<SecurityRequirement> security = operation.getSecurity();
        return security != null && !security.isEmpty();
    }
}
