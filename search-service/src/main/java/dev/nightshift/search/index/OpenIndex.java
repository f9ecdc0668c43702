package dev.nightshift.search.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The index this installation uses. */
@Singleton
class OpenIndex {
    @Produces
    @ApplicationScoped
    DocumentIndex open(IndexSettings settings) {
        return new LuceneIndex(settings.directory());
    }

    void close(@Disposes DocumentIndex index) throws Exception {
        if (index instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
