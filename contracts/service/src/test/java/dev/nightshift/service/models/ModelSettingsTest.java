package dev.nightshift.service.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nightshift.service.models.ModelSettings.Model;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSettingsTest {

    @Test
    void runbookIsThereWithoutAnySetting() {
        ModelSettings settings = ModelSettings.of(Map.of("PATH", "/bin"));

        assertEquals("runbook", settings.defaultModel());
        assertEquals(Set.of("runbook"), settings.models().keySet());
    }

    @Test
    void aNamedModelHasAllItsParts() {
        ModelSettings settings = ModelSettings.of(Map.of(
                "NIGHTSHIFT_MODELS_MY_FAST_PROVIDER", "openai",
                "NIGHTSHIFT_MODELS_MY_FAST_BASE_URL", "http://127.0.0.1:9/v1",
                "NIGHTSHIFT_MODELS_MY_FAST_MODEL", "fast-1",
                "NIGHTSHIFT_MODELS_MY_FAST_API_KEY", "secret",
                "NIGHTSHIFT_MODELS_MY_FAST_INPUT_PRICE", "0.15",
                "NIGHTSHIFT_DEFAULT_MODEL", "my-fast"));

        Model model = settings.models().get("my-fast");
        assertEquals(
                new Model(
                        "my-fast",
                        "openai",
                        URI.create("http://127.0.0.1:9/v1"),
                        "fast-1",
                        "secret",
                        new BigDecimal("0.15"),
                        null),
                model);
        assertFalse(model.toString().contains("secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "NIGHTSHIFT_MODELS_X_PROVIDER, acme",
        "NIGHTSHIFT_MODELS_X_PROVIDER, ollama",
        "NIGHTSHIFT_MODELS_X_PROVIDER, openai",
        "NIGHTSHIFT_MODELS_X_BASE_URL, http://127.0.0.1",
        "NIGHTSHIFT_DEFAULT_MODEL, gpt-dream",
    })
    void aWrongSettingIsNamed(String name, String value) {
        String message = assertThrows(IllegalArgumentException.class, () -> ModelSettings.of(Map.of(name, value)))
                .getMessage();

        assertTrue(message.startsWith(name.substring(0, "NIGHTSHIFT_MODELS_X".length())), message);
    }
}
