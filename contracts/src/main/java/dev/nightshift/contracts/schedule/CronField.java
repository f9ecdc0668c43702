package dev.nightshift.contracts.schedule;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The values that one field of a cron line matches.
 *
 * @param values one bit for each value
 * @param star whether the field began with {@code *}, which cron treats as not restricting
 * @param step 1 for {@code *}, n for exactly {@code *}{@code /n}, otherwise 0
 */
public record CronField(long values, boolean star, int step) {
    public CronField {
        if (values == 0 || step < 0) {
            throw new IllegalArgumentException("a field matches something");
        }
    }

    static CronField of(int value) {
        return new CronField(1L << value, false, 0);
    }

    static CronField all(CronUnit unit) {
        return new CronField(bits(unit.min, unit.max, 1), true, 1);
    }

    /** {@code from} to {@code to}, both included, every {@code step}-th. */
    static long bits(int from, int to, int step) {
        return IntStream.iterate(from, v -> v <= to, v -> v + step)
                .mapToLong(v -> 1L << v)
                .reduce(0, (a, b) -> a | b);
    }

    boolean has(int value) {
        return (values >>> value & 1) == 1;
    }

    /** The smallest value from {@code value} on, or -1. */
    int from(int value) {
        long rest = value > 63 ? 0 : values & (-1L << value);
        return rest == 0 ? -1 : Long.numberOfTrailingZeros(rest);
    }

    int first() {
        return Long.numberOfTrailingZeros(values);
    }

    int last() {
        return 63 - Long.numberOfLeadingZeros(values);
    }

    int count() {
        return Long.bitCount(values);
    }

    /** Whether there is no hole between the first and the last value. */
    boolean contiguous() {
        return count() == last() - first() + 1;
    }

    List<Integer> list() {
        return IntStream.rangeClosed(first(), last()).filter(this::has).boxed().toList();
    }
}
