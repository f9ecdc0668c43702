package dev.nightshift.collab.live;

/** What a connection has to do next. */
sealed interface Step {
    /** Send this text; report it as taken when it has left. */
    record Send(String frame) implements Step {}

    /** Read the log behind this number and report the page. */
    record Read(long after) implements Step {}

    /** Close the socket; nothing is sent any more. */
    record Close(int code, String reason) implements Step {}
}
