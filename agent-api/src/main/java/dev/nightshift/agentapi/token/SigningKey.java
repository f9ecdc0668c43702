package dev.nightshift.agentapi.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.UUID;

/** An EC key on P-256; {@code id} is the {@code kid} of what it signs. */
record SigningKey(UUID id, PrivateKey privateKey, ECPublicKey publicKey) {

    static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(UUID.randomUUID(), pair.getPrivate(), (ECPublicKey) pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** Reads what {@link PrivateKey#getEncoded()} and {@link ECPublicKey#getEncoded()} gave. */
    static SigningKey read(UUID id, byte[] privateKey, byte[] publicKey) {
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            return new SigningKey(id, factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)), (ECPublicKey)
                    factory.generatePublic(new X509EncodedKeySpec(publicKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the stored signing key " + id + " cannot be read", e);
        }
    }

    /** Never shows the private key. */
    @Override
    public String toString() {
        return "SigningKey " + id;
    }
}
