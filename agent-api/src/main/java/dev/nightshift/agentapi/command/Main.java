package dev.nightshift.agentapi.command;

import dev.nightshift.agentapi.member.ResetAdmin;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;

/** Without arguments the service; {@code reset-admin [username]} gives a locked-out admin a new password and ends. */
@QuarkusMain
public final class Main {
    private static final String RESET_ADMIN = "reset-admin";

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(RESET_ADMIN)) {
            System.exit(ResetAdmin.run(Arrays.copyOfRange(arguments, 1, arguments.length), System.getenv()));
        }
        Quarkus.run(arguments);
    }
}
