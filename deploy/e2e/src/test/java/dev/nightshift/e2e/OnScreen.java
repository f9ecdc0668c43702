package dev.nightshift.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * One person's browser, in which things are found by what they are and what is written on them.
 *
 * @param url where Nightshift is
 * @param errors what scripts of the page threw, as it happens
 */
record OnScreen(Page page, String url, List<String> errors) implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;

    /** A browser of their own: it shares nothing with the others. */
    static OnScreen of(Browser browser, String url) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 860)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        List<String> errors = new CopyOnWriteArrayList<>();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onPageError(errors::add);
        return new OnScreen(page, url, errors);
    }

    void open(String path) {
        page.navigate(url + path);
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, exactly(name));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, exactly(name));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, exactly(name));
    }

    Locator option(String name) {
        return page.getByRole(AriaRole.OPTION, exactly(name));
    }

    /** By a label without signs that mean something in a pattern. One that must be filled in has a star behind it. */
    Locator field(String label) {
        return page.getByLabel(Pattern.compile("^" + label + "( \\*)?$"));
    }

    Locator dialog(String name) {
        return page.getByRole(AriaRole.DIALOG, exactly(name));
    }

    /** The last segment of where the person is. */
    String lastSegment() {
        String path = page.url().replaceFirst("[?#].*$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
