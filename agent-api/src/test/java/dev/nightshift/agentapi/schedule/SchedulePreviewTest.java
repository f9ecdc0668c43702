package dev.nightshift.agentapi.schedule;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.nightshift.agentapi.AgentApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchedulePreviewTest extends AgentApiTest {

    @Test
    void showsTheMeaningAndTheNextTimesInBothClocks() {
        admin(Map.of(
                        "schedule",
                        "0 9 * * 1-5",
                        "timezone",
                        "Europe/Berlin",
                        "from",
                        "2027-01-01T08:00:00Z",
                        "count",
                        2))
                .post("/api/schedules/preview")
                .then()
                .statusCode(200)
                .body("description", not(emptyString()))
                .body("warnings", equalTo(List.of()))
                .body("next", equalTo(List.of("2027-01-04T08:00:00Z", "2027-01-05T08:00:00Z")))
                .body("local", equalTo(List.of("2027-01-04T09:00:00+01:00", "2027-01-05T09:00:00+01:00")));
    }

    @Test
    void timesAreStrictlyAfterFrom() {
        admin(Map.of("schedule", "0 * * * *", "timezone", "UTC", "from", "2027-01-01T08:00:00Z", "count", 1))
                .post("/api/schedules/preview")
                .then()
                .body("next", equalTo(List.of("2027-01-01T09:00:00Z")));
    }

    @Test
    void showsFiveTimesAndNoneForManual() {
        admin(Map.of("schedule", "every 10 seconds"))
                .post("/api/schedules/preview")
                .then()
                .statusCode(200)
                .body("next.size()", equalTo(5));
        admin(Map.of("schedule", "manual"))
                .post("/api/schedules/preview")
                .then()
                .body("next", equalTo(List.of()));
    }

    @Test
    void allFaultsAreNamed() {
        admin(Map.of("schedule", "", "timezone", "X", "from", "now", "count", 0, "until", 1))
                .post("/api/schedules/preview")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("schedule", "timezone", "from", "count", "until"));
    }
}
