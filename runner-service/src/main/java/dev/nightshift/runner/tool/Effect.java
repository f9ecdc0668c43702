package dev.nightshift.runner.tool;

/** What repeating a call does to the world outside. */
public enum Effect {
    /** Nothing: it may be repeated freely. */
    PURE,
    /** It acts once however often it is asked under its key, and is announced in the journal before. */
    KEYED;

    public boolean isAnnounced() {
        return this == KEYED;
    }
}
