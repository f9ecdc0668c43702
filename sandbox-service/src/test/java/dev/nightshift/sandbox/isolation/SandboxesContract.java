package dev.nightshift.sandbox.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.contracts.StepStatus;
import dev.nightshift.sandbox.isolation.Action.ReadFile;
import dev.nightshift.sandbox.isolation.Action.RunBash;
import dev.nightshift.sandbox.isolation.Action.RunPython;
import dev.nightshift.sandbox.isolation.Action.WriteFile;
import dev.nightshift.sandbox.isolation.Sandbox.Saved;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every driver of {@link Sandboxes} must do. A driver's test extends this and says how to make one. */
public abstract class SandboxesContract {
    protected static final Duration LONG = Duration.ofSeconds(20);
    private static final int OUTPUT_LIMIT = 64 * 1024;

    private Sandbox sandbox;

    /** Kept over all tests: making sandboxes is what is tested, not making their source. */
    protected abstract Sandboxes sandboxes();

    @BeforeEach
    void open() {
        sandbox = sandboxes().open();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    protected final Outcome bash(String script) {
        return sandbox.execute(new RunBash(script), LONG);
    }

    private Outcome python(String code) {
        return sandbox.execute(new RunPython(code), LONG);
    }

    private Outcome read(String path) {
        return sandbox.execute(new ReadFile(path), LONG);
    }

    private Outcome write(String path, String content) {
        return sandbox.execute(new WriteFile(path, content), LONG);
    }

    @Test
    void bashPrintsBothStreamsInOrder() {
        assertEquals(Outcome.exited(0, "one\ntwo\nthree\n", false), bash("echo one; echo two >&2; echo three"));
    }

    @Test
    void aFailingScriptFailsWithItsExitCode() {
        assertEquals(Outcome.exited(3, "before\n", false), bash("echo before; exit 3"));
    }

    @Test
    void aProgramKilledBySignalHasTheShellsExitCode() {
        assertEquals(Outcome.exited(137, "", false), bash("kill -9 $$"));
    }

    @Test
    void pythonPrintsBothStreamsInOrder() {
        assertEquals(
                Outcome.exited(0, "one\ntwo\nthree\n", false),
                python("import sys\nprint('one')\nprint('two', file=sys.stderr)\nprint('three')"));
    }

    @Test
    void aPythonErrorShowsTheLine() {
        Outcome outcome = python("def broken():\n    return 1 / 0\nbroken()\n");

        assertEquals(Outcome.exited(1, """
                        Traceback (most recent call last):
                          File "<python>", line 3, in <module>
                            broken()
                          File "<python>", line 2, in broken
                            return 1 / 0
                                   ~~^~~
                        ZeroDivisionError: division by zero
                        """, false), outcome);
    }

    @Test
    void pythonThatIsNotPythonFails() {
        Outcome outcome = python("x = = 1");

        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.output().contains("SyntaxError"), outcome.output());
    }

    @Test
    void pythonExitsWithItsOwnCodeAfterItsExitFunctions() {
        assertEquals(
                Outcome.exited(7, "bye\n", false),
                python("import atexit, sys\natexit.register(lambda: print('bye'))\nsys.exit(7)"));
    }

    @Test
    void aPythonBlockImportsAModuleOfTheWorkspaceAndStartsPrograms() {
        write("workspace.py", "def hello():\n    return 'hello'\n");

        assertEquals(
                Outcome.exited(0, "hello\nchild\n", false),
                python("import workspace, subprocess\nprint(workspace.hello())\nsubprocess.run(['echo', 'child'])"));
    }

    @Test
    void standardInputIsEmpty() {
        assertEquals(Outcome.exited(0, "done\n", false), bash("cat; echo done"));
    }

    @Test
    void filesLastFromOneActionToTheNext() {
        bash("echo kept > kept.txt");

        assertEquals(Outcome.exited(0, "kept\n", false), python("print(open('kept.txt').read(), end='')"));
    }

    @Test
    void nothingOfTheServicesEnvironmentIsInside() {
        assertEquals(
                Outcome.exited(0, "HOME LANG PATH\n", false),
                python("import os\nprint(*sorted(set(os.environ) - {'PWD'}))"));
    }

    @Test
    void theTimeLimitKillsTheWholeTree() {
        Outcome outcome =
                sandbox.execute(new RunBash("echo started; setsid sleep 1000 & sleep 1000"), Duration.ofMillis(300));

        assertEquals(Outcome.timedOut("started\n", false), outcome);
        assertEquals(Outcome.exited(0, "0\n", false), bash("pgrep -c sleep; true"));
    }

    @Test
    void longOutputKeepsItsBeginningAndItsEnd() {
        Outcome outcome = bash("echo first; head -c 10000000 /dev/zero | tr '\\0' x; echo; echo last");

        assertTrue(outcome.truncated());
        assertTrue(outcome.output().startsWith("first\nxxx"), "beginning");
        assertTrue(outcome.output().endsWith("xxx\nlast\n"), "end");
        assertTrue(outcome.output().contains("bytes left out"), "notice");
        assertTrue(outcome.output().getBytes(StandardCharsets.UTF_8).length <= OUTPUT_LIMIT, "size");
    }

