package dev.nightshift.search.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    `# Title`,                              Title
                    `text||## Second level ##|`,            Second level
                    `Title|=====|text`,                     Title
                    `---|name: x|---|# After matter`,       After matter
                    `~~~|# in code|~~~|# Real`,             Real
                    `# [Link](http://x) **bold** <img x>`,  Link bold
                    `no heading`,                           file.md
                    `#hashtag`,                             file.md
                    `# `,                                   file.md
                    `- item|---|text`,                      file.md
                    ``,                                     file.md
                    """)
    void isTheFirstHeadingElseTheFile(String text, String title) {
        assertEquals(title, Titles.ofMarkdown(text.replace('|', '\n').replace("~~~", "```"), "file.md"));
    }
}
