package dev.nightshift.search.index;

import dev.nightshift.search.query.SearchQuery;
import dev.nightshift.search.query.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Says a query in Lucene's terms. */
final class LuceneQueries {
    private static final float TITLE_BOOST = 3f;
    private static final float OTHER_FIELDS = 0.1f;
    /** Words counted, however they were grouped when typed; the rest is left out. */
    private static final int MAX_WORDS = 128;

    private final SearchQuery query;
    private final List<List<String>> wanted;
    private final List<List<String>> unwanted;

    LuceneQueries(SearchQuery query) {
        this.query = query;
        this.wanted = words(query.wanted().stream().map(t -> words(t, !t.phrase())));
        this.unwanted = words(query.unwanted().stream().map(t -> words(t, false)));
    }

    Query of(Matching matching) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        switch (matching) {
            case NEWEST -> builder.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
            case ALL_WORDS -> wanted.forEach(words -> builder.add(anywhere(words), Occur.MUST));
            case ANY_WORD -> {
                wanted.forEach(words -> builder.add(anywhere(words), Occur.SHOULD));
                builder.setMinimumNumberShouldMatch(1);
            }
        }
        if (matching != Matching.NEWEST && wanted.isEmpty()) {
            return new MatchNoDocsQuery("nothing of the query is a word");
        }
        addFilters(builder);
        return builder.build();
    }

    /** Whether asking for any of the words may find what asking for all of them did not. */
    boolean hasSeveralWords() {
        return wanted.size() > 1;
    }

    /** One query for each part wanted, on the text alone, for its places there. */
    List<Query> places() {
        return wanted.stream()
                .map(words -> together(LuceneDocuments.TEXT, words))
                .toList();
    }

    private void addFilters(BooleanQuery.Builder builder) {
        unwanted.forEach(words -> builder.add(anywhere(words), Occur.MUST_NOT));
        if (!query.types().isEmpty()) {
            builder.add(ofType(query.types()), Occur.FILTER);
        }
        if (!query.notTypes().isEmpty()) {
            builder.add(ofType(query.notTypes()), Occur.MUST_NOT);
        }
        Instant after = query.after();
        Instant before = query.before();
        if (after != null || before != null) {
            long from = after == null ? Long.MIN_VALUE : after.toEpochMilli();
            long to = before == null ? Long.MAX_VALUE : before.toEpochMilli() - 1;
            builder.add(LongField.newRangeQuery(LuceneDocuments.UPDATED, from, to), Occur.FILTER);
        }
    }

    private static Query anywhere(List<String> words) {
        return new DisjunctionMaxQuery(
                List.of(
                        new BoostQuery(together(LuceneDocuments.TITLE, words), TITLE_BOOST),
                        together(LuceneDocuments.PATH, words),
                        together(LuceneDocuments.TEXT, words)),
                OTHER_FIELDS);
    }

    private static Query together(String field, List<String> words) {
        return words.size() == 1
                ? new TermQuery(new org.apache.lucene.index.Term(field, words.getFirst()))
                : new PhraseQuery(field, words.toArray(String[]::new));
    }

    private static Query ofType(Set<String> types) {
        return new TermInSetQuery(
                LuceneDocuments.TYPE, types.stream().map(BytesRef::new).toList());
    }

    private static List<String> words(Term term, boolean stemmed) {
        return Analysis.words(stemmed ? Analysis.STEMS : Analysis.EXACT, term.text());
    }

    private static List<List<String>> words(Stream<List<String>> parts) {
        List<List<String>> kept = new ArrayList<>();
        int left = MAX_WORDS;
        for (List<String> words : parts.filter(words -> !words.isEmpty()).toList()) {
            if (words.size() > left) {
                break;
            }
            left -= words.size();
            kept.add(words);
        }
        return kept;
    }
}
