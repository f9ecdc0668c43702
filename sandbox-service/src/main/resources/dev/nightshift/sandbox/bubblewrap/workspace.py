"""The files of the workspace: read and written for tools, saved to and restored from the service."""

import errno
import hashlib
import os
import signal
import stat

from execution import CHUNK, WORKSPACE, Kept, kill_everything

MOST_ENTRIES = 50_000
LONGEST_PATH = 4096


class Refused(Exception):
    """What was asked for lies outside the workspace."""


def inside(path, confined):
    """The real place of a workspace path; symbolic links may point anywhere within the workspace, never out."""
    real = os.path.realpath(os.path.join(WORKSPACE, path))
    if confined and real != WORKSPACE and not real.startswith(WORKSPACE + "/"):
        raise Refused(f"{path} leads out of the workspace")
    return real


def read(request):
    path = inside(request["path"], request["confined"])
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) and request["confined"]:
            return {"error": "is a folder" if stat.S_ISDIR(found.st_mode) else "is not a regular file"}
        kept = Kept(request["head"], request["tail"])
        kept.add(os.pread(descriptor, request["head"], 0))
        rest = max(found.st_size - request["tail"], request["head"])
        if found.st_size > request["head"]:
            kept.tail += os.pread(descriptor, request["tail"], rest)
            kept.dropped = rest - request["head"]
        return {**kept.report(), "size": found.st_size}
    finally:
        os.close(descriptor)


def write(request):
    """Writes beside the file and renames, so that a full disk leaves the old content."""
    path = inside(request["path"], request["confined"])
    if path == WORKSPACE or os.path.isdir(path):
        return {"error": "is a folder"}
    os.makedirs(os.path.dirname(path), exist_ok=True)
    mode = 0o644
    if os.path.lexists(path):
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode):
            return {"error": "is not a regular file"}
        mode = stat.S_IMODE(found.st_mode)
    data = request["content"].encode("utf-8", "replace")
    beside = os.path.join(os.path.dirname(path), f".{os.urandom(8).hex()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left):]
        os.fchmod(descriptor, mode)
        os.replace(beside, path)
    except OSError:
        os.unlink(beside)
        raise
    finally:
        os.close(descriptor)
    return {"size": len(data)}


def refuse_long_paths():
    """Fails when a path is so long that tar, which wrote it step by step, could not bring it back."""
    pending = [WORKSPACE]
    while pending:
        for entry in os.scandir(pending.pop()):
            if len(os.fsencode(entry.path)) >= LONGEST_PATH:
                raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG))
            if entry.is_dir(follow_symlinks=False):
                pending.append(entry.path)


def digest(most):
    """A name for what the workspace holds, contents included; None when that is too much to look at."""
    whole = hashlib.blake2b(digest_size=16)
    try:
        os.chmod(WORKSPACE, 0o755)
        for entry, status in entries(most):
            facts = (entry.path, status.st_mode, status.st_size, status.st_mtime_ns)
            whole.update(ascii(facts).encode())
            if stat.S_ISLNK(status.st_mode):
                whole.update(os.fsencode(os.readlink(entry.path)))
            elif stat.S_ISREG(status.st_mode):
                with open(entry.path, "rb", buffering=0) as file:
                    while data := file.read(1 << 20):
                        whole.update(data)
    except OSError:
        return None
    return whole.hexdigest()


def entries(most):
    """Everything in the workspace in a fixed order; what its owner may not read is made readable, so that it is kept."""
    room = most
    count = 0
    pending = [WORKSPACE]
    while pending:
        found = []
        for entry in os.scandir(pending.pop()):
            status = entry.stat(follow_symlinks=False)
            count += 1
            room -= status.st_size
            if count > MOST_ENTRIES or room < 0:
                raise OSError(errno.E2BIG, "more than is looked at")
            needed = 0o700 if stat.S_ISDIR(status.st_mode) else 0o600
            if not stat.S_ISLNK(status.st_mode) and status.st_mode & needed != needed:
                os.chmod(entry.path, stat.S_IMODE(status.st_mode) | needed)
                status = os.lstat(entry.path)
            found.append((entry, status))
        found.sort(key=lambda one: os.fsencode(one[0].name))
        yield from found
        pending += [entry.path for entry, status in found if stat.S_ISDIR(status.st_mode)]


def tar(arguments, given, taken):
    """Starts tar with one end of a pipe as its stdin ({given}) or stdout ({taken})."""
    pid = os.fork()
    if pid == 0:
        os.dup2(0, 2)
        if given is not None:
            os.dup2(given, 0)
        if taken is not None:
            os.dup2(taken, 1)
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.closerange(3, 4096)
        os.execv("/usr/bin/tar", ["tar", "--directory", WORKSPACE, *arguments])
    return pid


def snapshot(request, peer):
    """Streams the workspace as a tar archive, unless it is the one that the service already holds."""
    current = digest(request["most"])
    if current is None:
        refuse_long_paths()
    elif current == request.get("known"):
        return {"changed": False, "digest": current}
    source, sink = os.pipe()
    tar(["--create", "--format=posix", "--pax-option=delete=atime,delete=ctime", "--sparse", "--numeric-owner",
         "--ignore-failed-read", "--warning=none", "--blocking-factor=1", "."], None, sink)
    os.close(sink)
    sent = 0
    while data := os.read(source, CHUNK):
        sent += len(data)
        if sent > request["most"]:
            break
        peer.send(b"D", data)
    os.close(source)
    kill_everything()
    return {"changed": True, "digest": current, "bytes": sent, "complete": sent <= request["most"]}


def restore(request, peer):
    source, sink = os.pipe()
    pid = tar(["--extract", "--preserve-permissions", "--no-same-owner", "--warning=none"], source, None)
    os.close(source)
    whole = True
    while True:
        _, data = peer.receive()
        if not data:
            break
        try:
            left = memoryview(data)
            while left and whole:
                left = left[os.write(sink, left):]
        except BrokenPipeError:
            whole = False
    os.close(sink)
    _, status = os.waitpid(pid, 0)
    kill_everything()
    if not whole or status != 0:
        return {"error": "the workspace could not be restored"}
    return {"digest": digest(request["most"])}
