package dev.nightshift.agentapi.webhook;

import dev.nightshift.contracts.Decision;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the open Internet from all others, after the special-purpose registries of IANA (RFC 6890): what is
 * private, loopback, link-local, shared, reserved, multicast or for documentation is none. An IPv6 address counts as the
 * IPv4 address it embeds.
 */
@Decision
final class PublicAddress {
    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            new Block(new int[] {0}, 8),
            new Block(new int[] {10}, 8),
            new Block(new int[] {100, 64}, 10),
            new Block(new int[] {127}, 8),
            new Block(new int[] {169, 254}, 16),
            new Block(new int[] {172, 16}, 12),
            new Block(new int[] {192, 0, 0}, 24),
            new Block(new int[] {192, 0, 2}, 24),
            new Block(new int[] {192, 88, 99}, 24),
            new Block(new int[] {192, 168}, 16),
            new Block(new int[] {198, 18}, 15),
            new Block(new int[] {198, 51, 100}, 24),
            new Block(new int[] {203, 0, 113}, 24),
            new Block(new int[] {224}, 3));
    private static final List<Block> PUBLIC_V6 = List.of(new Block(new int[] {0x20}, 3));
    private static final List<Block> NOT_PUBLIC_V6 = List.of(
            new Block(new int[] {0x20, 0x01, 0x00}, 23),
            new Block(new int[] {0x20, 0x01, 0x0d, 0xb8}, 32),
            new Block(new int[] {0x20, 0x02}, 16),
            new Block(new int[] {0x3f, 0xff, 0x00}, 20));
    private static final Block TRANSLATED = new Block(new int[] {0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}, 96);
    private static final Block MAPPED = new Block(new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96);
    private static final int EMBEDDED_AT = 12;

    private PublicAddress() {}

    /** Addresses that begin with these bytes, as far as {@code bits} go. */
    private record Block(List<Integer> start, int bits) {
        Block(int[] start, int bits) {
            this(Arrays.stream(start).boxed().toList(), bits);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                int wanted = bit / 8 < start.size() ? start.get(bit / 8) : 0;
                if ((address[bit / 8] & mask) != (wanted & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isV4(bytes) : isV6(bytes);
    }

    private static boolean isV4(byte[] bytes) {
        return NOT_PUBLIC_V4.stream().noneMatch(block -> block.holds(bytes));
    }

    private static boolean isV6(byte[] bytes) {
        if (TRANSLATED.holds(bytes) || MAPPED.holds(bytes)) {
            return isV4(Arrays.copyOfRange(bytes, EMBEDDED_AT, bytes.length));
        }
        return PUBLIC_V6.stream().anyMatch(block -> block.holds(bytes))
                && NOT_PUBLIC_V6.stream().noneMatch(block -> block.holds(bytes));
    }
}
