package dev.nightshift.agentapi.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameBoundariesTest {
    private static final int TEXT = 0x81;
    private static final int PING = 0x89;
    private static final int CLOSE = 0x88;

    private final FrameBoundaries boundaries = new FrameBoundaries();

    /** With the shortest of the three forms of a length, as servers send it. */
    private static byte[] frame(int first, int length) {
        ByteBuffer frame = ByteBuffer.allocate(10 + length).put((byte) first);
        if (length < 126) {
            frame.put((byte) length);
        } else if (length < 65_536) {
            frame.put((byte) 126).putShort((short) length);
        } else {
            frame.put((byte) 127).putLong(length);
        }
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) CLOSE);
        frame.put(content);
        return Arrays.copyOf(frame.array(), frame.position());
    }

    @Test
    void aFrameMayComeFirst() {
        assertThat(boundaries.mayGoOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 255, 256, 32_768, 65_535, 65_536, 70_000})
    void aFrameEndsWithItsLastByteHoweverItIsCut(int length) {
        byte[] frame = frame(TEXT, length);
        for (int i = 0; i < frame.length; i++) {
            boundaries.read(new byte[] {frame[i]});
            assertThat(boundaries.mayGoOn())
                    .as("after byte %d of %d", i + 1, frame.length)
                    .isEqualTo(i == frame.length - 1);
        }
        boundaries.read(frame);
        assertThat(boundaries.mayGoOn()).isTrue();
        boundaries.read(Arrays.copyOf(frame, frame.length - 1));
        assertThat(boundaries.mayGoOn()).isFalse();
    }

    @Test
    void severalFramesComeAtOnce() {
        ByteBuffer bytes = ByteBuffer.allocate(1000)
                .put(frame(TEXT, 300))
                .put(frame(PING, 0))
                .put(frame(TEXT, 5));

        boundaries.read(Arrays.copyOf(bytes.array(), bytes.position()));
        assertThat(boundaries.mayGoOn()).isTrue();
        boundaries.read(new byte[] {(byte) TEXT});
        assertThat(boundaries.mayGoOn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 40})
    void nothingFollowsACloseFrame(int length) {
        boundaries.read(frame(TEXT, 3));
        boundaries.read(frame(CLOSE, length));

        assertThat(boundaries.mayGoOn()).isFalse();
    }

    @Test
    void aLengthThatIsNoneNeverEnds() {
        boundaries.read(ByteBuffer.allocate(10)
                .put((byte) TEXT)
                .put((byte) 127)
                .putLong(Long.MIN_VALUE)
                .array());
        boundaries.read(new byte[100]);

        assertThat(boundaries.mayGoOn()).isFalse();
    }
}
