package dev.nightshift.runner.openai;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.nightshift.runner.model.ChatModel;
import dev.nightshift.runner.model.ModelFailure;
import dev.nightshift.runner.model.ModelReply;
import dev.nightshift.runner.model.ModelRequest;
import dev.nightshift.runner.waiting.Backoff;
import dev.nightshift.runner.waiting.CalledOff;
import dev.nightshift.runner.waiting.Deadline;
import dev.nightshift.runner.waiting.OutOfTime;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A model behind the OpenAI wire format, streamed. Asking changes nothing there, so it is asked again if it fails. */
final class OpenAiModel implements ChatModel {
    private static final Logger LOG = Logger.getLogger(OpenAiModel.class);
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final String name;
    private final StreamingChatModel model;
    private final Duration longestAnswer;

    OpenAiModel(String name, StreamingChatModel model, Duration longestAnswer) {
        this.name = name;
        this.model = model;
        this.longestAnswer = longestAnswer;
    }

    @Override
    public ModelReply answer(ModelRequest request) {
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        ChatRequest chat = chat(request);
        for (int attempt = 1; ; attempt++) {
            try {
                return OpenAiAnswer.of(ask(chat, request.deadline()));
            } catch (ExecutionException e) {
                Throwable failure = e.getCause() == null ? e : e.getCause();
                if (attempt == ATTEMPTS || !OpenAiFault.isPassing(failure)) {
                    throw new ModelFailure(OpenAiFault.advice(name, failure), failure);
                }
                LOG.infof("model is asked again model=%s attempt=%d reason=%s", name, attempt, failure);
                backoff.pause(request.deadline(), "the model");
            }
        }
    }

    private ChatResponse ask(ChatRequest chat, Deadline deadline) throws ExecutionException {
        AwaitedAnswer answer = new AwaitedAnswer();
        try {
            model.chat(chat, answer);
            return answer.get(deadline.atMost(longestAnswer).toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            if (deadline.passed()) {
                throw new OutOfTime("the model");
            }
            throw new ExecutionException(new TimeoutException("no answer within " + longestAnswer.toSeconds() + " s"));
        } catch (InterruptedException e) {
            throw CalledOff.interrupted();
        } catch (RuntimeException e) {
            throw new ExecutionException(e);
        } finally {
            answer.cancel();
        }
    }

    private static ChatRequest chat(ModelRequest request) {
        ChatRequest.Builder chat = ChatRequest.builder().messages(OpenAiMessages.of(request.conversation()));
        if (request.withTools() && !request.tools().isEmpty()) {
            chat.toolSpecifications(OpenAiMessages.tools(request.tools()));
        }
        return chat.build();
    }
}
