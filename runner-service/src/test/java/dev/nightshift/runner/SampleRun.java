package dev.nightshift.runner;

import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentDefinition;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Author;
import dev.nightshift.contracts.DueRunEvent.ChatMessage;
import dev.nightshift.contracts.DueRunEvent.RunDue;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.contracts.OverlapPolicy;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.RunLimits;
import dev.nightshift.contracts.SessionId;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.contracts.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A due record that tests vary. */
public record SampleRun(
        RunId runId,
        SessionId sessionId,
        AgentId agentId,
        String instructions,
        String model,
        String task,
        OverlapPolicy overlap,
        List<String> actions,
        RunLimits limits,
        List<String> messages,
        Instant decidedAt) {
    public static final Author ADA = new Author(MemberId.next(), "Ada");

    private static final List<String> ALL_TOOLS =
            List.of("search_documents", "read_document", "read_file", "write_file", "run_bash", "run_python");

    /** One run of an agent of its own, with all tools and the runbook. */
    public static SampleRun of(String instructions) {
        RunId run = RunId.next();
        return new SampleRun(
                run,
                SessionId.ofRun(run),
                AgentId.next(),
                instructions,
                null,
                null,
                OverlapPolicy.SKIP,
                ALL_TOOLS,
                RunLimits.DEFAULTS,
                List.of(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** A chat run of one message. */
    public static SampleRun chat(String... messages) {
        return of("Never run: ```bash\nexit 1\n```").saying(messages);
    }

    public SampleRun saying(String... said) {
        return new SampleRun(
                runId,
                sessionId,
                agentId,
                instructions,
                model,
                task,
                overlap,
                actions,
                limits,
                List.of(said),
                decidedAt);
    }

    public SampleRun in(SessionId session) {
        return new SampleRun(
                runId, session, agentId, instructions, model, task, overlap, actions, limits, messages, decidedAt);
    }

    public SampleRun ofAgent(AgentId agent) {
        return new SampleRun(
                runId, sessionId, agent, instructions, model, task, overlap, actions, limits, messages, decidedAt);
    }

    public SampleRun withModel(String name) {
        return new SampleRun(
                runId, sessionId, agentId, instructions, name, task, overlap, actions, limits, messages, decidedAt);
    }

    public SampleRun withTask(String what) {
        return new SampleRun(
                runId, sessionId, agentId, instructions, model, what, overlap, actions, limits, messages, decidedAt);
    }

    public SampleRun withOverlap(OverlapPolicy policy) {
        return new SampleRun(
                runId, sessionId, agentId, instructions, model, task, policy, actions, limits, messages, decidedAt);
    }

    public SampleRun withActions(String... tools) {
        return new SampleRun(
                runId,
                sessionId,
                agentId,
                instructions,
                model,
                task,
                overlap,
                List.of(tools),
                limits,
                messages,
                decidedAt);
    }

    public SampleRun withLimits(RunLimits limited) {
        return new SampleRun(
                runId, sessionId, agentId, instructions, model, task, overlap, actions, limited, messages, decidedAt);
    }

    public SampleRun withMaxToolCalls(int max) {
        return withLimits(new RunLimits(max, null, null, null, null, null));
    }

    public SampleRun decided(Instant at) {
        return new SampleRun(
                runId, sessionId, agentId, instructions, model, task, overlap, actions, limits, messages, at);
    }

    public RunDue due() {
        return new RunDue(
                runId,
                sessionId,
                agentId,
                messages.isEmpty() ? Trigger.MANUAL : Trigger.CHAT,
                null,
                decidedAt,
                null,
                task,
                chatMessages(),
                ActingFor.member(ADA.memberId(), ADA.name()),
                definition());
    }

    public AgentDefinition definition() {
        return new AgentDefinition(
                agentId,
                1,
                "sample",
                AgentType.USER,
                ADA,
                Visibility.EVERYONE,
                instructions,
                model,
                overlap,
                List.of(),
                actions,
                limits);
    }

    private List<ChatMessage> chatMessages() {
        List<ChatMessage> all = new ArrayList<>();
        for (String message : messages) {
            all.add(new ChatMessage(UUID.randomUUID(), "client-" + all.size(), ADA, message, decidedAt));
        }
        return all;
    }
}
