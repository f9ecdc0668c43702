package dev.nightshift.agentapi.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals a secret that has to be given again when a creating call is repeated under its {@code Idempotency-Key}. The
 * database, and a backup of it, alone do not open it: the key comes from the services' shared secret.
 */
@ApplicationScoped
public class SealedText {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String PURPOSE = "nightshift sealed answers";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String secret;

    SealedText(@ConfigProperty(name = "nightshift.service-secret") Optional<String> secret) {
        this.secret = secret.orElse("");
    }

    public String seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Fails for anything that {@link #seal} has not made with the same shared secret. */
    public String open(String sealed) {
        ByteBuffer whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        whole.get(nonce);
        byte[] rest = new byte[whole.remaining()];
        whole.get(rest);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed text cannot be opened; was the service secret changed?", e);
        }
    }

    private SecretKeySpec key() throws GeneralSecurityException {
        if (secret.isEmpty()) {
            throw new IllegalStateException("NIGHTSHIFT_SERVICE_SECRET is not set");
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), "AES");
    }
}
