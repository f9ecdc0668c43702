package dev.nightshift.agentapi.device;

import dev.nightshift.contracts.Decision;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person types from one screen to another: eight consonants, which spell no word and are not mistaken for digits
 * (RFC 8628, section 6.1). About 34 bits: enough while guesses are limited and a code lives for minutes.
 */
@Decision
record UserCode(String letters) {
    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
    private static final SecureRandom RANDOM = new SecureRandom();

    UserCode {
        if (!FORM.matcher(letters).matches()) {
            throw new IllegalArgumentException("not a user code");
        }
    }

    static UserCode random() {
        StringBuilder letters = new StringBuilder(LENGTH);
        while (letters.length() < LENGTH) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new UserCode(letters.toString());
    }

    /** As it was typed: in any case, with or without the hyphen. Empty for what no code looks like. */
    static Optional<UserCode> typed(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String letters = SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return FORM.matcher(letters).matches() ? Optional.of(new UserCode(letters)) : Optional.empty();
    }

    /** As it is shown: {@code WDJB-MJHT}. */
    String shown() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }
}
