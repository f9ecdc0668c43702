package dev.nightshift.search.sync;

import dev.nightshift.search.document.DocumentStore;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the list of removed documents short. */
@ApplicationScoped
class ForgetOldRemovals {
    private final DocumentStore documents;

    ForgetOldRemovals(DocumentStore documents) {
        this.documents = documents;
    }

    @Scheduled(every = "1h", delayed = "1m")
    Uni<Void> forget() {
        return documents.forgetOldRemovals();
    }
}
