package dev.nightshift.agentapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP as it goes over the wire, for what no decent client would send. */
public final class RawRequest {
    private RawRequest() {}

    /** The status of the answer; {@code from} is the client's own address. */
    public static int send(int port, String from, String... lines) {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            String request = String.join("\r\n", lines) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder status = new StringBuilder();
            for (int octet = socket.getInputStream().read(); octet > 0 && octet != '\r'; ) {
                status.append((char) octet);
                octet = socket.getInputStream().read();
            }
            return Integer.parseInt(status.toString().split(" ", -1)[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a request to open a WebSocket. */
    public static String[] upgrade(String path, String... headers) {
        String[] lines = {
            "GET " + path + " HTTP/1.1",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
        };
        return java.util.stream.Stream.concat(java.util.Arrays.stream(lines), java.util.Arrays.stream(headers))
                .toArray(String[]::new);
    }
}
