package dev.nightshift.agentapi.invite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.member.AccountFields;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.service.json.Fields;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invite that is to be made. */
record NewInvite(UUID id, String role, @Nullable String email) {

    @Schema(name = "NewInvite")
    record Body(
            @Schema(
                    required = true,
                    enumeration = {"member", "admin"})
            String role,

            @Schema(nullable = true, maxLength = 254) @Nullable String email) {}

    @Schema(name = "InvitePatch")
    record PatchBody(
            @Schema(enumeration = {"member", "admin"}) @Nullable String role,

            @Schema(nullable = true, maxLength = 254) @Nullable String email) {}

    static NewInvite read(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        if (!fields.has("role")) {
            fields.fail("role", "is required: member or admin");
        }
        String role = AccountFields.role(fields);
        String email = AccountFields.email(fields);
        fields.rejectOthers();
        fields.throwIfInvalid();
        return new NewInvite(Uuids.v7(), Objects.requireNonNull(role), email);
    }

    static UnaryOperator<Invite> patch(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        fields.readOnly("id", "url", "state", "createdBy", "createdAt", "expiresAt", "usedBy", "usedAt");
        String role = AccountFields.role(fields);
        boolean sent = fields.has("email");
        String email = AccountFields.email(fields);
        fields.rejectOthers();
        fields.throwIfInvalid();
        return invite -> invite.with(role == null ? invite.role() : role, sent ? email : invite.email());
    }
}
