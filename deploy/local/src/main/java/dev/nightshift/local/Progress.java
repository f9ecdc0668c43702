package dev.nightshift.local;

import dev.nightshift.local.process.Component;
import dev.nightshift.local.process.Supervised;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a person at the terminal follows. */
final class Progress implements Supervised.Observer {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out;
    private final Runnable changed;
    private final long begin = System.nanoTime();

    /** @param changed runs after each change of a process */
    Progress(PrintStream out, Runnable changed) {
        this.out = out;
        this.changed = changed;
    }

    @Override
    public void started(Component component) {
        changed.run();
    }

    @Override
    public void ended(Component component, String reason) {
        say(component.name() + " ended with " + reason + ": starting it again (" + component.log() + ")");
        changed.run();
    }

    @Override
    public void recovered(Component component, Duration after) {
        say(component.name() + " works again after " + seconds(after));
    }

    void ready(String name) {
        out.println("  %-18s ready after %s".formatted(name, sinceBegin()));
    }

    String sinceBegin() {
        return seconds(Duration.ofNanos(System.nanoTime() - begin));
    }

    void say(String line) {
        out.println(TIME.format(LocalTime.now()) + "  " + line);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
    }
}
