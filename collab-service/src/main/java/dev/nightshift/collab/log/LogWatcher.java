package dev.nightshift.collab.log;

import dev.nightshift.contracts.SessionId;
import java.util.List;

/** Learns at once what this node has committed. Must return quickly and never throw. */
public interface LogWatcher {
    /** {@code events} are numbered one after the other. */
    void committed(SessionId session, List<LogEvent> events);
}
