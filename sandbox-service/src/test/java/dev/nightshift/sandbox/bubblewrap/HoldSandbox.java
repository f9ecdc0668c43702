package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.sandbox.isolation.Action.RunBash;
import dev.nightshift.sandbox.isolation.Sandbox;
import java.time.Duration;

/** A service in small: opens a sandbox, says so, and executes something that never ends. */
final class HoldSandbox {
    private HoldSandbox() {}

    public static void main(String[] arguments) {
        Sandbox sandbox = Driver.sandboxes(Driver.options()).open();
        sandbox.execute(new RunBash("setsid --fork sleep 1000"), Duration.ofMinutes(1));
        System.out.println("open");
        sandbox.execute(new RunBash("setsid sleep 1000 & sleep 1000"), Duration.ofMinutes(10));
    }
}
