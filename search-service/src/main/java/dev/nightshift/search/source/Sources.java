package dev.nightshift.search.source;

import dev.nightshift.contracts.SourceId;
import dev.nightshift.service.problem.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sources as admins manage them. */
@ApplicationScoped
class Sources implements PanacheRepositoryBase<Source, UUID> {
    static final String WHAT = "source";
    private static final String READ_ANEW =
            "update source_sync set requested = requested + 1, state = 'pending' where source_id = ?1";

    private final Clock clock = Clock.systemUTC();
    private final AnsweredKeys keys;

    Sources(AnsweredKeys keys) {
        this.keys = keys;
    }

    /** At most {@code limit} sources, newest first, those made before {@code before}. */
    @WithSession
    public Uni<List<SourceView>> list(@Nullable UUID before, int limit) {
        var found = before == null ? find("order by id desc") : find("id < ?1 order by id desc", before);
        return found.page(0, limit)
                .list()
                .map(sources -> sources.stream().map(SourceView::whole).toList());
    }

    /** 404 for one that is not there. */
    @WithSession
    public Uni<SourceView> get(UUID id) {
        return existing(id).map(SourceView::whole);
    }

    /** Makes a source, once for each key: the repeat gets what the first call got, another body under it is a 409. */
    @WithTransaction
    public Uni<SourceView> create(NewSource wanted, @Nullable CreationKey key) {
        return key == null ? create(wanted) : keys.once(key, wanted, SourceView.class, () -> create(wanted));
    }

    /** Makes the first source there ever was; null when there has been one. */
    @WithTransaction
    public Uni<@Nullable SourceView> createFirst(NewSource wanted) {
        return markFirst()
                .chain(first -> first ? insert(wanted) : Uni.createFrom().nullItem());
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

    private Uni<?> change(Source source, SourcePatch patch) {
        String path = source.path();
        source.change(patch, now());
        return path.equals(source.path()) ? Uni.createFrom().voidItem() : execute(READ_ANEW, source.id());
    }

    private Uni<SourceView> create(NewSource wanted) {
        return markFirst().chain(() -> insert(wanted));
    }

    private Uni<SourceView> insert(NewSource wanted) {
        Source source = new Source(SourceId.next().value(), wanted, now());
        return persistAndFlush(source)
                .call(() -> getSession()
                        .chain(session -> session.createNativeQuery("insert into source_sync (source_id) values (?1)")
                                .setParameter(1, source.id())
                                .executeUpdate()))
                .map(SourceView::whole);
    }

    private Uni<Boolean> markFirst() {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into first_source (made) values (true) on conflict do nothing")
                        .executeUpdate())
                .map(rows -> rows == 1);
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
