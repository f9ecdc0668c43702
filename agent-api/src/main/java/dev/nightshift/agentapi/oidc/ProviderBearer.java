package dev.nightshift.agentapi.oidc;

import dev.nightshift.agentapi.member.Members;
import dev.nightshift.agentapi.oidc.AdmitPerson.Verdict;
import dev.nightshift.agentapi.oidc.AdmitPerson.Verdict.Admitted;
import dev.nightshift.agentapi.signin.BearerIdentity;
import dev.nightshift.agentapi.signin.BearerSignIn;
import dev.nightshift.agentapi.signin.Scopes;
import dev.nightshift.contracts.MemberId;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The provider's own access tokens, sent by API clients. What the provider says of one is believed for a minute; the
 * member behind it is looked up at every use.
 */
@ApplicationScoped
class ProviderBearer implements BearerSignIn {
    private static final int LONGEST = 16_384;
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final String PERSONAL = "nsp_";

    private final Provider provider;
    private final ReadPerson people;
    private final Members members;
    private final RecentTokens recent = new RecentTokens();
    private final InstantSource clock = InstantSource.system();

    ProviderBearer(Provider provider, ReadPerson people, Members members) {
        this.provider = provider;
        this.people = people;
        this.members = members;
    }

    @Override
    public boolean understands(String token) {
        return provider.settings().isPresent() && !token.startsWith(PERSONAL) && token.length() <= LONGEST;
    }

    @Override
    public Uni<Optional<BearerIdentity>> identify(String token) {
        Optional<MemberId> known = recent.holder(token, clock.instant());
        Uni<Optional<MemberCaller>> caller = known.isPresent() ? members.caller(known.get(), null) : asked(token);
        return caller.map(found -> found.map(member -> new BearerIdentity(member, Scopes.ALL)));
    }

    private Uni<Optional<MemberCaller>> asked(String token) {
        OidcSettings settings = provider.settings().orElseThrow();
        return people.ofAccessToken(settings, token)
                .chain(verdict -> member(verdict))
                .invoke(found ->
                        found.ifPresent(member -> recent.keep(token, member.memberId(), clock.instant(), end(token))))
                .onFailure(ProviderAway.class)
                .transform(away -> Problem.unavailable(
                        "The identity provider does not answer, so the token cannot be checked.", RETRY_AFTER_SECONDS));
    }

    /** Where the token itself says nothing, the minute counts. */
    private static Instant end(String token) {
        return AccessTokenCheck.read(token)
                .flatMap(read -> read.claims().seconds("exp"))
                .orElse(Instant.MAX);
    }

    private Uni<Optional<MemberCaller>> member(Optional<Verdict> verdict) {
        return verdict.orElse(null) instanceof Admitted admitted
                ? members.ofIdentity(admitted.issuer(), admitted.subject(), admitted.profile())
                : Uni.createFrom().item(Optional.empty());
    }
}
