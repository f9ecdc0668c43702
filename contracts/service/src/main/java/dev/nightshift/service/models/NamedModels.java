package dev.nightshift.service.models;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Reads {@link ModelSettings} at start, so that a wrong one stops it. */
class NamedModels {

    @Produces
    @Singleton
    @Startup
    ModelSettings settings(Config config) {
        Map<String, String> values = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith("NIGHTSHIFT_MODELS_") || name.equals("NIGHTSHIFT_DEFAULT_MODEL")) {
                config.getOptionalValue(name, String.class).ifPresent(value -> values.put(name, value));
            }
        }
        return ModelSettings.of(values);
    }
}
