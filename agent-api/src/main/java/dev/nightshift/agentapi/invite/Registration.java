package dev.nightshift.agentapi.invite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.member.AccountFields;
import dev.nightshift.agentapi.member.NewPassword;
import dev.nightshift.service.json.Fields;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody who was invited wants to be here. */
record Registration(String invite, String username, String password, String name) {
    private static final int LONGEST_CODE = 200;

    @Schema(name = "Registration")
    record Body(
            @Schema(required = true, description = "The last part of the invite's link")
            String invite,

            @Schema(required = true, minLength = 3, maxLength = 64, pattern = "[A-Za-z0-9._-]+")
            String username,

            @Schema(required = true, minLength = 8, maxLength = 1024)
            String password,

            @Schema(maxLength = 100, description = "Absent: the user name") @Nullable String name) {}

    static Registration read(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        String invite = fields.requiredText("invite", LONGEST_CODE, "the last part of the link you were sent");
        String username = AccountFields.username(fields);
        String password = NewPassword.read(fields, "password");
        String name = AccountFields.name(fields);
        fields.rejectOthers();
        fields.throwIfInvalid();
        return new Registration(
                Objects.requireNonNull(invite),
                Objects.requireNonNull(username),
                Objects.requireNonNull(password),
                name == null ? Objects.requireNonNull(username) : name);
    }

    @Override
    public String toString() {
        return "Registration[" + username + "]";
    }
}
