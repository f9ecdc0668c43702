package dev.nightshift.service.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Completes every operation of a service's document with what the kit does for all of them. What a resource says itself
 * stays as it is.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CompleteDocument implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        if (components == null) {
            components = OASFactory.createComponents();
            document.setComponents(components);
        }
        ProblemComponents.addTo(components);
        SignIn.addTo(components);
        Examples examples = Examples.ofService();
        examples.addTo(components);
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().forEach((path, item) -> complete(path, item, examples));
        }
    }

    private static void complete(String path, PathItem item, Examples examples) {
        for (Map.Entry<PathItem.HttpMethod, Operation> entry :
                item.getOperations().entrySet()) {
            Operation operation = entry.getValue();
            SignIn.complete(operation);
            UsualParameters.complete(operation);
            NoBody.complete(operation);
            ProblemAnswers.of(path, entry.getKey(), operation).complete();
            examples.complete(operation);
        }
    }
}
