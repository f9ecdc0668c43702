package dev.nightshift.search.index;

import dev.nightshift.search.document.DocumentChange;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Finds documents. Holds nothing that cannot be built again from {@link dev.nightshift.search.document.DocumentStore}:
 * an implementation that finds its data damaged throws it away and starts at position 0. Every method blocks.
 */
public interface DocumentIndex {

    /** Up to which change of a source everything is held and would survive a crash; 0 for none. */
    long position(UUID source);

    /**
     * Takes the next changes of one source, in order; {@code reached} becomes its {@link #position}. When it returns,
     * searches find them. Taking a change twice does no harm. After a failure the source is at position 0.
     */
    void apply(UUID source, List<DocumentChange> changes, long reached);

    /** Forgets a source. */
    void drop(UUID source);

    /** Every source of which anything is held. */
    Set<UUID> sources();

    /** Searches the named sources as if no other existed: neither counts nor scores tell of any other. */
    SearchPage search(SearchRequest request);
}
