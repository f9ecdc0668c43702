package dev.nightshift.agentapi.proxy;

import dev.nightshift.agentapi.settings.AuthMode;
import dev.nightshift.agentapi.settings.SignInMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of mode header: which header, from which addresses, and who is an admin. Checked at the start. */
@Startup
@ApplicationScoped
class TrustedProxy {
    private static final String NAME = "NIGHTSHIFT_HEADER_NAME";
    private static final String PROXIES = "NIGHTSHIFT_HEADER_PROXIES";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9-]{1,100}");
    /** Headers that mean something else to us, or that any client may send for a purpose of its own. */
    private static final Set<String> TAKEN = Set.of(
            "authorization",
            "cookie",
            "host",
            "origin",
            "connection",
            "upgrade",
            "content-type",
            "content-length",
            "user-agent",
            "accept",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "forwarded");

    private final boolean used;
    private final String header;
    private final List<AddressRange> proxies;
    private final Set<String> admins;

    @Inject
    TrustedProxy(
            AuthMode mode,
            @ConfigProperty(name = "nightshift.header-name") Optional<String> name,
            @ConfigProperty(name = "nightshift.header-proxies") Optional<String> proxies,
            @ConfigProperty(name = "nightshift.header-admins") Optional<String> admins) {
        this(mode.mode(), name, proxies, admins);
    }

    TrustedProxy(SignInMode mode, Optional<String> name, Optional<String> proxies, Optional<String> admins) {
        this.used = mode == SignInMode.HEADER;
        this.header = used ? header(name) : "";
        this.proxies = used ? list(proxies.orElse(""), TrustedProxy::range) : List.of();
        this.admins = Set.copyOf(list(admins.orElse(""), Function.identity()));
        if (used && this.proxies.isEmpty()) {
            throw new ConfigurationException(
                    PROXIES + " must name the addresses or ranges of the proxy, for example 10.0.0.5,10.1.0.0/16");
        }
    }

    boolean isUsed() {
        return used;
    }

    /** Whether the peer itself, whatever it says in headers, is the proxy. */
    boolean sent(HttpServerRequest request) {
        if (request.remoteAddress() == null || request.remoteAddress().hostAddress() == null) {
            return false;
        }
        String peer = request.remoteAddress().hostAddress();
        return proxies.stream().anyMatch(range -> range.contains(peer));
    }

    /** All values that the header has in this request; an honest proxy sends one. */
    List<String> values(HttpServerRequest request) {
        return request.headers().getAll(header);
    }

    boolean isAdmin(String username) {
        return admins.contains(username);
    }

    private static String header(Optional<String> name) {
        String header = name.map(String::strip).orElse("");
        if (!TOKEN.matcher(header).matches() || TAKEN.contains(header.toLowerCase(Locale.ROOT))) {
            throw new ConfigurationException(
                    NAME + " must name the header in which the proxy says who it is, for example X-Forwarded-User");
        }
        return header;
    }

    private static AddressRange range(String text) {
        try {
            return AddressRange.of(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    PROXIES + " must be addresses or ranges such as 10.0.0.5,10.1.0.0/16, not \"" + text + "\"");
        }
    }

    private static <T> List<T> list(String text, Function<String, T> read) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(read)
                .collect(Collectors.toList());
    }
}
