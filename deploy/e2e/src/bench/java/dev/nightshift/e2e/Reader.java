package dev.nightshift.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A member who signed up with an invitation and reads pages. */
record Reader(HttpClient http, String url, String cookie) {

    static Reader signUp(Door admin, String url) throws IOException, InterruptedException {
        JsonNode invite = admin.post("/api/invites", Door.JSON.createObjectNode().put("role", "member"), 201);
        String link = invite.path("url").asText();
        HttpRequest registration = HttpRequest.newBuilder(URI.create(url + "/auth/register"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Door.JSON
                        .createObjectNode()
                        .put("invite", link.substring(link.lastIndexOf('/') + 1))
                        .put("username", "reader")
                        .put("password", LocalStack.PASSWORD)
                        .toString()))
                .build();
        HttpResponse<String> answer = admin.http().send(registration, HttpResponse.BodyHandlers.ofString());
        String set = answer.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body()));
        return new Reader(admin.http(), url, set.substring(0, set.indexOf(';')));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Cookie", cookie)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Door.JSON.readTree(answer.body());
    }
}
