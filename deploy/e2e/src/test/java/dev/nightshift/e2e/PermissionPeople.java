package dev.nightshift.e2e;

import dev.nightshift.e2e.PermissionTable.Role;
import java.io.IOException;
import java.util.Map;

/** One signed-in person for each role of the policy, and the first admin, who sets things up. */
record PermissionPeople(Door first, Map<Role, Door> doors, Map<Role, Door> others, Map<Role, String> ids) {
    private static final String PASSWORD = "a password of some length";

    static PermissionPeople register(String url, Door first) throws IOException, InterruptedException {
        Door member = first.invite("mark", "member", PASSWORD);
        Door owner = first.invite("olga", "member", PASSWORD);
        Door admin = first.invite("ada", "admin", PASSWORD);
        Door nobody = Door.nobody(url);
        return new PermissionPeople(
                first,
                Map.of(Role.NOBODY, nobody, Role.MEMBER, member, Role.OWNER, owner, Role.ADMIN, admin),
                Map.of(
                        Role.NOBODY,
                        nobody,
                        Role.MEMBER,
                        first.invite("other-mark", "member", PASSWORD),
                        Role.ADMIN,
                        first.invite("other-ada", "admin", PASSWORD)),
                Map.of(Role.MEMBER, id(member), Role.OWNER, id(owner), Role.ADMIN, id(admin)));
    }

    Door as(Role role) {
        return doors.get(role);
    }

    /** Somebody else of the same role, whose sessions may end. */
    Door other(Role role) {
        return others.get(role);
    }

    static String name(Role role) {
        return switch (role) {
            case NOBODY -> "nobody";
            case MEMBER -> "mark";
            case OWNER -> "olga";
            case ADMIN -> "ada";
        };
    }

    static String password() {
        return PASSWORD;
    }

    private static String id(Door door) throws IOException, InterruptedException {
        return door.get("/api/me").path("id").asText();
    }
}
