package dev.nightshift.agentapi.signin;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.MemberId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** What failed sign-ins are counted for. */
@Decision
record FailureKey(Kind kind, String text) {
    private static final int NETWORK_BYTES = 8;

    enum Kind {
        ACCOUNT,
        ADDRESS
    }

    /** Whatever was given as a user name, whether there is such an account or not. It may be anything, so only its hash is kept. */
    static FailureKey account(String username) {
        return new FailureKey(Kind.ACCOUNT, "account:" + hash(username.toLowerCase(Locale.ROOT)));
    }

    /** A member who is signed in already: what others try with the account does not count. */
    static FailureKey member(MemberId member) {
        return new FailureKey(Kind.ACCOUNT, "member:" + member);
    }

    /** Of IPv6 the network, since one household has as many addresses as it likes. */
    static FailureKey address(String address) {
        return new FailureKey(Kind.ADDRESS, "address:" + network(address));
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > NETWORK_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
