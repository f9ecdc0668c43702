package dev.nightshift.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one principal a run acts for: a member (the creator, or the speaker of a chat), or the organisation. */
public record ActingFor(
        Kind kind, @Nullable MemberId memberId, @Nullable String name) {

    /** What sort of principal. */
    public enum Kind {
        MEMBER,
        ORGANISATION;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Kind of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    public ActingFor {
        if ((kind == Kind.MEMBER) != (memberId != null)) {
            throw new IllegalArgumentException("a member has an id, the organisation has none");
        }
    }

    public static ActingFor member(MemberId id, String name) {
        return new ActingFor(Kind.MEMBER, id, name);
    }

    public static ActingFor organisation() {
        return new ActingFor(Kind.ORGANISATION, null, null);
    }
}
