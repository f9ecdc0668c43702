package dev.nightshift.agentapi.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one active key, kept in the database so that every node signs with the same; made when there is none. */
@ApplicationScoped
class SigningKeys {
    private final Pool pool;
    private volatile @Nullable SigningKey known;

    SigningKeys(Pool pool) {
        this.pool = pool;
    }

    Uni<SigningKey> active() {
        SigningKey key = known;
        return key != null
                ? Uni.createFrom().item(key)
                : load().chain(found -> found.map(Uni.createFrom()::item).orElseGet(this::make))
                        .invoke(loaded -> known = loaded);
    }

    /** Nodes race; the unique index lets one win, and all read the winner's. */
    private Uni<SigningKey> make() {
        SigningKey made = SigningKey.generate();
        return pool.preparedQuery("insert into signing_keys (id, private_key, public_key, active)"
                        + " values ($1, $2, $3, true) on conflict do nothing")
                .execute(Tuple.of(
                        made.id(),
                        Buffer.buffer(made.privateKey().getEncoded()),
                        Buffer.buffer(made.publicKey().getEncoded())))
                .chain(this::load)
                .map(Optional::orElseThrow);
    }

    private Uni<Optional<SigningKey>> load() {
        return pool.query("select id, private_key, public_key from signing_keys where active")
                .execute()
                .map(SigningKeys::first);
    }

    private static Optional<SigningKey> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(SigningKey.read(
                    row.getUUID("id"),
                    row.getBuffer("private_key").getBytes(),
                    row.getBuffer("public_key").getBytes()));
        }
        return Optional.empty();
    }
}
