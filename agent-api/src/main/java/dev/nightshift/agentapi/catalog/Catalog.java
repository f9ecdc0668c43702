package dev.nightshift.agentapi.catalog;

import dev.nightshift.service.models.ModelSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The agents that come with the platform. They run with {@value ModelSettings#RUNBOOK}: no key, no network. */
@ApplicationScoped
class Catalog {
    private static final List<String> NAMES = List.of("daily-digest", "health-check");

    private final List<CatalogAgent> agents = NAMES.stream().map(Catalog::load).toList();

    List<CatalogAgent> all() {
        return agents;
    }

    Optional<CatalogAgent> named(String name) {
        return agents.stream().filter(agent -> agent.name().equals(name)).findFirst();
    }

    private static CatalogAgent load(String name) {
        try (InputStream file = Catalog.class.getResourceAsStream("/catalog/" + name + ".md")) {
            if (file == null) {
                throw new IllegalStateException("there is no catalog file for " + name);
            }
            return CatalogAgent.read(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
