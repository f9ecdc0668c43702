package dev.nightshift.agentapi.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes YAML that people like to read and that every reader of YAML understands alike: what could be taken for
 * anything but text is quoted. */
final class WriteYaml {
    private WriteYaml() {}

    static String text(ObjectNode fields) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        return new Yaml(new BlocksOfText(options), options).dump(value(fields));
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                node.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
                yield map;
            }
            case ARRAY -> list(node);
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.numberValue();
            default -> node.asText();
        };
    }

    private static List<Object> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(WriteYaml::value)
                .toList();
    }

    /** Text of several lines stands as it is, line by line. */
    private static final class BlocksOfText extends Representer {
        BlocksOfText(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            boolean lines = tag.equals(Tag.STR) && value.indexOf('\n') >= 0;
            return super.representScalar(tag, value, lines ? ScalarStyle.LITERAL : style);
        }
    }
}
