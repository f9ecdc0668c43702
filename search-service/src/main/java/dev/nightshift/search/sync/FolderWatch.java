package dev.nightshift.search.sync;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Learns from the operating system that something happened in a folder, which spares looking. It only ever says when to
 * look: what is then read is decided by {@link FolderWalk}. Where watching is not possible, looking goes on by the clock.
 */
@ApplicationScoped
class FolderWatch {
    private static final Logger LOG = Logger.getLogger(FolderWatch.class);
    private static final WatchEvent.Kind<?>[] EVENTS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };
    /** Folders of one source; each takes a part of a bound that all programs of the user share. */
    private static final int MAX_FOLDERS = 2000;

    private final @Nullable WatchService system = open();
    private final Map<UUID, Set<WatchKey>> bySource = new HashMap<>();
    private boolean told;

    /** How well a source is watched. */
    enum Coverage {
        /** Every folder, and since before the last look. */
        COMPLETE,
        /** Every folder, some only since now, or one has just gone: another look is due. */
        GROWN,
        NONE
    }

    /** Watches exactly these folders, named by their paths under the root, which is named "". */
    synchronized Coverage watch(UUID source, Path root, Set<String> folders) {
        WatchService service = system;
        if (service == null || folders.size() > MAX_FOLDERS) {
            forget(source);
            return Coverage.NONE;
        }
        Set<WatchKey> keys = new HashSet<>();
        try {
            for (String folder : folders) {
                keys.add(root.resolve(folder).register(service, EVENTS));
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            replace(source, keys);
            return Coverage.GROWN;
        } catch (IOException e) {
            tellOnce(e);
            replace(source, Set.of());
            return Coverage.NONE;
        }
        boolean known = bySource.getOrDefault(source, Set.of()).containsAll(keys);
        replace(source, keys);
        return known ? Coverage.COMPLETE : Coverage.GROWN;
    }

    /** The sources in whose folders something happened since the last call. */
    synchronized Set<UUID> changed() {
        Set<UUID> changed = new HashSet<>();
        for (WatchKey key = poll(); key != null; key = poll()) {
            key.pollEvents();
            key.reset();
            for (Map.Entry<UUID, Set<WatchKey>> watched : bySource.entrySet()) {
                if (watched.getValue().contains(key)) {
                    changed.add(watched.getKey());
                }
            }
        }
        return changed;
    }

    /** Ends the watch over every source but these. */
    synchronized void retain(Set<UUID> sources) {
        Set.copyOf(bySource.keySet()).stream()
                .filter(source -> !sources.contains(source))
                .forEach(this::forget);
    }

    @PreDestroy
    void close() throws IOException {
        if (system != null) {
            system.close();
        }
    }

    private void forget(UUID source) {
        replace(source, Set.of());
        bySource.remove(source);
    }

    private void replace(UUID source, Set<WatchKey> keys) {
        Set<WatchKey> old = bySource.put(source, keys);
        if (old != null) {
            old.stream()
                    .filter(key -> bySource.values().stream().noneMatch(used -> used.contains(key)))
                    .forEach(WatchKey::cancel);
        }
    }

    private @Nullable WatchKey poll() {
        return system == null ? null : system.poll();
    }

    private void tellOnce(IOException reason) {
        if (!told) {
            LOG.infof("folders cannot all be watched, they are looked at by the clock instead reason=%s", reason);
        }
        told = true;
    }

    /** Elsewhere than on Linux Java's watching is slower than looking. */
    private static @Nullable WatchService open() {
        try {
            return System.getProperty("os.name").equals("Linux")
                    ? FileSystems.getDefault().newWatchService()
                    : null;
        } catch (IOException e) {
            LOG.infof("folders cannot be watched, they are looked at by the clock instead reason=%s", e);
            return null;
        }
    }
}
