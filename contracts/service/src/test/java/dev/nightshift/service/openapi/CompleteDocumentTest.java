package dev.nightshift.service.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.nightshift.service.problem.FieldError;
import dev.nightshift.service.problem.ProblemBody;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

class CompleteDocumentTest {
    @Test
    void aReadCallThatEverybodyMayMakeIsRefusedForItsParametersAndOutagesOnly() {
        Operation operation =
                completed("/things", PathItem.HttpMethod.GET, operation(parameter("limit", Parameter.In.QUERY)));

        assertEquals(Set.of("400", "4XX", "503"), statuses(operation));
        assertEquals(List.of(), operation.getSecurity());
    }

    @Test
    void aChangeOfSomethingNamedByWhoeverHasTheRoleIsRefusedInEveryWay() {
        Operation operation = operation(
                        parameter("id", Parameter.In.PATH),
                        parameter("Idempotency-Key", Parameter.In.HEADER),
                        parameter("If-Match", Parameter.In.HEADER))
                .requestBody(OASFactory.createRequestBody()
                        .content(OASFactory.createContent()
                                .addMediaType("application/json", OASFactory.createMediaType())))
                .addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme("SecurityScheme", List.of("member")));

        completed("/things/{id}", PathItem.HttpMethod.PATCH, operation);

        assertEquals(Set.of("400", "401", "403", "404", "409", "412", "413", "415", "4XX", "503"), statuses(operation));
        assertEquals(
                List.of("session", "bearer"),
                operation.getSecurity().stream()
                        .flatMap(either -> either.getSchemes().keySet().stream())
                        .toList());
    }

    @Test
    void whatAResourceSaysOfARefusalStaysAndGetsTheFormOfAProblem() {
        Operation operation = operation();
        operation.setResponses(OASFactory.createAPIResponses()
                .addAPIResponse(
                        "429", OASFactory.createAPIResponse().description("As many messages as are allowed wait")));

        completed("/things", PathItem.HttpMethod.POST, operation);

        var answer = operation.getResponses().getAPIResponse("429");
        assertEquals("As many messages as are allowed wait", answer.getDescription());
        assertNotNull(answer.getContent().getMediaType(ProblemBody.MEDIA_TYPE));
        assertNotNull(answer.getHeaders().get("Retry-After"));
    }

    @Test
    void aBodyOfBytesThatIsOnlyRefusedIsNotOffered() {
        Operation operation = operation()
                .requestBody(OASFactory.createRequestBody()
                        .content(OASFactory.createContent()
                                .addMediaType("application/octet-stream", OASFactory.createMediaType())));

        completed("/things", PathItem.HttpMethod.POST, operation);

        assertNull(operation.getRequestBody());
    }

    @Test
    void theSchemaOfAProblemIsWhatTheKitWrites() {
        OpenAPI document = OASFactory.createOpenAPI();
        new CompleteDocument().filterOpenAPI(document);

        assertEquals(components(ProblemBody.class), properties(document, "Problem"));
        assertEquals(components(FieldError.class), properties(document, "FieldError"));
    }

    private static Operation completed(String path, PathItem.HttpMethod method, Operation operation) {
        PathItem item = OASFactory.createPathItem();
        item.setOperation(method, operation);
        OpenAPI document =
                OASFactory.createOpenAPI().paths(OASFactory.createPaths().addPathItem(path, item));
        new CompleteDocument().filterOpenAPI(document);
        return operation;
    }

    private static Operation operation(Parameter... parameters) {
        return OASFactory.createOperation().parameters(List.of(parameters)).responses(OASFactory.createAPIResponses());
    }

    private static Parameter parameter(String name, Parameter.In in) {
        return OASFactory.createParameter()
                .name(name)
                .in(in)
                .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
    }

    private static Set<String> statuses(Operation operation) {
        return operation.getResponses().getAPIResponses().keySet();
    }

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> properties(OpenAPI document, String schema) {
        return new TreeSet<>(document.getComponents()
                .getSchemas()
                .get(schema)
                .getProperties()
                .keySet());
    }
}
