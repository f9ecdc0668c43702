package dev.nightshift.scheduler.due;

import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunId;
import java.time.Instant;

/** What became of one due time, or of several in a row. */
public sealed interface Outcome {
    /** The first due time it speaks of, before jitter. */
    Instant first();

    /** The last due time it speaks of. */
    Instant last();

    long count();

    /** The same due time gives the same id, whoever decides and however often. */
    default RunId runId(AgentId agent) {
        return RunId.ofDueTime(agent, first());
    }

    /** A run shall happen. */
    record Due(Instant at) implements Outcome {
        @Override
        public Instant first() {
            return at;
        }

        @Override
        public Instant last() {
            return at;
        }

        @Override
        public long count() {
            return 1;
        }
    }

    /** {@code count} due times from {@code first} to {@code last} bring no run. */
    record NotDue(Instant first, Instant last, long count, EndReason reason) implements Outcome {
        public NotDue {
            if (count < 1 || last.isBefore(first)) {
                throw new IllegalArgumentException("not about any due time: " + first + " to " + last);
            }
        }
    }
}
