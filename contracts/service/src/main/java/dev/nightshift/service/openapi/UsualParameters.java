package dev.nightshift.service.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Parameters that mean the same in every operation. Resources take them as text, to answer faults with a problem. */
final class UsualParameters {
    private static final int LONGEST_KEY = 255;

    private UsualParameters() {}

    static void complete(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(UsualParameters::complete);
        }
    }

    private static void complete(Parameter parameter) {
        String name = String.valueOf(parameter.getName());
        Schema schema = parameter.getSchema();
        if (parameter.getIn() == null || schema == null || !isPlainText(schema)) {
            return;
        }
        switch (parameter.getIn()) {
            case QUERY -> query(name, parameter, schema);
            case PATH -> path(name, schema);
            case HEADER -> header(name, parameter, schema);
            case COOKIE -> {}
        }
    }

    private static void query(String name, Parameter parameter, Schema schema) {
        switch (name) {
            case "limit" -> {
                describe(parameter, "Items a page.");
                schema.type(List.of(Schema.SchemaType.INTEGER))
                        .format("int32")
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(200))
                        .defaultValue(50);
            }
            case "cursor" -> describe(parameter, "`nextCursor` of the page before; absent for the first page.");
            default -> {}
        }
    }

    private static void path(String name, Schema schema) {
        if (name.equals("version")) {
            schema.type(List.of(Schema.SchemaType.INTEGER)).format("int64").minimum(BigDecimal.ONE);
        } else if (name.equals("id") || name.endsWith("Id")) {
            schema.setFormat("uuid");
        }
    }

    private static void header(String name, Parameter parameter, Schema schema) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "idempotency-key" -> {
                describe(
                        parameter,
                        "A text of the caller's choice. A repeat within 24 hours with the same key and body gets the"
                                + " first answer and does nothing again; with another body it is a 409.");
                schema.minLength(1).maxLength(LONGEST_KEY);
            }
            case "if-match" ->
                describe(parameter, "The `ETag` that was read: a 412 answers when another version is current.");
            default -> {}
        }
    }

    private static void describe(Parameter parameter, String text) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(text);
        }
    }

    private static boolean isPlainText(Schema schema) {
        @Nullable List<Schema.SchemaType> type = schema.getType();
        return type != null
                && type.equals(List.of(Schema.SchemaType.STRING))
                && schema.getFormat() == null
                && schema.getEnumeration() == null;
    }
}
