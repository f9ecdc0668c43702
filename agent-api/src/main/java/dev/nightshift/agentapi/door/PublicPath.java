package dev.nightshift.agentapi.door;

import dev.nightshift.agentapi.upstream.OtherService;

/** The paths that other services answer; nothing else of them can be reached through the door. */
enum PublicPath {
    SESSIONS("/api/sessions/*", OtherService.COLLAB, false),
    SHARE_LINKS("/api/share-links/*", OtherService.COLLAB, false),
    LIVE_SESSIONS("/ws/sessions/*", OtherService.COLLAB, true),
    SEARCH("/api/search", OtherService.SEARCH, false),
    DOCUMENTS("/api/documents/*", OtherService.SEARCH, false),
    SOURCES("/api/sources/*", OtherService.SEARCH, false);

    private final String pattern;
    private final OtherService service;
    private final boolean webSocket;

    PublicPath(String pattern, OtherService service, boolean webSocket) {
        this.pattern = pattern;
        this.service = service;
        this.webSocket = webSocket;
    }

    String pattern() {
        return pattern;
    }

    OtherService service() {
        return service;
    }

    boolean webSocket() {
        return webSocket;
    }
}
