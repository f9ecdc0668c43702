package dev.nightshift.runner.tool;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All tools that this version has. */
@ApplicationScoped
public class Tools {
    private final List<Tool> all = new ArrayList<>();

    Tools(SandboxClient sandbox, SearchClient search) {
        all.addAll(SearchTool.all(search));
        all.addAll(SandboxTool.all(sandbox));
    }

    /** Those that the agent's definition and the run's token both allow. */
    public Offer offer(List<String> allowed, Set<String> granted) {
        return new Offer(all.stream()
                .filter(tool -> allowed.contains(tool.spec().name()))
                .filter(tool -> granted.contains(tool.spec().name()))
                .toList());
    }
}
