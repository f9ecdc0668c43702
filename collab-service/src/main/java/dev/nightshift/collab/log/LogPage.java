package dev.nightshift.collab.log;

import java.util.List;
import java.util.stream.Collectors;

/** Events of a log in ascending order, and the number of its last event when they were read. */
public record LogPage(List<LogEvent> events, long head) {
    public LogPage {
        events = List.copyOf(events);
    }

    String json() {
        return events.stream().map(LogEvent::item).collect(Collectors.joining(",", "{\"items\":[", "],\"head\":"))
                + head
                + "}";
    }
}
