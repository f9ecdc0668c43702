package dev.nightshift.search.sync;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.search.SearchServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("long")
class ManyFilesTest extends SearchServiceTest {
    private static final Logger LOG = Logger.getLogger(ManyFilesTest.class);

    @Test
    void tenThousandFilesAreTakenAndFollowed() {
        for (int i = 0; i < 10_000; i++) {
            write(
                    "part" + i % 200 + "/page" + i + ".md",
                    "# Page " + i + "\n\nnumber" + i + " " + "some words ".repeat(300));
        }
        Instant started = Instant.now();
        UUID source = createSource("ten thousand", EVERYONE);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> status(source).body("documents", equalTo(10_000)).body("state", equalTo("ready")));
        LOG.infof("10,000 files taken in %s", Duration.between(started, Instant.now()));

        Instant changed = Instant.now();
        write("part7/page7.md", "another lantern");
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() ->
                        assertEquals(1, search(member, "lantern in:" + source).getLong("total")));
        LOG.infof("a change among 10,000 files followed in %s", Duration.between(changed, Instant.now()));
    }
}
