package dev.nightshift.runner.queue;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

class SettingsFromConfig {
    @Produces
    @Singleton
    @Startup
    RunnerSettings settings(Config config) {
        return RunnerSettings.of(
                name -> config.getOptionalValue(name, String.class).orElse(null));
    }
}
