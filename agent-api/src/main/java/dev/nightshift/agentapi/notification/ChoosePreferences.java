package dev.nightshift.agentapi.notification;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.agent.Agent;
import dev.nightshift.agentapi.agent.AgentRights.Action;
import dev.nightshift.agentapi.agent.Agents;
import dev.nightshift.agentapi.agent.Allowed;
import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.agentapi.webhook.NotifyWebhook;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes what people want to hear. */
@ApplicationScoped
class ChoosePreferences {
    private final Agents agents;
    private final PreferenceTables tables;
    private final NotifyWebhook webhooks;
    private final AuditLog audit;
    private final Mail mail;

    ChoosePreferences(Agents agents, PreferenceTables tables, NotifyWebhook webhooks, AuditLog audit, Mail mail) {
        this.agents = agents;
        this.tables = tables;
        this.webhooks = webhooks;
        this.audit = audit;
        this.mail = mail;
    }

    /** Who chooses: the caller, for its rights, and the actor, for the audit log. */
    record By(MemberCaller caller, Actor actor) {}

    Uni<PreferencesView> ofAgent(MemberCaller caller, AgentId id) {
        return allowed(caller, id, Action.SEE_ALL)
                .chain(agent -> tables.ofAgent(id)
                        .chain(chosen -> tables.ofMember(caller.memberId())
                                .map(own -> PreferencesView.of(
                                        chosen.orElse(null), own.orElse(Preferences.USUAL), mail.isAvailable()))));
    }

    Uni<PreferencesView> forAgent(By by, AgentId id, @Nullable JsonNode body) {
        return allowed(by.caller(), id, Action.CHANGE)
                .chain(agent -> tables.ofAgent(id)
                        .chain(before -> checked(by.caller(), before, body))
                        .chain(chosen -> keep(by, agent, chosen)));
    }

    Uni<PreferencesView> ofMember(MemberCaller caller) {
        return tables.ofMember(caller.memberId())
                .map(chosen -> PreferencesView.of(chosen.orElse(null), Preferences.USUAL, mail.isAvailable()));
    }

    Uni<PreferencesView> forMember(MemberCaller caller, @Nullable JsonNode body) {
        return tables.ofMember(caller.memberId())
                .chain(before -> checked(caller, before, body))
                .chain(chosen -> tables.transaction(transaction -> tables.keep(transaction, caller.memberId(), chosen))
                        .replaceWith(() -> PreferencesView.of(chosen, chosen, mail.isAvailable())));
    }

    private Uni<PreferencesView> keep(By by, Agent agent, Preferences chosen) {
        Act act = Act.done(
                "agent.notifications_changed",
                new Act.Target("agent", agent.id().toString(), agent.settings().name()),
                Map.of(
                        "onFailure", chosen.onFailure().toString(),
                        "onWaiting", chosen.onWaiting().toString()));
        return tables.transaction(transaction -> tables.keep(transaction, agent.id(), chosen)
                        .chain(() -> audit.write(transaction, by.actor(), act)))
                .replaceWith(() -> PreferencesView.of(chosen, chosen, mail.isAvailable()));
    }

    private Uni<Agent> allowed(MemberCaller caller, AgentId id, Action action) {
        return agents.byId(id).map(found -> Allowed.check(found, caller, action).agent());
    }

    /** The webhook must be the caller's own, or the one that is chosen already. */
    private Uni<Preferences> checked(MemberCaller caller, Optional<Preferences> before, @Nullable JsonNode body) {
        Preferences asked = Preferences.read(body);
        UUID webhook = asked.webhookId();
        if (webhook == null
                || before.map(Preferences::webhookId).filter(webhook::equals).isPresent()) {
            return Uni.createFrom().item(asked);
        }
        return webhooks.belongsTo(webhook, caller.memberId()).map(own -> {
            if (!own) {
                throw Problem.invalid("webhookId", "is no webhook of yours");
            }
            return asked;
        });
    }
}
