package dev.nightshift.agentapi.member;

import dev.nightshift.contracts.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** Adds an account that signs in with a password. */
public final class NewMember {
    private static final String INSERT = """
            insert into members (id, username, name, email, role, state, created_at)
            values ($1, $2, $3, $4, $5, 'active', now()) on conflict do nothing""";

    private NewMember() {}

    /** {@code role}: {@code member} or {@code admin}. */
    public record Account(
            String username, String name, @Nullable String email, String role) {}

    /** Whether it was added, without a password yet; false when the user name is taken or looks like one that is. */
    public static Uni<Boolean> add(SqlConnection transaction, MemberId id, Account account) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(id.value(), account.username(), account.name(), account.email(), account.role()))
                .map(rows -> rows.rowCount() == 1);
    }

    public static Uni<Void> setPassword(SqlConnection transaction, MemberId id, String hash) {
        return transaction
                .preparedQuery("update members set password_hash = $2 where id = $1")
                .execute(Tuple.of(id.value(), hash))
                .replaceWithVoid();
    }
}
