package dev.nightshift.agentapi.device;

import dev.nightshift.agentapi.signin.Scopes;
import java.time.Duration;

/** How a poll ends. */
sealed interface Polled {
    /** The one time that the token is given; {@code life} is how long it can be used. */
    record Given(String token, Scopes scopes, Duration life) implements Polled {}

    /** Not yet, or never. */
    record Refused(PollAnswer answer) implements Polled {
        public Refused {
            if (answer == PollAnswer.TOKEN) {
                throw new IllegalArgumentException("a token is no refusal");
            }
        }
    }
}
