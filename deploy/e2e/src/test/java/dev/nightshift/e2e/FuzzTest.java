package dev.nightshift.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random requests over the committed OpenAPI documents: no answer of 500 or above, none that its document does not
 * know, and none that breaks its schema. The seed is printed; {@code -Dfuzz.seed=} repeats it.
 */
class FuzzTest {
    private static final List<String> DOCUMENTS = List.of("agent-api", "collab-service", "search-service");
    private static final String PROBLEM = "application/problem+json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST_FAULTS = 20;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final FuzzValues values = new FuzzValues(random);
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void aShortStormBreaksNothing() throws Exception {
        storm(2_000);
    }

    @Test
    @Tag("long")
    void aLongStormBreaksNothing() throws Exception {
        storm(20_000);
    }

    private void storm(int requests) throws Exception {
        try (LocalStack stack = LocalStack.start(Map.of())) {
            List<Door> doors = people(stack.url());
            List<FuzzOperation> operations = FuzzOperation.all(DOCUMENTS).stream()
                    .filter(o -> !o.path().equals("/api/events"))
                    .toList();
            for (int i = 0; i < requests && faults.size() < MOST_FAULTS; i++) {
                one(operations.get(random.nextInt(operations.size())), doors, stack.url());
            }
            System.out.printf("%d requests, seed %d, answers %s%n", requests, seed, statuses);
            assertThat(faults).as("seed %d", seed).isEmpty();
        }
    }

    /** Tokens rather than cookies: no request of the storm ends them. */
    private static List<Door> people(String url) throws IOException, InterruptedException {
        Door first = Door.signIn(url, LocalStack.PASSWORD);
        Door member = first.invite("fay", "member", LocalStack.PASSWORD);
        List<Door> doors = new ArrayList<>(List.of(Door.nobody(url)));
        for (Door person : List.of(first, member)) {
            String token = person.post(
                            "/api/tokens", Door.JSON.createObjectNode().put("name", "Fuzz"), 201)
                    .path("token")
                    .asText();
            doors.add(Door.bearer(url, token));
        }
        return doors;
    }

    private void one(FuzzOperation operation, List<Door> doors, String url) throws InterruptedException {
        Door door = values.oneIn(10) ? doors.getFirst() : doors.get(1 + random.nextInt(doors.size() - 1));
        String type = type(operation);
        String text = body(operation, type);
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create(url + address(operation)));
        } catch (IllegalArgumentException e) {
            return;
        }
        headers(operation).forEach(request::header);
        door.sign(request.timeout(Duration.ofSeconds(30)))
                .header("Content-Type", values.oneIn(40) ? "text/plain" : type)
                .method(
                        operation.method(),
                        text == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8));
        try {
            judge(operation, text, http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            faults.add(operation + " " + e + " with " + shortened(text));
        }
    }

    private String address(FuzzOperation operation) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("path")) {
                String value = values.oneIn(4) ? values.text() : values.id();
                path = path.replace("{" + name + "}", encode(value.isBlank() ? "x" : shortened(value)));
            } else if (parameter.path("in").asText().equals("query") && values.oneIn(3)) {
                String value =
                        values.value(parameter.path("schema"), operation, 1).asText();
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(encode(shortened(value)));
            }
        }
        return path + query;
    }

    private Map<String, String> headers(FuzzOperation operation) {
        Map<String, String> headers = new HashMap<>();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("header") && values.oneIn(3)) {
                headers.put(parameter.path("name").asText(), values.header());
            }
        }
        if (values.oneIn(20)) {
            headers.put("Accept", values.oneIn(2) ? "application/yaml" : "image/png, text/*;q=0.1");
        }
        return headers;
    }

    private String type(FuzzOperation operation) {
        List<String> types = operation.bodyTypes();
        return types.isEmpty() ? "application/json" : types.get(random.nextInt(types.size()));
    }

    private @Nullable String body(FuzzOperation operation, String type) {
        if (operation.bodyTypes().isEmpty()) {
            return values.oneIn(10) ? "{}" : null;
        }
        JsonNode body = values.value(operation.body(type), operation, 0);
        String text = type.equals(FORM) ? form(body) : body.toString();
        return switch (random.nextInt(40)) {
            case 0 -> text.substring(0, text.length() / 2);
            case 1 -> "[".repeat(5_000);
            case 2 ->
                text.startsWith("{") && text.length() > 2
                        ? "{" + text.substring(1, text.length() - 1) + "," + text.substring(1)
                        : text;
            case 3 -> "";
            default -> text;
        };
    }

    private static String form(JsonNode body) {
        return body.propertyStream()
                .map(field ->
                        encode(field.getKey()) + "=" + encode(field.getValue().asText()))
                .collect(Collectors.joining("&"));
    }

    private void judge(FuzzOperation operation, @Nullable String sent, HttpResponse<String> answer) {
        int status = answer.statusCode();
        statuses.merge(status, 1, Integer::sum);
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        List<String> wrong = new ArrayList<>();
        if (status >= 500) {
            wrong.add("is an outage");
        }
        if (operation.answer(status).isEmpty()) {
            wrong.add("is not documented");
        }
        if (status >= 400 && !type.equals(PROBLEM) && !operation.path().startsWith("/auth/device/")) {
            wrong.add("is no problem but " + type);
        }
        if (type.endsWith("json") && !answer.body().isEmpty()) {
            wrong.addAll(schemaFaults(operation, status, type, answer.body()));
        }
        if (!wrong.isEmpty()) {
            faults.add(operation + " (" + answer.uri().getRawPath() + ") " + status + " " + wrong + ": "
                    + shortened(answer.body()) + " to " + shortened(sent));
        }
    }

    private List<String> schemaFaults(FuzzOperation operation, int status, String type, String text) {
        try {
            JsonNode body = Door.JSON.readTree(text);
            if (status == 201 && body.path("id").isTextual()) {
                values.remember(body.path("id").asText());
            }
            rememberSome(operation, body.path("items"));
            return operation.faults(status, type, body);
        } catch (JsonProcessingException e) {
            return List.of("is not JSON");
        }
    }

    /** Neither members nor tokens: the storm shall not end its own people. */
    private void rememberSome(FuzzOperation operation, JsonNode items) {
        for (JsonNode item : items) {
            boolean own =
                    operation.path().endsWith("/members") || operation.path().equals("/api/tokens");
            if (item.path("id").isTextual() && !own && values.oneIn(4)) {
                values.remember(item.path("id").asText());
            }
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shortened(@Nullable String text) {
        return text == null ? "nothing" : text.length() <= 300 ? text : text.substring(0, 300);
    }
}
