package dev.nightshift.search.source;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Gives a first-time user something to search: one source, made once, when the installation asks for it. */
@ApplicationScoped
class InitialFolder {
    private static final Logger LOG = Logger.getLogger(InitialFolder.class);
    private static final String SETTING = "NIGHTSHIFT_SEARCH_INITIAL_FOLDER";

    private final SourceSettings settings;
    private final SourceRoots roots;
    private final CreateSource sources;

    InitialFolder(SourceSettings settings, SourceRoots roots, CreateSource sources) {
        this.settings = settings;
        this.roots = roots;
        this.sources = sources;
    }

    void create(@Observes StartupEvent started) throws Throwable {
        if (settings.initialFolder().isPresent()) {
            create(settings.initialFolder().get());
        }
    }

    private void create(String path) throws Throwable {
        roots.fault(path).ifPresent(fault -> {
            throw new IllegalArgumentException(SETTING + " = " + path + " " + fault);
        });
        NewSource docs = new NewSource("docs", NewSource.FOLDER, new FolderConfig(path), Access.ofEveryone());
        SourceView made = VertxContextSupport.subscribeAndAwait(() -> sources.createFirst(docs));
        if (made != null) {
            LOG.infof("first source made source=%s", made.id());
        }
    }
}
