package dev.nightshift.sandbox.bubblewrap;

import dev.nightshift.sandbox.isolation.Protection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The command line that makes one sandbox. */
final class BubblewrapCommand {
    /**
     * Joins the control groups while it still may, opens the files of the sandbox while it still can read them, and
     * becomes the command. A group that cannot be joined ends it: a sandbox without its limits must not start.
     */
    private static final String LAUNCH = """
            groups=$1; shift
            while [ "$groups" -gt 0 ]; do echo $$ > "$1" || exit 125; shift; groups=$((groups - 1)); done
            cd "$1" || exit 125; shift
            exec 3< executor.py 4< execution.py 5< workspace.py 6< passwd 7< group || exit 125
            cd / && exec "$@\"""";

    private static final String INSIDE_USER = "1000";
    private static final String EXECUTOR = "/run/nightshift/executor.py";

    private BubblewrapCommand() {}

    /** @param groups the {@code cgroup.procs} files of the control groups to join */
    static List<String> of(BubblewrapOptions options, List<Path> groups) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", LAUNCH, "sandbox"));
        command.add(String.valueOf(groups.size()));
        groups.forEach(group -> command.add(group.toString()));
        command.add(options.support().toString());
        command.addAll(user(options));
        command.add(options.program());
        command.addAll(namespaces(options));
        command.addAll(files(options));
        command.addAll(List.of("--clearenv", "--setenv", "PATH", "/usr/local/bin:/usr/bin:/bin"));
        command.addAll(List.of("--setenv", "HOME", "/workspace", "--setenv", "LANG", "C.UTF-8"));
        command.addAll(List.of("--chdir", "/workspace", "--", "/usr/bin/python3", "-I", EXECUTOR, settings(options)));
        return command;
    }

    private static List<String> user(BubblewrapOptions options) {
        if (options.dropToUser() == 0 || !options.has(Protection.USER)) {
            return List.of();
        }
        String user = String.valueOf(options.dropToUser());
        return List.of("/usr/bin/setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--no-new-privs", "--");
    }

    private static List<String> namespaces(BubblewrapOptions options) {
        List<String> part = new ArrayList<>(List.of("--unshare-user", "--unshare-all"));
        if (!options.has(Protection.NETWORK)) {
            part.add("--share-net");
        }
        if (options.has(Protection.NAMESPACES)) {
            part.add("--disable-userns");
        }
        part.addAll(List.of("--die-with-parent", "--new-session", "--as-pid-1", "--hostname", "sandbox"));
        part.addAll(List.of("--uid", INSIDE_USER, "--gid", INSIDE_USER));
        return part;
    }

    private static List<String> files(BubblewrapOptions options) {
        List<String> part = new ArrayList<>(programs(options));
        part.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        part.addAll(tmpfs(Limits.SHARED_MEMORY, "/dev/shm"));
        part.addAll(tmpfs(options.limits().tmp(), "/tmp"));
        part.addAll(List.of("--ro-bind-data", "6", "/etc/passwd", "--ro-bind-data", "7", "/etc/group"));
        part.addAll(tmpfs(1 << 20, "/run"));
        if (!options.has(Protection.FILES)) {
            part.addAll(List.of("--ro-bind", "/", "/run/machine"));
        }
        part.addAll(List.of("--ro-bind-data", "3", EXECUTOR));
        part.addAll(List.of("--ro-bind-data", "4", "/run/nightshift/execution.py"));
        part.addAll(List.of("--ro-bind-data", "5", "/run/nightshift/workspace.py"));
        if (options.has(Protection.WORKSPACE)) {
            part.addAll(tmpfs(options.limits().workspace(), "/workspace"));
        } else {
            part.addAll(List.of("--bind", options.support().resolve("workspace").toString(), "/workspace"));
        }
        part.addAll(List.of("--remount-ro", "/", "--remount-ro", "/dev", "--remount-ro", "/run"));
        return part;
    }

    /** The system's programs and libraries, without what an administrator keeps in {@code /usr/local}. */
    private static List<String> programs(BubblewrapOptions options) {
        List<String> part = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr", "--tmpfs", "/usr/local"));
        for (String name : List.of("bin", "sbin", "lib", "lib32", "lib64")) {
            Path path = Path.of("/", name);
            if (Files.isSymbolicLink(path)) {
                part.addAll(List.of("--symlink", "usr/" + name, "/" + name));
            } else if (Files.isDirectory(path)) {
                part.addAll(List.of("--ro-bind", "/" + name, "/" + name));
            }
        }
        for (String name : List.of("/etc/alternatives", "/etc/ld.so.cache", "/etc/localtime", "/etc/mime.types")) {
            part.addAll(List.of("--ro-bind-try", name, name));
        }
        for (Path path : options.readable()) {
            part.addAll(List.of("--ro-bind", path.toString(), path.toString()));
        }
        return part;
    }

    private static List<String> tmpfs(long size, String where) {
        return List.of("--size", String.valueOf(size), "--tmpfs", where);
    }

    /** What the executor holds every execution to, as JSON. */
    private static String settings(BubblewrapOptions options) {
        Map<String, Long> limits = new TreeMap<>();
        if (options.has(Protection.FILE_LIMITS)) {
            limits.put("CORE", 0L);
            limits.put("NOFILE", (long) Limits.OPEN_FILES);
            limits.put("FSIZE", options.limits().workspace());
        }
        if (options.has(Protection.PROCESSES)) {
            limits.put("NPROC", (long) options.limits().processes());
        }
        String rows = limits.entrySet().stream()
                .map(limit -> "\"" + limit.getKey() + "\": " + limit.getValue())
                .collect(Collectors.joining(", "));
        return "{\"hidden\": " + options.has(Protection.EXECUTOR) + ", \"limits\": {" + rows + "}}";
    }
}
