package dev.nightshift.collab.live;

import dev.nightshift.collab.live.CredentialsClient.Holder;
import dev.nightshift.collab.live.CredentialsClient.Question;
import dev.nightshift.collab.live.CredentialsClient.Standing;
import dev.nightshift.collab.session.VisibleSession;
import dev.nightshift.collab.session.VisibleSessions;
import dev.nightshift.service.client.ServiceTokens;
import dev.nightshift.service.problem.Problem;
import dev.nightshift.service.token.Caller.MemberCaller;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * A token is checked when its socket is opened, and then never again; so every {@code
 * nightshift.credential-check-interval} (30 s) agent-api is asked, in one call, whether what the sockets of this node
 * were opened with is still good. Without an answer they stay open.
 */
@ApplicationScoped
class RecheckSockets {
    private static final Logger LOG = Logger.getLogger(RecheckSockets.class);
    /** As many as one question takes. */
    private static final int MOST = 10_000;

    private final LiveSessions live;
    private final VisibleSessions visible;
    private final ServiceTokens tokens;
    private final CredentialsClient credentials;

    RecheckSockets(
            LiveSessions live,
            VisibleSessions visible,
            ServiceTokens tokens,
            @RestClient CredentialsClient credentials) {
        this.live = live;
        this.visible = visible;
        this.tokens = tokens;
        this.credentials = credentials;
    }

    @Scheduled(every = "${nightshift.credential-check-interval:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> check() {
        Map<Holder, List<LiveConnection>> sockets = new LinkedHashMap<>();
        live.all()
                .forEach(socket -> sockets.computeIfAbsent(holder(socket), holder -> new ArrayList<>())
                        .add(socket));
        List<Holder> holders = List.copyOf(sockets.keySet());
        return Multi.createFrom()
                .iterable(parts(holders))
                .onItem()
                .transformToUniAndConcatenate(part -> ask(part).call(standing -> judge(part, standing, sockets)))
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("open sockets are checked again later reason=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Standing> ask(List<Holder> holders) {
        return tokens.bearer().chain(bearer -> credentials.check(bearer, new Question(holders)));
    }

    private Uni<Void> judge(List<Holder> asked, Standing standing, Map<Holder, List<LiveConnection>> sockets) {
        return Multi.createFrom()
                .range(0, asked.size())
                .onItem()
                .transformToUniAndConcatenate(place -> {
                    List<LiveConnection> held = sockets.getOrDefault(asked.get(place), List.of());
                    return standing.gone().contains(place)
                            ? signedOut(held)
                            : seesStill(held, standing.admins().contains(place));
                })
                .collect()
                .last();
    }

    private static Uni<Void> signedOut(List<LiveConnection> sockets) {
        return Multi.createFrom()
                .iterable(sockets)
                .onItem()
                .transformToUniAndConcatenate(socket -> socket.close(CloseCodes.SIGNED_OUT, "signed out"))
                .collect()
                .last();
    }

    private Uni<Void> seesStill(List<LiveConnection> sockets, boolean admin) {
        return Multi.createFrom()
                .iterable(sockets)
                .onItem()
                .transformToUniAndConcatenate(socket -> seesStill(socket, admin))
                .collect()
                .last();
    }

    private Uni<Void> seesStill(LiveConnection socket, boolean admin) {
        VisibleSession before = socket.seen();
        return visible.require(now(socket.watching().caller(), admin), socket.session())
                .map(seen -> seen.role() == before.role())
                .onFailure(RecheckSockets::isGone)
                .recoverWithItem(false)
                .chain(same -> same
                        ? Uni.createFrom().voidItem()
                        : socket.close(CloseCodes.ROLE_LOST, "role lost; reconnect to see what is left"));
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof Problem problem && problem.status() == 404;
    }

    private static MemberCaller now(MemberCaller caller, boolean admin) {
        return new MemberCaller(caller.memberId(), caller.name(), admin, caller.groups(), caller.credential());
    }

    private static Holder holder(LiveConnection socket) {
        MemberCaller caller = socket.watching().caller();
        return new Holder(caller.memberId(), caller.credential());
    }

    private static List<List<Holder>> parts(List<Holder> holders) {
        List<List<Holder>> parts = new ArrayList<>();
        for (int from = 0; from < holders.size(); from += MOST) {
            parts.add(holders.subList(from, Math.min(from + MOST, holders.size())));
        }
        return parts;
    }
}
