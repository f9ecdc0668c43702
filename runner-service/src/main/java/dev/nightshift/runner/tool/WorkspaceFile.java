package dev.nightshift.runner.tool;

/** A file that the platform itself puts into a run's workspace; {@code path} is relative to it. */
public record WorkspaceFile(String path, String content) {}
