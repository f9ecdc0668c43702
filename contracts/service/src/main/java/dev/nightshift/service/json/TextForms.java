package dev.nightshift.service.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Uuids;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** What a text must look like to be more than a text. All throw {@link IllegalArgumentException} with what is wrong. */
final class TextForms {
    static final String NO_ID = "must be an id (UUID), for example 018f3c5e-7b1a-7c3d-9e2f-4a5b6c7d8e9f";
    static final String NO_TIME = "must be a time in ISO-8601 UTC, for example 2027-01-01T09:00:00Z";

    private static final int LAST_YEAR = 9999;

    private TextForms() {}

    static UUID id(String text) {
        try {
            return Uuids.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NO_ID, e);
        }
    }

    /** A time of the years 1 to 9999. */
    static Instant instant(String text) {
        try {
            Instant at = Instant.parse(text);
            int year = at.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1 && year <= LAST_YEAR) {
                return at;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(NO_TIME, e);
        }
        throw new IllegalArgumentException(NO_TIME);
    }

    static String element(JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("must be text");
        }
        return value.asText();
    }
}
