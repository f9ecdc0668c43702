package dev.nightshift.agentapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIME = 1_614_265_330;
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    /** The example of the reference libraries of Standard Webhooks. */
    @Test
    void isThatOfTheSpecification() {
        assertThat(Signature.of(ID, TIME, BODY, List.of(SECRET))).isEqualTo(SIGNED);
    }

    @Test
    void eachSecretSigns() {
        String other = "whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldY";

        String both = Signature.of(ID, TIME, BODY, List.of(other, SECRET));

        assertThat(both.split(" ")).hasSize(2).contains(SIGNED);
    }

    @Test
    void everyPartCounts() {
        assertThat(List.of(
                        Signature.of(ID + "x", TIME, BODY, List.of(SECRET)),
                        Signature.of(ID, TIME + 1, BODY, List.of(SECRET)),
                        Signature.of(ID, TIME, BODY + " ", List.of(SECRET))))
                .doesNotContain(SIGNED)
                .doesNotHaveDuplicates();
    }
}
