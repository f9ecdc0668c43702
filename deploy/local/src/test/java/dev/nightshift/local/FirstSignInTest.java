package dev.nightshift.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstSignInTest {
    @TempDir
    Path data;

    @Test
    void aMadePasswordIsShownOnceAndStaysTheSame() throws Exception {
        String password = new FirstSignIn(data).password(Optional.empty()).orElseThrow();

        String first = new FirstSignIn(data).words(Optional.empty());
        String second = new FirstSignIn(data).words(Optional.empty());

        assertTrue(first.contains(password), first);
        assertFalse(second.contains(password), second);
        assertTrue(second.contains(data.resolve("admin-password").toString()), second);
        assertEquals(Optional.of(password), new FirstSignIn(data).password(Optional.empty()));
    }

    @Test
    void aGivenPasswordIsNeverRepeated() throws Exception {
        assertEquals(Optional.of("given password"), new FirstSignIn(data).password(Optional.of("given password")));

        assertFalse(new FirstSignIn(data).words(Optional.of("given password")).contains("given password"));
        assertEquals(Optional.of("given password"), new FirstSignIn(data).password(Optional.empty()));
    }

    @Test
    void onceItWasChangedThereIsNoFirstPassword() throws Exception {
        new FirstSignIn(data).password(Optional.empty());
        new FirstSignIn(data).words(Optional.empty());

        Files.delete(data.resolve("admin-password"));

        assertEquals(Optional.empty(), new FirstSignIn(data).password(Optional.empty()));
        assertFalse(Files.exists(data.resolve("admin-password")));
    }
}
