package dev.nightshift.service.models;

import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The models an installation names, read from {@code NIGHTSHIFT_MODELS_<NAME>_PROVIDER}, {@code _BASE_URL},
 * {@code _MODEL}, {@code _API_KEY}, {@code _INPUT_PRICE} and {@code _OUTPUT_PRICE} (USD a million tokens), and
 * {@code NIGHTSHIFT_DEFAULT_MODEL}. {@code runbook} is always there.
 */
public record ModelSettings(String defaultModel, Map<String, Model> models) {
    public static final String RUNBOOK = "runbook";

    private static final String PREFIX = "NIGHTSHIFT_MODELS_";
    private static final String DEFAULT = "NIGHTSHIFT_DEFAULT_MODEL";
    private static final List<String> ENDINGS =
            List.of("_PROVIDER", "_BASE_URL", "_MODEL", "_API_KEY", "_INPUT_PRICE", "_OUTPUT_PRICE");
    private static final Set<String> PROVIDERS = Set.of("openai", RUNBOOK);
    private static final Set<String> LATER = Set.of("anthropic", "gemini", "ollama");

    public ModelSettings {
        models = Map.copyOf(models);
    }

    /** One named model; prices in USD a million tokens. */
    public record Model(
            String name,
            String provider,
            @Nullable URI baseUrl,
            @Nullable String model,
            @Nullable String apiKey,
            @Nullable BigDecimal inputPrice,
            @Nullable BigDecimal outputPrice) {

        /** Never shows the key. */
        @Override
        public String toString() {
            return name + " (" + provider + ")";
        }
    }

    /** Reads an environment; throws {@link IllegalArgumentException} that names the wrong setting. */
    public static ModelSettings of(Map<String, String> environment) {
        Map<String, Map<String, String>> named = new TreeMap<>();
        environment.forEach((key, value) -> {
            String ending = ending(key);
            if (ending != null && !value.isBlank()) {
                String name = key.substring(PREFIX.length(), key.length() - ending.length());
                named.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(ending, value);
            }
        });
        Map<String, Model> models = new LinkedHashMap<>();
        models.put(RUNBOOK, new Model(RUNBOOK, RUNBOOK, null, null, null, null, null));
        named.forEach((name, values) -> {
            Model model = model(name, values);
            models.put(model.name(), model);
        });
        String chosen = environment.getOrDefault(DEFAULT, RUNBOOK);
        String byDefault = chosen.isBlank() ? RUNBOOK : chosen;
        if (!models.containsKey(byDefault)) {
            throw new IllegalArgumentException(
                    DEFAULT + " is \"" + byDefault + "\", but only these models are named: " + models.keySet());
        }
        return new ModelSettings(byDefault, models);
    }

    private static @Nullable String ending(String key) {
        return key.startsWith(PREFIX)
                ? ENDINGS.stream()
                        .filter(e -> key.endsWith(e) && key.length() > PREFIX.length() + e.length())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static Model model(String name, Map<String, String> values) {
        String setting = PREFIX + name;
        String provider = values.getOrDefault("_PROVIDER", "");
        if (LATER.contains(provider)) {
            throw new IllegalArgumentException(
                    setting + "_PROVIDER is \"" + provider + "\", which is not supported yet");
        }
        if (!PROVIDERS.contains(provider)) {
            throw new IllegalArgumentException(setting
                    + "_PROVIDER must be openai (or anything compatible with it) or runbook, not \"" + provider + "\"");
        }
        if (provider.equals("openai") && values.get("_MODEL") == null) {
            throw new IllegalArgumentException(setting + "_MODEL is missing");
        }
        return new Model(
                name.toLowerCase(Locale.ROOT).replace('_', '-'),
                provider,
                baseUrl(setting, values.get("_BASE_URL")),
                values.get("_MODEL"),
                values.get("_API_KEY"),
                price(setting + "_INPUT_PRICE", values.get("_INPUT_PRICE")),
                price(setting + "_OUTPUT_PRICE", values.get("_OUTPUT_PRICE")));
    }

    private static @Nullable URI baseUrl(String setting, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            URI uri = URI.create(value);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below, with the setting's name.
        }
        throw new IllegalArgumentException(
                setting + "_BASE_URL must be an http or https address, not \"" + value + "\"");
    }

    private static @Nullable BigDecimal price(String setting, @Nullable String value) {
        try {
            BigDecimal price = value == null ? null : new BigDecimal(value);
            if (price == null || price.signum() >= 0) {
                return price;
            }
        } catch (NumberFormatException e) {
            // Said below, with the setting's name.
        }
        throw new IllegalArgumentException(setting + " must be a price in USD a million tokens, not \"" + value + "\"");
    }
}
