package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.sandbox.isolation.Action.RunBash;
import dev.nightshift.sandbox.isolation.Sandbox;
import java.time.Duration;

/** A service in small, with the given name for its control groups: opens a sandbox, says so, and executes something that never ends. */
final class HoldSandbox {
    private HoldSandbox() {}

    public static void main(String[] arguments) {
        ControlGroups groups = Driver.groups(arguments[0]);
        Sandbox sandbox = new BubblewrapSandboxes(Driver.options(), groups).open();
        sandbox.execute(new RunBash("setsid --fork sleep 1000"), Duration.ofMinutes(1));
        System.out.println("open");
        sandbox.execute(new RunBash("setsid sleep 1000 & sleep 1000"), Duration.ofMinutes(10));
    }
}
