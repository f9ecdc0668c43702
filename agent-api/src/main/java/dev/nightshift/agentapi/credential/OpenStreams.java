package dev.nightshift.agentapi.credential;

import dev.nightshift.service.token.Caller.MemberCaller;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What members hold open on this node. Each is looked at every {@code nightshift.credential-check-interval} (30 s), and
 * at once when its credential was ended here. While the database does not answer, nothing ends.
 */
@ApplicationScoped
public class OpenStreams {
    private static final Logger LOG = Logger.getLogger(OpenStreams.class);

    private final CredentialCheck check;
    private final Set<Entry> open = ConcurrentHashMap.newKeySet();

    OpenStreams(CredentialCheck check) {
        this.check = check;
    }

    /** Why something has to end. */
    public enum Ending {
        /** Signed out, revoked, expired, or the member is not active any more. */
        SIGNED_OUT,
        /** The member has lost the admin role that it was opened with. */
        ROLE_LOST
    }

    /** To be closed when it has ended by itself. */
    public interface Registration {
        void close();
    }

    private record Entry(Object identity, Holder holder, boolean admin, Consumer<Ending> end) {}

    /** {@code end} is called once at most, on any thread. */
    public Registration add(MemberCaller member, Consumer<Ending> end) {
        Entry entry = new Entry(new Object(), Holder.of(member.memberId(), member.credential()), member.admin(), end);
        open.add(entry);
        return () -> open.remove(entry);
    }

    /** The stream, which completes early when the credential is gone or the role is lost. */
    public <T> Multi<T> until(MemberCaller member, Multi<T> stream) {
        return Multi.createFrom().deferred(() -> {
            BroadcastProcessor<T> ended = BroadcastProcessor.create();
            Registration registration = add(member, why -> ended.onError(new Ended()));
            Multi<T> whole = stream.onTermination().invoke(() -> {
                registration.close();
                ended.onComplete();
            });
            return Multi.createBy()
                    .merging()
                    .streams(whole, ended)
                    .onFailure(Ended.class)
                    .recoverWithCompletion();
        });
    }

    /** Ends a stream in which nothing has gone wrong. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Ended() {
            super("ended", null, false, false);
        }
    }

    @Scheduled(every = "${nightshift.credential-check-interval:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return look(List.copyOf(open));
    }

    void ended(@Observes CredentialsEnded ended) {
        look().subscribe()
                .with(looked -> {}, failure -> LOG.warnf("open streams were not looked at reason=%s", failure));
    }

    private Uni<Void> look(List<Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<Holder, Integer> places = new LinkedHashMap<>();
        entries.forEach(entry -> places.putIfAbsent(entry.holder(), places.size()));
        return check.good(List.copyOf(places.keySet()))
                .invoke(good -> entries.forEach(entry -> judge(entry, good.get(places.get(entry.holder())))))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("open streams are looked at again later reason=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** {@code admin}: whether the member is one now; absent when the credential is gone. */
    private void judge(Entry entry, @Nullable Boolean admin) {
        if (admin == null) {
            end(entry, Ending.SIGNED_OUT);
        } else if (entry.admin() && !admin) {
            end(entry, Ending.ROLE_LOST);
        }
    }

    private void end(Entry entry, Ending why) {
        if (open.remove(entry)) {
            entry.end().accept(why);
        }
    }
}
