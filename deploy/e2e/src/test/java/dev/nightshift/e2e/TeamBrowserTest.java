package dev.nightshift.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An admin and a teammate, each in a browser of their own: from the invite to the end of the account. */
class TeamBrowserTest {
    private static final String USERNAME = "tess";
    private static final String NAME = "Tess Teammate";
    private static final String PASSWORD = "a password of Tess";
    private static final String OWN = "Tess's reader";
    private static final String ORG = "Harbour desk";
    private static final String OF_THE_ADMIN = "The admin's reader";
    private static final Duration RUN = Duration.ofSeconds(30);

    private static final Map<String, String> PAGES_OF_THE_PROFILE = Map.of(
            "/profile", "Your profile",
            "/profile/sessions", "Where you are signed in",
            "/profile/tokens", "Access tokens",
            "/profile/notifications", "Notifications",
            "/profile/webhooks", "Webhooks");
    private static final Map<String, String> PAGES_OF_ADMINS = Map.of(
            "/admin/members", "Members",
            "/admin/groups", "Groups",
            "/admin/invites", "Invites",
            "/admin/audit", "Audit",
            "/admin/sign-in", "Sign-in",
            "/admin/emergency-stop", "Emergency stop");

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @Test
    void aTeammateComesByInviteAndFindsOnlyWhatIsTheirsToRead() throws Exception {
        Door door = SharedStack.door();
        TeamDocuments documents = TeamDocuments.connect(door, SharedStack.documentsFolder());
        try (OnScreen admin = OnScreen.of(browser, SharedStack.stack().url());
                OnScreen tess = OnScreen.of(browser, SharedStack.stack().url());
                OnScreen stranger = OnScreen.of(browser, SharedStack.stack().url())) {
            try {
                String link = signInAndInvite(admin);
                register(tess, link);
                aUsedInviteSaysSo(stranger, link);
                noAdminPages(tess);
                createOwnAgent(tess);
                createOrgAgent(admin);
                createAgentOfTheAdmin(door, documents);

                Door own = Door.signIn(SharedStack.stack().url(), USERNAME, PASSWORD);
                for (String agent : List.of(OWN, ORG, OF_THE_ADMIN)) {
                    new Viewer(tess, own, documents).findsOnlyTheOpenDocument(agent);
                }
                theAdminFindsBoth(door, documents);
                everyPageFits(tess, PAGES_OF_THE_PROFILE);
                everyPageFits(admin, PAGES_OF_ADMINS);
                aDisabledMemberIsSignedOut(admin, tess);
            } finally {
                Screens.shoot(admin.page(), "team-admin-last");
                Screens.shoot(tess.page(), "team-tess-last");
            }
            assertThat(List.of(admin.errors(), tess.errors(), stranger.errors()))
                    .as("errors of scripts")
                    .allMatch(List::isEmpty);
        }
    }

