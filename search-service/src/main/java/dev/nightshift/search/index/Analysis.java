package dev.nightshift.search.index;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How text becomes words. The index holds each word as written and its stem, at the same place, so that a loose word
 * finds {@code runs} for {@code run} while a phrase means the very words typed.
 */
final class Analysis {
    static final Analyzer INDEX = new Words(true, true);
    static final Analyzer STEMS = new Words(false, true);
    static final Analyzer EXACT = new Words(false, false);

    private static final NormalizeCharMap JOINTS = joints();

    private Analysis() {}

    /** The words of a text of at most a few thousand characters. */
    static List<String> words(Analyzer analyzer, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parts of {@code package.json} and {@code snake_case} are words of their own. */
    private static NormalizeCharMap joints() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        for (String joint : List.of(".", "_", ":", "'", "\u2019")) {
            map.add(joint, " ");
        }
        return map.build();
    }

    private static final class Words extends Analyzer {
        private final boolean asWritten;
        private final boolean stemmed;

        Words(boolean asWritten, boolean stemmed) {
            this.asWritten = asWritten;
            this.stemmed = stemmed;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new MappingCharFilter(JOINTS, reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer tokenizer = new StandardTokenizer();
            TokenStream words = new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer));
            if (asWritten) {
                words = new KeywordRepeatFilter(words);
            }
            if (stemmed) {
                words = new KStemFilter(words);
            }
            return new TokenStreamComponents(tokenizer, asWritten ? new RemoveDuplicatesTokenFilter(words) : words);
        }
    }
}
