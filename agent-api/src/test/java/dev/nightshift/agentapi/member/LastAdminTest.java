package dev.nightshift.agentapi.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the usual admin out of the way, so that the admins of the test are the only ones. */
@QuarkusTest
class LastAdminTest extends AgentApiTest {
    @TestHTTPResource
    URI home;

    private String usual;

    @BeforeEach
    void onlyTheAdminsOfTheTest() {
        usual = adminId().toString();
        run("update members set role = 'member' where role = 'admin'");
    }

    @AfterEach
    void theUsualAdminIsBack() {
        run("update members set role = 'member' where role = 'admin'");
        run("update members set role = 'admin', state = 'active' where id = '" + usual + "'");
    }

    @Test
    void theLastAdminIsNeitherDemotedNorDisabledNorRemoved() {
        Person last = adminPerson("Last");
        String path = "/api/members/" + last.id();

        last.calls(Map.of("role", "member")).patch(path).then().statusCode(409);
        last.calls(Map.of("state", "disabled")).patch(path).then().statusCode(409);
        last.calls().delete(path).then().statusCode(409);

        last.calls(Map.of("name", "Still here")).patch(path).then().statusCode(200);
        last.calls().get("/api/invites").then().statusCode(200);
    }

    @Test
    void aDisabledAdminDoesNotCount() {
        Person last = adminPerson("Last");
        Person disabled = adminPerson("Disabled");
        last.calls(Map.of("state", "disabled"))
                .patch("/api/members/" + disabled.id())
                .then()
                .statusCode(200);

        last.calls(Map.of("role", "member"))
                .patch("/api/members/" + last.id())
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @CsvSource({"PATCH, '{\"role\": \"member\"}'", "PATCH, '{\"state\": \"disabled\"}'", "DELETE, ''"})
    void oneStaysOfTwoWhoTakeEachOtherAwayAtTheSameTime(String method, String body) {
        for (int round = 0; round < 5; round++) {
            Person one = adminPerson("One");
            Person two = adminPerson("Two");
            try (HttpClient client = HttpClient.newHttpClient()) {
                List<Integer> answers = List.of(
                                client.sendAsync(call(one, two, method, body), HttpResponse.BodyHandlers.discarding()),
                                client.sendAsync(call(two, one, method, body), HttpResponse.BodyHandlers.discarding()))
                        .stream()
                        .map(CompletableFuture::join)
                        .map(HttpResponse::statusCode)
                        .toList();

                assertThat(answers.stream().filter(status -> status < 300)).hasSize(1);
                assertThat(answers).doesNotContain(500);
            }
            assertThat(admins()).isEqualTo(1);
            run("update members set role = 'member' where role = 'admin'");
        }
    }

    private HttpRequest call(Person by, Person whom, String method, String body) {
        return HttpRequest.newBuilder(home.resolve("/api/members/" + whom.id()))
                .header("Cookie", COOKIE + "=" + by.cookie())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private Person adminPerson(String name) {
        Person person = person(name);
        pool.preparedQuery("update members set role = 'admin' where id = $1")
                .execute(Tuple.of(person.id().value()))
                .await()
                .atMost(SOON);
        return person;
    }

    private long admins() {
        return pool.query("select count(*) as n from members where role = 'admin' and state = 'active'")
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong("n");
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(SOON);
    }
}
