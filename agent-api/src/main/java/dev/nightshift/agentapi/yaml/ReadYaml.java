package dev.nightshift.agentapi.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightshift.service.problem.Problem;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * YAML as far as it says the same as JSON: no tags, no anchors and aliases, no key twice, one document. Only {@code
 * true}, {@code false}, {@code null} and numbers as JSON has them are anything but text.
 */
final class ReadYaml {
    private static final int DEEPEST = 20;
    private static final int MOST_CHARACTERS = 512 * 1024;

    private ReadYaml() {}

    /** Absent for a document without content; a 400 says what is wrong, and where. */
    static @Nullable JsonNode tree(String text) {
        try {
            refuseWhatJsonHasNot(text);
            Node root = yaml().compose(new StringReader(text));
            return root == null ? null : tree(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw refused(e.getProblem(), line);
        } catch (YAMLException e) {
            throw refused(String.valueOf(e.getMessage()), 0);
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST_CHARACTERS);
        DumperOptions dumper = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new JsonScalars());
    }

    private static void refuseWhatJsonHasNot(String text) {
        for (Event event : yaml().parse(new StringReader(text))) {
            int line = event.getStartMark() == null ? 0 : event.getStartMark().getLine() + 1;
            if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
                throw refused("anchors and aliases are not allowed", line);
            }
            if (tag(event) != null) {
                throw refused("tags are not allowed", line);
            }
        }
    }

    private static @Nullable String tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
    }

    private static JsonNode tree(Node node) {
        return switch (node) {
            case MappingNode mapping -> object(mapping);
            case SequenceNode sequence -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                sequence.getValue().forEach(item -> array.add(tree(item)));
                yield array;
            }
            case ScalarNode scalar -> value(scalar);
            default -> throw new IllegalArgumentException("no node of JSON: " + node.getNodeId());
        };
    }

    private static ObjectNode object(MappingNode mapping) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw refused("a key must be a word", line);
            }
            if (object.has(key.getValue())) {
                throw refused("the key " + key.getValue() + " is there twice", line);
            }
            object.set(key.getValue(), tree(tuple.getValueNode()));
        }
        return object;
    }

    private static JsonNode value(ScalarNode scalar) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return nodes.nullNode();
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return nodes.booleanNode(text.equals("true"));
        }
        if (scalar.getTag().equals(Tag.INT)) {
            return nodes.numberNode(new BigInteger(text));
        }
        return scalar.getTag().equals(Tag.FLOAT) ? nodes.numberNode(new BigDecimal(text)) : nodes.textNode(text);
    }

    private static Problem refused(String what, int line) {
        return Problem.malformed(
                "The YAML cannot be read" + (line > 0 ? " (line " + line + ")" : "") + ": " + what + ".");
    }
}
