package dev.nightshift.local.settings;

/** A setting that stops the start; the message is one line that begins with its name. */
public final class WrongSetting extends Exception {
    private static final long serialVersionUID = 1L;

    public WrongSetting(String name, String problem) {
        super(name + " " + problem);
    }
}
