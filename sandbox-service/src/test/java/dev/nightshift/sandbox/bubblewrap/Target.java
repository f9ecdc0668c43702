package dev.nightshift.sandbox.bubblewrap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** What a machine has that code must not reach: a file, a platform's data folder, a port, sockets. */
final class Target implements AutoCloseable {
    final String secret = "canary-" + UUID.randomUUID();
    final Path folder;
    final Path canary;
    final Path snapshot;
    final Path socket;
    final ServerSocket port;
    final Process abstractSocket;

    private final ServerSocketChannel unix;

    Target() throws IOException {
        folder = Files.createTempDirectory("nightshift-target-");
        canary = Files.writeString(folder.resolve("canary.txt"), secret);
        snapshot = Files.writeString(
                Files.createDirectories(folder.resolve("data/sandbox/snapshots"))
                        .resolve("session.tar"),
                secret);
        socket = folder.resolve("socket");
        unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        abstractSocket = new ProcessBuilder("/usr/bin/python3", "-c", """
                import socket, sys
                server = socket.socket(socket.AF_UNIX)
                server.bind("\\0%s")
                server.listen()
                print("listening", flush=True)
                sys.stdin.read()
                """.formatted(secret)).start();
        if (abstractSocket.getInputStream().read() < 0) {
            throw new IOException("the abstract socket is not there");
        }
    }

    @Override
    public void close() throws IOException {
        port.close();
        unix.close();
        abstractSocket.destroyForcibly();
    }
}
