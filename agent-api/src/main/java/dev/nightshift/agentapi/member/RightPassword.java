package dev.nightshift.agentapi.member;

import dev.nightshift.service.token.Caller.MemberCaller;

/** Somebody gave the right password. {@code hash} is what it was checked against, so that a change meanwhile is seen. */
public record RightPassword(MemberCaller caller, String hash) {
    @Override
    public String toString() {
        return "RightPassword[" + caller.memberId() + "]";
    }
}
