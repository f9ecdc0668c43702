package dev.nightshift.sandbox.execution;

import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.sandbox.isolation.Action;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.UUID;

/** One wish of a run: do {@code action} as step {@code step}, for at most {@code timeout}. */
record ExecutionRequest(RunId run, UUID step, SessionId session, long fence, Action action, Duration timeout) {

    ExecutionKey key() {
        return new ExecutionKey(run, step);
    }

    /**
     * Names what is asked for. The fence and the time limit are not part of it: a later runner of the same step has
     * another fence and less time left.
     */
    byte[] hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(session.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(action.tool().getBytes(StandardCharsets.UTF_8));
            for (String argument : action.arguments()) {
                byte[] bytes = argument.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
