package dev.nightshift.runner.tool;

/** Something a model may call. */
public interface Tool {
    ToolSpec spec();

    Effect effect();

    /**
     * Blocks until it is known how the call ended. What goes wrong in the call is an outcome; what goes wrong with the
     * run (access lost, called off, out of time) is thrown.
     */
    ToolOutcome call(ToolUse use);
}
