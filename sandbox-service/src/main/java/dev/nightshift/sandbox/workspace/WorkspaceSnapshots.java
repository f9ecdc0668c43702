package dev.nightshift.sandbox.workspace;

import dev.nightshift.contracts.SessionId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;

/** The last saved workspace of each session, as bytes that only sandboxes understand. */
public interface WorkspaceSnapshots {

    /** The session's snapshot, to be closed by the caller; empty when there is none. */
    Optional<InputStream> read(SessionId session) throws IOException;

    /** Starts a new snapshot. Until it is committed, readers see the earlier one. */
    Draft write(SessionId session) throws IOException;

    /** Forgets the snapshots that were last written before an instant; answers how many. */
    int removeOlderThan(Instant instant) throws IOException;

    /** A snapshot in the making. Closing one that was not committed drops it. */
    interface Draft extends AutoCloseable {
        OutputStream content();

        /** From here on this is the session's snapshot, even if the machine loses its power. */
        void commit() throws IOException;

        @Override
        void close() throws IOException;
    }
}
