package dev.nightshift.floor;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;

/** The rows of a statement as JSON. */
@Path("/{name}")
public class RowsResource {
    private final Pool pool;
    private final Map<String, BareStatement> statements;

    RowsResource(Pool pool, @ConfigProperty(name = "floor.statements") String file) {
        this.pool = pool;
        this.statements = BareStatement.read(java.nio.file.Path.of(file));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Buffer> rows(@RestPath String name) {
        BareStatement statement = statements.get(name);
        if (statement == null) {
            throw new NotFoundException();
        }
        return pool.preparedQuery(statement.sql()).execute(statement.values()).map(RowsResource::json);
    }

    private static Buffer json(RowSet<Row> rows) {
        JsonArray items = new JsonArray();
        for (Row row : rows) {
            items.add(row.toJson());
        }
        return items.toBuffer();
    }
}
