package dev.nightshift.agentapi.panel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame of the panel's socket. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PanelMessage(
        String type,
        @Nullable Instance instance,
        @Nullable List<Instance> instances,
        @Nullable String log) {
    private static final String PREFIX = "background-agent:";

    /** Everything there is, when a socket opens. */
    static PanelMessage list(List<Instance> instances) {
        return new PanelMessage(PREFIX + "list", null, List.copyOf(instances), null);
    }

    static PanelMessage started(Instance instance) {
        return new PanelMessage(PREFIX + "started", instance, null, null);
    }

    static PanelMessage updated(Instance instance) {
        return new PanelMessage(PREFIX + "status-update", instance, null, null);
    }

    static PanelMessage stopped(Instance instance) {
        return new PanelMessage(PREFIX + "stopped", instance, null, null);
    }

    /** A line for people. */
    static PanelMessage log(Instance instance, String line) {
        return new PanelMessage(PREFIX + "log", instance, null, line);
    }
}
