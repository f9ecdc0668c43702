package dev.nightshift.agentapi.member;

import dev.nightshift.agentapi.naming.VisibleText;
import dev.nightshift.service.json.Fields;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What accounts consist of, read from a request; each fault is recorded with its field. */
public final class AccountFields {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final int SHORTEST_USERNAME = 3;
    private static final int LONGEST_USERNAME = 64;
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._-]*");
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>\"(),:;\\[\\]\\\\]+@[^\\s@<>\"(),:;\\[\\]\\\\.]+(\\.[^\\s@<>\"(),:;\\[\\]\\\\.]+)*");
    private static final Set<String> ROLES = Set.of("member", "admin");
    private static final Set<String> STATES = Set.of("active", "disabled");

    private AccountFields() {}

    /** A user name: one alphabet only, so that no letter passes for another. */
    public static @Nullable String username(Fields fields) {
        String username = fields.requiredText("username", LONGEST_USERNAME, "ada.lovelace");
        if (username == null) {
            return null;
        }
        if (!USERNAME.matcher(username).matches()) {
            fields.fail("username", "may have letters A to Z, digits, dots, hyphens and underscores only");
            return null;
        }
        if (username.length() < SHORTEST_USERNAME) {
            fields.fail("username", "must have at least " + SHORTEST_USERNAME + " characters");
            return null;
        }
        return username;
    }

    /** How a person is called; absent where it was not sent. Once there, it cannot be taken away. */
    public static @Nullable String name(Fields fields) {
        if (cannotBeRemoved(fields, "name")) {
            return null;
        }
        String name = fields.text("name", LONGEST_NAME);
        if (name == null) {
            return null;
        }
        if (name.isBlank()) {
            fields.fail("name", "must not be empty");
            return null;
        }
        return visible(fields, "name", name.strip());
    }

    /** Absent for none, and where it was not sent. */
    public static @Nullable String email(Fields fields) {
        String email = fields.text("email", LONGEST_EMAIL);
        if (email != null && !EMAIL.matcher(email).matches()) {
            fields.fail("email", "must be an e-mail address, for example ada@example.org");
            return null;
        }
        return email == null ? null : visible(fields, "email", email);
    }

    /** Absent where it was not sent. */
    public static @Nullable String role(Fields fields) {
        return cannotBeRemoved(fields, "role")
                ? null
                : fields.choice("role", value -> oneOf(ROLES, value), "member, admin");
    }

    static @Nullable String state(Fields fields) {
        return cannotBeRemoved(fields, "state")
                ? null
                : fields.choice("state", value -> oneOf(STATES, value), "active, disabled");
    }

    private static boolean cannotBeRemoved(Fields fields, String field) {
        if (fields.isNull(field)) {
            fields.fail(field, "cannot be removed");
            return true;
        }
        return false;
    }

    private static @Nullable String visible(Fields fields, String field, String text) {
        String fault = VisibleText.fault(text).orElse(null);
        if (fault == null) {
            return text;
        }
        fields.fail(field, fault);
        return null;
    }

    private static String oneOf(Set<String> allowed, String value) {
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }
}
