package dev.nightshift.service.token;

/** The names of the claims of a platform token. Issuer and audience are both {@value #ISSUER}. */
public final class Claims {
    public static final String ISSUER = "nightshift";
    public static final String KIND = "kind";
    public static final String NAME = "name";
    public static final String MEMBER_GROUPS = "memberGroups";
    public static final String CREDENTIAL = "credential";
    public static final String RUN_ID = "runId";
    public static final String AGENT_ID = "agentId";
    public static final String SESSION_ID = "sessionId";
    public static final String ACTING_FOR = "actingFor";
    public static final String SOURCES = "sources";
    public static final String ACTIONS = "actions";

    private Claims() {}
}
