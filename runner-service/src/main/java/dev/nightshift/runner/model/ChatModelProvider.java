package dev.nightshift.runner.model;

import dev.nightshift.service.models.ModelSettings;

/** Opens models of one kind. */
public interface ChatModelProvider {
    /** As in {@code NIGHTSHIFT_MODELS_<NAME>_PROVIDER}. */
    String name();

    ChatModel open(ModelSettings.Model model);
}
