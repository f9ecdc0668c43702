package dev.nightshift.search.source;

import dev.nightshift.contracts.Decision;
import dev.nightshift.service.json.Fields;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who may read a source: everyone, or the named members and the members of the named groups. Empty lists: nobody. */
@Decision
@Schema(
        name = "Access",
        description = "Either `everyone: true`, or `members` and `groups`; an empty list names nobody.")
record Access(
        @Schema(description = "True, or absent.") @Nullable Boolean everyone,

        @Schema(description = "Ids of members.", nullable = true) @Nullable List<UUID> members,

        @Schema(description = "Ids of groups.", nullable = true) @Nullable List<UUID> groups) {

    /** Members, and groups, that one list may name. */
    static final int MAX_NAMED = 1000;

    private static final String EXPECTED = "{\"everyone\": true}, or {\"members\": [ids], \"groups\": [ids]}";

    static Access ofEveryone() {
        return new Access(true, null, null);
    }

    static Access of(List<UUID> members, List<UUID> groups) {
        return new Access(null, List.copyOf(members), List.copyOf(groups));
    }

    /** Reads the field {@code access}; null, with the reason noted, when it is faulty or absent. */
    static @Nullable Access read(Fields fields) {
        return readOver(fields, null);
    }

    /**
     * Reads the field {@code access} as a merge patch over {@code old}: a list that is not sent stays as it is. The two
     * forms exclude each other, so naming one leaves the other.
     */
    static @Nullable Access readOver(Fields fields, @Nullable Access old) {
        Fields access = fields.object("access");
        if (access == null) {
            if (!fields.has("access") || fields.isNull("access")) {
                fields.fail("access", "is required: " + EXPECTED);
            }
            return null;
        }
        Boolean everyone = access.bool("everyone");
        List<UUID> members = bounded(access, "members");
        List<UUID> groups = bounded(access, "groups");
        access.rejectOthers();
        boolean forEveryone = Boolean.TRUE.equals(everyone);
        boolean named = isSent(access, "members") || isSent(access, "groups");
        if (forEveryone && named) {
            fields.fail("access", "is either for everyone or for the named: " + EXPECTED);
        } else if (!forEveryone && !named && (everyone != null || !isSent(access, "everyone"))) {
            fields.fail("access", "must say who may read: " + EXPECTED);
        }
        if (forEveryone) {
            return ofEveryone();
        }
        return of(
                members != null ? members : old == null || access.isNull("members") ? List.of() : old.memberIds(),
                groups != null ? groups : old == null || access.isNull("groups") ? List.of() : old.groupIds());
    }

    boolean allowsEveryone() {
        return Boolean.TRUE.equals(everyone);
    }

    List<UUID> memberIds() {
        return members == null ? List.of() : members;
    }

    List<UUID> groupIds() {
        return groups == null ? List.of() : groups;
    }

    private static boolean isSent(Fields access, String field) {
        return access.has(field) && !access.isNull(field);
    }

    private static @Nullable List<UUID> bounded(Fields access, String field) {
        List<UUID> ids = access.uuids(field);
        if (ids != null && ids.size() > MAX_NAMED) {
            access.fail(field, "has " + ids.size() + " ids; at most " + MAX_NAMED + " are allowed");
        }
        return ids;
    }
}
