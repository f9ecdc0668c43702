package dev.nightshift.agentapi.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.agentapi.LargeTables;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.RunStatus;
import dev.nightshift.contracts.Trigger;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No page of the runs reads all runs or all agents. */
@QuarkusTest
class RunListPlansTest extends AgentApiTest {
    private static final FindRuns.Filter ALL = new FindRuns.Filter(null, null, null);
    private static final PageRequest FIRST = new PageRequest(50, null);
    private static final PageRequest DEEP =
            new PageRequest(50, new PageRequest.Position(Instant.now().minus(Duration.ofDays(5)), UUID.randomUUID()));

    @ParameterizedTest
    @CsvSource({"false, 0", "false, 1", "false, 30", "true, 0"})
    void pagesComeFromIndexes(boolean admin, int sharing) {
        try (LargeTables tables = LargeTables.written(pool, sharing)) {
            MemberCaller caller = new MemberCaller(tables.reader(), "Reader", admin, Set.of(), null);
            FindRuns.Filter ofOne = new FindRuns.Filter(new AgentId(tables.agent()), null, null);
            FindRuns.Filter failed = new FindRuns.Filter(null, List.of(RunStatus.FAILED), List.of(Trigger.SCHEDULE));

            for (FindRuns.Filter filter : List.of(ALL, ofOne, failed)) {
                assertIndexed(plan(tables, caller, filter, FIRST));
                assertIndexed(plan(tables, caller, filter, DEEP));
            }
            assertThat(plan(tables, caller, ALL, DEEP))
                    .anyMatch(step -> step.matches(".*Index Cond: .*\\(ROW\\(created_at, id\\) <.*"));
        }
    }

    private static List<String> plan(
            LargeTables tables, MemberCaller caller, FindRuns.Filter filter, PageRequest page) {
        RunQuery query = new RunQuery(caller, filter, true);
        return tables.plan(query.sql(page), query.values(page));
    }

    private static void assertIndexed(List<String> plan) {
        assertThat(plan)
                .anyMatch(step -> step.matches(".*Index.* Scan .*runs.*"))
                .noneMatch(step -> step.contains("Seq Scan on runs") || step.contains("Seq Scan on agents"));
    }
}
