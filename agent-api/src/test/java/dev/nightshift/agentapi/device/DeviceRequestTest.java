package dev.nightshift.agentapi.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.device.DeviceRequest.State;
import dev.nightshift.agentapi.signin.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeviceRequestTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private static DeviceRequest request(State state, @Nullable Instant polledAt, Instant expiresAt) {
        return new DeviceRequest(UUID.randomUUID(), "cli", Scopes.ALL, state, null, INTERVAL, polledAt, expiresAt);
    }

    private static PollAnswer poll(State state, @Nullable Instant polledAt) {
        return request(state, polledAt, NOW.plusSeconds(1)).poll(NOW);
    }

    @Test
    void aPollIsAnsweredByTheState() {
        assertThat(poll(State.PENDING, null)).isEqualTo(PollAnswer.AUTHORIZATION_PENDING);
        assertThat(poll(State.PENDING, NOW.minus(INTERVAL))).isEqualTo(PollAnswer.AUTHORIZATION_PENDING);
        assertThat(poll(State.PENDING, NOW.minus(INTERVAL).plusMillis(1))).isEqualTo(PollAnswer.SLOW_DOWN);
        assertThat(poll(State.APPROVED, NOW)).isEqualTo(PollAnswer.TOKEN);
        assertThat(poll(State.DENIED, NOW)).isEqualTo(PollAnswer.ACCESS_DENIED);
        assertThat(poll(State.USED, null)).isEqualTo(PollAnswer.INVALID_GRANT);
    }

    @Test
    void anExpiredCodeIsOfNoUseWhateverWasDecided() {
        for (State state : new State[] {State.PENDING, State.APPROVED, State.DENIED}) {
            assertThat(request(state, null, NOW).poll(NOW)).isEqualTo(PollAnswer.EXPIRED_TOKEN);
            assertThat(request(state, null, NOW).isOpen(NOW)).isFalse();
        }
        assertThat(request(State.USED, null, NOW).poll(NOW)).isEqualTo(PollAnswer.INVALID_GRANT);
    }

    @Test
    void onlyWhatNobodyHasDecidedIsOpen() {
        for (State state : State.values()) {
            assertThat(request(state, null, NOW.plusSeconds(1)).isOpen(NOW)).isEqualTo(state == State.PENDING);
        }
    }

    @Test
    void theCodesAreThoseOfTheRfc() {
        assertThat(PollAnswer.AUTHORIZATION_PENDING.code()).isEqualTo("authorization_pending");
        assertThat(PollAnswer.SLOW_DOWN.code()).isEqualTo("slow_down");
        assertThat(PollAnswer.EXPIRED_TOKEN.code()).isEqualTo("expired_token");
        assertThat(PollAnswer.ACCESS_DENIED.code()).isEqualTo("access_denied");
    }
}
