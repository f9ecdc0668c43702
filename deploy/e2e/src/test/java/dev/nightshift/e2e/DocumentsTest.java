package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An agent finds a document among 500 real ones and reads it; one without sources finds nothing. */
class DocumentsTest {
    private static final int FILES = 500;

    @Test
    void anAgentSearchesAndReadsInAFolderOf500RealFiles() throws Exception {
        Path folder = SharedStack.documentsFolder().resolve("packages");
        copyMarkdown(folder);
        Files.writeString(
                folder.resolve("zebra.md"), "# The zebra protocol\n\nThe secret ingredient is quixotic marmalade.\n");
        Door door = SharedStack.door();
        String source = createSource(door, folder);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> search(door, "quixotic marmalade").path("total").asInt() == 1);

        String instructions = "```search\nquixotic marmalade\n```\n\n```read\nfirst\n```\n";
        ObjectNode agent = Door.runbook("Reader", "manual", instructions);
        agent.putArray("allowedSources").add(source);
        JsonNode allowed = run(door, door.createAgent(agent));
        JsonNode nothing = run(door, door.createAgent(Door.runbook("Outsider", "manual", instructions)));

        assertThat(allowed.path("status").asText()).isEqualTo("completed");
        assertThat(toolResults(door, allowed).get(0)).contains("The zebra protocol");
        assertThat(toolResults(door, allowed).get(1)).contains("quixotic marmalade");
        assertThat(nothing.path("status").asText()).isEqualTo("failed");
        assertThat(nothing.path("endReason").asText()).isEqualTo("tool_error");
        assertThat(String.join("", toolResults(door, nothing))).doesNotContain("zebra");
    }

    private static String createSource(Door door, Path folder) throws Exception {
        ObjectNode source = Door.JSON.createObjectNode().put("name", "packages").put("kind", "folder");
        source.putObject("config").put("path", folder.toString());
        source.putObject("access").put("everyone", true);
        return door.post("/api/sources", source, 201).path("id").asText();
    }

    private static JsonNode search(Door door, String query) throws Exception {
        return door.post("/api/search", Door.JSON.createObjectNode().put("query", query), 200);
    }

    private static JsonNode run(Door door, String agent) throws Exception {
        String run = door.post("/api/agents/" + agent + "/runs", Door.JSON.createObjectNode(), 202)
                .path("runId")
                .asText();
        return Runs.awaitFinal(door, run, Duration.ofSeconds(30));
    }

    private static List<String> toolResults(Door door, JsonNode run) throws Exception {
        return door.steps(run.path("id").asText()).stream()
                .filter(step -> step.path("kind").asText().equals("tool"))
                .map(step -> step.path("result").asText())
                .toList();
    }

    /** What the build brought here anyway: the Markdown of the web UI's packages and the JDK, then their licences. */
    private static void copyMarkdown(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Path modules = LocalStack.ROOT.resolve("agent-api/src/main/webui/node_modules");
        found.addAll(named(modules, ".md"));
        found.addAll(named(Path.of(System.getProperty("java.home"), "legal"), ".md"));
        found.addAll(named(modules, "LICENSE"));
        assertThat(found).as("Markdown files").hasSizeGreaterThanOrEqualTo(FILES);
        for (Path file : found.subList(0, FILES)) {
            String name = file.getRoot().relativize(file).toString();
            Path copy = folder.resolve(name.endsWith(".md") ? name : name + ".md");
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private static List<Path> named(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(ending) && Files.isRegularFile(f))
                    .toList();
        }
    }
}
