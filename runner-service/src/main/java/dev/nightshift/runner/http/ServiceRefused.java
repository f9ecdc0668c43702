package dev.nightshift.runner.http;

/** The service understood and said no (4xx). {@code type} and the message come from its problem. */
public final class ServiceRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    public ServiceRefused(int status, String type, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
    }

    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** A newer holder of the run's lease has been there. */
    public boolean isFenced() {
        return status == 409 && type.endsWith("fenced");
    }
}
