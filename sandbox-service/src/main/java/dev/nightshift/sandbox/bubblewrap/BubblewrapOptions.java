package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.contracts.Decision;
import dev.nightshift.sandbox.isolation.Protection;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How sandboxes are built here.
 *
 * @param program the bubblewrap program
 * @param dropToUser the host user and group (numbers) to become before bubblewrap starts; 0 where the service is no
 *     root and stays who it is
 * @param readable further folders of the machine that code may read
 * @param support the folder with the files that every sandbox is given
 * @param protections all of them, except in tests that show what each is for
 */
@Decision
record BubblewrapOptions(
        String program,
        Limits limits,
        long dropToUser,
        List<Path> readable,
        Path support,
        Set<Protection> protections) {
    BubblewrapOptions {
        readable = List.copyOf(readable);
        protections = Set.copyOf(protections);
    }

    boolean has(Protection protection) {
        return protections.contains(protection);
    }

    BubblewrapOptions without(Protection... removed) {
        EnumSet<Protection> left = EnumSet.noneOf(Protection.class);
        left.addAll(protections);
        left.removeAll(List.of(removed));
        return new BubblewrapOptions(program, limits, dropToUser, readable, support, left);
    }
}
