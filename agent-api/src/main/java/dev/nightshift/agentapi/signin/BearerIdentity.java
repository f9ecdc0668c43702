package dev.nightshift.agentapi.signin;

import dev.nightshift.service.token.Caller.MemberCaller;

/** The member behind a Bearer token, and what that token may be used for. */
public record BearerIdentity(MemberCaller caller, Scopes scopes) {}
