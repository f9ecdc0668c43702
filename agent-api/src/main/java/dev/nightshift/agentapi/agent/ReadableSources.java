package dev.nightshift.agentapi.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightshift.agentapi.token.PlatformTokens;
import dev.nightshift.agentapi.upstream.OtherService;
import dev.nightshift.agentapi.upstream.ServiceCalls;
import dev.nightshift.contracts.SourceId;
import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Asks search-service, as the member, which sources that member may read now: one call for every 200 of them. */
@ApplicationScoped
public class ReadableSources {
    private static final String PAGE = "/api/sources?limit=200";

    private final PlatformTokens tokens;
    private final ServiceCalls services;

    ReadableSources(PlatformTokens tokens, ServiceCalls services) {
        this.tokens = tokens;
        this.services = services;
    }

    /**
     * A 400 that names every source that does not exist for the member, by its place in the list; 503 while
     * search-service is away.
     */
    Uni<Void> check(MemberCaller member, List<SourceId> sources, Collection<SourceId> knownGood) {
        if (knownGood.containsAll(sources)) {
            return Uni.createFrom().voidItem();
        }
        return all(member)
                .invoke(readable -> {
                    readable.addAll(knownGood);
                    refuseOthers(sources, readable);
                })
                .replaceWithVoid();
    }

    /** The sources that the member may read, newest first. */
    public Uni<Set<SourceId>> all(MemberCaller member) {
        return tokens.sign(member).chain(signed -> readOn(new LinkedHashSet<>(), PAGE, signed.bearer()));
    }

    private Uni<Set<SourceId>> readOn(Set<SourceId> before, String page, String bearer) {
        return services.get(OtherService.SEARCH, page, bearer).chain(reply -> {
            JsonNode body = reply.body();
            if (reply.status() != 200 || body == null) {
                throw new IllegalStateException("search-service answered " + reply.status());
            }
            body.path("items")
                    .forEach(item -> before.add(SourceId.of(item.path("id").asText())));
            String next = body.path("nextCursor").textValue();
            return next == null ? Uni.createFrom().item(before) : readOn(before, after(next), bearer);
        });
    }

    private static String after(String cursor) {
        return PAGE + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    private static void refuseOthers(List<SourceId> sources, Set<SourceId> readable) {
        List<FieldError> faults = IntStream.range(0, sources.size())
                .filter(i -> !readable.contains(sources.get(i)))
                .mapToObj(i -> new FieldError("allowedSources[" + i + "]", "there is no such source that you may read"))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
