package dev.nightshift.agentapi.agent;

import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.contracts.Author;
import dev.nightshift.service.token.Caller.MemberCaller;

/** Who does something to an agent: the member, and the same as the audit log names them. */
public record Person(MemberCaller member, Actor actor) {
    public Author author() {
        return new Author(member.memberId(), member.name());
    }
}
