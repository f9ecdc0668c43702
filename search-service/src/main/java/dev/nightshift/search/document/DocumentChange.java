package dev.nightshift.search.document;

import java.util.UUID;

/** One step of a source's history, numbered upwards from 1 inside that source; only the newest step of a document is kept. */
public sealed interface DocumentChange {
    long number();

    record Written(long number, Document document) implements DocumentChange {}

    record Removed(long number, UUID documentId) implements DocumentChange {}
}
