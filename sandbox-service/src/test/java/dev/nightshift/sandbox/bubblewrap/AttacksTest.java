package dev.nightshift.sandbox.bubblewrap;

import static dev.nightshift.sandbox.isolation.Protection.EXECUTOR;
import static dev.nightshift.sandbox.isolation.Protection.FILES;
import static dev.nightshift.sandbox.isolation.Protection.FILE_LIMITS;
import static dev.nightshift.sandbox.isolation.Protection.LEFTOVERS;
import static dev.nightshift.sandbox.isolation.Protection.MEMORY;
import static dev.nightshift.sandbox.isolation.Protection.NAMESPACES;
import static dev.nightshift.sandbox.isolation.Protection.NETWORK;
import static dev.nightshift.sandbox.isolation.Protection.PATHS;
import static dev.nightshift.sandbox.isolation.Protection.PROCESSES;
import static dev.nightshift.sandbox.isolation.Protection.TIME;
import static dev.nightshift.sandbox.isolation.Protection.WORKSPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nightshift.sandbox.isolation.Action.RunBash;
import dev.nightshift.sandbox.isolation.Enforcement;
import dev.nightshift.sandbox.isolation.Outcome;
import dev.nightshift.sandbox.isolation.Protection;
import dev.nightshift.sandbox.isolation.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attacks, each made twice: with everything in place it fails and the sandbox works on; with the one protection that
 * it is about taken away it succeeds, so the first result means something. What this machine cannot enforce is skipped
 * by name, exactly as the service reports it.
 */
class AttacksTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private static Target target;
    private static BubblewrapOptions options;
    private static BubblewrapSandboxes sandboxes;
    private static Enforcement enforcement;

    @BeforeAll
    static void start() throws IOException {
        target = new Target();
        options = Driver.options();
        openToEverybody(Files.createDirectories(options.support().resolve("workspace")));
        sandboxes = Driver.sandboxes(options);
        enforcement = sandboxes.enforcement();
    }

    private static void openToEverybody(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterAll
    static void end() throws IOException {
        sandboxes.close();
        target.close();
    }

    static Stream<Attack> attacks() {
        return Stream.of(filesOfTheMachine(), network(), exhaustion(), persistence(), privilege())
                .flatMap(some -> some);
    }

    private static Stream<Attack> filesOfTheMachine() {
        return Stream.of(
                Attack.bash("read a file outside", FILES, everywhere("cat", target.canary), target.secret),
                Attack.bash(
                        "read the platform's data folder", FILES, everywhere("cat", target.snapshot), target.secret),
                Attack.bash("list the homes of the machine", FILES, "ls -d /home /run/machine/home | wc -l", "1\n"),
                Attack.bash(
                        "follow a symbolic link out",
                        FILES,
                        "ln -s /run/machine" + target.canary + " a; ln -s " + target.canary + " b; cat a b",
                        target.secret),
                Attack.read(
                        "have a file tool follow a link out of the workspace",
                        PATHS,
                        "echo " + target.secret + " > /tmp/other; ln -s /tmp/other link",
                        "link",
                        target.secret),
                Attack.read(
                        "have a file tool climb out of the workspace",
                        PATHS,
                        "echo " + target.secret + " > /tmp/other",
                        "../tmp/other",
                        target.secret),
                Attack.bash(
                        "find another run's workspace",
                        WORKSPACE,
                        "grep -rsl " + target.secret + " /workspace /tmp /proc/[0-9]*/root/workspace",
                        "other-run.txt"));
    }

    /** Where a file of the machine would be, were the machine's files there. */
    private static String everywhere(String command, Path file) {
        return command + " " + file + " /run/machine" + file + " /proc/1/root" + file;
    }

    private static Stream<Attack> network() {
        return Stream.of(
                Attack.python(
                        "connect to a port of the machine",
                        NETWORK,
                        """
                        import socket
                        try:
                            socket.create_connection(("127.0.0.1", %d), 2)
                            print("reached")
                        except OSError as refused:
                            print(refused)
                        """.formatted(target.port.getLocalPort()),
                        "reached"),
                Attack.python("find any open port of the machine", NETWORK, """
                        import socket
                        reached = 0
                        for port in range(1, 65536):
                            with socket.socket() as attempt:
                                connected = attempt.connect_ex(("127.0.0.1", port)) == 0
                                reached += connected and attempt.getsockname() != attempt.getpeername()
                        print("reached" if reached else "none")
                        """, "reached"),
                Attack.python("connect to an abstract socket", NETWORK, """
                        import socket
                        try:
                            socket.socket(socket.AF_UNIX).connect("\\0%s")
                            print("reached")
                        except OSError as refused:
                            print(refused)
                        """.formatted(target.secret), "reached"),
                new Attack(
                        "connect to a socket in the file system",
                        Set.of(FILES),
                        "",
                        Attack.python("", FILES, """
                                import socket
                                for name in ("%s", "/run/machine%s"):
                                    try:
                                        socket.socket(socket.AF_UNIX).connect(name)
                                        print("reached")
                                    except OSError as refused:
                                        print(refused)
                                """.formatted(target.socket, target.socket), "")
                                .action(),
                        LONG,
                        outcome -> outcome.output().contains("reached")));
    }

    private static Stream<Attack> exhaustion() {
        return Stream.of(
                Attack.python(
                        "fork ten thousand processes",
                        PROCESSES,
                        """
                        import os, signal
                        count = 0
                        try:
                            while count < 10000:
                                if os.fork() == 0:
                                    signal.pause()
                                count += 1
                                if count > %d:
                                    print("more than allowed", flush=True)
                                    break
                        except OSError as refused:
                            print(count, refused)
                        """.formatted(Driver.LIMITS.processes()),
                        "more than allowed"),
                Attack.bash(
                        "fill the disk",
                        WORKSPACE,
                        "head -c " + (Driver.LIMITS.workspace() + Driver.MIB) + " /dev/zero | split -b 8M -"
                                + " && echo everything written",
                        "everything written"),
                Attack.bash(
                        "write one file that is too large",
                        FILE_LIMITS,
                        "truncate -s " + (Driver.LIMITS.workspace() * 4) + " huge && echo written",
                        "written"),
                Attack.python(
                        "take more memory than there is",
                        MEMORY,
                        "b = b'x' * " + (Driver.LIMITS.memory() + 32 * Driver.MIB) + "\nprint('taken')",
                        "taken"),
                Attack.bash("outlive the time limit", TIME, "sleep 0.4; echo still here", "still here")
                        .within(Duration.ofMillis(100)));
    }

    private static Stream<Attack> persistence() {
        String count = "pgrep -c '^sleep$' > n; echo left: $(cat n)";
        return Stream.of(
                Attack.bash("leave a background process", LEFTOVERS, count, "left: 1")
                        .after("sleep 1000 >/dev/null 2>&1 &"),
                Attack.bash("leave a process that ignores hangups", LEFTOVERS, count, "left: 1")
                        .after("nohup sleep 1000 >/dev/null 2>&1 &"),
                Attack.bash("leave a process in a session of its own", LEFTOVERS, count, "left: 1")
                        .after("setsid --fork sleep 1000 >/dev/null 2>&1"),
                Attack.bash("leave a process that forked twice", LEFTOVERS, count, "left: 1")
                        .after("( ( trap '' TERM HUP INT; exec sleep 1000 >/dev/null 2>&1 ) & ) &"));
    }

    private static Stream<Attack> privilege() {
        return Stream.of(
                Attack.bash("become root in a new namespace", NAMESPACES, "unshare -Ur id -u", "0\n"),
                Attack.bash("read what serves the sandbox", EXECUTOR, "ls /proc/1/fd && echo listed", "listed"),
                Attack.python("write into what serves the sandbox", EXECUTOR, """
                        try:
                            open("/proc/1/mem", "r+b")
                            print("opened")
                        except OSError as refused:
                            print(refused)
                        """, "opened"));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void failsWithEverythingInPlace(Attack attack) {
        assumeEnforced(attack.against());
        try (Sandbox other = sandboxes.open();
                Sandbox sandbox = sandboxes.open()) {
            Outcome outcome = attempt(attack, other, sandbox);

            assertFalse(attack.succeeded().test(outcome), () -> "it succeeded: " + outcome);
            assertTrue(sandbox.isAlive(), "the sandbox works on");
            assertEquals(
                    Outcome.exited(0, "fine\n", false), sandbox.execute(new RunBash("rm -rf ./* && echo fine"), LONG));
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void succeedsWithoutItsProtection(Attack attack) {
        assumeEnforced(attack.against());
        BubblewrapOptions weak = options.without(attack.against().toArray(Protection[]::new));
        try (BubblewrapSandboxes weakened = Driver.sandboxes(weak);
                Sandbox other = weakened.open();
                Sandbox sandbox = weakened.open()) {
            Outcome outcome = attempt(attack, other, sandbox);

            assertTrue(attack.succeeded().test(outcome), () -> "it failed for another reason: " + outcome);
        }
    }

    private static Outcome attempt(Attack attack, Sandbox other, Sandbox sandbox) {
        other.execute(new RunBash("echo " + target.secret + " > other-run.txt"), LONG);
        if (!attack.preparation().isEmpty()) {
            sandbox.execute(new RunBash(attack.preparation()), LONG);
        }
        return sandbox.execute(attack.action(), attack.timeout());
    }

    private static void assumeEnforced(Set<Protection> protections) {
        assumeTrue(
                enforcement.enforced().containsAll(protections), () -> "this machine does not enforce " + protections);
    }

    @Test
    void everyProtectionIsAttacked() {
        Set<Protection> attacked = attacks()
                .flatMap(attack -> attack.against().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Protection.class)));
        attacked.addAll(ProcessorAndUserTest.ATTACKED);

        assertEquals(EnumSet.allOf(Protection.class), attacked);
    }
}
