package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Every public endpoint, as the committed OpenAPI and AsyncAPI documents say. */
final class ApiOperations {
    private static final List<String> DOCUMENTS = List.of("agent-api", "collab-service", "search-service");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Path DOCS = LocalStack.ROOT.resolve("docs");

    private ApiOperations() {}

    /** Method and path of each, and {@code WS} and path of each socket. */
    static Set<String> all() throws IOException {
        Set<String> endpoints = new TreeSet<>();
        for (String document : DOCUMENTS) {
            JsonNode paths = Door.JSON
                    .readTree(DOCS.resolve("openapi/" + document + ".json").toFile())
                    .path("paths");
            paths.properties()
                    .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                        if (METHODS.contains(method)) {
                            endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                        }
                    }));
        }
        endpoints.addAll(sockets());
        return endpoints;
    }

    /** AsyncAPI channels with a WebSocket binding. The document is YAML of a plain kind: one {@code address} a line. */
    private static Set<String> sockets() throws IOException {
        Set<String> sockets = new TreeSet<>();
        for (String line : java.nio.file.Files.readAllLines(DOCS.resolve("asyncapi.yaml"))) {
            String text = line.trim();
            if (text.startsWith("address:")) {
                String address = text.substring("address:".length()).trim().replaceAll("[\"']", "");
                if (address.startsWith("/")) {
                    sockets.add("WS " + address);
                }
            }
        }
        return sockets;
    }
}
