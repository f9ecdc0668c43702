package dev.nightshift.runner.model;

/** An earlier run of the same session: what was asked, and what was answered. */
public record PastRun(String asked, String answered) {
    int size() {
        return asked.length() + answered.length();
    }
}
