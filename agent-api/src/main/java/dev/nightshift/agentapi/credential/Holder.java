package dev.nightshift.agentapi.credential;

import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.Uuids;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who holds something open, and what the member came with: a browser's session, an access token, or nothing that can be
 * revoked by itself.
 */
record Holder(MemberId member, Kind kind, @Nullable UUID id) {
    enum Kind {
        SESSION,
        TOKEN,
        NONE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code credential} as a platform token names it; throws {@link IllegalArgumentException} for anything else. */
    static Holder of(MemberId member, @Nullable String credential) {
        if (credential == null) {
            return new Holder(member, Kind.NONE, null);
        }
        for (Kind kind : new Kind[] {Kind.SESSION, Kind.TOKEN}) {
            String prefix = kind.label() + ":";
            if (credential.startsWith(prefix)) {
                return new Holder(member, kind, Uuids.parse(credential.substring(prefix.length())));
            }
        }
        throw new IllegalArgumentException("must be session:<id> or token:<id>");
    }
}
