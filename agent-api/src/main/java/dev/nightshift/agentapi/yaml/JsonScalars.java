package dev.nightshift.agentapi.yaml;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Which plain words of YAML are not text: those that are not text in JSON either. {@code no} and {@code 12:30} are. */
final class JsonScalars extends Resolver {
    private static final int LONGEST = 40;

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf", LONGEST);
        addImplicitResolver(Tag.NULL, Pattern.compile("null|~|"), "n~\0", LONGEST);
        addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null, LONGEST);
        addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]*)"), "-0123456789", LONGEST);
        addImplicitResolver(
                Tag.FLOAT, Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+([eE][-+]?[0-9]+)?"), "-0123456789", LONGEST);
    }
}
