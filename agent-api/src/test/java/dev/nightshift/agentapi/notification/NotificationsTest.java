package dev.nightshift.agentapi.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.nightshift.agentapi.run.RunStory;
import dev.nightshift.agentapi.webhook.Receiver;
import dev.nightshift.contracts.ActingFor;
import dev.nightshift.contracts.EndReason;
import dev.nightshift.contracts.RunEvent;
import dev.nightshift.contracts.RunEvent.RunFailed;
import dev.nightshift.contracts.RunTotals;
import dev.nightshift.contracts.Trigger;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** With a real mail server. */
@QuarkusTest
class NotificationsTest extends MailTest {

    @Test
    void aFailureIsToldTheOwnerAtOnce() throws Exception {
        RunStory story = failure();

        MimeMessage mail = mails(1).getFirst();

        assertThat(mail.getSubject()).isEqualTo("Nightshift: \"" + RunStory.NAME + "\" failed");
        assertThat(mail.getRecipients(RecipientType.TO)[0]).hasToString(address(olga));
        assertThat(mail.getFrom()[0]).hasToString("nightshift@example.com");
        assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@example.com>");
        assertThat(mail.getContent().toString())
                .contains("it broke")
                .contains(story.run().toString());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void furtherFailuresAreCountedAndToldAfterTheHour() throws Exception {
        failure();
        mails(1);
        failure();
        failure();
        awaitCount("select count(*) from notices where agent_id = $1 and count = 2 and not addressed", 1);
        assertThat(toOlga()).hasSize(1);

        change("update notices set not_before = now() where agent_id = $1 and not addressed", UUID.fromString(agent));

        assertThat(mails(2).getLast().getSubject()).isEqualTo("Nightshift: \"" + RunStory.NAME + "\" failed 2 times");
    }

    @Test
    void aSuccessEndsTheSilence() {
        failure();
        mails(1);
        failure();
        awaitCount("select count(*) from notices where agent_id = $1 and not addressed", 1);

        success();
        awaitCount("select count(*) from notices where agent_id = $1 and not addressed", 0);
        failure();

        mails(2);
    }

    @Test
    void theSameEventAgainTellsNobodyAnything() {
        RunStory story = failure();
        mails(1);

        say(story.failed(3, EndReason.TOOL_ERROR));
        failure();

        awaitCount("select count(*) from notices where agent_id = $1 and not addressed and count = 1", 1);
        assertThat(toOlga()).hasSize(1);
    }

    @Test
    void whileTheMailServerIsAwayALetterWaits() throws Exception {
        mails.stop();
        failure();
        awaitCount(
                "select count(*) from letters l join notices n on n.id = l.notice_id where n.agent_id = $1"
                        + " and l.attempt > 1 and l.error is not null",
                1);

        mails = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();

        mails(1);
        awaitCount(
                "select count(*) from letters l join notices n on n.id = l.notice_id where n.agent_id = $1"
                        + " and l.state = 'sent'",
                1);
    }

    @Test
    void aWebhookIsToldWhereOneIsChosen() {
        Receiver receiver = receiver();
        Made made = make(olga, webhook(receiver.url(), "background_task_completed"));
        olga.calls(Map.of("onFailure", List.of("webhook"), "onWaiting", List.of(), "webhookId", made.id()))
                .put("/api/agents/" + agent + "/notifications")
                .then()
                .statusCode(200)
                .body("webhookId", equalTo(made.id()));

        RunStory story = failure();

        Receiver.Received received = arrived(receiver, 1).getFirst();
        assertThat(received.json().at("/type").asText()).isEqualTo("agent_notification");
        assertThat(received.json().at("/data/kind").asText()).isEqualTo("failure");
        assertThat(received.json().at("/data/agentId").asText()).isEqualTo(agent);
        assertThat(received.json().at("/data/runId").asText())
                .isEqualTo(story.run().toString());
        assertThat(received.json().at("/data/detail").asText()).isEqualTo("it broke");
    }

    @Test
    void anOrgAgentsFailureIsToldTheAdmins() {
        Person ada = withMail(person("Ada"));
        change("update members set role = 'admin' where id = $1", ada.id().value());
        Map<String, Object> body = agent("Org");
        body.put("type", "org");
        agent = create(body);

        failure();

        await().atMost(SOON).until(() -> to(ada).size() == 1);
        assertThat(toOlga()).isEmpty();
    }

    @Test
    void afterAHandOverNobodyIsToldOfAnothersRun() {
        Person otto = withMail(person("Otto"));
        change(
                "update agents set owner_id = $2 where id = $1",
                UUID.fromString(agent),
                otto.id().value());

        failure();

        awaitCount("select count(*) from notices where agent_id = $1 and addressed", 1);
        awaitCount("select count(*) from letters l join notices n on n.id = l.notice_id where n.agent_id = $1", 0);
    }

    @Test
    void aHostileNameAndAGiantErrorMakeOneOrdinaryMail() throws Exception {
        String error = "boom ".repeat(20_000) + "\0";
        RunStory story = story();
        say(new RunEvent.RunQueued(
                story.run(),
                story.session(),
                story.agent(),
                1,
                story.at(1),
                "Digest\r\nBcc: everybody@example.com\r\n\r\nhello",
                Trigger.MANUAL,
                null,
                null,
                ActingFor.member(olga.id(), "Olga")));
        say(new RunFailed(
                story.run(),
                story.session(),
                story.agent(),
                2,
                story.at(2),
                EndReason.TOOL_ERROR,
                error.replace("\0", ""),
                null,
                null,
                RunTotals.NONE,
                null,
                null));

        MimeMessage mail = mails(1).getFirst();

        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Nightshift: \"DigestBcc: everybody@example.comhello\" failed");
        assertThat(mail.getContent().toString()).contains("boom").hasSizeLessThan(4000);
    }
}
