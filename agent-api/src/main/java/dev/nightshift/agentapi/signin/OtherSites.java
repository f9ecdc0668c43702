package dev.nightshift.agentapi.signin;

import dev.nightshift.contracts.Decision;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rule against requests that another site makes a browser send: without {@code Authorization}, an unsafe method or
 * a WebSocket upgrade is refused unless {@code Sec-Fetch-Site} says that it is ours or, where a client does not send
 * it, {@code Origin} is ours or absent.
 */
@Decision
final class OtherSites {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private OtherSites() {}

    /** The headers that the rule looks at. {@code webSocket}: the request asks for an upgrade. */
    record Request(
            String method,
            boolean webSocket,
            boolean authorization,
            @Nullable String secFetchSite,
            @Nullable String origin,
            @Nullable String host) {}

    /** Whether the request is refused; {@code publicUrl} is the address that people use, when it is configured. */
    static boolean refuses(Request request, @Nullable URI publicUrl) {
        if (request.authorization() || (SAFE.contains(request.method()) && !request.webSocket())) {
            return false;
        }
        if (request.secFetchSite() != null) {
            return !OURS.contains(request.secFetchSite().toLowerCase(Locale.ROOT));
        }
        return request.origin() != null && !isOurs(request.origin(), request.host(), publicUrl);
    }

    private static boolean isOurs(String origin, @Nullable String host, @Nullable URI publicUrl) {
        URI from;
        try {
            from = URI.create(origin);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (from.getScheme() == null || from.getRawAuthority() == null) {
            return false;
        }
        if (publicUrl != null
                && from.getScheme().equalsIgnoreCase(publicUrl.getScheme())
                && from.getRawAuthority().equalsIgnoreCase(publicUrl.getRawAuthority())) {
            return true;
        }
        return from.getRawAuthority().equalsIgnoreCase(host);
    }
}
