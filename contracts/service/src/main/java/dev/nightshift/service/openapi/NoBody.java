package dev.nightshift.service.openapi;

import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** A body that a resource reads as bytes, only to refuse every field of it, is none that a client should send. */
final class NoBody {
    private static final Set<String> BYTES = Set.of(MediaType.APPLICATION_OCTET_STREAM);

    private NoBody() {}

    static void complete(Operation operation) {
        RequestBody body = operation.getRequestBody();
        if (body != null
                && body.getContent() != null
                && body.getContent().getMediaTypes().keySet().equals(BYTES)) {
            operation.setRequestBody(null);
        }
    }
}
