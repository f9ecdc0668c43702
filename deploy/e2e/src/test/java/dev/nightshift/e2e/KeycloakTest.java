package dev.nightshift.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** People sign in at a real Keycloak with a real browser. The realm is in {@code keycloak/nightshift-realm.json}. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakTest {
    private static Keycloak keycloak;
    private static LocalStack stack;
    private static Playwright playwright;
    private static Browser chromium;

    /** Nightshift first: a provider that is not there stops no start. */
    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.onAFreePort();
        stack = LocalStack.start(Map.of(
                "NIGHTSHIFT_AUTH_MODE",
                "oidc",
                "NIGHTSHIFT_OIDC_ISSUER",
                keycloak.issuer(),
                "NIGHTSHIFT_OIDC_CLIENT_ID",
                Keycloak.CLIENT,
                "NIGHTSHIFT_OIDC_CLIENT_SECRET",
                Keycloak.SECRET,
                "NIGHTSHIFT_OIDC_ALLOWED_DOMAINS",
                "example.com",
                "NIGHTSHIFT_OIDC_ADMIN_GROUP",
                "night-watch"));
        playwright = Chromium.playwright();
        chromium = Chromium.launch(playwright);
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (stack != null) {
            stack.close();
        }
        keycloak.close();
    }

    @Test
    @Order(1)
    void whileTheProviderIsAwayTheSignInPageSaysSo() throws Exception {
        try (BrowserContext person = chromium.newContext()) {
            Page page = person.newPage();
            page.navigate(stack.url() + "/auth/oidc/login?to=/agents");
            assertThat(page).hasURL(stack.url() + "/sign-in?error=provider_unavailable");
        }
        keycloak.start(stack.url());
    }

    @Test
    @Order(2)
    void somebodyOfTheAdminGroupIsAnAdmin() throws Exception {
        try (BrowserContext alice = chromium.newContext()) {
            Page page = signIn(alice, "alice");

            assertThat(page).hasURL(stack.url() + "/agents");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Agents")))
                    .isVisible();
            assertThat(me(alice).path("role").asText()).isEqualTo("admin");
            assertThat(me(alice).path("email").asText()).isEqualTo("alice@example.com");
            List<Cookie> cookies = alice.cookies(stack.url() + "/auth/oidc/callback");
            assertThat(cookies).extracting(cookie -> cookie.name).containsExactly("nightshift_session");
            assertThat(cookies.getFirst().httpOnly).isTrue();
            JsonNode groups = json(alice.request().get(stack.url() + "/api/groups"));
            assertThat(groups.path("items").findValuesAsText("name")).contains("night-watch", "readers");
            assertThat(groups.path("items").findValuesAsText("origin")).containsOnly("provider");
        }
    }

    @Test
    @Order(3)
    void anotherDomainAndAnUnverifiedAddressStayOut() {
        assertTurnedAway("bob", "domain_not_allowed");
        assertTurnedAway("carol", "email_not_verified");
    }

    @Test
    @Order(4)
    void somebodyWhoGoesBackIsAskedAgain() {
        try (BrowserContext somebody = chromium.newContext()) {
            Page page = somebody.newPage();
            page.navigate(stack.url() + "/auth/oidc/login");
            String state = page.url().replaceAll(".*[?&]state=([^&]+).*", "$1");
            page.navigate(stack.url() + "/auth/oidc/callback?error=access_denied&state=" + state);
            assertThat(page).hasURL(stack.url() + "/sign-in?error=cancelled");
        }
    }

    @Test
    @Order(5)
    void anAnswerOfTheProviderIsGoodOnceAndInOneBrowser() {
        try (BrowserContext alice = chromium.newContext();
                BrowserContext eve = chromium.newContext()) {
            String[] callback = new String[1];
            Page page = alice.newPage();
            page.onRequest(request -> {
                if (request.url().contains("/auth/oidc/callback")) {
                    callback[0] = request.url();
                }
            });
            fillIn(page, "alice");
            assertThat(page).hasURL(stack.url() + "/agents");

            Page other = eve.newPage();
            other.navigate(callback[0]);
            assertThat(other).hasURL(stack.url() + "/sign-in?error=failed");
            Page again = alice.newPage();
            again.navigate(callback[0]);
            assertThat(again).hasURL(stack.url() + "/sign-in?error=failed");
        }
    }

    @Test
    @Order(6)
    void signsOutAtTheProviderToo() throws Exception {
        try (BrowserContext dora = chromium.newContext()) {
            Page page = signIn(dora, "dora");
            assertThat(me(dora).path("role").asText()).isEqualTo("member");

            JsonNode answer = json(dora.request().post(stack.url() + "/auth/logout"));
            page.navigate(answer.path("logoutUrl").asText());

            assertThat(page).hasURL(stack.url() + "/sign-in");
            page.navigate(stack.url() + "/auth/oidc/login");
            assertThat(page.locator("#username")).isVisible();
        }
    }

    @Test
    @Order(7)
    void accessTokensForUsAreGoodAndOthersAreNot() throws Exception {
        assertThat(meWith(keycloak.accessToken("command-line", "dora")).statusCode())
                .isEqualTo(200);
        assertThat(meWith(keycloak.accessToken("another-application", "dora")).statusCode())
                .isEqualTo(401);
        assertThat(meWith(keycloak.accessToken("command-line", "bob")).statusCode())
                .isEqualTo(401);
        assertThat(meWith(keycloak.accessToken("command-line", "carol")).statusCode())
                .isEqualTo(401);
        assertThat(Door.JSON
                        .readTree(meWith(keycloak.accessToken("command-line", "alice"))
                                .body())
                        .path("role")
                        .asText())
                .isEqualTo("admin");
    }

    @Test
    @Order(8)
    void theTestButtonFindsEverythingRight() throws Exception {
        try (BrowserContext alice = chromium.newContext()) {
            signIn(alice, "alice");

            JsonNode result = json(alice.request().post(stack.url() + "/api/sign-in-settings/test"));

            assertThat(result.path("ok").asBoolean()).as(result.toString()).isTrue();
            assertThat(result.findValuesAsText("detail").getLast())
                    .isEqualTo("The provider accepts the client's id and secret.");
        }
    }

    @Test
    @Order(9)
    void whoLeavesTheAdminGroupIsNoAdminAtTheNextSignIn() throws Exception {
        keycloak.removeFromGroup("alice", "night-watch");

        try (BrowserContext alice = chromium.newContext()) {
            signIn(alice, "alice");

            assertThat(me(alice).path("role").asText()).isEqualTo("member");
        }
    }

    @Test
    @Order(10)
    void whoIsHereStaysWhenTheProviderGoes() throws Exception {
        try (BrowserContext dora = chromium.newContext()) {
            Page page = signIn(dora, "dora");

            keycloak.close();

            assertThat(me(dora).path("username").asText()).isEqualTo("dora");
            page.reload();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Agents")))
                    .isVisible();
            assertThat(json(dora.request().get(stack.url() + "/api/agents")).has("items"))
                    .isTrue();
        }
    }

    private static void assertTurnedAway(String username, String error) {
        try (BrowserContext person = chromium.newContext()) {
            Page page = person.newPage();
            fillIn(page, username);
            assertThat(page).hasURL(stack.url() + "/sign-in?error=" + error);
            assertThat(person.request().get(stack.url() + "/api/me").status()).isEqualTo(401);
        }
    }

    private static Page signIn(BrowserContext person, String username) {
        Page page = person.newPage();
        fillIn(page, username);
        assertThat(page).hasURL(stack.url() + "/agents");
        return page;
    }

    /** At Keycloak's own page. */
    private static void fillIn(Page page, String username) {
        page.navigate(stack.url() + "/auth/oidc/login?to=/agents");
        page.locator("#username").fill(username);
        page.locator("#password").fill(username + "-password");
        page.locator("#kc-login").click();
    }

    private static JsonNode me(BrowserContext person) throws Exception {
        return json(person.request().get(stack.url() + "/api/me"));
    }

    private static JsonNode json(APIResponse answer) throws Exception {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Door.JSON.readTree(answer.text());
    }

    private static HttpResponse<String> meWith(String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.url() + "/api/me"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
