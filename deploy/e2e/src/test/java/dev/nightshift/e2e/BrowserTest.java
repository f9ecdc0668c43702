package dev.nightshift.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person does it all in the browser, by what is written on the screen. Pictures land in {@code target/screens}. */
class BrowserTest {
    private static final String INSTRUCTIONS = """
            Look around, take a moment, and say so.

            ```bash
            echo "looking around"
            ```

            ```bash
            sleep 4; echo "took a moment"
            ```
            """;

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
    void aPersonDoesItAllInTheBrowser() {
        Page page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 860))
                .newPage();
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        try {
            signIn(page);
            createAnAgent(page);
            watchItRunLive(page);
            startAndStopFromThePanel(page);
            chat(page);
        } finally {
            Screens.shoot(page, "last");
        }
        Assertions.assertEquals(List.of(), errors, "errors of scripts");
    }

    private static void signIn(Page page) {
        page.navigate(SharedStack.stack().url());
        assertThat(heading(page, "Sign in to Nightshift")).isVisible();
        Screens.take(page, "sign-in");
        page.getByLabel("Username").fill("admin");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("not the password");
        button(page, "Sign in").click();
        assertThat(page.getByText("The username or the password is not right.")).isVisible();
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(LocalStack.PASSWORD);
        button(page, "Sign in").click();
        assertThat(heading(page, "Agents")).isVisible();
    }

    private static void createAnAgent(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New agent"))
                .first()
                .click();
        page.getByLabel("Name").fill("Lookout");
        page.getByLabel("Instructions").fill(INSTRUCTIONS);
        page.getByLabel("Schedule").fill("every 10 parsecs");
        assertThat(page.getByText(Pattern.compile("parsecs.*every 6 hours")).first())
                .isVisible();
        page.getByLabel("Schedule").fill("every 10 seconds");
        assertThat(page.getByText("Every 10 seconds")).isVisible();
        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Next runs"))
                        .getByRole(AriaRole.LISTITEM))
                .hasCount(5);
        Screens.take(page, "new-agent");
        button(page, "Create agent").click();
        assertThat(heading(page, "Lookout")).isVisible();
    }

    private static void watchItRunLive(Page page) {
        Locator watch = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Watch"));
        assertThat(watch.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        Screens.take(page, "agent");
        watch.first().click();
        assertThat(heading(page, "Run of Lookout")).isVisible();
        Locator status = page.getByRole(AriaRole.STATUS, new Page.GetByRoleOptions().setName("Status of the run"));
        assertThat(status).containsText("Running");
        assertThat(page.getByText("looking around").first()).isVisible();
        assertThat(status).containsText("Completed", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        assertThat(page.getByText("took a moment").first()).isVisible();
        Screens.take(page, "session");
        page.reload();
        assertThat(page.getByText("took a moment").first()).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lookout"))
                .first()
                .click();
        button(page, "Pause").click();
        assertThat(button(page, "Resume")).isVisible();
        button(page, "Resume").click();
        button(page, "Stop").click();
        assertThat(button(page, "Start")).isVisible();
        button(page, "Start").click();
        assertThat(button(page, "Pause")).isVisible();
    }

    private static void startAndStopFromThePanel(Page page) {
        createManual(page);
        button(page, Pattern.compile("Background agents")).click();
        Locator panel = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Background agents"));
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start a background agent"))
                .click();
        panel.getByLabel("Agent", new Locator.GetByLabelOptions().setExact(true))
                .first()
                .click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Sleeper"))
                .click();
        panel.getByLabel("Task").fill("sleep well");
        panel.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Start").setExact(true))
                .click();
        Locator active = panel.getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName("Active"));
        assertThat(active).containsText("Sleeper");
        assertThat(active).containsText("sleep well");
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Log of Sleeper"))
                .click();
        assertThat(panel.getByRole(
                        AriaRole.LIST,
                        new Locator.GetByRoleOptions().setName("Log").setExact(true)))
                .containsText("run_bash");
        Screens.take(page, "panel");
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Stop Sleeper"))
                .click();
        panel.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("History"))
                .click();
        Locator history = panel.getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName("History"));
        assertThat(history.getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText("Sleeper"))
                        .first())
                .containsText("Cancelled", new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
        Screens.take(page, "panel-history");
        page.keyboard().press("Escape");
    }

    private static void createManual(Page page) {
        page.navigate(SharedStack.stack().url() + "/agents/new");
        page.getByLabel("Name").fill("Sleeper");
        page.getByLabel("Instructions").fill("```bash\nsleep 60\n```\n");
        page.getByLabel("Schedule").fill("manual");
        button(page, "Create agent").click();
        assertThat(heading(page, "Sleeper")).isVisible();
    }

    private static void chat(Page page) {
        button(page, "Chat").click();
        assertThat(heading(page, "Chat with Sleeper")).isVisible();
        Locator box = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message"));
        box.fill("Please count:\n\n```python\nprint(sum(range(101)))\n```");
        box.press("Enter");
        assertThat(page.getByText("Please count:").first()).isVisible();
        assertThat(page.getByText("5050").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
        Screens.take(page, "chat");
        String address = page.url();
        page.navigate(SharedStack.stack().url() + "/agents");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lookout"))
                        .first())
                .isVisible();
        Screens.take(page, "agents");
        page.navigate(address);
        assertThat(page.getByText("5050").first()).isVisible();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
