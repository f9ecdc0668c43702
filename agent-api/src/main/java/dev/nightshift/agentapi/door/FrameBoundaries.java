package dev.nightshift.agentapi.door;

import dev.nightshift.contracts.Decision;

/** Where the frames of a WebSocket server begin and end (RFC 6455, section 5.2); their content is passed over. */
@Decision
final class FrameBoundaries {
    private static final int OPCODE = 0x0f;
    private static final int CLOSE = 0x8;
    private static final int LENGTH = 0x7f;
    private static final int IN_2_OCTETS = 126;
    private static final int IN_8_OCTETS = 127;

    private Part next = Part.OPCODE;
    private int opcode;
    private long length;
    private int lengthOctets;

    private enum Part {
        OPCODE,
        LENGTH,
        LONG_LENGTH,
        CONTENT
    }

    /** The next bytes of the stream, cut anywhere. */
    void read(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (next == Part.CONTENT) {
                int passed = (int) Math.min(length, bytes.length - at);
                length -= passed;
                at += passed;
                next = length == 0 ? Part.OPCODE : Part.CONTENT;
            } else {
                header(Byte.toUnsignedInt(bytes[at]));
                at++;
            }
        }
    }

    /** Whether a frame may follow here: none is half sent, and the last one did not end the conversation. */
    boolean mayGoOn() {
        return next == Part.OPCODE && opcode != CLOSE;
    }

    private void header(int octet) {
        switch (next) {
            case OPCODE -> {
                opcode = octet & OPCODE;
                next = Part.LENGTH;
            }
            case LENGTH -> shortLength(octet & LENGTH);
            case LONG_LENGTH -> {
                length = length << Byte.SIZE | octet;
                lengthOctets--;
                if (lengthOctets == 0) {
                    content();
                }
            }
            case CONTENT -> throw new IllegalStateException("content is no header");
        }
    }

    private void shortLength(int given) {
        lengthOctets = given == IN_8_OCTETS ? Long.BYTES : given == IN_2_OCTETS ? Short.BYTES : 0;
        length = lengthOctets == 0 ? given : 0;
        if (lengthOctets == 0) {
            content();
        } else {
            next = Part.LONG_LENGTH;
        }
    }

    /** A length with its highest bit set is none: such a frame never ends. */
    private void content() {
        length = length < 0 ? Long.MAX_VALUE : length;
        next = length == 0 ? Part.OPCODE : Part.CONTENT;
    }
}
