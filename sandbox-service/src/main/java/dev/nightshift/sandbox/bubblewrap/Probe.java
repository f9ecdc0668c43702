package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.contracts.StepStatus;
import dev.nightshift.sandbox.isolation.Action.RunPython;
import dev.nightshift.sandbox.isolation.Outcome;
import dev.nightshift.sandbox.isolation.Sandbox;
import java.time.Duration;

/** Finds out by trying what the kernel does not tell. */
final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Probe() {}

    static boolean processesAreLimited(Sandbox sandbox, int processes) {
        Outcome outcome = sandbox.execute(new RunPython("""
                import os, signal
                try:
                    for count in range(%d):
                        if os.fork() == 0:
                            signal.pause()
                    print("unlimited")
                except OSError:
                    print("limited")
                """.formatted(processes + 1)), PATIENCE);
        return outcome.status() == StepStatus.COMPLETED
                && outcome.output().strip().equals("limited");
    }
}
