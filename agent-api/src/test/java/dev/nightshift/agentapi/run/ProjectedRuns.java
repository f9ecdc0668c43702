package dev.nightshift.agentapi.run;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.BackgroundEvent;
import dev.nightshift.contracts.DueRunEvent;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.Topics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** An agent, one run of it, and how others speak of it. */
abstract class ProjectedRuns extends AgentApiTest {
    protected String agent;
    protected RunStory story;

    @BeforeEach
    void makeAgent() {
        Map<String, Object> made = agent(RunStory.NAME);
        made.put("type", "org");
        agent = create(made);
        story = new RunStory(AgentId.of(agent));
    }

    protected void runnerSays(Known event) {
        kafka().send(Topics.RUN_EVENTS, RunEvent.CODEC, event, event.sessionId().toString());
    }

    protected void schedulerSays(DueRunEvent event) {
        kafka().send(Topics.DUE_RUNS, DueRunEvent.CODEC, event, agent);
    }

    protected void awaitStatus(String status) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> admin().get("/api/runs/" + story.run()).then().body("status", equalTo(status)));
    }

    protected List<BackgroundEvent> said(int count) {
        return await().atMost(SOON)
                .until(
                        () -> kafka().events(Topics.BACKGROUND_EVENTS, BackgroundEvent.CODEC, agent),
                        events -> events.size() >= count);
    }
}
