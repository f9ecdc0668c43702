package dev.nightshift.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP connection that asks the same again and again, and costs next to nothing beside who answers. */
final class KeepAlive implements AutoCloseable {
    private static final int LONGEST_LINE = 8192;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] request;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int end;

    /** {@code cookie} may be empty. */
    KeepAlive(URI uri, String cookie) throws IOException {
        this.socket = new Socket(uri.getHost(), uri.getPort());
        this.socket.setTcpNoDelay(true);
        this.socket.setSoTimeout(30_000);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        this.request = ("GET " + target + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nAccept: application/json\r\n"
                        + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Asks once and reads the answer to its end. Returns the bytes of the body; anything but a 200 with one fails. */
    long ask() throws IOException {
        out.write(request);
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        long length = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring("content-length:".length()).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        long read = chunked ? chunks() : length;
        if (!chunked) {
            skip(length);
        }
        if (read <= 0) {
            throw new IOException("an answer without a body");
        }
        return read;
    }

    private long chunks() throws IOException {
        long read = 0;
        while (true) {
            int size = Integer.parseInt(line(), 16);
            skip(size + 2L);
            if (size == 0) {
                return read;
            }
            read += size;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            int next = next();
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        throw new IOException("a line without an end");
    }

    private int next() throws IOException {
        if (position == end) {
            fill();
        }
        return buffer[position++];
    }

    private void skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            if (position == end) {
                fill();
            }
            int step = (int) Math.min(left, end - position);
            position += step;
            left -= step;
        }
    }

    private void fill() throws IOException {
        position = 0;
        end = in.read(buffer);
        if (end <= 0) {
            throw new IOException("the connection was closed");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
