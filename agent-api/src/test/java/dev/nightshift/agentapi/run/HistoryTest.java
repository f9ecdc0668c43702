package dev.nightshift.agentapi.run;

import static dev.nightshift.agentapi.run.RunStory.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final RunStory story = new RunStory(AGENT);
    private final List<Known> events =
            List.of(story.queued(1), story.started(2), story.model(3), story.tool(4, true), story.completed(5));

    private static History empty() {
        return new History(Map.of(), Map.of(), Map.of());
    }

    private static Run only(History history) {
        assertThat(history.changedRuns()).hasSize(1);
        return history.changedRuns().iterator().next();
    }

    @Test
    void aRunIsToldByItsEvents() {
        History history = empty();

        events.subList(0, 4).forEach(history::take);

        RunProgress progress = only(history).progress();
        assertThat(progress.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(progress.totals().toolCalls()).isEqualTo(1);
        assertThat(progress.totals().modelCalls()).isEqualTo(1);
        assertThat(progress.lastN()).isEqualTo(4);
    }

    @Test
    void anEventSeenBeforeIsDropped() {
        History history = empty();
        events.forEach(history::take);
        Run once = only(history);

        events.forEach(history::take);

        assertThat(only(history)).isEqualTo(once);
        assertThat(history.changedStandings()).singleElement().satisfies(standing -> {
            assertThat(standing.runCount()).isEqualTo(1);
            assertThat(standing.running()).isZero();
        });
    }

    @Test
    void nothingIsProjectedPastAGap() {
        History history = empty();

        history.take(events.get(0));
        history.take(events.get(4));
        history.take(events.get(2));

        assertThat(only(history).progress().status()).isEqualTo(RunStatus.PENDING);
        assertThat(history.parked()).containsExactlyInAnyOrder(events.get(4), events.get(2));
    }

    @Test
    void whatWaitedFollowsWhenTheGapIsClosed() {
        History first = empty();
        first.take(events.get(0));
        first.take(events.get(4));
        first.take(events.get(2));
        Run known = only(first);
        History second = new History(Map.of(), Map.of(), Map.of(known.head().id(), known));
        first.parked().forEach(second::wasParked);

        second.take(events.get(1));
        second.take(events.get(3));

        assertThat(only(second).progress().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(only(second).progress().lastN()).isEqualTo(5);
        assertThat(second.parked()).isEmpty();
        assertThat(second.unparked()).containsExactlyInAnyOrder(events.get(4), events.get(2));
    }

    @Test
    void aGapThatStaysOpenIsGivenUp() {
        History history = empty();
        history.take(events.get(0));
        history.take(events.get(4));

        history.closeGap(story.run());

        assertThat(only(history).progress().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(only(history).progress().endReason()).isEqualTo(EndReason.FINISHED);
        assertThat(history.changedStandings())
                .singleElement()
                .satisfies(standing -> assertThat(standing.runCount()).isEqualTo(1));
    }

    @Test
    void aFinalStatusNeverChanges() {
        History history = empty();
        events.forEach(history::take);

        history.take(story.failed(6, EndReason.TIMEOUT));

        assertThat(only(history).progress().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(only(history).progress().lastN()).isEqualTo(6);
    }

    @Test
    void aRunThatWasNeverAnnouncedWaitsForItsFirstEvent() {
        History history = empty();

        history.take(events.get(1));

        assertThat(history.changedRuns()).isEmpty();
        assertThat(history.parked()).containsExactly(events.get(1));
    }

    @Test
    void decisionAndEventsComeInAnyOrder() {
        History eventsFirst = empty();
        events.forEach(eventsFirst::take);
        eventsFirst.take(story.due());
        History decisionFirst = empty();
        decisionFirst.take(story.due());
        events.forEach(decisionFirst::take);

        assertThat(only(eventsFirst).progress()).isEqualTo(only(decisionFirst).progress());
        assertThat(eventsFirst.changedStandings()).isEqualTo(decisionFirst.changedStandings());
    }

    @Test
    void aChatCountsNowhere() {
        RunStory chat = RunStory.chat(AGENT);
        History history = empty();

        history.take(chat.queued(1));
        history.take(chat.started(2));
        history.take(chat.completed(3));

        assertThat(only(history).progress().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(history.changedStandings()).isEmpty();
        assertThat(history.events()).isEmpty();
    }

    @Test
    void refusedToolCallsAreNotCounted() {
        History history = empty();
        history.take(story.queued(1));
        history.take(story.started(2));
        history.take(story.tool(3, false));

        assertThat(only(history).progress().totals().toolCalls()).isZero();
    }

    @Test
    void aSecondAttemptKeepsTheFirstStart() {
        History history = empty();
        history.take(story.queued(1));
        history.take(story.started(2));
        Instant first = only(history).progress().startedAt();
        history.take(story.startedAgain(3));

        assertThat(only(history).progress().attempt()).isEqualTo(2);
        assertThat(only(history).progress().startedAt()).isEqualTo(first);
        assertThat(history.changedStandings())
                .singleElement()
                .satisfies(standing -> assertThat(standing.runCount()).isEqualTo(1));
    }
}
