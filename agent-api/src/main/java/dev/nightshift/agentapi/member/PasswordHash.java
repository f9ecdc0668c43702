package dev.nightshift.agentapi.member;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;

/** Argon2id with 19 MiB, two passes and one lane: the OWASP minimum. Slow on purpose. */
final class PasswordHash {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordHash() {}

    /** The text that is stored. */
    static String make(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID)
                .hash(composed(password).getBytes(StandardCharsets.UTF_8), salt)
                .getResult();
    }

    static boolean matches(String password, String stored) {
        return Argon2Function.getInstanceFromHash(stored).check(composed(password), stored);
    }

    /** The same letters count as the same, however a keyboard composes them. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
