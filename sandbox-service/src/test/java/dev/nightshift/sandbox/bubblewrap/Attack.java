package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.sandbox.isolation.Action;
import dev.nightshift.sandbox.isolation.Action.ReadFile;
import dev.nightshift.sandbox.isolation.Action.RunBash;
import dev.nightshift.sandbox.isolation.Action.RunPython;
import dev.nightshift.sandbox.isolation.Outcome;
import dev.nightshift.sandbox.isolation.Protection;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Something that code in a sandbox must not achieve.
 *
 * @param against what stands in its way; with that taken away it succeeds
 * @param preparation done first, in the same sandbox, unless it is empty
 * @param succeeded how success is seen
 */
record Attack(
        String name,
        Set<Protection> against,
        String preparation,
        Action action,
        Duration timeout,
        Predicate<Outcome> succeeded) {
    private static final Duration LONG = Duration.ofSeconds(30);

    static Attack bash(String name, Protection against, String script, String sign) {
        return new Attack(name, Set.of(against), "", new RunBash(script), LONG, prints(sign));
    }

    static Attack python(String name, Protection against, String code, String sign) {
        return new Attack(name, Set.of(against), "", new RunPython(code), LONG, prints(sign));
    }

    static Attack read(String name, Protection against, String preparation, String path, String sign) {
        return new Attack(name, Set.of(against), preparation, new ReadFile(path), LONG, prints(sign));
    }

    Attack after(String script) {
        return new Attack(name, against, script, action, timeout, succeeded);
    }

    Attack within(Duration limit) {
        return new Attack(name, against, preparation, action, limit, succeeded);
    }

    private static Predicate<Outcome> prints(String sign) {
        return outcome -> outcome.output().contains(sign);
    }

    @Override
    public String toString() {
        return name;
    }
}
