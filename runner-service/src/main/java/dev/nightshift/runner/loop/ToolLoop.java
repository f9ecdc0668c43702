package dev.nightshift.runner.loop;

import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.runner.access.AccessLost;
import dev.nightshift.runner.access.RunAccess;
import dev.nightshift.runner.http.ServiceRefused;
import dev.nightshift.runner.journal.Ending;
import dev.nightshift.runner.journal.Ending.Failed;
import dev.nightshift.runner.journal.Journals;
import dev.nightshift.runner.journal.LeasedRun;
import dev.nightshift.runner.journal.RunJournal;
import dev.nightshift.runner.model.ChatModel;
import dev.nightshift.runner.model.ChatModels;
import dev.nightshift.runner.model.Conversation;
import dev.nightshift.runner.model.ModelFailure;
import dev.nightshift.runner.model.PastRun;
import dev.nightshift.runner.queue.RunWorker;
import dev.nightshift.runner.queue.RunnerSettings;
import dev.nightshift.runner.text.BoundedText;
import dev.nightshift.runner.tool.RunContext;
import dev.nightshift.runner.waiting.CalledOff;
import dev.nightshift.runner.waiting.Deadline;
import dev.nightshift.runner.waiting.OutOfTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Works on a run from where its journal ends, and turns whatever happens to it into an end that says why. */
@ApplicationScoped
class ToolLoop implements RunWorker {
    private static final Logger LOG = Logger.getLogger(ToolLoop.class);

    /** A run that brings down whoever works on it must end too. */
    private static final int MOST_ATTEMPTS = 50;

    private final Journals journals;
    private final ChatModels models;
    private final Outside outside;
    private final RunnerSettings settings;
    private final InstantSource clock;

    ToolLoop(Journals journals, ChatModels models, Outside outside, RunnerSettings settings, InstantSource clock) {
        this.journals = journals;
        this.models = models;
        this.outside = outside;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void work(LeasedRun run) {
        Limits limits = Limits.of(run.due().definition().limits(), settings.maxIterations());
        Deadline deadline = new Deadline(run.startedAt().plus(limits.run()), clock);
        RunAccess access = outside.tokens.of(run.due(), deadline);
        RunContext context = new RunContext(run.id(), run.due().sessionId(), run.fence(), access, deadline);
        Workspace workspace = new Workspace(context, outside.sandbox);
        try (WatchAccess.Watch watched = outside.watch.over(run, access)) {
            RunJournal journal = journal(run);
            journal.end(ending(run, journal, limits, workspace));
        } catch (CalledOff e) {
            letGo(run, workspace, e);
        }
    }

    /** A newer version may be able to read what this one cannot, so the run is left to others first. */
    private RunJournal journal(LeasedRun run) {
        try {
            return journals.open(run);
        } catch (IllegalStateException e) {
            if (run.attempt() <= MOST_ATTEMPTS) {
                throw e;
            }
            LOG.errorf(e, "a run ends without its steps runId=%s", run.id());
            return journals.openWithoutSteps(run);
        }
    }

    private Ending ending(LeasedRun run, RunJournal journal, Limits limits, Workspace workspace) {
        Optional<ChatModels.Named> model = models.find(run.due().definition().model());
        if (model.isEmpty()) {
            return failed(EndReason.INVALID, "The model of this agent is not one this installation names any more.");
        }
        if (run.attempt() > MOST_ATTEMPTS) {
            return failed(
                    EndReason.INVALID, "Given up after " + MOST_ATTEMPTS + " attempts that did not come to an end.");
        }
        return withLastWords(run, journal, model.get().model(), outcome(run, journal, model.get(), limits, workspace));
    }

    private Ending outcome(
            LeasedRun run, RunJournal journal, ChatModels.Named model, Limits limits, Workspace workspace) {
        try {
            return attempt(run, journal, model, limits, workspace).go();
        } catch (AccessLost e) {
            return failed(EndReason.ACCESS_LOST, e.why());
        } catch (ModelFailure e) {
            return failed(EndReason.MODEL_ERROR, e.advice());
        } catch (ServiceRefused e) {
            return failed(EndReason.TOOL_ERROR, "The workspace could not be prepared: " + e.detail());
        } catch (OutOfTime e) {
            return outOfTime(limits, workspace.deadline(), e);
        } catch (CalledOff e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "a run failed for a reason of ours runId=%s", run.id());
            return failed(EndReason.TOOL_ERROR, "An error inside the platform ended this run; its log says more.");
        }
    }

    /** What was done before a failure is not lost with it. */
    private static Ending withLastWords(LeasedRun run, RunJournal journal, ChatModel model, Ending ending) {
        if (!(ending instanceof Failed failed) || failed.output() != null) {
            return ending;
        }
        String said = model.lastWords(new Conversation(run.due(), List.of(), journal.steps()));
        return new Failed(
                failed.reason(),
                failed.error(),
                said == null ? null : BoundedText.atMost(BoundedText.RESULT_BYTES, said));
    }

    private Attempt attempt(
            LeasedRun run, RunJournal journal, ChatModels.Named model, Limits limits, Workspace workspace) {
        List<PastRun> history = run.due().trigger() == Trigger.CHAT ? outside.history.before(run.due()) : List.of();
        var offer = outside.tools.offer(
                run.due().definition().allowedActions(), workspace.access().actions());
        return new Attempt(run, journal, model, limits, new Attempt.Surroundings(offer, workspace, history));
    }

    private static Ending outOfTime(Limits limits, Deadline deadline, OutOfTime e) {
        if (deadline.passed()) {
            LimitCheck.Reached reached = LimitCheck.outOfTime(limits);
            return failed(reached.reason(), reached.sentence() + " It was waiting for " + e.getMessage() + ".");
        }
        return failed(EndReason.TOOL_ERROR, "Nothing was heard for minutes from " + e.getMessage() + ".");
    }

    private static Failed failed(EndReason reason, String error) {
        return new Failed(reason, error, null);
    }

    /** Ended elsewhere: its sandbox is killed now. Taken over, or left to another: its sandbox is not ours to touch. */
    private void letGo(LeasedRun run, Workspace workspace, CalledOff why) {
        boolean interrupted = Thread.interrupted();
        LOG.infof(
                "run let go runId=%s attempt=%d interrupted=%b reason=%s",
                run.id(), run.attempt(), interrupted, why.getMessage());
        if (journals.hasEnded(run.id())) {
            workspace.release();
        }
    }
}
