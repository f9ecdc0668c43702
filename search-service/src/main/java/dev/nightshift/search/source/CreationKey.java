package dev.nightshift.search.source;

import dev.nightshift.contracts.Decision;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The {@code Idempotency-Key} of a creating call, with its scope. */
@Decision
record CreationKey(UUID member, String path, String key) {
    static final String HEADER = "Idempotency-Key";
    private static final int MAX_LENGTH = 200;

    /** Absent when the header is; 400 for one that is blank or over-long. */
    static @Nullable CreationKey read(MemberId member, String path, @Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.isBlank() || header.length() > MAX_LENGTH) {
            throw Problem.invalid(HEADER, "must have 1 to " + MAX_LENGTH + " characters, for example a UUID");
        }
        return new CreationKey(member.value(), path, header);
    }
}
