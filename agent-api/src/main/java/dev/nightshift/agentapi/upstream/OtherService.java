package dev.nightshift.agentapi.upstream;

/** A service that is asked directly, and the setting that says where it is. */
public enum OtherService {
    RUNNER("nightshift.runner.url"),
    COLLAB("nightshift.collab.url"),
    SEARCH("nightshift.search.url");

    private final String setting;

    OtherService(String setting) {
        this.setting = setting;
    }

    public String setting() {
        return setting;
    }

    /** The name that people know. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT) + "-service";
    }
}
