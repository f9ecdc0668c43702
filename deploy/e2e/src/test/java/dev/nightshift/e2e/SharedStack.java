package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.testing.ScriptedAnswer;
import dev.nightshift.testing.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** One stack for all tests of this module that do not break it. */
final class SharedStack {
    private static final Path DOCUMENTS = documents();
    private static final AtomicReference<Function<JsonNode, ScriptedAnswer>> SCRIPT =
            new AtomicReference<>(request -> ScriptedAnswer.text("Nothing to say."));
    private static final ScriptedModel MODEL =
            ScriptedModel.start(request -> SCRIPT.get().apply(request));
    private static final LocalStack STACK = start();

    private SharedStack() {}

    static LocalStack stack() {
        return STACK;
    }

    static Door door() throws Exception {
        return Door.signIn(STACK.url(), LocalStack.PASSWORD);
    }

    /** From now on the model named {@code scripted} answers like this. */
    static void model(Function<JsonNode, ScriptedAnswer> script) {
        SCRIPT.set(script);
    }

    /** A folder that the installation allows as a source. */
    static Path documentsFolder() {
        return DOCUMENTS;
    }

    private static Path documents() {
        try {
            return Files.createTempDirectory("nightshift-documents");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static LocalStack start() {
        try {
            return LocalStack.start(Map.of(
                    "NIGHTSHIFT_MAX_AGENTS_PER_MEMBER", "10000",
                    "NIGHTSHIFT_SOURCE_ROOTS", DOCUMENTS.toString(),
                    "NIGHTSHIFT_MODELS_SCRIPTED_PROVIDER", "openai",
                    "NIGHTSHIFT_MODELS_SCRIPTED_BASE_URL", MODEL.baseUrl(),
                    "NIGHTSHIFT_MODELS_SCRIPTED_MODEL", "scripted-1",
                    "NIGHTSHIFT_MODELS_SCRIPTED_API_KEY", "none"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
