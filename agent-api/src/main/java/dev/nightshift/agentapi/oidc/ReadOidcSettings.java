package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.oidc.OidcSettings.Client;
import dev.nightshift.agentapi.oidc.OidcSettings.People;
import dev.nightshift.contracts.Decision;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@link OidcSettings} and finds everything that is wrong with them, one line a setting. */
@Decision
final class ReadOidcSettings {
    /** What signs the token that stands in for an ID token; HMAC needs as many bits as its hash. */
    private static final int SHORTEST_OF_GITHUB = 32;

    private static final String PREFIX = "nightshift.oidc.";

    private final Function<String, @Nullable String> values;
    private final List<String> faults = new ArrayList<>();

    private ReadOidcSettings(Function<String, @Nullable String> values) {
        this.values = values;
    }

    /**
     * {@code values} gives the value of a property such as {@code nightshift.oidc.client-id}. Throws
     * {@link IllegalArgumentException} whose message has a line for each fault.
     */
    static OidcSettings from(Function<String, @Nullable String> values) {
        return new ReadOidcSettings(values).read();
    }

    private OidcSettings read() {
        Preset preset = preset();
        URI issuer = issuer(preset);
        String clientId = required("client-id", "the client's id at the provider");
        String secret = text("client-secret");
        if (secret == null && (preset == Preset.GOOGLE || preset == Preset.GITHUB)) {
            wrong("client-secret", "is missing: " + preset.label() + " needs the client's secret");
        }
        if (secret != null && preset == Preset.GITHUB && secret.length() < SHORTEST_OF_GITHUB) {
            wrong("client-secret", "is no secret of github: those have 40 characters");
        }
        People people = people(preset);
        List<String> scopes = words("scopes", preset.scopes());
        Set<String> audience = Set.copyOf(words("audience", audience(preset, clientId)));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return new OidcSettings(preset, issuer, new Client(clientId, secret), people, scopes, audience);
    }

    private Preset preset() {
        String given = text("provider");
        for (Preset preset : Preset.values()) {
            if (given == null ? preset == Preset.STANDARD : preset.label().equals(given.toLowerCase(Locale.ROOT))) {
                return preset;
            }
        }
        wrong("provider", "must be google, github or microsoft, or be left out, but is \"" + given + "\"");
        return Preset.STANDARD;
    }

    private URI issuer(Preset preset) {
        String given = text("issuer");
        String issuer = given == null ? preset.issuer() : given;
        if (issuer == null) {
            wrong(
                    "issuer",
                    "is missing: the address of the provider, for example https://login.example.com/realms/staff");
        } else if (!isAddress(issuer)) {
            wrong("issuer", "must be an address that begins with https:// and has no query, but is \"" + issuer + "\"");
        } else {
            return URI.create(issuer);
        }
        return URI.create("https://invalid");
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private People people(Preset preset) {
        String email = text("email-claim");
        String groups = text("groups-claim");
        String adminGroup = text("admin-group");
        if (adminGroup != null && !preset.knowsGroups()) {
            wrong(
                    "admin-group",
                    "cannot be used: " + preset.label() + " names no groups; set " + variable("admins") + " instead");
        }
        return new People(
                domains(),
                email == null ? "email" : email,
                flag("require-verified-email"),
                groups == null ? "groups" : groups,
                adminGroup,
                admins());
    }

    private AllowedDomains domains() {
        String given = required("allowed-domains", "the mail domains whose people may sign in, or * for everyone");
        try {
            return given.isEmpty() ? new AllowedDomains(false, Set.of()) : AllowedDomains.of(given);
        } catch (IllegalArgumentException e) {
            wrong("allowed-domains", String.valueOf(e.getMessage()));
            return new AllowedDomains(false, Set.of());
        }
    }

    private Set<String> admins() {
        Set<String> admins = new TreeSet<>();
        String given = text("admins");
        for (String address : given == null ? new String[0] : given.split(",", -1)) {
            if (AllowedDomains.isAddress(address.strip())) {
                admins.add(address.strip().toLowerCase(Locale.ROOT));
            } else {
                wrong("admins", "must be mail addresses separated by commas; \"" + address.strip() + "\" is none");
            }
        }
        return admins;
    }

    private boolean flag(String name) {
        String given = text(name);
        if (given != null && !given.equals("true") && !given.equals("false")) {
            wrong(name, "must be true or false, but is \"" + given + "\"");
        }
        return !"false".equals(given);
    }

    private List<String> words(String name, List<String> otherwise) {
        String given = text(name);
        return given == null
                ? otherwise
                : Arrays.stream(given.split("[\\s,]+"))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toList());
    }

    private static List<String> audience(Preset preset, String clientId) {
        return preset == Preset.MICROSOFT ? List.of(clientId, "api://" + clientId) : List.of(clientId);
    }

    private String required(String name, String meaning) {
        String given = text(name);
        if (given == null) {
            wrong(name, "is missing: " + meaning);
        }
        return given == null ? "" : given;
    }

    private @Nullable String text(String name) {
        String given = values.apply(PREFIX + name);
        return given == null || given.isBlank() ? null : given.strip();
    }

    private void wrong(String name, String problem) {
        faults.add(variable(name) + " " + problem);
    }

    private static String variable(String name) {
        return (PREFIX + name).toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
