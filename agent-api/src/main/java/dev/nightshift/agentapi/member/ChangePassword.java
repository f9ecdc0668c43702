package dev.nightshift.agentapi.member;

import dev.nightshift.agentapi.audit.Act;
import dev.nightshift.agentapi.audit.Actor;
import dev.nightshift.agentapi.audit.AuditLog;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives an account another password, and ends what was opened with the old one. */
@ApplicationScoped
public class ChangePassword {
    private static final String SET = """
            update members set password_hash = $2
            where id = $1 and state <> 'removed' and ($3::text is null or (password_hash = $3 and state = 'active'))
            returning name, username""";

    private final Pool pool;
    private final Passwords passwords;
    private final AuditLog audit;
    private final List<PasswordChanges> others;
    private final FirstPassword first;

    ChangePassword(
            Pool pool, Passwords passwords, AuditLog audit, @All List<PasswordChanges> others, FirstPassword first) {
        this.pool = pool;
        this.passwords = passwords;
        this.audit = audit;
        this.others = others;
        this.first = first;
    }

    /** By its owner, who stays signed in with what {@code actor} came with; 401 when it was changed meanwhile. */
    public Uni<Void> own(RightPassword old, String password, Actor actor) {
        Change change = new Change(old.caller().memberId(), old.hash(), actor.credential(), actor, "password.changed");
        return change(change, password).map(changed -> {
            if (changed.isEmpty()) {
                throw Problem.unauthorized();
            }
            return null;
        });
    }

    /** By an admin; the answer is a new one, to be shown once. 404 for nobody. */
    public Uni<String> reset(MemberId id, Actor actor) {
        String password = NewPassword.generate();
        Change change = new Change(id, null, null, actor, "password.reset");
        return change(change, password)
                .map(changed -> changed.orElseThrow(() -> Problem.notFound("member")))
                .replaceWith(password);
    }

    /** {@code keptCredential}: what stays open. */
    private record Change(
            MemberId id, @Nullable String oldHash, @Nullable String keptCredential, Actor actor, String action) {}

    private Uni<Optional<Row>> change(Change change, String password) {
        return passwords
                .hash(password)
                .chain(hash -> pool.withTransaction(transaction -> set(transaction, change, hash)))
                .call(changed -> changed.isPresent()
                        ? first.changed(changed.get().getString("username"))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Optional<Row>> set(SqlConnection transaction, Change change, String hash) {
        return transaction
                .preparedQuery(SET)
                .execute(Tuple.of(change.id().value(), hash, change.oldHash()))
                .map(rows -> rows.stream().findFirst())
                .call(changed -> changed.isPresent()
                        ? consequences(transaction, change, changed.get())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> consequences(SqlConnection transaction, Change change, Row member) {
        Act.Target target = new Act.Target("member", change.id().toString(), member.getString("name"));
        return InTurn.each(others, other -> other.changed(transaction, change.id(), change.keptCredential()))
                .chain(() -> audit.write(transaction, change.actor(), Act.done(change.action(), target, Map.of())));
    }
}
