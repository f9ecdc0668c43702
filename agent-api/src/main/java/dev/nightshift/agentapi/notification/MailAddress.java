package dev.nightshift.agentapi.notification;

import dev.nightshift.contracts.Decision;
import java.util.regex.Pattern;

/** A plain e-mail address: one, without a name, and without anything that means more inside a header. */
@Decision
final class MailAddress {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+");

    private MailAddress() {}

    static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
