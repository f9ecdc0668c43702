package dev.nightshift.agentapi.accesstoken;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.signin.Scope;
import dev.nightshift.agentapi.signin.Scopes;
import dev.nightshift.service.json.Fields;
import dev.nightshift.service.problem.Problem;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a member asks for. {@code name} is for people; {@code expiresAt} absent: until it is revoked. */
public record NewAccessToken(
        String name, Scopes scopes, @Nullable Instant expiresAt) {
    static final int LONGEST_NAME = 100;

    /** Scopes that were not asked for are those of the caller. Fails with a 400 that names every fault. */
    static NewAccessToken read(@Nullable JsonNode body, Scopes own, Instant now) {
        Fields fields = Fields.of(body);
        String name = name(fields);
        Instant expiresAt = fields.instant("expiresAt");
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            fields.fail("expiresAt", "must be in the future");
        }
        List<Scope> asked = fields.list("scopes", Scope::of);
        Scopes scopes = own;
        if (asked != null) {
            scopes = scopes(fields, asked, own);
        }
        fields.rejectOthers();
        fields.throwIfInvalid();
        return new NewAccessToken(Objects.requireNonNull(name, "checked above"), scopes, expiresAt);
    }

    /** The new name of a merge patch. */
    static String readName(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        String name = name(fields);
        fields.readOnly("id", "token", "prefix", "scopes", "createdAt", "expiresAt", "lastUsedAt");
        fields.rejectOthers();
        fields.throwIfInvalid();
        return Objects.requireNonNull(name, "checked above");
    }

    private static @Nullable String name(Fields fields) {
        String name = fields.requiredText("name", LONGEST_NAME, "laptop");
        if (name != null && name.codePoints().anyMatch(NewAccessToken::isInvisible)) {
            fields.fail("name", "must not contain control characters");
        }
        return name;
    }

    private static Scopes scopes(Fields fields, List<Scope> asked, Scopes own) {
        if (!asked.contains(Scope.READ) && !asked.contains(Scope.WRITE)) {
            fields.fail("scopes", "must contain read or write");
            return own;
        }
        return new Scopes(EnumSet.copyOf(asked));
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Faults asking for more than the caller came with. */
    NewAccessToken within(Scopes own) {
        if (!own.cover(scopes)) {
            throw Problem.forbidden("A token cannot be used for more than what it is made with: "
                    + String.join(", ", own.labels()) + ".");
        }
        return this;
    }
}
