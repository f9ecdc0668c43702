package dev.nightshift.local;

import dev.nightshift.local.process.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The password of the first admin. It is shown once, when the stack was ready for the first time, and kept in the data
 * folder until it is changed.
 */
final class FirstSignIn {
    private final Path kept;
    private final Path shown;

    FirstSignIn(Path dataDir) {
        kept = dataDir.resolve("admin-password");
        shown = dataDir.resolve("run/first-sign-in-shown");
    }

    /** What the door is to use if it has nobody yet; absent once there was a first sign-in and it was changed. */
    Optional<String> password(Optional<String> given) throws IOException {
        if (!Files.exists(kept) && Files.exists(shown)) {
            return Optional.empty();
        }
        if (given.isPresent() && !Files.exists(shown)) {
            PrivateFile.write(kept, given.get());
        }
        return Optional.of(PrivateFile.secret(kept));
    }

    /** How to sign in, for the person who started the stack. A password that the person gave is not repeated. */
    String words(Optional<String> given) throws IOException {
        boolean first = !Files.exists(shown);
        PrivateFile.write(shown, "");
        if (!Files.exists(kept)) {
            return "Sign in as admin with the password that you chose.";
        }
        if (first && given.isEmpty()) {
            return "Sign in as admin with the password " + PrivateFile.secret(kept) + " (kept in " + kept + ")";
        }
        return first
                ? "Sign in as admin with the password in NIGHTSHIFT_ADMIN_PASSWORD."
                : "Sign in as admin; unless it was changed, the first password is in " + kept;
    }
}
