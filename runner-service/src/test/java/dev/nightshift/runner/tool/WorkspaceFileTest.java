package dev.nightshift.runner.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkspaceFileTest {
    private static final WorkspaceFile SMALL = new WorkspaceFile("a", "x");
    private static final WorkspaceFile LARGE = new WorkspaceFile("b", "x".repeat(300_000));

    @Test
    void aFewFilesGoTogether() {
        assertEquals(List.of(List.of(SMALL, LARGE)), WorkspaceFile.batches(List.of(SMALL, LARGE)));
    }

    @Test
    void manyFilesGoInSeveralRequests() {
        assertEquals(
                List.of(50, 50, 20),
                WorkspaceFile.batches(Collections.nCopies(120, SMALL)).stream()
                        .map(List::size)
                        .toList());
    }

    @Test
    void largeFilesGoInSeveralRequests() {
        assertEquals(
                List.of(List.of(LARGE), List.of(LARGE, SMALL)), WorkspaceFile.batches(List.of(LARGE, LARGE, SMALL)));
    }

    @Test
    void noFilesNeedNoRequest() {
        assertEquals(List.of(), WorkspaceFile.batches(List.of()));
    }
}
