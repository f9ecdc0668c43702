package dev.nightshift.runner.openai;

import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.nightshift.runner.model.ChatModel;
import dev.nightshift.runner.model.ChatModelProvider;
import dev.nightshift.service.models.ModelSettings;
import jakarta.inject.Singleton;
import java.time.Duration;

@Singleton
class OpenAiProvider implements ChatModelProvider {
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration WHOLE_ANSWER = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public ChatModel open(ModelSettings.Model model) {
        OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder builder = OpenAiStreamingChatModel.builder()
                .modelName(model.model())
                .apiKey(model.apiKey() == null ? "none" : model.apiKey())
                .timeout(SILENCE);
        if (model.baseUrl() != null) {
            builder.baseUrl(model.baseUrl().toString());
        }
        return new OpenAiModel(model.name(), builder.build(), WHOLE_ANSWER);
    }
}
