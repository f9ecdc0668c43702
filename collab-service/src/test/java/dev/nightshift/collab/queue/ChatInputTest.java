package dev.nightshift.collab.queue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nightshift.contracts.AgentState;
import dev.nightshift.contracts.AgentType;
import dev.nightshift.contracts.Visibility;
import dev.nightshift.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChatInputTest extends ChatParties {
    @Test
    void namesEveryFaultOfAMessage() {
        openChat();
        post(ada, session, """
                        {"clientId": "%s", "mode": "shout", "extra": 1}""".formatted("c".repeat(201)))
                .statusCode(400)
                .body("errors.field", hasItems("clientId", "text", "mode", "extra"));
        post(ada, session, "{}").statusCode(400).body("errors.field", contains("clientId", "text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clientId\": \"1\", \"text\": \"hi\", \"mode\": \"steer\"}",
                "{\"clientId\": \"1\", \"text\": \"hi\", \"mode\": \"interrupt\"}",
                "{\"clientId\": \"1\", \"text\": \"\"}",
                "{\"clientId\": \"1\", \"text\": \"  \"}",
                "{\"clientId\": \"\", \"text\": \"hi\"}",
                "{\"clientId\": 1, \"text\": \"hi\"}",
                "{\"clientId\": \"1\", \"text\": \"a\\u0000b\"}",
                "{\"clientId\": \"1\", \"text\": \"\\ud800\"}",
                "{\"clientId\": \"1\", \"clientId\": \"2\", \"text\": \"hi\"}",
                "{\"clientId\": \"1\", \"text\": \"hi\"} {}",
                "not json",
                "[]"
            })
    void takesNoMalformedMessage(String body) {
        openChat();
        post(ada, session, body).statusCode(400).contentType("application/problem+json");
        assertEquals(List.of(), waiting());
    }

    @Test
    void takesALargeMessageAndNoLargerOne() {
        learn(AgentType.USER, AgentState.ACTIVE, 1);
        openChat();
        post(ada, session, body("a1", "x".repeat(65_537))).statusCode(400).body("errors.field", hasItems("text"));
        say("a2", "x".repeat(65_536));
        assertEquals(65_536, awaitDue(1).getFirst().messages().getFirst().text().length());
    }

    @ParameterizedTest
    @EnumSource(AgentType.class)
    void anAgentThatBecamePrivateTalksToItsOwnerAndToAdmins(AgentType type) {
        openChat();
        send(changed(agent, type, AgentState.ACTIVE, 1, Visibility.PRIVATE));
        awaitState(agent, "active");

        post(ada, session, body("a1", "hi")).statusCode(403);

        post(Tokens.admin(ADA.memberId(), ADA.name()), session, body("a2", "hi"))
                .statusCode(200);
    }
}
