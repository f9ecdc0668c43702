package dev.nightshift.agentapi.oidc;

import dev.nightshift.contracts.Decision;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The mail domains whose people may sign in; {@code *} means all. A domain is compared as a whole: neither its
 * subdomains nor domains that merely end or look like it are meant. Names in other scripts are written as {@code xn--…}.
 */
@Decision
record AllowedDomains(boolean everyone, Set<String> domains) {
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e&&[^@\"<>,;:\\\\]]+@[\\x21-\\x7e&&[^@]]+");

    AllowedDomains {
        domains = Set.copyOf(domains);
    }

    /** Reads a comma-separated list; the message of the {@link IllegalArgumentException} goes after the setting's name. */
    static AllowedDomains of(String list) {
        if (list.strip().equals("*")) {
            return new AllowedDomains(true, Set.of());
        }
        Set<String> domains = new TreeSet<>();
        for (String part : list.split(",", -1)) {
            String given = part.strip();
            String domain = lower(given.startsWith("@") ? given.substring(1) : given);
            if (!DOMAIN.matcher(domain).matches()) {
                throw new IllegalArgumentException(
                        "must be mail domains separated by commas, or * for everyone; \"" + given + "\" is none");
            }
            domains.add(domain);
        }
        return new AllowedDomains(false, domains);
    }

    /** Whether the text is one plain mail address. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** Whether the person with this address may sign in. */
    boolean admitAddress(String address) {
        return everyone || (isAddress(address) && admitDomain(address.substring(address.lastIndexOf('@') + 1)));
    }

    boolean admitDomain(String domain) {
        return everyone || domains.contains(lower(domain));
    }

    /** Only ASCII: some letters of other scripts have an ASCII letter as their lower case. */
    private static String lower(String text) {
        return text.chars().allMatch(c -> c < 0x80) ? text.toLowerCase(Locale.ROOT) : text;
    }
}