    private static String signInAndInvite(OnScreen admin) {
        admin.open("/");
        admin.field("Username").fill("admin");
        admin.field("Password").fill(LocalStack.PASSWORD);
        admin.button("Sign in").click();
        admin.link("Admin").click();
        admin.link("Invites").click();
        admin.button("New invite").first().click();
        admin.dialog("New invite").getByLabel("E-mail").fill("tess@example.com");
        admin.button("Make the link").click();
        Locator ready = admin.dialog("The invite is ready");
        String link = ready.getByRole(AriaRole.STATUS, new Locator.GetByRoleOptions().setName("Link"))
                .textContent();
        admin.button("Copy").click();
        assertThat(admin.button("Copied")).isVisible();
        Screens.take(admin.page(), "team-invite-made");
        assertThat(admin.page().evaluate("navigator.clipboard.readText()")).isEqualTo(link);
        admin.button("I have kept it").click();
        assertThat(admin.page().getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("tess@example.com")))
                .containsText("Open");
        return link;
    }

    private static void register(OnScreen tess, String link) {
        tess.page().navigate(link);
        assertThat(tess.heading("Welcome to Nightshift")).isVisible();
        assertThat(tess.page().getByText("invited you as a member (tess@example.com)"))
                .isVisible();
        Screens.take(tess.page(), "team-register");
        tess.field("Username").fill("admin");
        tess.field("Name").fill(NAME);
        tess.field("Password").fill(PASSWORD);
        tess.button("Open the account").click();
        // What is refused leaves the invite as it was.
        assertThat(tess.page().getByText("The user name admin is taken")).isVisible();
        tess.field("Username").fill(USERNAME);
        tess.button("Open the account").click();
        assertThat(tess.heading("Agents")).isVisible();
    }

    private static void aUsedInviteSaysSo(OnScreen stranger, String link) {
        stranger.page().navigate(link);
        assertThat(stranger.heading("This invite was used already")).isVisible();
        assertThat(stranger.button("Open the account")).hasCount(0);
        Screens.narrow(stranger.page());
        Screens.shoot(stranger.page(), "team-invite-used-390");
    }

    private static void noAdminPages(OnScreen tess) {
        assertThat(tess.link("Sources")).isVisible();
        assertThat(tess.link("Admin")).hasCount(0);
        for (String path : PAGES_OF_ADMINS.keySet()) {
            tess.open(path);
            assertThat(tess.heading("This is for admins")).isVisible();
        }
        Screens.shoot(tess.page(), "team-for-admins");
    }

    private static void createOwnAgent(OnScreen tess) {
        tess.open("/agents/new");
        assertThat(tess.page().getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("Type")))
                .hasCount(0);
        fillInTheBasics(tess, OWN);
        tess.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Sources"))
                .click();
        assertThat(tess.option(TeamDocuments.HANDBOOK)).isVisible();
        assertThat(tess.option(TeamDocuments.PAYROLL)).hasCount(0);
        tess.option(TeamDocuments.HANDBOOK).click();
        Screens.shoot(tess.page(), "team-own-agent");
        tess.page().keyboard().press("Escape");
        create(tess, OWN);
    }

    private static void createOrgAgent(OnScreen admin) {
        admin.open("/agents/new");
        admin.page()
                .getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("Type"))
                .getByText("Org")
                .click();
        fillInTheBasics(admin, ORG);
        for (String tool : List.of("search_documents", "read_document")) {
            admin.page()
                    .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(tool))
                    .check();
        }
        Screens.shoot(admin.page(), "team-org-agent");
        create(admin, ORG);
    }

    private static void fillInTheBasics(OnScreen person, String name) {
        person.field("Name").fill(name);
        person.field("Instructions").fill("Look things up for whoever asks.");
        person.field("Schedule").fill("manual");
    }

    private static void create(OnScreen person, String name) {
        person.button("Create agent").click();
        assertThat(person.heading(name)).isVisible();
    }

    private static void createAgentOfTheAdmin(Door door, TeamDocuments documents) throws Exception {
        ObjectNode agent = Door.runbook(OF_THE_ADMIN, "manual", "Look things up for the admin.");
        agent.putArray("allowedSources").add(documents.handbook()).add(documents.payroll());
        door.createAgent(agent);
    }

    /** The same words to the same org agent: it is the speaker's rights that differ. */
    private static void theAdminFindsBoth(Door door, TeamDocuments documents) throws Exception {
        String org = Door.list(door.get("/api/agents?q=Harbour%20desk").path("items"))
                .getFirst()
                .path("id")
                .asText();
        String session = door.post("/api/agents/" + org + "/sessions", Door.JSON.createObjectNode(), 201)
                .path("sessionId")
                .asText();
        ObjectNode message = Door.JSON.createObjectNode();
        message.put("clientId", "all").put("mode", "queue").put("text", documents.everythingThereIs());
        door.post("/api/sessions/" + session + "/messages", message, 200);
        JsonNode last = SessionLog.awaitEnd(door, session, RUN).events().stream()
                .filter(event -> SessionLog.type(event).equals("tool.completed"))
                .toList()
                .getLast();
        assertThat(last.path("data").path("result").asText()).contains(TeamDocuments.SECRET_TEXT);
    }

    private static void everyPageFits(OnScreen person, Map<String, String> pages) {
        Screens.narrow(person.page());
        pages.forEach((path, heading) -> {
            person.open(path);
            assertThat(person.heading(heading).first()).isVisible();
            assertThat(person.page().evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s on a phone", path)
                    .isEqualTo(390);
            Screens.shoot(person.page(), "team" + path.replace('/', '-') + "-390");
        });
        Screens.wide(person.page());
    }

    private static void aDisabledMemberIsSignedOut(OnScreen admin, OnScreen tess) {
        tess.open("/agents");
        assertThat(tess.heading("Agents")).isVisible();
        admin.open("/admin/members?q=" + USERNAME);
        Screens.take(admin.page(), "team-members");
        admin.button("Actions for " + NAME).click();
        admin.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Disable"))
                .click();
        admin.button("Disable member").click();
        assertThat(admin.page().getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(NAME)))
                .containsText("Disabled");

        tess.open("/sources");
        assertThat(tess.heading("Sign in to Nightshift")).isVisible();
        tess.field("Username").fill(USERNAME);
        tess.field("Password").fill(PASSWORD);
        tess.button("Sign in").click();
        assertThat(tess.page().getByText("The username or the password is not right."))
                .isVisible();
    }
}
