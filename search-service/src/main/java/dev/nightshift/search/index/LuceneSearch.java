package dev.nightshift.search.index;

import dev.nightshift.search.index.CutSnippet.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** One search over readers that hold the permitted sources and nothing else. */
final class LuceneSearch {
    private static final Sort ORDER = new Sort(
            SortField.FIELD_SCORE,
            LongField.newSortField(LuceneDocuments.UPDATED, true, SortedNumericSelector.Type.MAX),
            new SortField(LuceneDocuments.ID, SortField.Type.STRING));
    /** Places of one part of the query in one document that a snippet is chosen from. */
    private static final int MAX_PLACES = 200;

    private final IndexSearcher searcher;
    private final LuceneQueries queries;
    private final SearchRequest request;

    LuceneSearch(IndexSearcher searcher, SearchRequest request) {
        this.searcher = searcher;
        this.request = request;
        this.queries = new LuceneQueries(request.query());
    }

    SearchPage run() throws IOException {
        PageEnd after = request.after();
        if (after != null) {
            return page(after.matching(), find(after.matching()));
        }
        if (request.query().isListing()) {
            return page(Matching.NEWEST, find(Matching.NEWEST));
        }
        TopFieldDocs all = find(Matching.ALL_WORDS);
        return all.totalHits.value() > 0 || !queries.hasSeveralWords()
                ? page(Matching.ALL_WORDS, all)
                : page(Matching.ANY_WORD, find(Matching.ANY_WORD));
    }

    private TopFieldDocs find(Matching matching) throws IOException {
        if (searcher.getIndexReader().maxDoc() == 0) {
            return new TopFieldDocs(new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0], ORDER.getSort());
        }
        return searcher.search(
                queries.of(matching),
                new TopFieldCollectorManager(ORDER, request.limit() + 1, after(), Integer.MAX_VALUE));
    }

    /** Lucene's own last tie-break is its document number, which does not outlive a change: the highest one skips it. */
    private @Nullable FieldDoc after() {
        PageEnd end = request.after();
        return end == null
                ? null
                : new FieldDoc(searcher.getIndexReader().maxDoc() - 1, end.score(), new Object[] {
                    end.score(), end.updatedMillis(), LuceneDocuments.bytes(end.documentId())
                });
    }

    private SearchPage page(Matching matching, TopFieldDocs found) throws IOException {
        List<Weight> places = new ArrayList<>();
        for (Query place : queries.places()) {
            places.add(searcher.createWeight(searcher.rewrite(place), ScoreMode.COMPLETE_NO_SCORES, 1f));
        }
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc doc : found.scoreDocs) {
            if (hits.size() < request.limit()) {
                hits.add(hit(doc, places));
            }
        }
        boolean more = found.scoreDocs.length > request.limit();
        return new SearchPage(hits, found.totalHits.value(), more ? end(matching, hits.getLast()) : null);
    }

    private static PageEnd end(Matching matching, Hit last) {
        return new PageEnd(matching, last.score(), last.updatedAt().toEpochMilli(), last.documentId());
    }

    private Hit hit(ScoreDoc found, List<Weight> places) throws IOException {
        Document stored = searcher.storedFields().document(found.doc);
        float score = (Float) ((FieldDoc) found).fields[0];
        return LuceneDocuments.hit(
                stored, score, CutSnippet.of(stored.get(LuceneDocuments.TEXT), spans(found.doc, places)));
    }

    private List<Span> spans(int doc, List<Weight> places) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        List<Span> spans = new ArrayList<>();
        for (int part = 0; part < places.size(); part++) {
            Matches matches = places.get(part).matches(leaf, doc - leaf.docBase);
            MatchesIterator found = matches == null ? null : matches.getMatches(LuceneDocuments.TEXT);
            for (int n = 0; found != null && n < MAX_PLACES && found.next(); n++) {
                spans.add(new Span(found.startOffset(), found.endOffset(), part));
            }
        }
        spans.sort(Comparator.comparingInt(Span::from));
        return spans;
    }
}
