package dev.nightshift.search.sync;

import org.jspecify.annotations.Nullable;

/** A folder could not be looked through; its documents stay as they are. The message is meant for admins. */
final class ScanFailure extends Exception {
    private static final long serialVersionUID = 1;

    ScanFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
