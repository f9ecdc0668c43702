package dev.nightshift.agentapi.credential;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks in one statement which of many credentials are still good. */
@ApplicationScoped
class CredentialCheck {
    /** A session that idles for a week is over, as where it signs in a request. */
    private static final String GOOD = """
            select h.n, m.role = 'admin' and (h.kind <> 'token' or 'admin' = any (t.scopes)) as admin
            from unnest($1::int[], $2::uuid[], $3::text[], $4::uuid[]) as h (n, member_id, kind, id)
            join members m on m.id = h.member_id and m.state = 'active'
            left join browser_sessions s on h.kind = 'session' and s.id = h.id and s.member_id = m.id
                and s.expires_at > now() and s.last_seen_at > now() - interval '7 days'
            left join access_tokens t on h.kind = 'token' and t.id = h.id and t.member_id = m.id
                and (t.expires_at is null or t.expires_at > now())
            where h.kind = 'none' or s.id is not null or t.id is not null""";

    private final Pool pool;

    CredentialCheck(Pool pool) {
        this.pool = pool;
    }

    /** Those that are good, by their place in the list, and whether each has the admin role. */
    Uni<Map<Integer, Boolean>> good(List<Holder> holders) {
        Integer[] places = new Integer[holders.size()];
        for (int place = 0; place < places.length; place++) {
            places[place] = place;
        }
        Tuple values = Tuple.tuple()
                .addArrayOfInteger(places)
                .addArrayOfUUID(
                        holders.stream().map(holder -> holder.member().value()).toArray(UUID[]::new))
                .addArrayOfString(
                        holders.stream().map(holder -> holder.kind().label()).toArray(String[]::new))
                .addArrayOfUUID(holders.stream().map(Holder::id).toArray(UUID[]::new));
        return pool.preparedQuery(GOOD)
                .execute(values)
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap((Row row) -> row.getInteger("n"), row -> row.getBoolean("admin"))));
    }
}
