package dev.nightshift.service.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nightshift.contracts.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What a call was answered, kept so that a repeat is answered the same. */
public record Answer(int status, String body, Map<String, String> headers) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer of(int status, Object body) {
        return of(status, body, Map.of());
    }

    public static Answer of(int status, Object body, Map<String, String> headers) {
        try {
            return new Answer(status, Json.mapper().writeValueAsString(body), headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always JSON", e);
        }
    }

    /** 201, with where the new thing is and its version. */
    public static Answer created(Object body, String location, long version) {
        return of(201, body, Map.of(HttpHeaders.LOCATION, location, HttpHeaders.ETAG, "\"" + version + "\""));
    }

    public Response response() {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON).entity(body);
        headers.forEach(response::header);
        return response.build();
    }
}
