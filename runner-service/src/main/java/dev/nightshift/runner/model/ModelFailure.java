package dev.nightshift.runner.model;

/** No answer can be had. The message tells a person what to do. */
public final class ModelFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelFailure(String advice, Throwable cause) {
        super(advice, cause);
    }

    public ModelFailure(String advice) {
        super(advice);
    }

    public String advice() {
        return String.valueOf(getMessage());
    }
}
