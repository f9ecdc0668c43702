package dev.nightshift.sandbox.isolation;

/** Where sandboxes come from. */
public interface Sandboxes extends AutoCloseable {

    /** A fresh sandbox with an empty workspace; throws {@link SandboxUnavailableException}. Blocks. */
    Sandbox open();

    /** What this machine holds code to; throws {@link SandboxUnavailableException} when it cannot isolate at all. */
    Enforcement enforcement();

    /** Ends every sandbox. */
    @Override
    void close();
}
