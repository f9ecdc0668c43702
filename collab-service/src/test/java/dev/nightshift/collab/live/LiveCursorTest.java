package dev.nightshift.collab.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.collab.live.Step.Close;
import dev.nightshift.collab.live.Step.Read;
import dev.nightshift.collab.live.Step.Send;
import dev.nightshift.collab.log.LogEvent;
import dev.nightshift.collab.log.LogPage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LiveCursorTest {
    private static final SendWindow.Bounds BOUNDS = new SendWindow.Bounds(8, 10_000, 5_000);

    private long nowMs;
    private final LiveCursor cursor = new LiveCursor(BOUNDS, () -> nowMs);

    @Test
    void greetsAndReadsWhatWasMissed() {
        assertEquals(List.of(new Send("hello"), new Read(3)), cursor.open(List.of("hello"), 3, 7));
    }

    @Test
    void readsNothingWhereNothingWasMissed() {
        assertEquals(List.of(new Send("hello")), cursor.open(List.of("hello"), 7, 7));
    }

    @Test
    void sendsTheNextNumberAtOnce() {
        cursor.open(List.of(), 7, 7);
        assertEquals(sends(8, 9), cursor.committed(events(8, 9)));
    }

    @Test
    void sendsNoNumberTwice() {
        cursor.open(List.of(), 7, 7);
        cursor.committed(events(8, 9));
        assertEquals(sends(10, 10), cursor.committed(events(8, 10)));
    }

    @Test
    void readsTheLogWhereANoticeWasLost() {
        cursor.open(List.of(), 7, 7);
        assertEquals(List.of(new Read(7)), cursor.committed(events(9, 9)));
        assertEquals(sends(8, 9), cursor.page(new LogPage(events(8, 9), 9)));
    }

    @Test
    void readsAgainWhatWasCommittedWhileItRead() {
        cursor.open(List.of(), 0, 2);
        assertEquals(List.of(), cursor.committed(events(3, 3)));
        List<Step> steps = cursor.page(new LogPage(events(1, 2), 2));
        assertEquals(new Read(2), steps.getLast());
    }

    @Test
    void hearsNothingBeforeItIsOpen() {
        assertEquals(List.of(), cursor.committed(events(1, 4)));
        assertEquals(List.of(new Read(0)), cursor.open(List.of(), 0, 2));
    }

    @Test
    void learnsOfALostNoticeFromTheHead() {
        cursor.open(List.of(), 7, 7);
        assertEquals(List.of(new Read(7)), cursor.headIs(8));
        assertEquals(List.of(), cursor.headIs(8));
    }

    @Test
    void leavesTheRestInTheLogWhereThereIsNoRoom() {
        cursor.open(List.of(), 0, 0);
        assertEquals(sends(1, 8), cursor.committed(events(1, 20)));
        for (int i = 0; i < 5; i++) {
            assertEquals(List.of(), cursor.taken());
        }
        assertEquals(List.of(new Read(8)), cursor.taken());
    }

    @Test
    void countsCharactersToo() {
        cursor.open(List.of(), 0, 0);
        String large = "{\"x\":\"" + "y".repeat(6_000) + "\"}";
        List<LogEvent> events = List.of(new LogEvent(1, large), new LogEvent(2, large), new LogEvent(3, large));
        assertEquals(2, cursor.committed(events).size());
    }

    @Test
    void closesWhoDoesNotTakeWhatIsSent() {
        cursor.open(List.of(), 0, 0);
        cursor.committed(events(1, 1));
        nowMs = 5_000;
        assertEquals(List.of(), cursor.tick());
        nowMs = 5_001;
        assertEquals(List.of(new Close(4408, "too slow; reconnect with after=1")), cursor.tick());
        assertEquals(List.of(), cursor.committed(events(2, 2)));
    }

    @Test
    void doesNotCloseWhoTakesInTime() {
        cursor.open(List.of(), 0, 0);
        cursor.committed(events(1, 1));
        nowMs = 4_000;
        cursor.committed(events(2, 2));
        cursor.taken();
        nowMs = 8_000;
        assertEquals(List.of(), cursor.tick());
    }

    @Test
    void closesWhoAsksWithoutTakingTheAnswers() {
        cursor.open(List.of(), 0, 0);
        for (int i = 0; i < 16; i++) {
            assertEquals(List.of(new Send("pong")), cursor.answer("pong"));
        }
        assertTrue(cursor.answer("pong").getFirst() instanceof Close);
    }

    @Test
    void triesAgainAfterAFailedRead() {
        cursor.open(List.of(), 0, 2);
        assertEquals(List.of(), cursor.readFailed());
        assertEquals(List.of(new Read(0)), cursor.tick());
    }

    @Test
    void doesNotReadInCirclesWhereTheLogHasLess() {
        cursor.open(List.of(), 0, 2);
        assertEquals(List.of(), cursor.page(new LogPage(List.of(), 0)));
    }

    /** Notices come late, twice, out of order or not at all; reads fail; the network takes frames as it likes. */
    @Test
    void sendsEveryNumberOnceInOrderWhateverHappens() {
        for (int seed = 0; seed < 300; seed++) {
            assertEquals(
                    LongStream.rangeClosed(4, 120).boxed().toList(),
                    new Chaos(new Random(seed)).run(3, 120),
                    "seed " + seed);
        }
    }

    private static final class Chaos {
        private final Random random;
        private final LiveCursor cursor = new LiveCursor(BOUNDS, () -> 0);
        private final List<Long> seen = new ArrayList<>();
        private final Deque<Long> reads = new ArrayDeque<>();
        private int onTheWay;

        Chaos(Random random) {
            this.random = random;
        }

        List<Long> run(long after, long last) {
            long head = after;
            perform(cursor.open(List.of("hello"), after, head));
            for (int i = 0; i < 100_000 && seen.size() < last - after; i++) {
                switch (random.nextInt(6)) {
                    case 0 -> {
                        long more = Math.min(last, head + random.nextInt(12));
                        if (more > head && random.nextInt(3) > 0) {
                            perform(cursor.committed(events(head + 1, more)));
                        }
                        head = more;
                    }
                    case 1 -> hearAgain(head);
                    case 2, 3 -> takeOne();
                    case 4 -> answerARead(head);
                    default -> perform(random.nextBoolean() ? cursor.headIs(head) : cursor.tick());
                }
            }
            return seen;
        }

        private void hearAgain(long head) {
            long from = 1 + random.nextLong(head);
            perform(cursor.committed(events(from, from + random.nextLong(head - from + 1))));
        }

        private void takeOne() {
            if (onTheWay > 0) {
                onTheWay--;
                perform(cursor.taken());
            }
        }

        private void answerARead(long head) {
            if (!reads.isEmpty()) {
                long after = reads.remove();
                perform(
                        random.nextInt(4) == 0
                                ? cursor.readFailed()
                                : cursor.page(new LogPage(events(after + 1, Math.min(head, after + 5)), head)));
            }
        }

        private void perform(List<Step> steps) {
            for (Step step : steps) {
                switch (step) {
                    case Send send -> {
                        onTheWay++;
                        if (!send.frame().equals("hello")) {
                            seen.add(Long.parseLong(send.frame().replaceAll(".*\"seq\":(\\d+).*", "$1")));
                        }
                    }
                    case Read read -> {
                        assertTrue(reads.isEmpty(), "one read at a time");
                        reads.add(read.after());
                    }
                    case Close close -> throw new AssertionError("closed");
                }
            }
        }
    }

    private static List<LogEvent> events(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seq -> new LogEvent(seq, "{\"id\":\"" + seq + "\"}"))
                .toList();
    }

    private static List<Step> sends(long from, long to) {
        return events(from, to).stream()
                .map(event -> (Step) new Send(Frames.event(event)))
                .toList();
    }
}
