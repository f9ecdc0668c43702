package dev.nightshift.agentapi.proxy;

import dev.nightshift.contracts.Decision;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** One address, or all that begin with the same bits ({@code 10.0.0.0/8}); IPv4 and IPv6. */
@Decision
record AddressRange(List<Byte> address, int bits) {
    AddressRange {
        address = List.copyOf(address);
        if (bits < 0 || bits > address.size() * Byte.SIZE) {
            throw new IllegalArgumentException("an address has no " + bits + " bits");
        }
    }

    /** Throws {@link IllegalArgumentException} for anything but an address or a range of them. */
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        byte[] address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                .getAddress();
        int bits = slash < 0 ? address.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
        return new AddressRange(list(address), bits);
    }

    boolean contains(String text) {
        byte[] other;
        try {
            other = InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (other.length != address.size()) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int place = Byte.SIZE - 1 - bit % Byte.SIZE;
            if (((other[bit / Byte.SIZE] ^ address.get(bit / Byte.SIZE)) >> place & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Byte> list(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        Arrays.setAll(boxed, place -> bytes[place]);
        return List.of(boxed);
    }
}
