package dev.nightshift.contracts.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Never due by itself. */
public record Manual() implements Schedule {
    @Override
    public Optional<Instant> next(Instant after, ZoneId zone, Instant setAt) {
        return Optional.empty();
    }

    @Override
    public String describe(ZoneId zone) {
        return "Only when started by hand";
    }

    @Override
    public List<String> warnings(ZoneId zone, Instant from) {
        return List.of();
    }
}
