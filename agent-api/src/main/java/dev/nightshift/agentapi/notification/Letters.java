package dev.nightshift.agentapi.notification;

import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.Uuids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The letters that are to be sent, one a notice and recipient. */
@ApplicationScoped
class Letters {
    /** The time of the next attempt is the lease: if this node dies, another tries again then. */
    private static final String CLAIM = """
            with mine as (
                update letters set attempt = attempt + 1, next_attempt_at = now() + interval '90 seconds'
                where id in (select id from letters where state = 'waiting' and next_attempt_at <= now()
                    order by next_attempt_at limit $1 for update skip locked)
                returning id, notice_id, member_id, attempt)
            select mine.id as letter_id, mine.attempt, n.*, n.created_at < now() - interval '24 hours' as too_old,
                (select m.email from members m join agents a on a.id = n.agent_id and a.deleted_at is null
                    where m.id = mine.member_id and m.state = 'active'
                    and (case when a.type = 'user' then m.id = a.owner_id and m.id = n.acting_member
                        else m.role = 'admin' end)) as email
            from mine join notices n on n.id = mine.notice_id""";

    private static final String SENT =
            "update letters set state = 'sent', sent_at = now(), error = null where id = $1 and attempt = $2";
    private static final String FAILED = """
            update letters set error = $3, state = case when $4::bigint is null then 'failed' else 'waiting' end,
                next_attempt_at = now() + coalesce($4::bigint, 0) * interval '1 millisecond'
            where id = $1 and attempt = $2""";

    private final Pool pool;

    Letters(Pool pool) {
        this.pool = pool;
    }

    /** A letter in hand. {@code email} absent: the recipient has none, or is none any more. */
    record Claimed(
            UUID id, int attempt, Notice notice, @Nullable String email, boolean tooOld) {}

    Uni<Void> add(SqlConnection transaction, Notice notice, List<MemberId> recipients) {
        if (recipients.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(
                        "insert into letters (id, notice_id, member_id) values ($1, $2, $3) on conflict do nothing")
                .executeBatch(recipients.stream()
                        .map(member -> Tuple.of(Uuids.v5(notice.id(), member.toString()), notice.id(), member.value()))
                        .toList())
                .replaceWithVoid();
    }

    /** Takes letters that are to be sent now; the caller settles them within a minute and a half. */
    Uni<List<Claimed>> claim(int limit) {
        return pool.preparedQuery(CLAIM).execute(Tuple.of(limit)).map(rows -> {
            List<Claimed> claimed = new ArrayList<>();
            rows.forEach(row -> claimed.add(new Claimed(
                    row.getUUID("letter_id"),
                    row.getInteger("attempt"),
                    Notices.read(row),
                    row.getString("email"),
                    row.getBoolean("too_old"))));
            return claimed;
        });
    }

    Uni<Void> sent(Claimed letter) {
        return pool.preparedQuery(SENT)
                .execute(Tuple.of(letter.id(), letter.attempt()))
                .replaceWithVoid();
    }

    /** {@code pause} absent: it is not tried again. */
    Uni<Void> failed(Claimed letter, String error, @Nullable Duration pause) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(letter.id(), letter.attempt(), error, pause == null ? null : pause.toMillis()))
                .replaceWithVoid();
    }
}
