package dev.nightshift.local.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path root;

    @BeforeEach
    void docs() throws Exception {
        Files.createDirectories(root.resolve("docs"));
    }

    @Test
    void defaultsAreThoseOfTheContract() throws Exception {
        Settings settings = Settings.read(root, Map.of());

        assertEquals("127.0.0.1", settings.host());
        assertEquals(
                List.of(8080, 19092, 15432, 1025),
                List.of(settings.port(), settings.kafkaPort(), settings.postgresPort(), settings.smtpPort()));
        assertEquals(root.resolve(".nightshift"), settings.dataDir());
        assertEquals("true", settings.variables().get("AGENTS_ENABLED"));
        assertEquals(root.resolve("docs").toString(), settings.variables().get("NIGHTSHIFT_SOURCE_ROOTS"));
        assertEquals("http://127.0.0.1:8080", settings.url());
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws Exception {
        Files.writeString(root.resolve(".env"), "NIGHTSHIFT_PORT=9000\nNIGHTSHIFT_KAFKA_PORT=9001\n");

        Settings settings = Settings.read(root, Map.of("NIGHTSHIFT_PORT", "9100"));

        assertEquals(9100, settings.port());
        assertEquals(9001, settings.kafkaPort());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NIGHTSHIFT_PORT                 | 70000
            NIGHTSHIFT_PORT                 | eighty
            NIGHTSHIFT_KAFKA_PORT           | 0
            NIGHTSHIFT_POSTGRES_PORT        | 8080
            NIGHTSHIFT_HOST                 | no.such.host.invalid
            NIGHTSHIFT_ADMIN_PASSWORD       | short
            NIGHTSHIFT_AUTH_MODE            | oidc
            NIGHTSHIFT_AUTH_MODE            | anything
            NIGHTSHIFT_SOURCE_ROOTS         | /no/such/folder
            NIGHTSHIFT_SOURCE_ROOTS         | docs
            AGENTS_ENABLED                  | yes
            AGENT_MAX_ITERATIONS            | 1001
            AGENT_MAX_CONCURRENT_RUNS       | 0
            AGENT_SCHEDULER_POLL_INTERVAL   | -1
            NIGHTSHIFT_MAX_CONCURRENT_CHATS | 1.5
            """)
    void aWrongValueIsOneLineThatNamesTheSetting(String name, String value) {
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> Settings.of(root, Map.of(name, value)));

        assertTrue(wrong.getMessage().contains(name), wrong.getMessage());
        assertEquals(1, wrong.getMessage().lines().count());
    }

    @Test
    void anEmptySetOfSourceRootsMeansNone() throws Exception {
        assertEquals(
                "",
                Settings.of(root, Map.of("NIGHTSHIFT_SOURCE_ROOTS", ""))
                        .variables()
                        .get("NIGHTSHIFT_SOURCE_ROOTS"));
    }

    @Test
    void everyAddressIsOpenedAsTheLoopbackOne() throws Exception {
        assertEquals(
                "http://127.0.0.1:8080",
                Settings.of(root, Map.of("NIGHTSHIFT_HOST", "0.0.0.0")).url());
    }
}
