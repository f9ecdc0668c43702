package dev.nightshift.sandbox.bubblewrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.contracts.Json;
import dev.nightshift.sandbox.isolation.SandboxLostException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The frames between the service and the executor inside a sandbox: length (four bytes), kind (one byte: {@code J} an
 * object in JSON, {@code D} data), payload. Whatever comes from inside is bounded. A broken pipe is a lost sandbox;
 * an {@link IOException} is a failure of the caller's own stream.
 */
final class ExecutorPipe {
    private static final int MAX_FRAME = 1 << 20;
    private static final int CHUNK = 1 << 16;

    private final DataInputStream in;
    private final DataOutputStream out;

    ExecutorPipe(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, CHUNK));
        this.out = new DataOutputStream(new BufferedOutputStream(out, CHUNK));
    }

    /** Asks and waits for the answer; data that comes before it goes to {@code data}. */
    JsonNode ask(ObjectNode question, OutputStream data) throws IOException {
        send('J', bytes(question));
        return answer(data);
    }

    /** Asks, gives all of {@code data}, and waits for the answer. */
    JsonNode give(ObjectNode question, InputStream data) throws IOException {
        send('J', bytes(question));
        byte[] chunk = new byte[CHUNK];
        for (int size = data.read(chunk); size > 0; size = data.read(chunk)) {
            send('D', java.util.Arrays.copyOf(chunk, size));
        }
        send('D', new byte[0]);
        return answer(OutputStream.nullOutputStream());
    }

    /** The next answer. A caller's stream that fails still has the rest of the data read, so that the pipe stays usable. */
    JsonNode answer(OutputStream data) throws IOException {
        @Nullable IOException failed = null;
        while (true) {
            Frame frame = receive();
            if (frame.kind() == 'J') {
                if (failed != null) {
                    throw failed;
                }
                return Json.mapper().readTree(frame.payload());
            }
            try {
                if (failed == null) {
                    data.write(frame.payload());
                }
            } catch (IOException e) {
                failed = e;
            }
        }
    }

    private record Frame(char kind, byte[] payload) {}

    private Frame receive() {
        try {
            int size = in.readInt();
            if (size < 0 || size > MAX_FRAME) {
                throw new SandboxLostException("The sandbox sent a frame of " + size + " bytes.");
            }
            char kind = (char) in.readUnsignedByte();
            return new Frame(kind, in.readNBytes(size));
        } catch (IOException e) {
            throw new SandboxLostException("The sandbox has ended.", e);
        }
    }

    private void send(char kind, byte[] payload) {
        try {
            out.writeInt(payload.length);
            out.writeByte(kind);
            out.write(payload);
            out.flush();
        } catch (IOException e) {
            throw new SandboxLostException("The sandbox has ended.", e);
        }
    }

    private static byte[] bytes(ObjectNode question) throws IOException {
        return Json.mapper().writeValueAsBytes(question);
    }
}
