package dev.nightshift.collab.live;

/** Why the server closes a socket, as the public contract numbers it. */
final class CloseCodes {
    static final int SIGNED_OUT = 4401;
    static final int ROLE_LOST = 4403;
    static final int NOT_VISIBLE = 4404;
    static final int TOO_SLOW = 4408;
    static final int RESTART = 1012;

    /** Of the WebSocket protocol itself; sending the same again would end the same way. */
    static final int TOO_BIG = 1009;

    private CloseCodes() {}
}
