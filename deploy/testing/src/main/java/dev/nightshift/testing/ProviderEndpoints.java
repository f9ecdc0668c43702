package dev.nightshift.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.contracts.Json;
import dev.nightshift.testing.ScriptedProvider.ProviderReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The endpoints of the {@link ScriptedProvider} and what they remember. */
final class ProviderEndpoints {
    private static final String TOKENINFO_OF_GITHUB = "/gh/api/v3/applications/" + ScriptedProvider.CLIENT + "/token";

    private final String url;
    private final ProviderSigner signer;
    private final Map<String, Begun> codes = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> people = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    /** A person who has agreed to a sign-in. */
    private record Begun(Map<String, String> asked, JsonNode person) {}

    ProviderEndpoints(String url) {
        this.url = url;
        this.signer = new ProviderSigner(url + "/standard");
    }

    ProviderReply answer(String path, ProviderRequest request) {
        counts.computeIfAbsent(path, ignored -> new AtomicInteger()).incrementAndGet();
        return switch (path) {
            case "/standard/.well-known/openid-configuration" -> good(discovery("/standard", true));
            case "/google/.well-known/openid-configuration" -> good(discovery("/google", false));
            case "/common/v2.0/.well-known/openid-configuration" -> good(discovery("/{tenantid}/v2.0", false));
            case "/oauth/jwks" -> good(signer.jwks());
            case "/oauth/token", "/gh/login/oauth/access_token" -> token(path, request);
            case "/oauth/userinfo" -> userInfo(request.bearer());
            case "/oauth/introspect" -> introspection(request);
            case "/oauth/tokeninfo" -> known(request.form().getOrDefault("access_token", ""), "introspection");
            case "/gh/api/v3/user" -> known(request.bearer(), "user");
            case "/gh/api/v3/user/emails" -> known(request.bearer(), "emails");
            case TOKENINFO_OF_GITHUB -> githubCheck(request);
            case "/play/authorize" -> authorize(request);
            case "/play/token" -> good(text("token", signer.accessToken(request.json())));
            case "/play/opaque" -> opaque(request.json());
            case "/play/rotate" -> rotate();
            case "/play/counts" -> good(Json.mapper().valueToTree(counts));
            case "/play/away" -> good(Json.mapper().createObjectNode());
            default -> new ProviderReply(404, Json.mapper().createObjectNode());
        };
    }

    private ObjectNode discovery(String issuer, boolean introspection) {
        ObjectNode document = Json.mapper()
                .createObjectNode()
                .put("issuer", url + issuer)
                .put("authorization_endpoint", url + "/oauth/authorize")
                .put("token_endpoint", url + "/oauth/token")
                .put("jwks_uri", url + "/oauth/jwks")
                .put("userinfo_endpoint", url + "/oauth/userinfo")
                .put("end_session_endpoint", url + "/oauth/logout");
        return introspection ? document.put("introspection_endpoint", url + "/oauth/introspect") : document;
    }

    /** A person agrees; the answer is where the browser is sent. */
    private ProviderReply authorize(ProviderRequest request) {
        Map<String, String> asked = request.query();
        boolean complete = ScriptedProvider.CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.containsKey("state")
                && asked.containsKey("redirect_uri");
        if (!complete) {
            return new ProviderReply(400, text("problem", "not a request for a code with PKCE and state: " + asked));
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Begun(asked, request.json()));
        return good(text(
                "location",
                asked.get("redirect_uri") + "?code=" + code + "&state="
                        + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8)));
    }

    private ProviderReply token(String path, ProviderRequest request) {
        if (!request.isClient() && !isPosted(request)) {
            return new ProviderReply(401, text("error", "invalid_client"));
        }
        Map<String, String> form = request.form();
        Begun begun = codes.remove(form.getOrDefault("code", ""));
        if (begun == null
                || !Objects.equals(begun.asked().get("redirect_uri"), form.get("redirect_uri"))
                || !challenge(form.getOrDefault("code_verifier", ""))
                        .equals(begun.asked().get("code_challenge"))) {
            return new ProviderReply(400, text("error", "invalid_grant"));
        }
        String access = UUID.randomUUID().toString();
        people.put(access, begun.person());
        ObjectNode tokens =
                text("access_token", access).put("token_type", "Bearer").put("expires_in", 300);
        boolean idToken = path.startsWith("/oauth/")
                && !begun.person().path("flaw").asText().equals("no-id-token");
        return good(
                idToken
                        ? tokens.put(
                                "id_token",
                                signer.idToken(begun.person(), begun.asked().get("nonce")))
                        : tokens);
    }

    private static boolean isPosted(ProviderRequest request) {
        return ScriptedProvider.SECRET.equals(request.form().get("client_secret"));
    }

    private ProviderReply userInfo(String token) {
        JsonNode person = people.get(token);
        if (person == null) {
            return new ProviderReply(401, Json.mapper().createObjectNode());
        }
        return good(person.has("userInfo") ? person.path("userInfo") : person.path("claims"));
    }

    private ProviderReply introspection(ProviderRequest request) {
        if (!request.isClient()) {
            return new ProviderReply(401, text("error", "invalid_client"));
        }
        ProviderReply reply = known(request.form().getOrDefault("token", ""), "introspection");
        return reply.status() == 200
                ? reply
                : good(Json.mapper().createObjectNode().put("active", false));
    }

    private ProviderReply githubCheck(ProviderRequest request) {
        if (!request.isClient()) {
            return new ProviderReply(401, Json.mapper().createObjectNode());
        }
        return known(request.json().path("access_token").asText(), "application");
    }

    private ProviderReply known(String token, String what) {
        JsonNode person = people.get(token);
        return person == null || !person.has(what)
                ? new ProviderReply(404, Json.mapper().createObjectNode())
                : good(person.path(what));
    }

    private ProviderReply opaque(JsonNode person) {
        String token = UUID.randomUUID().toString();
        people.put(token, person);
        return good(text("token", token));
    }

    private ProviderReply rotate() {
        signer.rotate();
        return good(Json.mapper().createObjectNode());
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode text(String name, String value) {
        return Json.mapper().createObjectNode().put(name, value);
    }

    private static ProviderReply good(JsonNode body) {
        return new ProviderReply(200, body);
    }
}
