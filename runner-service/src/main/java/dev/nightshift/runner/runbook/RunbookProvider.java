package dev.nightshift.runner.runbook;

import dev.nightshift.runner.model.ChatModel;
import dev.nightshift.runner.model.ChatModelProvider;
import dev.nightshift.service.models.ModelSettings;
import jakarta.inject.Singleton;

@Singleton
class RunbookProvider implements ChatModelProvider {
    @Override
    public String name() {
        return ModelSettings.RUNBOOK;
    }

    @Override
    public ChatModel open(ModelSettings.Model model) {
        return new RunbookModel();
    }
}
