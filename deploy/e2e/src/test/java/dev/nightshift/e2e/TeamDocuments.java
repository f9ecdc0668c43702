package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Two documents with a word in common: one that everyone may read, one that the first admin alone may read.
 *
 * @param handbook the source for everyone
 * @param payroll the admin's source
 * @param wages the id of the admin's document
 */
record TeamDocuments(String handbook, String payroll, String wages) {
    /** In both. */
    static final String SHARED = "quaymaster";
    /** Only in the admin's. */
    static final String SECRET = "obsidianwage";

    static final String OPEN_TITLE = "Rules of the harbour";
    static final String OPEN_TEXT = "moors beside the gannet";
    static final String SECRET_TITLE = "Wages of the harbour";
    static final String SECRET_TEXT = "hidden behind the pelican";

    static final String HANDBOOK = "Harbour handbook";
    static final String PAYROLL = "Harbour payroll";

    /** @param root a folder that the installation allows */
    static TeamDocuments connect(Door admin, Path root) throws Exception {
        String self = admin.get("/api/me").path("id").asText();
        String handbook = source(
                admin,
                Files.createTempDirectory(root, "team"),
                HANDBOOK,
                "# " + OPEN_TITLE + "\n\nThe " + SHARED + "'s own boat " + OPEN_TEXT + ".\n",
                Door.JSON.createObjectNode().put("everyone", true));
        ObjectNode onlyAdmin = Door.JSON.createObjectNode();
        onlyAdmin.putArray("members").add(self);
        String payroll = source(
                admin,
                Files.createTempDirectory(root, "team"),
                PAYROLL,
                "# " + SECRET_TITLE + "\n\nThe " + SHARED + " is paid in " + SECRET + ", " + SECRET_TEXT + ".\n",
                onlyAdmin);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> search(admin, SHARED).size() == 2);
        return new TeamDocuments(
                handbook,
                payroll,
                search(admin, SECRET).getFirst().path("documentId").asText());
    }

    static List<JsonNode> search(Door door, String query) throws Exception {
        return Door.list(door.post("/api/search", Door.JSON.createObjectNode().put("query", query), 200)
                .path("items"));
    }

    /** A chat message that looks for everything, and then for the admin's document by its id. */
    String everythingThereIs() {
        return block("search", SHARED) + block("read", "first") + block("search", SECRET) + block("read", wages);
    }

    private static String block(String kind, String content) {
        return "```" + kind + "\n" + content + "\n```\n\n";
    }

    private static String source(Door admin, Path folder, String name, String text, ObjectNode access)
            throws Exception {
        Files.writeString(folder.resolve("harbour.md"), text);
        ObjectNode source = Door.JSON.createObjectNode().put("name", name).put("kind", "folder");
        source.putObject("config").put("path", folder.toString());
        source.set("access", access);
        return admin.post("/api/sources", source, 201).path("id").asText();
    }
}
