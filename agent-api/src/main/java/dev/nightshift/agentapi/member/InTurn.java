package dev.nightshift.agentapi.member;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** One after the other: a transaction does one thing at a time. */
final class InTurn {
    private InTurn() {}

    static <T> Uni<Void> each(List<T> parts, Function<T, Uni<Void>> act) {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(part -> act.apply(part).replaceWith(part))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
