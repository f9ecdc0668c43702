package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.token.PlatformTokens;
import dev.nightshift.agentapi.upstream.OtherService;
import dev.nightshift.agentapi.upstream.ServiceCalls;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks search-service, as the member, which sources that member may read now. */
@ApplicationScoped
public class ReadableSources {
    private static final int MOST = 200;

    private final PlatformTokens tokens;
    private final ServiceCalls services;

    ReadableSources(PlatformTokens tokens, ServiceCalls services) {
        this.tokens = tokens;
        this.services = services;
    }

    /** A 400 that names every source that does not exist for the member; 503 while search-service is away. */
    Uni<Void> check(MemberCaller member, @Nullable List<SourceId> sources, Collection<SourceId> knownGood) {
        if (sources == null || knownGood.containsAll(sources)) {
            return Uni.createFrom().voidItem();
        }
        return tokens.sign(member)
                .chain(signed -> Multi.createFrom()
                        .range(0, sources.size())
                        .filter(i -> !knownGood.contains(sources.get(i)))
                        .onItem()
                        .transformToUniAndConcatenate(i -> fault(i, sources.get(i), signed.bearer()))
                        .collect()
                        .asList())
                .invoke(faults -> {
                    List<FieldError> errors =
                            faults.stream().filter(f -> !f.field().isEmpty()).toList();
                    if (!errors.isEmpty()) {
                        throw Problem.invalid(errors);
                    }
                })
                .replaceWithVoid();
    }

    /** The sources that the member may read, at most {@value #MOST}. */
    public Uni<List<SourceId>> all(MemberCaller member) {
        return tokens.sign(member)
                .chain(signed -> services.get(OtherService.SEARCH, "/api/sources?limit=" + MOST, signed.bearer()))
                .map(reply -> ids(reply.body()));
    }

    private Uni<FieldError> fault(int index, SourceId source, String bearer) {
        return services.get(OtherService.SEARCH, "/api/sources/" + source, bearer)
                .map(reply -> reply.status() == 200
                        ? new FieldError("", "")
                        : new FieldError("allowedSources[" + index + "]", "there is no such source that you may read"));
    }

    private static List<SourceId> ids(@Nullable JsonNode page) {
        List<SourceId> ids = new ArrayList<>();
        if (page != null) {
            page.path("items")
                    .forEach(item -> ids.add(SourceId.of(item.path("id").asText())));
        }
        return ids;
    }
}
