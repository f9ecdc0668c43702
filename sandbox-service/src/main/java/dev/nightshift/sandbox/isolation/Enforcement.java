package dev.nightshift.sandbox.isolation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What this machine enforces, and what it cannot. Together they are every {@link Protection}. */
public record Enforcement(List<Protection> enforced, List<Protection> missing) {
    public Enforcement {
        enforced = List.copyOf(enforced);
        missing = List.copyOf(missing);
    }

    public static Enforcement without(Set<Protection> missing) {
        EnumSet<Protection> enforced = EnumSet.allOf(Protection.class);
        enforced.removeAll(missing);
        return new Enforcement(List.copyOf(enforced), missing.stream().sorted().toList());
    }
}
