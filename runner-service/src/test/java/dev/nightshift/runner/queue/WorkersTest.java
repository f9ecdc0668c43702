package dev.nightshift.runner.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.RunTotals;
import dev.nightshift.runner.SampleRun;
import dev.nightshift.runner.journal.LeasedRun;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkersTest {
    @Test
    void aNodeThatClosesCallsItsRunsOffAndTakesNoMore() throws Exception {
        CompletableFuture<Boolean> calledOff = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Workers workers = new Workers(
                run -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        calledOff.complete(true);
                    }
                },
                new ClaimNudge());
        workers.start(new LeasedRun(SampleRun.of("").due(), 1, 1, Instant.EPOCH, 2, RunTotals.NONE));
        begun.await();
        assertTrue(workers.areOpen());
        assertEquals(1, workers.held().size());

        workers.close();
        assertTrue(calledOff.get(10, TimeUnit.SECONDS));
        assertFalse(workers.areOpen());
    }
}
