package dev.nightshift.runner.openai;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the whole of a streamed answer. Once nobody waits any more, the stream is closed at its next token. */
final class AwaitedAnswer implements StreamingChatResponseHandler {
    private final CompletableFuture<ChatResponse> whole = new CompletableFuture<>();

    ChatResponse get(long time, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        return whole.get(time, unit);
    }

    /** Has no effect on an answer that is complete. */
    void cancel() {
        whole.cancel(false);
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        closeIfCancelled(context.streamingHandle());
    }

    @Override
    public void onPartialToolCall(PartialToolCall part, PartialToolCallContext context) {
        closeIfCancelled(context.streamingHandle());
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        whole.complete(response);
    }

    @Override
    public void onError(Throwable error) {
        whole.completeExceptionally(error);
    }

    private void closeIfCancelled(StreamingHandle stream) {
        if (whole.isCancelled()) {
            stream.cancel();
        }
    }
}
