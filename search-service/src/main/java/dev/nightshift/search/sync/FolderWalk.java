package dev.nightshift.search.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Walks through a folder without ever leaving it. Each step opens one name inside the folder that is already open, and
 * no step follows a symbolic link, so that swapping a name for a link in the middle of a walk gains nothing. Hidden
 * names (a leading dot) are passed over.
 */
final class FolderWalk {
    /** Folders inside folders. */
    static final int MAX_DEPTH = 64;

    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Visitor visitor;

    FolderWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    interface Visitor {
        /** One regular file; {@code content} is valid during this call. */
        void file(String path, BasicFileAttributes attributes, Content content) throws IOException;

        /** A folder, before it is opened; the root is "", any other ends with a slash. */
        void folder(String path);

        /** A folder or file that may not be read. */
        void refused(String path);
    }

    interface Content {
        /** The bytes, as far as {@code max} goes. */
        byte[] read(int max) throws IOException;
    }

    void walk(Path root) throws IOException, ScanFailure {
        visitor.folder("");
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(root)) {
            if (!(folder instanceof SecureDirectoryStream<Path> secure)) {
                throw new ScanFailure("This file system cannot be read safely.", null);
            }
            walk(secure, "", 1);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void walk(SecureDirectoryStream<Path> folder, String prefix, int depth) throws IOException {
        for (Path entry : folder) {
            Path name = entry.getFileName();
            String path = prefix + name;
            if (!name.toString().startsWith(".")) {
                try {
                    if (isText(name)) {
                        visit(folder, name, path, depth);
                    } else {
                        visitor.refused(path);
                    }
                } catch (AccessDeniedException e) {
                    visitor.refused(path);
                } catch (NoSuchFileException | NotDirectoryException e) {
                    // gone, or something else by now: the next walk sees what it is
                }
            }
        }
    }

    /** Bytes that are no text in UTF-8 cannot be told apart as a name: several would be one document. */
    private static boolean isText(Path name) {
        try {
            return Path.of(name.toString()).equals(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void visit(SecureDirectoryStream<Path> folder, Path name, String path, int depth) throws IOException {
        BasicFileAttributes attributes = folder.getFileAttributeView(
                        name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
        if (attributes.isRegularFile()) {
            visitor.file(path, attributes, max -> read(folder, name, max));
        } else if (attributes.isDirectory() && depth < MAX_DEPTH) {
            visitor.folder(path + "/");
            try (SecureDirectoryStream<Path> inner = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                walk(inner, path + "/", depth + 1);
            }
        } else if (attributes.isDirectory()) {
            visitor.refused(path);
        }
    }

    private static byte[] read(SecureDirectoryStream<Path> folder, Path name, int max) throws IOException {
        try (SeekableByteChannel file = folder.newByteChannel(name, READ)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(file.size() + 1, max));
            while (file.read(buffer) > 0) {
                if (!buffer.hasRemaining() && buffer.capacity() < max) {
                    int larger = (int) Math.min(2L * buffer.capacity(), max);
                    buffer = ByteBuffer.allocate(larger).put(buffer.flip());
                }
            }
            byte[] bytes = new byte[buffer.flip().remaining()];
            buffer.get(bytes);
            return bytes;
        }
    }
}
