package dev.nightshift.agentapi.webhook;

import dev.nightshift.contracts.Decision;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a webhook sends to. {@code host} is without brackets, {@code pathAndQuery} begins with a slash. What a host name
 * stands for is looked up when it is connected to; only what is an address already is judged before.
 */
@Decision
record WebhookUrl(String scheme, String host, int port, String pathAndQuery) {
    static final int LONGEST = 2000;
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    /** Throws {@link IllegalArgumentException} with what is wrong. */
    static WebhookUrl parse(String text) {
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("must begin with https:// or http://");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new IllegalArgumentException("must name a host, for example https://example.com/hooks");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must not contain a user name or a password");
        }
        int port = uri.getPort() == -1 ? (scheme.equals("https") ? 443 : 80) : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("must name a port from 1 to 65535");
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new WebhookUrl(scheme, withoutBrackets(uri.getHost()), port, path + query);
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    /** Whether it names this machine or a private network by an address, or by the name that always means this machine. */
    boolean isPlainlyPrivate() {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost") || name.equals("localhost.")) {
            return true;
        }
        try {
            return !PublicAddress.is(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static URI uri(String text) {
        if (!VISIBLE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be an address such as https://example.com/hooks, without spaces or special characters");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be an address such as https://example.com/hooks", e);
        }
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
