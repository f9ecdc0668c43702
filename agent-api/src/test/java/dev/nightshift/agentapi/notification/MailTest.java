package dev.nightshift.agentapi.notification;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.nightshift.agentapi.run.RunStory;
import dev.nightshift.agentapi.webhook.WebhookTest;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.AgentId;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.Known;
import dev.nightshift.contracts.RunId;
import dev.nightshift.contracts.Topics;
import dev.nightshift.contracts.Trigger;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A real mail server, a member with an address, and an agent of hers that fails when it is told to. */
abstract class MailTest extends WebhookTest {
    @ConfigProperty(name = "nightshift.smtp.port")
    int port;

    GreenMail mails;
    Person olga;
    String agent;

    @BeforeEach
    void prepare() {
        mails = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        olga = withMail(person("Olga"));
        agent = agentOf(olga, "Digest");
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    RunStory story() {
        return new RunStory(RunId.next(), AgentId.of(agent), Trigger.MANUAL, ActingFor.member(olga.id(), "Olga"));
    }

    RunStory failure() {
        RunStory story = story();
        say(story.queued(1), story.started(2), story.failed(3, EndReason.TOOL_ERROR));
        return story;
    }

    void success() {
        RunStory story = story();
        say(story.queued(1), story.started(2), story.completed(3));
    }

    void say(Known... events) {
        for (Known event : events) {
            kafka().send(
                            Topics.RUN_EVENTS,
                            RunEvent.CODEC,
                            event,
                            event.sessionId().toString());
        }
    }

    Person withMail(Person person) {
        change("update members set email = $2 where id = $1", person.id().value(), address(person));
        return person;
    }

    static String address(Person person) {
        return person.username() + "@example.com";
    }

    List<MimeMessage> mails(int count) {
        return await().atMost(SOON).until(this::toOlga, found -> found.size() >= count);
    }

    List<MimeMessage> toOlga() {
        return to(olga);
    }

    List<MimeMessage> to(Person person) {
        return Stream.of(mails.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address(person)))
                .toList();
    }

    static String recipients(MimeMessage mail) {
        try {
            return List.of(mail.getAllRecipients()).toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitCount(String sql, long count) {
        await().atMost(SOON)
                .until(() -> pool.preparedQuery(sql)
                                .execute(io.vertx.mutiny.sqlclient.Tuple.of(UUID.fromString(agent)))
                                .await()
                                .atMost(SOON)
                                .iterator()
                                .next()
                                .getLong("count")
                        == count);
    }
}
