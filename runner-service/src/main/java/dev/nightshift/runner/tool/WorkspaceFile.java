package dev.nightshift.runner.tool;

import java.util.ArrayList;
import java.util.List;

/** A file that the platform itself puts into a run's workspace; {@code path} is relative to it. */
public record WorkspaceFile(String path, String content) {
    private static final int FILES_A_REQUEST = 50;
    private static final int CHARACTERS_A_REQUEST = 500_000;

    /** The same files in the same order, in lists that one request each can carry. */
    static List<List<WorkspaceFile>> batches(List<WorkspaceFile> files) {
        List<List<WorkspaceFile>> batches = new ArrayList<>();
        List<WorkspaceFile> batch = new ArrayList<>();
        int size = 0;
        for (WorkspaceFile file : files) {
            size += file.content.length();
            if (!batch.isEmpty() && (batch.size() == FILES_A_REQUEST || size > CHARACTERS_A_REQUEST)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                size = file.content.length();
            }
            batch.add(file);
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
