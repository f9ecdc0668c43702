package dev.nightshift.agentapi.signin;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a credential may be used for. Writing includes reading; the admin role is held only with {@code admin}. */
public record Scopes(Set<Scope> granted) {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** What a signed-in browser may do: everything. */
    public static final Scopes ALL = new Scopes(EnumSet.allOf(Scope.class));

    public Scopes {
        granted = Set.copyOf(granted);
        if (!granted.contains(Scope.READ) && !granted.contains(Scope.WRITE)) {
            throw new IllegalArgumentException("must have read or write");
        }
    }

    /** Reads {@link #labels()}; throws {@link IllegalArgumentException} for anything else. */
    public static Scopes of(Collection<String> labels) {
        EnumSet<Scope> granted = EnumSet.noneOf(Scope.class);
        labels.forEach(label -> granted.add(Scope.of(label)));
        return new Scopes(granted);
    }

    /** Whether a request with this method may be made; a WebSocket is used for more than reading. */
    public boolean allow(String method, boolean webSocket) {
        return granted.contains(Scope.WRITE) || (SAFE.contains(method) && !webSocket);
    }

    public boolean includeAdmin() {
        return granted.contains(Scope.ADMIN);
    }

    /** Whether everything that {@code others} allow is allowed here too. */
    public boolean cover(Scopes others) {
        return others.granted.stream()
                .allMatch(scope -> granted.contains(scope) || (scope == Scope.READ && granted.contains(Scope.WRITE)));
    }

    /** The names in the API, in the order of {@link Scope}. */
    public List<String> labels() {
        return granted.stream().sorted().map(Scope::label).toList();
    }
}
