package dev.nightshift.agentapi.member;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The file in which the local stack keeps the first admin's first password; once that was changed it misleads. */
@ApplicationScoped
class FirstPassword {
    static final String FILE = "admin-password";

    private final Vertx vertx;
    private final String file;

    FirstPassword(Vertx vertx, @ConfigProperty(name = "nightshift.data-dir") Path dataDir) {
        this.vertx = vertx;
        this.file = dataDir.resolve(FILE).toString();
    }

    /** After the change was committed; nothing happens where there is no such file, as in a cluster. */
    Uni<Void> changed(String username) {
        return username.equals(FirstAdmin.USERNAME)
                ? vertx.fileSystem().delete(file).onFailure().recoverWithNull()
                : Uni.createFrom().voidItem();
    }
}
