package dev.nightshift.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody who may read one of the two documents, in a browser and by HTTP. */
record Viewer(OnScreen screen, Door door, TeamDocuments documents) {
    private static final Duration RUN = Duration.ofSeconds(30);

    /** Asks this agent for everything in a chat; the log and the screen tell of nothing but the open document. */
    void findsOnlyTheOpenDocument(String agent) throws Exception {
        screen.open("/agents");
        screen.link(agent).first().click();
        assertThat(screen.heading(agent)).isVisible();
        screen.button("Chat").click();
        assertThat(screen.heading("Chat with " + agent)).isVisible();
        Locator box = screen.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message"));
        box.fill(documents.everythingThereIs());
        box.press("Enter");

        assertOnTheLog(SessionLog.awaitEnd(door, screen.lastSegment(), RUN));
        assertOnTheScreen();
        Screens.shoot(screen.page(), "team-chat-" + agent.replaceAll("\\W+", "-"));
    }

    private static void assertOnTheLog(SessionLog log) {
        List<String> results = log.events().stream()
                .filter(event -> SessionLog.type(event).equals("tool.completed"))
                .map(event -> event.path("data").path("result").asText())
                .toList();
        assertThat(results).hasSize(4);
        assertThat(results.get(0)).startsWith("1 document found").contains(TeamDocuments.OPEN_TITLE);
        assertThat(results.get(1)).contains(TeamDocuments.OPEN_TEXT);
        assertThat(results.get(2)).isEqualTo("No document found.");
        assertThat(log.events())
                .noneMatch(event -> event.toString().contains(TeamDocuments.SECRET_TITLE)
                        || event.toString().contains(TeamDocuments.SECRET_TEXT));
    }

    private void assertOnTheScreen() {
        Locator log = screen.page().getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Session"));
        for (String tool : List.of("search_documents", "read_document")) {
            Locator calls =
                    log.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + tool)));
            assertThat(calls).hasCount(2);
            calls.all().forEach(Locator::click);
        }
        Locator results = log.getByRole(
                AriaRole.REGION,
                new Locator.GetByRoleOptions().setName("Result").setExact(true));
        assertThat(results).hasCount(4);
        assertThat(results.nth(0)).containsText(TeamDocuments.OPEN_TITLE);
        assertThat(results.nth(1)).containsText(TeamDocuments.OPEN_TEXT);
        assertThat(results.nth(2)).containsText("No document found.");
        assertThat(log).not().containsText(TeamDocuments.SECRET_TITLE);
        assertThat(log).not().containsText(TeamDocuments.SECRET_TEXT);
    }
}
