package dev.nightshift.service.runtime;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Database time is the clock of the platform: all nodes agree on it. */
@ApplicationScoped
public class DatabaseClock {
    private final Pool pool;

    DatabaseClock(Pool pool) {
        this.pool = pool;
    }

    public Uni<Instant> now() {
        return pool.query("select clock_timestamp() as now")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }
}
