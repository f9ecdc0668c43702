package dev.nightshift.agentapi.signin;

import dev.nightshift.contracts.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets each key through once in a while; remembers a bounded number of keys, and forgets the oldest first. */
@Decision
final class AtMostOncePer {
    private final Duration pause;
    private final Map<String, Instant> passed;

    AtMostOncePer(Duration pause, int mostKeys) {
        this.pause = pause;
        this.passed = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                return size() > mostKeys;
            }
        };
    }

    synchronized boolean passes(String key, Instant now) {
        Instant last = passed.get(key);
        if (last != null && now.isBefore(last.plus(pause))) {
            return false;
        }
        passed.remove(key);
        passed.put(key, now);
        return true;
    }
}
