package dev.nightshift.agentapi.settings;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Allowed values that are written at a list are those of its items. As the annotations put them, the document would say
 * that the list as a whole is one of them.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ValuesOfLists implements OASFilter {
    @Override
    public Schema filterSchema(Schema schema) {
        List<Object> values = schema.getEnumeration();
        Schema items = schema.getItems();
        if (isList(schema.getType()) && values != null && items != null && items.getRef() == null) {
            items.setEnumeration(values);
            schema.setEnumeration(null);
        }
        return schema;
    }

    private static boolean isList(@Nullable List<Schema.SchemaType> types) {
        return types != null && types.contains(Schema.SchemaType.ARRAY);
    }
}
