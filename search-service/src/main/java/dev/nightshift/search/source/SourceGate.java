package dev.nightshift.search.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.contracts.Uuids;
import dev.nightshift.search.access.ReadableSource;
import dev.nightshift.search.access.ReadableSources;
import dev.nightshift.search.access.Reader;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;

/** Who may manage a source, and what a managing request must look like. */
@ApplicationScoped
class SourceGate {
    private static final String ADMINS_ONLY = "Only an admin may manage sources.";

    private final ReadableSources readable;
    private final SourceRoots roots;
    private final ExecutorService blocking;
    private final Event<SourceChanged> changes;

    SourceGate(
            ReadableSources readable,
            SourceRoots roots,
            @VirtualThreads ExecutorService blocking,
            Event<SourceChanged> changes) {
        this.readable = readable;
        this.roots = roots;
        this.blocking = blocking;
        this.changes = changes;
    }

    static boolean isAdmin(Caller caller) {
        return caller instanceof MemberCaller member && member.admin();
    }

    /** 404 for an id that is none. */
    static UUID sourceId(String id) {
        try {
            return Uuids.parse(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(Sources.WHAT);
        }
    }

    static SourceStatus present(Optional<SourceStatus> status) {
        return status.orElseThrow(() -> Problem.notFound(Sources.WHAT));
    }

    /** 403 for anybody else. */
    MemberCaller requireAdmin(Caller caller) {
        if (caller instanceof MemberCaller member && member.admin()) {
            return member;
        }
        throw Problem.forbidden(ADMINS_ONLY);
    }

    /** 403 for who may read the source, 404 for who may not. */
    Uni<Void> requireAdmin(Caller caller, UUID source) {
        return isAdmin(caller)
                ? Uni.createFrom().voidItem()
                : visible(caller, source).map(seen -> {
                    throw Problem.forbidden(ADMINS_ONLY);
                });
    }

    /** 404 for a source that the caller may not read. */
    Uni<ReadableSource> visible(Caller caller, UUID source) {
        return readable.find(Reader.of(caller), source)
                .map(found -> found.orElseThrow(() -> Problem.notFound(Sources.WHAT)));
    }

    /** Looks at the folder that a body names, away from the event loop, and comes back to it. */
    Uni<FolderCheck> lookAtFolder(JsonNode body) {
        return Uni.createFrom()
                .item(() -> FolderCheck.pathOf(body)
                        .map(path -> new FolderCheck(path, roots.fault(path)))
                        .orElse(new FolderCheck(null, Optional.empty())))
                .runSubscriptionOn(blocking)
                .emitOn(MutinyHelper.executor(Vertx.currentContext()));
    }

    void announce() {
        changes.fire(new SourceChanged());
    }
}
