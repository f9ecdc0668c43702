package dev.nightshift.local.status;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nightshift.local.settings.Settings;
import dev.nightshift.local.settings.WrongSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Status [--json]}, run in the root of the clone: ends with 0 when everything is ready, with 1 when not, with 2 on a wrong setting. */
final class Status {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Status() {}

    public static void main(String[] arguments) throws IOException {
        try {
            Settings settings = Settings.read(Path.of("").toAbsolutePath(), System.getenv());
            StackStatus status = new LiveStatus(settings).ask();
            boolean json = List.of(arguments).contains("--json");
            System.out.println(json ? JSON.writeValueAsString(status) : text(status));
            System.exit(status.ready() ? 0 : 1);
        } catch (WrongSetting e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    static String text(StackStatus status) {
        boolean anything = status.kafka().pid() != null
                || status.postgres().pid() != null
                || status.services().stream().anyMatch(service -> service.pid() != null);
        if (!anything) {
            return "Nightshift is not running. Start it with: ./nightshift up";
        }
        StringBuilder text = new StringBuilder();
        line(
                text,
                "kafka",
                status.kafka().pid(),
                status.kafka().address(),
                status.kafka().ready());
        line(
                text,
                "postgres",
                status.postgres().pid(),
                status.postgres().address(),
                status.postgres().ready());
        line(
                text,
                "smtp",
                status.smtp().pid(),
                status.smtp().address(),
                status.smtp().ready());
        status.services()
                .forEach(service ->
                        line(text, service.name(), service.pid(), "port " + service.port(), service.ready()));
        return text.append(status.ready() ? "Ready at " + status.url() : "Not ready: see the lines above")
                .toString();
    }

    private static void line(StringBuilder text, String name, @Nullable Long pid, String where, boolean ready) {
        text.append("%-18s %-9s %-22s %s%n"
                .formatted(name, ready ? "ready" : "not ready", where, pid == null ? "" : "pid " + pid));
    }
}
