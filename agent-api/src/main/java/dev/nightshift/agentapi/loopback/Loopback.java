package dev.nightshift.agentapi.loopback;

import dev.nightshift.contracts.Decision;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stays on this machine. Names are never looked up: only what is loopback by itself counts. */
@Decision
final class Loopback {
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
    private static final Pattern IPV4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private Loopback() {}

    /** Whether an address of a peer, or of the setting of where to listen, is a loopback one. */
    static boolean isAddress(String text) {
        if (text.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(text).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Whether a request names this machine. A name that another site had resolved to a loopback address (DNS rebinding)
     * is none; neither is a second name beside the first.
     */
    static boolean isHost(List<String> hosts) {
        return hosts.size() == 1 && isHost(hosts.getFirst());
    }

    private static boolean isHost(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = PORT.matcher(host).replaceFirst("");
        return name.equalsIgnoreCase("localhost")
                || name.equals("[::1]")
                || (IPV4.matcher(name).matches() && isAddress(name));
    }
}
