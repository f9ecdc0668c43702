package dev.nightshift.e2e;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Connections that each ask again as soon as they are answered. */
record Load(URI uri, String cookie, int connections) {

    /** What a round gave: requests a second, and the time below which 99 of 100 were answered, in milliseconds. */
    record Round(double perSecond, double p99Ms) {
        private static Round of(long[] nanos, double seconds) {
            Arrays.sort(nanos);
            return new Round(nanos.length / seconds, nanos[(int) (nanos.length * 0.99)] / 1e6);
        }

        /** Of each measure by itself. */
        static Round median(List<Round> rounds) {
            return new Round(
                    median(rounds.stream().mapToDouble(Round::perSecond).sorted().toArray()),
                    median(rounds.stream().mapToDouble(Round::p99Ms).sorted().toArray()));
        }

        private static double median(double[] sorted) {
            return sorted[sorted.length / 2];
        }
    }

    Round run(Duration duration) throws Exception {
        long begin = System.nanoTime();
        long until = begin + duration.toNanos();
        List<long[]> took = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(() -> askUntil(until)));
            }
            for (Future<long[]> one : all) {
                took.add(one.get());
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return Round.of(took.stream().flatMapToLong(LongStream::of).toArray(), seconds);
    }

    /** Nanoseconds of each request. */
    private long[] askUntil(long until) throws Exception {
        long[] took = new long[1024];
        int count = 0;
        try (KeepAlive connection = new KeepAlive(uri, cookie)) {
            for (long before = System.nanoTime(); before < until; before = System.nanoTime()) {
                connection.ask();
                if (count == took.length) {
                    took = Arrays.copyOf(took, count * 2);
                }
                took[count++] = System.nanoTime() - before;
            }
        }
        return Arrays.copyOf(took, count);
    }
}
