package dev.nightshift.runner.model;

import dev.nightshift.service.models.ModelSettings;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models of this installation by name, opened at start. */
@Startup
@Singleton
public class ChatModels {
    private final Map<String, Named> models = new HashMap<>();
    private final String byDefault;

    ChatModels(ModelSettings settings, @All List<ChatModelProvider> providers) {
        byDefault = settings.defaultModel();
        for (ModelSettings.Model model : settings.models().values()) {
            ChatModelProvider provider = providers.stream()
                    .filter(p -> p.name().equals(model.provider()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no provider for the model " + model));
            models.put(model.name(), new Named(model.name(), provider.open(model), Price.of(model)));
        }
    }

    /** A model, what it is called here, and what it costs. */
    public record Named(String name, ChatModel model, Price price) {}

    /** The default for an absent name; empty for one that this node does not know. */
    public Optional<Named> find(@Nullable String name) {
        return Optional.ofNullable(models.get(name == null ? byDefault : name));
    }
}
