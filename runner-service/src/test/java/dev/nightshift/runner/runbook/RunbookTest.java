package dev.nightshift.runner.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.runner.runbook.Block.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunbookTest {
    @Test
    void takesEveryKnownLanguageInOrder() {
        String text = """
                # Check
                ```bash
                uptime
                ```
                Then:
                ~~~python
                print(1)
                ~~~
                ```write notes/a file.txt
                hello
                ```
                ```search
                night shift
                ```
                ```read
                first
                ```
                """;
        assertEquals(
                List.of(
                        new Block(Language.BASH, "", "uptime\n"),
                        new Block(Language.PYTHON, "", "print(1)\n"),
                        new Block(Language.WRITE, "notes/a file.txt", "hello\n"),
                        new Block(Language.SEARCH, "", "night shift\n"),
                        new Block(Language.READ, "", "first\n")),
                Runbook.blocks(text));
    }

    @Test
    void leavesOtherLanguagesAndPlainFencesAlone() {
        assertEquals(List.of(), Runbook.blocks("```sh\na\n```\n```\nb\n```\n```bashful\nc\n```\n"));
    }

    @Test
    void doesNotLookInsideAFence() {
        String text = "````markdown\n```bash\nrm -rf everything\n```\n````\n```bash\ndate\n```\n";
        assertEquals(List.of(new Block(Language.BASH, "", "date\n")), Runbook.blocks(text));
    }

    @Test
    void keepsFencesOfAnotherSortInTheBody() {
        String text = "````bash\ncat <<'E'\n```python\n~~~\n```\nE\n````\n";
        assertEquals(
                List.of(new Block(Language.BASH, "", "cat <<'E'\n```python\n~~~\n```\nE\n")), Runbook.blocks(text));
    }

    @Test
    void aClosingFenceMayBeLongerAndCarriesNoWord() {
        assertEquals(
                List.of(new Block(Language.BASH, "", "a\n``` not the end\n")),
                Runbook.blocks("```bash\na\n``` not the end\n`````\n"));
    }

    @Test
    void readsWindowsLineEnds() {
        assertEquals(List.of(new Block(Language.BASH, "", "a\nb\n")), Runbook.blocks("```bash\r\na\r\nb\r\n```\r\n"));
    }

    @Test
    void anUnclosedFenceGoesToTheEnd() {
        assertEquals(List.of(new Block(Language.BASH, "", "a\nb\n")), Runbook.blocks("```bash\na\nb"));
    }

    @Test
    void anIndentedFenceLosesItsIndentOnly() {
        assertEquals(
                List.of(new Block(Language.PYTHON, "", "if x:\n    y\nz\n")),
                Runbook.blocks("1. Do:\n   ```python\n   if x:\n       y\n z\n   ```\n"));
    }

    @Test
    void fourSpacesMakeCodeNotAFence() {
        assertEquals(List.of(), Runbook.blocks("    ```bash\n    a\n    ```\n"));
    }

    @Test
    void backticksInALineAreCodeInText() {
        assertEquals(List.of(), Runbook.blocks("```bash echo``` is how\n"));
    }

    @Test
    void anEmptyTextHasNone() {
        assertEquals(List.of(), Runbook.blocks(""));
    }

    @Test
    void whatASearchOrReadWantsMayStandBehindTheFence() {
        List<Block> blocks =
                Runbook.blocks("```search night  shift\n```\n```read first\n```\n```search ignored\nkept\n```\n");
        assertEquals(
                "night shift", blocks.get(0).call("1").arguments().path("query").asText());
        assertTrue(blocks.get(1).readsFirst());
        assertEquals("kept", blocks.get(2).call("3").arguments().path("query").asText());
    }
}
