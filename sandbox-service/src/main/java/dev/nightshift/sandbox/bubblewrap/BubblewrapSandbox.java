package dev.nightshift.sandbox.bubblewrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.contracts.StepStatus;
import dev.nightshift.sandbox.isolation.Action;
import dev.nightshift.sandbox.isolation.Outcome;
import dev.nightshift.sandbox.isolation.Protection;
import dev.nightshift.sandbox.isolation.Sandbox;
import dev.nightshift.sandbox.isolation.SandboxLostException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One bubblewrap, its control group and the pipe to the executor inside. */
final class BubblewrapSandbox implements Sandbox {
    /** How long after an execution's own limit the whole sandbox is given up. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Duration HOUSEKEEPING = Duration.ofMinutes(2);
    private static final int MAX_COMPLAINT = 500;

    private final Process process;
    private final ControlGroup group;
    private final BubblewrapOptions options;
    private final Watchdog watchdog;
    private final Consumer<BubblewrapSandbox> closed;
    private final ExecutorPipe pipe;
    private long memoryKills;
    private final AtomicBoolean closing = new AtomicBoolean();

    BubblewrapSandbox(
            Process process,
            ControlGroup group,
            BubblewrapOptions options,
            Watchdog watchdog,
            Consumer<BubblewrapSandbox> closed) {
        this.process = process;
        this.group = group;
        this.options = options;
        this.watchdog = watchdog;
        this.closed = closed;
        this.pipe = new ExecutorPipe(process.getInputStream(), process.getOutputStream());
    }

    void awaitReady() {
        try {
            watchdog.guard(GRACE, this::kill, () -> quietly(() -> pipe.answer(OutputStream.nullOutputStream())));
        } catch (SandboxLostException e) {
            kill();
            throw e;
        }
    }

    /** What a sandbox that did not start said about it, in one line. */
    String complaint() {
        try {
            byte[] said = process.getErrorStream().readNBytes(MAX_COMPLAINT);
            String text = new String(said, StandardCharsets.UTF_8).strip().replace('\n', ' ');
            return text.isEmpty() ? "it ended at once" : text;
        } catch (IOException e) {
            return "it ended at once";
        }
    }

    @Override
    public Outcome execute(Action action, Duration timeout) {
        Optional<String> refusal = options.has(Protection.PATHS) ? action.refusal() : Optional.empty();
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Duration limit = options.has(Protection.TIME) ? timeout : Duration.ofDays(1);
        ObjectNode question = Questions.of(action, limit, options);
        Outcome outcome = Answers.outcome(action, ask(question, limit.plus(GRACE)));
        return outcome.status() == StepStatus.FAILED && lackedMemory() ? outcome.noting(memoryNote()) : outcome;
    }

    private boolean lackedMemory() {
        long before = memoryKills;
        memoryKills = group.memoryKills();
        return memoryKills > before;
    }

    private String memoryNote() {
        return "stopped for lack of memory: the limit is " + (options.limits().memory() >> 20) + " MiB";
    }

    @Override
    public Saved save(Optional<String> known, OutputStream archive) throws IOException {
        ObjectNode question = Questions.housekeeping("snapshot", options);
        known.ifPresent(version -> question.put("known", version));
        JsonNode answer = guarded(HOUSEKEEPING, () -> pipe.ask(question, archive));
        if (answer.path("errno").asText().equals("ENAMETOOLONG")) {
            return new Saved.TooDeep();
        }
        if (answer.has("error")) {
            throw new IOException(answer.path("error").asText());
        }
        if (!answer.path("changed").asBoolean()) {
            return new Saved.Unchanged();
        }
        return answer.path("complete").asBoolean()
                ? new Saved.Written(version(answer))
                : new Saved.TooLarge(options.limits().archive());
    }

    @Override
    public Optional<String> restore(InputStream archive) throws IOException {
        ObjectNode question = Questions.housekeeping("restore", options);
        JsonNode answer = guarded(HOUSEKEEPING, () -> pipe.give(question, archive));
        if (answer.has("error")) {
            throw new IOException(answer.path("error").asText());
        }
        return version(answer);
    }

    private static Optional<String> version(JsonNode answer) {
        return Optional.ofNullable(answer.path("digest").textValue());
    }

    private JsonNode ask(ObjectNode question, Duration limit) {
        return watchdog.guard(
                limit, this::kill, () -> quietly(() -> pipe.ask(question, OutputStream.nullOutputStream())));
    }

    private interface Exchange {
        JsonNode go() throws IOException;
    }

    private JsonNode quietly(Exchange exchange) {
        try {
            return exchange.go();
        } catch (IOException e) {
            throw new SandboxLostException("The sandbox sent no answer that can be read.", e);
        }
    }

    private JsonNode guarded(Duration limit, Exchange exchange) throws IOException {
        Object answer = watchdog.guard(limit, this::kill, () -> {
            try {
                return exchange.go();
            } catch (IOException e) {
                return e;
            }
        });
        if (answer instanceof IOException failure) {
            throw failure;
        }
        return (JsonNode) answer;
    }

    @Override
    public boolean isAlive() {
        return process.isAlive() && !closing.get();
    }

    /**
     * Kills the first process inside, with which the kernel ends every other one there; bubblewrap itself ends only
     * when that is done.
     */
    private void kill() {
        process.children().forEach(ProcessHandle::destroyForcibly);
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            kill();
            group.remove();
            closed.accept(this);
        }
    }
}
