package dev.nightshift.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** While the key of platform tokens is replaced, collab and search are called through the door without a pause. */
class KeyRotationTest {
    private static final Duration CHANGED = Duration.ofSeconds(60);

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void noRequestFailsWhileTheKeyIsReplaced() throws Exception {
        Door admin = SharedStack.door();
        int before = keys(admin);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            threads.submit(() -> callOver(admin, "/api/sessions"));
            threads.submit(() -> callOver(admin, "/api/sources"));
            try {
                // A key waits until every node can know it; only when it signs may the next be made.
                Awaitility.await().atMost(CHANGED).until(() -> {
                    admin.post("/api/signing-keys/rotate", Door.JSON.createObjectNode(), 202);
                    return keys(admin) >= before + 2;
                });
                int changed = calls.get();
                Awaitility.await().atMost(CHANGED).until(() -> calls.get() > changed + 50);
            } finally {
                over.set(true);
            }
        }
        assertEquals(List.of(), List.copyOf(failures));
        assertTrue(calls.get() > 100, calls + " calls");
    }

    private void callOver(Door admin, String path) {
        while (!over.get()) {
            try {
                HttpResponse<String> answer = admin.send("GET", path, null);
                if (answer.statusCode() != 200) {
                    failures.add(path + " " + answer.statusCode() + " " + answer.body());
                }
            } catch (java.io.IOException e) {
                failures.add(path + " " + e);
            } catch (InterruptedException e) {
                return;
            }
            calls.incrementAndGet();
        }
    }

    private static int keys(Door admin) throws Exception {
        JsonNode keys = admin.get("/auth/jwks.json").path("keys");
        return keys.size();
    }
}
