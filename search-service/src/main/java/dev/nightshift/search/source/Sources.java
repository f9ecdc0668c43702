package dev.nightshift.search.source;

import dev.nightshift.service.listing.Page;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.problem.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;

/** The sources as admins manage them. */
@ApplicationScoped
class Sources implements PanacheRepositoryBase<Source, UUID> {
    static final String WHAT = "source";
    private static final String NEWEST_FIRST = "order by createdAt desc, id desc";
    private static final String READ_ANEW =
            "update source_sync set requested = requested + 1, state = 'pending' where source_id = ?1";

    private final Clock clock = Clock.systemUTC();

    /** Newest first. */
    @WithSession
    public Uni<Page<SourceView>> list(PageRequest page) {
        PageRequest.Position after = page.after();
        var found = after == null
                ? find(NEWEST_FIRST)
                : find("createdAt < ?1 or createdAt = ?1 and id < ?2 " + NEWEST_FIRST, after.at(), after.id());
        return found.page(0, page.limit() + 1)
                .list()
                .map(sources -> Page.of(sources, page, Sources::cursor).map(SourceView::whole));
    }

    /** 404 for one that is not there. */
    @WithSession
    public Uni<SourceView> get(UUID id) {
        return existing(id).map(SourceView::whole);
    }

    /** {@code patch} reads the request over the source as it is. Another folder is read from scratch. */
    @WithTransaction
    public Uni<SourceView> change(UUID id, Function<Source, SourcePatch> patch) {
        return existing(id).call(source -> change(source, patch.apply(source))).map(SourceView::whole);
    }

    /** With its documents. */
    @WithTransaction
    public Uni<Void> remove(UUID id) {
        return existing(id).call(source -> delete(source)).replaceWithVoid();
    }

    private static String cursor(Source source) {
        return new PageRequest.Position(source.createdAt(), source.id()).cursor();
    }

    private Uni<?> change(Source source, SourcePatch patch) {
        String path = source.path();
        source.change(patch, now());
        return path.equals(source.path()) ? Uni.createFrom().voidItem() : execute(READ_ANEW, source.id());
    }

    private Uni<Integer> execute(String sql, UUID source) {
        return getSession()
                .chain(session ->
                        session.createNativeQuery(sql).setParameter(1, source).executeUpdate());
    }

    private Uni<Source> existing(UUID id) {
        return findById(id).onItem().ifNull().failWith(() -> Problem.notFound(WHAT));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
