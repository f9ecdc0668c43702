package dev.nightshift.agentapi.member;

import dev.nightshift.service.json.Fields;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A password that somebody wants to have: 8 to 1024 characters, whatever they are. */
public final class NewPassword {
    static final int SHORTEST = 8;
    static final int LONGEST = 1024;

    private static final int RANDOM_BYTES = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private NewPassword() {}

    /** Faults the field when it is not one. */
    public static @Nullable String read(Fields fields, String field) {
        String password = fields.requiredText(field, LONGEST, "correct horse battery staple");
        if (password != null && !isLongEnough(password)) {
            fields.fail(field, "must have at least " + SHORTEST + " characters");
            return null;
        }
        return password;
    }

    static boolean isLongEnough(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= SHORTEST && length <= LONGEST;
    }

    /** One that nobody guesses, to be changed by its owner. */
    static String generate() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
