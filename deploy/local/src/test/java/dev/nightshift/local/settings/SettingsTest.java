package dev.nightshift.local.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> PROVIDER = Map.of(
            "NIGHTSHIFT_AUTH_MODE", "oidc",
            "NIGHTSHIFT_OIDC_ISSUER", "https://login.example.com/realms/staff",
            "NIGHTSHIFT_OIDC_CLIENT_ID", "nightshift",
            "NIGHTSHIFT_OIDC_ALLOWED_DOMAINS", "example.com");

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
            NIGHTSHIFT_AUTH_MODE            | anything
            NIGHTSHIFT_SOURCE_ROOTS         | /no/such/folder
            NIGHTSHIFT_SOURCE_ROOTS         | docs
            AGENTS_ENABLED                  | yes
            AGENT_MAX_ITERATIONS            | 1001
            AGENT_MAX_CONCURRENT_RUNS       | 0
            AGENT_SCHEDULER_POLL_INTERVAL   | -1
            NIGHTSHIFT_MAX_CONCURRENT_CHATS | 1.5
            NIGHTSHIFT_MAX_AGENTS_PER_MEMBER | -1
            NIGHTSHIFT_SIGN_IN_FAILURES_PER_ACCOUNT | 0
            NIGHTSHIFT_SIGN_IN_FAILURES_PER_ADDRESS | many
            NIGHTSHIFT_WEBHOOK_ALLOW_PRIVATE | perhaps
            NIGHTSHIFT_SMTP_PORT            | 0
            """)
    void aWrongValueIsOneLineThatNamesTheSetting(String name, String value) {
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> Settings.of(root, Map.of(name, value)));

        assertTrue(wrong.getMessage().contains(name), wrong.getMessage());
        assertEquals(1, wrong.getMessage().lines().count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NIGHTSHIFT_OIDC_ISSUER                 |
            NIGHTSHIFT_OIDC_ISSUER                 | login.example.com
            NIGHTSHIFT_OIDC_ISSUER                 | ftp://login.example.com
            NIGHTSHIFT_OIDC_ISSUER                 | https://
            NIGHTSHIFT_OIDC_CLIENT_ID              |
            NIGHTSHIFT_OIDC_ALLOWED_DOMAINS        |
            NIGHTSHIFT_OIDC_PROVIDER               | yahoo
            NIGHTSHIFT_OIDC_REQUIRE_VERIFIED_EMAIL | maybe
            """)
    void aWrongValueOfTheProviderIsOneLineToo(String name, String value) {
        Map<String, String> settings = new HashMap<>(PROVIDER);
        settings.remove(name);
        if (value != null) {
            settings.put(name, value);
        }

        WrongSetting wrong = assertThrows(WrongSetting.class, () -> Settings.of(root, settings));

        assertTrue(wrong.getMessage().startsWith(name + " "), wrong.getMessage());
        assertEquals(1, wrong.getMessage().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1"})
    void withoutSignInTheDoorListensOnTheLoopbackAddressOnly(String host) throws Exception {
        Map<String, String> none = Map.of("NIGHTSHIFT_AUTH_MODE", "none");
        assertEquals("127.0.0.1", Settings.of(root, none).host());
        Map<String, String> open = Map.of("NIGHTSHIFT_AUTH_MODE", "none", "NIGHTSHIFT_HOST", host);

        WrongSetting wrong = assertThrows(WrongSetting.class, () -> Settings.of(root, open));

        assertTrue(wrong.getMessage().startsWith("NIGHTSHIFT_HOST "), wrong.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NIGHTSHIFT_HEADER_NAME    |
            NIGHTSHIFT_HEADER_NAME    | X User
            NIGHTSHIFT_HEADER_PROXIES |
            NIGHTSHIFT_HEADER_PROXIES | proxy.internal
            NIGHTSHIFT_HEADER_PROXIES | 10.0.0.1,10.0.0.0/40
            """)
    void aProxyIsNamedWithItsHeader(String name, String value) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "NIGHTSHIFT_AUTH_MODE", "header",
                "NIGHTSHIFT_HEADER_NAME", "X-Forwarded-User",
                "NIGHTSHIFT_HEADER_PROXIES", "10.0.0.1, fd00::/8"));
        assertEquals(8080, Settings.of(root, settings).port());
        settings.remove(name);
        if (value != null) {
            settings.put(name, value);
        }

        WrongSetting wrong = assertThrows(WrongSetting.class, () -> Settings.of(root, settings));

        assertTrue(wrong.getMessage().startsWith(name + " "), wrong.getMessage());
        assertEquals(1, wrong.getMessage().lines().count());
    }

    @Test
    void aPresetKnowsItsAddress() throws Exception {
        Map<String, String> settings = new HashMap<>(PROVIDER);
        settings.remove("NIGHTSHIFT_OIDC_ISSUER");
        settings.put("NIGHTSHIFT_OIDC_PROVIDER", "google");

        assertEquals("google", Settings.of(root, settings).variables().get("NIGHTSHIFT_OIDC_PROVIDER"));
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

    @Test
    void mailGoesToTheOwnServerUnlessAnotherIsNamed() throws Exception {
        assertEquals(
                Map.of(
                        "NIGHTSHIFT_SMTP_HOST", "127.0.0.1",
                        "NIGHTSHIFT_SMTP_PORT", "2525",
                        "NIGHTSHIFT_SMTP_TLS", "off",
                        "NIGHTSHIFT_SMTP_FROM", "nightshift@localhost"),
                Settings.of(root, Map.of("NIGHTSHIFT_SMTP_PORT", "2525")).mail());

        Settings another = Settings.of(
                root,
                Map.of(
                        "NIGHTSHIFT_SMTP_HOST", "smtp.example.com",
                        "NIGHTSHIFT_SMTP_PORT", "587",
                        "NIGHTSHIFT_SMTP_FROM", "night@example.com"));
        assertEquals(Map.of(), another.mail());
        assertEquals(1025, another.smtpPort());
        assertEquals("587", another.variables().get("NIGHTSHIFT_SMTP_PORT"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NIGHTSHIFT_SMTP_FROM | nobody
            NIGHTSHIFT_SMTP_FROM | Night <night@example.com>
            NIGHTSHIFT_SMTP_TLS  | yes
            NIGHTSHIFT_SMTP_PORT | 70000
            """)
    void aWrongMailServerIsOneLineToo(String name, String value) {
        Map<String, String> variables = new HashMap<>(
                Map.of("NIGHTSHIFT_SMTP_HOST", "smtp.example.com", "NIGHTSHIFT_SMTP_FROM", "night@example.com"));
        variables.put(name, value);

        WrongSetting wrong = assertThrows(WrongSetting.class, () -> Settings.of(root, variables));

        assertTrue(wrong.getMessage().contains(name), wrong.getMessage());
    }
}