    @Test
    void bytesThatAreNoTextAreReplaced() {
        assertEquals(Outcome.exited(0, "a\uFFFDb\uFFFDc", false), bash("printf 'a\\xffb\\0c'"));
    }

    @Test
    void aWrittenFileIsRead() {
        assertEquals(
                Outcome.completed("Wrote 11 bytes to reports/today/a.txt.", false),
                write("reports/today/a.txt", "grüße\n100"));
        assertEquals(Outcome.completed("grüße\n100", false), read("/workspace/reports/today/a.txt"));
    }

    @Test
    void writingAgainReplacesTheContentAndKeepsTheMode() {
        write("run.sh", "echo old");
        bash("chmod 755 run.sh");
        write("run.sh", "echo new");

        assertEquals(Outcome.exited(0, "new\n", false), bash("./run.sh"));
    }

    @Test
    void readingWhatIsNotAFileFails() {
        bash("mkdir folder; mkfifo pipe; printf 'a\\0b' > binary");

        assertEquals(Outcome.failed("missing cannot be read: no such file or directory."), read("missing"));
        assertEquals(Outcome.failed("folder cannot be read: is a folder."), read("folder"));
        assertEquals(Outcome.failed("pipe cannot be read: is not a regular file."), read("pipe"));
        assertEquals(Outcome.completed("binary is a binary file of 3 bytes.", false), read("binary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../x",
                "a/../../etc/passwd",
                "/proc/self/root/etc/passwd",
                "a\0b",
                "",
                "/workspacex"
            })
    void aPathOutsideIsRefusedByItsName(String path) {
        assertEquals(StepStatus.REFUSED, read(path).status());
        assertEquals(StepStatus.REFUSED, write(path, "x").status());
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertEquals(StepStatus.REFUSED, write("x".repeat(256), "x").status());
        assertEquals(StepStatus.REFUSED, write("x/".repeat(600), "x").status());
    }

    @Test
    void aSymbolicLinkIsFollowedInsideAndRefusedOutside() {
        bash("echo inside > real; ln -s real link; ln -s /etc out; ln -s /proc/self/root/etc/passwd sly; ln -s / up");

        assertEquals(Outcome.completed("inside\n", false), read("link"));
        assertEquals(Outcome.refused("The path out/passwd leads out of the workspace."), read("out/passwd"));
        assertEquals(StepStatus.REFUSED, read("sly").status());
        assertEquals(StepStatus.REFUSED, write("up/tmp/x", "x").status());
        assertEquals(StepStatus.REFUSED, write("out/new", "x").status());
    }

    @Test
    void aSavedWorkspaceIsThereInTheNextSandbox() throws IOException {
        bash("mkdir -p a/b; echo text > a/b/file; chmod 640 a/b/file; ln -s b/file a/link; touch -d 2020-01-02 a/old;"
                + " echo secret > locked; chmod 000 locked");
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        Saved saved = sandbox.save(Optional.empty(), archive);

        try (Sandbox next = sandboxes().open()) {
            Optional<String> version = next.restore(new ByteArrayInputStream(archive.toByteArray()));

            assertEquals(new Saved.Written(version), saved);
            assertEquals(
                    Outcome.exited(0, "text\n640\nb/file\n2020-01-02\nsecret\n", false),
                    next.execute(
                            new RunBash("cat a/link; stat -c %a a/b/file; readlink a/link;"
                                    + " date +%F -r a/old; cat locked"),
                            LONG));
        }
    }

    @Test
    void anUnchangedWorkspaceIsNotSavedAgain() throws IOException {
        bash("echo text > file");
        Saved first = sandbox.save(Optional.empty(), new ByteArrayOutputStream());
        Optional<String> version = ((Saved.Written) first).version();
        bash("cat file");
        ByteArrayOutputStream second = new ByteArrayOutputStream();

        assertEquals(new Saved.Unchanged(), sandbox.save(version, second));
        assertEquals(0, second.size());
    }

    /** A write through a memory map leaves no trace in a file's times. */
    @Test
    void aChangeOfContentAloneIsSaved() throws IOException {
        bash("echo aaaa > file");
        Optional<String> version =
                ((Saved.Written) sandbox.save(Optional.empty(), new ByteArrayOutputStream())).version();
        python("import mmap\nwith open('file', 'r+b') as f, mmap.mmap(f.fileno(), 0) as m:\n    m[0:1] = b'b'");

        assertTrue(sandbox.save(version, new ByteArrayOutputStream()) instanceof Saved.Written);
    }

    @Test
    void aBrokenArchiveIsNotTakenForAWorkspace() {
        byte[] broken = "this is no archive".repeat(1000).getBytes(StandardCharsets.UTF_8);

        assertThrows(IOException.class, () -> sandbox.restore(new ByteArrayInputStream(broken)));
    }

    @Test
    void aClosedSandboxInterruptsWhatRuns() throws Exception {
        Thread closing = Thread.ofVirtual().start(sandbox::close);

        assertThrows(SandboxLostException.class, () -> sandbox.execute(new RunBash("sleep 1000"), LONG));
        closing.join();
        assertFalse(sandbox.isAlive());
    }

    @Test
    void twoHundredShortActionsInARow() {
        for (int i = 1; i <= 200; i++) {
            assertEquals(Outcome.exited(0, i + "\n", false), bash("echo x >> log; wc -l < log"));
        }
    }
}
