package dev.nightshift.local.service;

import java.util.Arrays;
import java.util.List;

/** The services, each with its module's name and the name of the variable that holds its address. */
public enum Service {
    AGENT_API("agent-api", "NIGHTSHIFT_AGENT_API_URL"),
    SCHEDULER("scheduler-service", "NIGHTSHIFT_SCHEDULER_URL"),
    RUNNER("runner-service", "NIGHTSHIFT_RUNNER_URL"),
    SANDBOX("sandbox-service", "NIGHTSHIFT_SANDBOX_URL"),
    COLLAB("collab-service", "NIGHTSHIFT_COLLAB_URL"),
    SEARCH("search-service", "NIGHTSHIFT_SEARCH_URL");

    private final String module;
    private final String addressVariable;

    Service(String module, String addressVariable) {
        this.module = module;
        this.addressVariable = addressVariable;
    }

    public String module() {
        return module;
    }

    String addressVariable() {
        return addressVariable;
    }

    public static List<Service> all() {
        return Arrays.asList(values());
    }
}
