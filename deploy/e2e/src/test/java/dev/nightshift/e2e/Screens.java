package dev.nightshift.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;

/** Pictures of the browser tests, for people to look at: PNG files in {@code target/screens}. */
final class Screens {
    private static final Path FOLDER = Path.of("target", "screens");
    private static final int WIDE = 1280;
    private static final int WIDE_HEIGHT = 860;
    private static final int NARROW = 390;
    private static final int NARROW_HEIGHT = 844;

    private Screens() {}

    /** As it is, in the other theme, and at 390 px. */
    static void take(Page page, String name) {
        shoot(page, name);
        dark(page, name);
        narrow(page);
        shoot(page, name + "-390");
        wide(page);
    }

    static void dark(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shoot(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    static void narrow(Page page) {
        page.setViewportSize(NARROW, NARROW_HEIGHT);
    }

    static void wide(Page page) {
        page.setViewportSize(WIDE, WIDE_HEIGHT);
    }

    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
