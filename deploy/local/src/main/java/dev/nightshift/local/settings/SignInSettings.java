package dev.nightshift.local.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** What the sign-in modes {@code none} and {@code header} need. */
final class SignInSettings {
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final String HEADER_NAME = "NIGHTSHIFT_HEADER_NAME";
    private static final String HEADER_PROXIES = "NIGHTSHIFT_HEADER_PROXIES";

    private SignInSettings() {}

    /** Without sign-in, whoever reaches the door is an admin. */
    static void checkNone(Values values) throws WrongSetting {
        String host = values.text(Settings.HOST, "127.0.0.1");
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            // Said below.
        }
        throw new WrongSetting(
                Settings.HOST,
                "must be a loopback address while NIGHTSHIFT_AUTH_MODE is none, but is \"" + host + "\"");
    }

    static void checkHeader(Values values) throws WrongSetting {
        if (!HEADER.matcher(values.text(HEADER_NAME, "")).matches()) {
            throw new WrongSetting(
                    HEADER_NAME,
                    "must name the header in which the proxy says who it is, for example X-Forwarded-User");
        }
        for (String range : values.text(HEADER_PROXIES, "").split(",", -1)) {
            checkRange(range.strip());
        }
    }

    private static void checkRange(String range) throws WrongSetting {
        int slash = range.indexOf('/');
        try {
            int length = InetAddress.ofLiteral(slash < 0 ? range : range.substring(0, slash))
                    .getAddress()
                    .length;
            int bits = slash < 0 ? 0 : Integer.parseInt(range.substring(slash + 1));
            if (bits >= 0 && bits <= length * Byte.SIZE) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new WrongSetting(
                HEADER_PROXIES, "must be addresses or ranges such as 10.0.0.5,10.1.0.0/16, but has \"" + range + "\"");
    }
}
