package dev.nightshift.agentapi.token;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.nightshift.contracts.Json;
import dev.nightshift.service.token.Caller;
import dev.nightshift.service.token.Caller.MemberCaller;
import dev.nightshift.service.token.Caller.RunCaller;
import dev.nightshift.service.token.Caller.ServiceCaller;
import dev.nightshift.service.token.Claims;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Signs platform tokens: sixty seconds, ES256, for one caller. */
@ApplicationScoped
public class PlatformTokens {
    static final Duration LIFE = Duration.ofSeconds(60);

    private final SigningKeys keys;

    PlatformTokens(SigningKeys keys) {
        this.keys = keys;
    }

    /** A signed token and the moment it ends. */
    public record Signed(String token, Instant expiresAt) {
        /** The value of an {@code Authorization} header. */
        public String bearer() {
            return "Bearer " + token;
        }
    }

    public Uni<Signed> sign(Caller caller) {
        return keys.active().map(key -> sign(key, caller));
    }

    private static Signed sign(SigningKey key, Caller caller) {
        Instant now = Instant.now();
        Instant end = now.plus(LIFE);
        JwtClaimsBuilder claims = switch (caller) {
            case MemberCaller member -> member(member);
            case RunCaller run -> run(run);
            case ServiceCaller service -> service(service);
        };
        String token = claims.issuer(Claims.ISSUER)
                .audience(Claims.ISSUER)
                .issuedAt(now)
                .expiresAt(end)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id().toString())
                .sign(key.privateKey());
        return new Signed(token, end);
    }

    private static JwtClaimsBuilder member(MemberCaller member) {
        JwtClaimsBuilder claims = Jwt.claim(Claims.KIND, "member")
                .subject(member.memberId().toString())
                .claim(Claims.NAME, member.name())
                .groups(member.admin() ? Set.of("member", "admin") : Set.of("member"))
                .claim(Claims.MEMBER_GROUPS, texts(member.groups()));
        return member.credential() == null ? claims : claims.claim(Claims.CREDENTIAL, member.credential());
    }

    private static JwtClaimsBuilder run(RunCaller run) {
        JwtClaimsBuilder claims = Jwt.claim(Claims.KIND, "run")
                .subject(run.runId().toString())
                .claim(Claims.NAME, run.runId().toString())
                .groups(Set.of("run"))
                .claim(Claims.MEMBER_GROUPS, texts(run.groups()))
                .claim(Claims.RUN_ID, run.runId().toString())
                .claim(Claims.AGENT_ID, run.agentId().toString())
                .claim(Claims.SESSION_ID, run.sessionId().toString())
                .claim(Claims.ACTING_FOR, map(run.actingFor()))
                .claim(Claims.ACTIONS, texts(run.actions()));
        return run.sources() == null ? claims : claims.claim(Claims.SOURCES, texts(run.sources()));
    }

    private static JwtClaimsBuilder service(ServiceCaller service) {
        return Jwt.claim(Claims.KIND, "service")
                .subject(service.service())
                .claim(Claims.NAME, service.service())
                .groups(Set.of("service"));
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().toList();
    }

    private static Map<String, Object> map(Object value) {
        return Json.mapper().convertValue(value, new TypeReference<>() {});
    }
}
