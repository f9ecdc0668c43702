package dev.nightshift.agentapi.oidc;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.MemberId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whose tokens were found good within the last minute, by their hashes; at most 10,000. */
@Decision
final class RecentTokens {
    static final Duration LIFE = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private final Map<String, Holder> holders = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Holder> eldest) {
            return size() > MOST;
        }
    };

    private record Holder(MemberId member, Instant until) {}

    synchronized Optional<MemberId> holder(String token, Instant now) {
        Holder holder = holders.get(hash(token));
        return holder != null && now.isBefore(holder.until()) ? Optional.of(holder.member()) : Optional.empty();
    }

    /** {@code until}: the token's own end, when that is sooner. */
    synchronized void keep(String token, MemberId member, Instant now, Instant until) {
        Instant end = now.plus(LIFE);
        holders.put(hash(token), new Holder(member, until.isBefore(end) ? until : end));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
