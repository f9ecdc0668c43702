package dev.nightshift.agentapi.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightshift.agentapi.AgentApiTest;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdentitiesTest extends AgentApiTest {
    private static final String ISSUER = "https://provider.example.org";

    @Inject
    Members members;

    @Test
    void aFirstSignInMakesAMemberAndTheNextFindsIt() {
        String subject = unique("subject");
        String username = unique("ada");

        MemberCaller first = sign(ISSUER, subject, profile(username));
        MemberCaller again = sign(ISSUER, subject, profile(username));

        assertThat(again).isEqualTo(first);
        assertThat(first.admin()).isFalse();
        assertThat(first.name()).isEqualTo(username);
        admin().get("/api/members/" + first.memberId())
                .then()
                .statusCode(200)
                .body("username", org.hamcrest.Matchers.equalTo(username))
                .body("hasPassword", org.hamcrest.Matchers.equalTo(false));
        signIn(username, "null").then().statusCode(401);
    }

    @Test
    void manyFirstSignInsAtTheSameTimeMakeOneMember() {
        String subject = unique("subject");
        String username = unique("rush");

        List<UUID> ids = Uni.join()
                .all(IntStream.range(0, 20)
                        .mapToObj(i -> members.ofIdentity(ISSUER, subject, profile(username)))
                        .toList())
                .andFailFast()
                .await()
                .atMost(SOON)
                .stream()
                .map(caller -> caller.orElseThrow().memberId().value())
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        assertThat(count("select count(*) as n from members where username like '" + username + "%'"))
                .isEqualTo(1);
    }

    @Test
    void aProviderNeverTakesOverAnAccountByNameOrMail() {
        Person person = person("Original");
        admin(Map.of("email", "original@example.org"))
                .patch("/api/members/" + person.id())
                .then()
                .statusCode(200);

        MemberCaller caller = sign(
                ISSUER,
                unique("subject"),
                new Profile(person.username(), "Original", "original@example.org", null, null));

        assertThat(caller.memberId()).isNotEqualTo(person.id());
        assertThat(username(caller)).startsWith(person.username() + "-");
    }

    @Test
    void theSameSubjectOfAnotherProviderIsSomebodyElse() {
        String subject = unique("subject");

        MemberCaller one = sign(ISSUER, subject, profile(unique("one")));
        MemberCaller two = sign("https://other.example.org", subject, profile(unique("two")));

        assertThat(two.memberId()).isNotEqualTo(one.memberId());
    }

    @Test
    void theProxyTakesTheAccountWithExactlyThatName() {
        Person person = person("Proxied");

        MemberCaller same = sign(Members.PROXY, person.username(), profile(person.username()));
        MemberCaller other = sign(
                Members.PROXY,
                person.username().toUpperCase(java.util.Locale.ROOT),
                profile(person.username().toUpperCase(java.util.Locale.ROOT)));

        assertThat(same.memberId()).isEqualTo(person.id());
        assertThat(same.name()).isEqualTo("Proxied");
        assertThat(other.memberId()).isNotEqualTo(person.id());
    }

    @Test
    void whatTheProviderSaysOfGroupsCountsAtOnceAndLocalGroupsStay() {
        String subject = unique("subject");
        String username = unique("grouped");
        String red = unique("red");
        String blue = unique("blue");
        MemberCaller before = sign(ISSUER, subject, new Profile(username, null, null, Set.of(red, blue), null));
        String local = admin(Map.of("name", red))
                .post("/api/groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        admin().put("/api/groups/" + local + "/members/" + before.memberId())
                .then()
                .statusCode(204);

        MemberCaller after = sign(ISSUER, subject, new Profile(username, null, null, Set.of(blue), null));
        MemberCaller silent = sign(ISSUER, subject, new Profile(username, null, null, null, null));
        MemberCaller none = sign(ISSUER, subject, new Profile(username, null, null, Set.of(), null));

        assertThat(names(before)).containsExactly(blue, red);
        assertThat(after.groups()).hasSize(2).contains(UUID.fromString(local));
        assertThat(names(after)).containsExactly(blue, red);
        assertThat(silent.groups()).isEqualTo(after.groups());
        assertThat(none.groups()).containsExactly(UUID.fromString(local));
    }

    @Test
    void theProviderSaysWhoIsAdminWhereItSaysSo() {
        String subject = unique("subject");
        String username = unique("boss");

        assertThat(sign(ISSUER, subject, new Profile(username, null, null, null, true))
                        .admin())
                .isTrue();
        assertThat(sign(ISSUER, subject, new Profile(username, null, null, null, null))
                        .admin())
                .isTrue();
        assertThat(sign(ISSUER, subject, new Profile(username, null, null, null, false))
                        .admin())
                .isFalse();
    }

    @Test
    void whoeverIsDisabledHereStaysOut() {
        String subject = unique("subject");
        MemberCaller caller = sign(ISSUER, subject, profile(unique("barred")));
        admin(Map.of("state", "disabled"))
                .patch("/api/members/" + caller.memberId())
                .then()
                .statusCode(200);

        assertThat(find(ISSUER, subject, profile(unique("renamed")))).isEmpty();
        assertThat(members.caller(caller.memberId(), null).await().atMost(SOON)).isEmpty();
    }

    @Test
    void aRemovedPersonComesBackAsSomebodyNew() {
        String subject = unique("subject");
        String username = unique("phoenix");
        MemberCaller before = sign(ISSUER, subject, profile(username));
        admin().delete("/api/members/" + before.memberId()).then().statusCode(204);

        MemberCaller after = sign(ISSUER, subject, profile(username));

        assertThat(after.memberId()).isNotEqualTo(before.memberId());
        assertThat(username(after)).isEqualTo(username);
    }

    @Test
    void namesFromOutsideLoseWhatCannotBeSeen() {
        Profile profile = new Profile("ad\u200bmin\u202e\u0007", "  J\u0000\u00fcrgen\u3000M. ", "\n", null, null);

        assertThat(profile).isEqualTo(new Profile("admin", "J\u00fcrgen M.", null, null, null));
    }

    private MemberCaller sign(String issuer, String subject, Profile profile) {
        return find(issuer, subject, profile).orElseThrow();
    }

    private Optional<MemberCaller> find(String issuer, String subject, Profile profile) {
        return members.ofIdentity(issuer, subject, profile).await().atMost(SOON);
    }

    private static Profile profile(String username) {
        return new Profile(username, null, null, null, null);
    }

    private static String unique(String start) {
        return start + "-" + UUID.randomUUID();
    }

    private List<String> names(MemberCaller caller) {
        return pool
                .preparedQuery("select name from groups where id = any($1) order by name")
                .execute(Tuple.of(caller.groups().toArray(UUID[]::new)))
                .await()
                .atMost(SOON)
                .stream()
                .map(row -> row.getString("name"))
                .toList();
    }

    private String username(MemberCaller caller) {
        return admin().get("/api/members/" + caller.memberId()).then().extract().path("username");
    }

    private long count(String sql) {
        return pool.query(sql).execute().await().atMost(SOON).iterator().next().getLong("n");
    }
}
