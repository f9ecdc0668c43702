package dev.nightshift.local.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What a service says at {@code /q/health/ready}. */
public final class Readiness {
    private static final int TIMEOUT_MILLIS = 3_000;

    private Readiness() {}

    /** Whether the service at this address answers and says yes. */
    public static boolean of(String url) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(url + "/q/health/ready").toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
