package dev.nightshift.search.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nightshift.service.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers for 24 hours what a creating call answered. Works inside the transaction that creates. */
@ApplicationScoped
class AnsweredKeys {
    private static final String FORGET = "delete from answered_keys where created_at < now() - interval '24 hours'";
    /** Waits for another transaction that holds the same key. */
    private static final String TAKE = """
            insert into answered_keys (member_id, path, key, request) values (?1, ?2, ?3, ?4)
            on conflict do nothing
            """;

    private static final String KEPT =
            "select request, answer from answered_keys where member_id = ?1 and path = ?2 and key = ?3";
    private static final String ANSWER =
            "update answered_keys set answer = ?4 where member_id = ?1 and path = ?2 and key = ?3";

    private final ObjectMapper json;

    AnsweredKeys(ObjectMapper json) {
        this.json = json;
    }

    /** Does the work, or gives the answer of the first call under this key; 409 when that call asked for something else. */
    <T> Uni<T> once(CreationKey key, Object request, Class<T> type, Supplier<Uni<T>> work) {
        String asked = write(request);
        return Panache.getSession()
                .call(session -> session.createNativeQuery(FORGET).executeUpdate())
                .chain(session -> scoped(session.createNativeQuery(TAKE), key)
                        .setParameter(4, asked)
                        .executeUpdate()
                        .chain(taken -> taken == 1
                                ? work.get().call(answer -> keep(session, key, answer))
                                : first(session, key, asked, type)));
    }

    private Uni<Integer> keep(Mutiny.Session session, CreationKey key, Object answer) {
        return scoped(session.createNativeQuery(ANSWER), key)
                .setParameter(4, write(answer))
                .executeUpdate();
    }

    private <T> Uni<T> first(Mutiny.Session session, CreationKey key, String asked, Class<T> type) {
        return scoped(session.createNativeQuery(KEPT, Object[].class), key)
                .getSingleResult()
                .map(row -> {
                    if (!row[0].equals(asked)) {
                        throw Problem.conflict("This Idempotency-Key was used with another body.");
                    }
                    return read(String.valueOf(row[1]), type);
                });
    }

    private static <Q extends Mutiny.AbstractQuery> Q scoped(Q query, CreationKey key) {
        query.setParameter(1, key.member()).setParameter(2, key.path()).setParameter(3, key.key());
        return query;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass(), e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer cannot be read", e);
        }
    }
}
