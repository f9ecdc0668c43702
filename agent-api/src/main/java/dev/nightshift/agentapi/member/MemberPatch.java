package dev.nightshift.agentapi.member;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.service.json.Fields;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads what shall be changed of a member. */
final class MemberPatch {
    private static final int MOST_AGENTS = 1_000_000;

    private MemberPatch() {}

    @Schema(name = "MemberPatch")
    record Body(
            @Schema(maxLength = 100) @Nullable String name,

            @Schema(nullable = true, maxLength = 254) @Nullable String email,

            @Schema(enumeration = {"member", "admin"}) @Nullable String role,

            @Schema(enumeration = {"active", "disabled"}) @Nullable String state,

            @Schema(
                    nullable = true,
                    minimum = "0",
                    maximum = "1000000",
                    description = "How many agents the member may have; null for the installation's own limit")
            @Nullable Integer maxAgents) {}

    @Schema(name = "OwnPatch")
    record OwnBody(
            @Schema(maxLength = 100) @Nullable String name,

            @Schema(nullable = true, maxLength = 254) @Nullable String email) {}

    static UnaryOperator<MemberView> byAdmin(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        fields.readOnly("id", "username", "hasPassword", "createdAt");
        String role = AccountFields.role(fields);
        String state = AccountFields.state(fields);
        boolean sent = fields.has("maxAgents");
        Integer maxAgents = fields.integer("maxAgents", 0, MOST_AGENTS);
        UnaryOperator<MemberView> words = words(fields);
        fields.rejectOthers();
        fields.throwIfInvalid();
        return member -> {
            MemberView named = words.apply(member);
            return new MemberView(
                    member.id(),
                    member.username(),
                    named.name(),
                    named.email(),
                    role == null ? member.role() : role,
                    state == null ? member.state() : state,
                    sent ? maxAgents : member.maxAgents(),
                    member.hasPassword(),
                    member.createdAt());
        };
    }

    /** What a member may change of oneself. */
    static UnaryOperator<MemberView> own(@Nullable JsonNode body) {
        Fields fields = Fields.of(body);
        fields.readOnly("id", "username", "role", "state", "maxAgents", "hasPassword", "createdAt");
        UnaryOperator<MemberView> words = words(fields);
        fields.rejectOthers();
        fields.throwIfInvalid();
        return words;
    }

    private static UnaryOperator<MemberView> words(Fields fields) {
        String name = AccountFields.name(fields);
        boolean sent = fields.has("email");
        String email = AccountFields.email(fields);
        return member -> new MemberView(
                member.id(),
                member.username(),
                name == null ? member.name() : name,
                sent ? email : member.email(),
                member.role(),
                member.state(),
                member.maxAgents(),
                member.hasPassword(),
                member.createdAt());
    }
}
