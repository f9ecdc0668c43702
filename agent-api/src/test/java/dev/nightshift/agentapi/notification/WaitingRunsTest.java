package dev.nightshift.agentapi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.run.Run;
import dev.nightshift.agentapi.run.RunChange;
import dev.nightshift.agentapi.run.RunHead;
import dev.nightshift.agentapi.run.RunProgress;
import dev.nightshift.agentapi.run.RunStory;
import dev.nightshift.agentapi.run.RunWatcher;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.Trigger;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WaitingRunsTest extends MailTest {
    @Inject
    RunWatcher watcher;

    private final RunStory waiting = new RunStory(AgentId.next());

    @Test
    void aRunThatWaitsIsToldAtOnceEachTime() throws Exception {
        waits(4);
        waits(4);
        waits(9);

        assertThat(mails(2).stream().map(WaitingRunsTest::subject))
                .containsOnly("Nightshift: \"" + RunStory.NAME + "\" waits for a person");
        awaitCount("select count(*) from notices where agent_id = $1 and addressed", 2);
    }

    /** No runner says yet that a run waits, so the projection's watcher is told itself. */
    private void waits(long n) {
        RunHead head = new RunHead(
                waiting.run(),
                AgentId.of(agent),
                RunStory.NAME,
                waiting.session(),
                Trigger.MANUAL,
                null,
                null,
                1,
                null,
                ActingFor.member(olga.id(), "Olga"),
                waiting.at(1));
        Run running = new Run(head, progress(RunStatus.RUNNING, n - 1));
        Run waitingRun = new Run(head, progress(RunStatus.WAITING, n));
        pool.withTransaction(transaction -> watcher.changed(transaction, List.of(new RunChange(running, waitingRun))))
                .await()
                .atMost(SOON);
    }

    private static RunProgress progress(RunStatus status, long n) {
        return new RunProgress(status, null, null, null, null, null, null, null, RunTotals.NONE, null, 1, n);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
