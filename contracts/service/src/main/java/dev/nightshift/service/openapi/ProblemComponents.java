package dev.nightshift.service.openapi;

import dev.nightshift.service.problem.ProblemBody;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The one form of all refusals, as {@link ProblemBody} writes it, and the headers that come with some. */
final class ProblemComponents {
    private static final String PROBLEM = "Problem";
    private static final String FIELD_ERROR = "FieldError";
    private static final String RETRY_AFTER = "RetryAfter";

    private ProblemComponents() {}

    static void addTo(Components components) {
        components.addSchema(PROBLEM, problem());
        components.addSchema(FIELD_ERROR, fieldError());
        components.addHeader(RETRY_AFTER, retryAfter());
        for (ProblemKind kind : ProblemKind.values()) {
            components.addResponse(kind.component(), kind.response());
        }
    }

    /** A body of this form, with what it looks like. */
    static Content content(Map<String, Object> example) {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemBody.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM))
                                .example(example));
    }

    static Header retryAfterHeader() {
        return OASFactory.createHeader().ref(RETRY_AFTER);
    }

    private static Schema problem() {
        return object("What went wrong (RFC 9457)")
                .addProperty(
                        "type",
                        text("The kind of problem; clients may tell kinds apart by it")
                                .format("uri"))
                .addProperty("title", text("The kind of problem in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.INTEGER))
                                .format("int32")
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599))
                                .description("The status of the answer"))
                .addProperty("detail", text("What happened this time, for people"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .items(OASFactory.createSchema().ref(FIELD_ERROR))
                                .description("Every fault of the input at once; absent where there is none to name"))
                .required(List.of("type", "title", "status", "detail"))
                .examples(List.of(ProblemKind.INVALID.example()));
    }

    private static Schema fieldError() {
        return object("One fault of the input")
                .addProperty("field", text("As it was sent; nested fields with dots"))
                .addProperty("message", text("What it must be"))
                .required(List.of("field", "message"));
    }

    private static Header retryAfter() {
        return OASFactory.createHeader()
                .description("Seconds after which a repeat is worth while")
                .schema(OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.INTEGER))
                        .minimum(BigDecimal.ZERO));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT)).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)).description(description);
    }
}
