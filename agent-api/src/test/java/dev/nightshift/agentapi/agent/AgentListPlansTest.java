package dev.nightshift.agentapi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.agentapi.LargeTables;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.service.listing.PageRequest;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No page of the agents reads all of them. */
@QuarkusTest
class AgentListPlansTest extends AgentApiTest {
    private static final PageRequest FIRST = new PageRequest(50, null);
    private LargeTables tables;

    @BeforeEach
    void write() {
        tables = LargeTables.written(pool, 0);
    }

    @AfterEach
    void forget() {
        tables.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pagesComeFromAnIndexThatIsInTheirOrder(boolean admin) {
        Instant middle = Instant.now().minus(Duration.ofMinutes(1500));
        PageRequest deep = new PageRequest(50, new PageRequest.Position(middle, UUID.randomUUID()));

        assertInOrder(plan(admin, new Agents.Filter(null, null), FIRST));
        assertInOrder(plan(admin, new Agents.Filter(AgentType.ORG, null), FIRST));
        List<String> plan = plan(admin, new Agents.Filter(null, null), deep);
        assertInOrder(plan);
        assertThat(plan).anyMatch(step -> step.contains("Index Cond: (ROW(created_at, id) <"));
    }

    private List<String> plan(boolean admin, Agents.Filter filter, PageRequest page) {
        MemberCaller caller = new MemberCaller(tables.reader(), "Reader", admin, Set.of(), null);
        AgentQuery query = new AgentQuery(caller, filter, page);
        return tables.plan(query.sql(), query.values());
    }

    private static void assertInOrder(List<String> plan) {
        assertThat(plan)
                .anyMatch(step -> step.contains("Index Scan using agents_newest"))
                .noneMatch(step -> step.contains("Seq Scan on agents") || step.contains("Sort Key"));
    }
}
