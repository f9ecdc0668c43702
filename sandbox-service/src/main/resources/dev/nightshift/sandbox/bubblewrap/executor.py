"""PID 1 of a sandbox: runs one execution at a time for the service at the other end of its stdin and stdout.

It is trusted; what it runs is not. Being PID 1 of its own pid namespace it takes no signal from that code, inherits
and reaps its orphans, and kills whatever is left when an execution is over. It is not dumpable, so code of the same
user can neither trace it nor open its files. It holds no secret.

Every message is a frame: four bytes of length (big endian), one byte of kind, the payload. Kind J is a JSON object,
kind D is data; an empty D ends a stream of data. Exactly one J answers every J, after any D of the answer.
"""

import base64
import builtins
import ctypes
import errno
import hashlib
import json
import linecache
import os
import resource
import select
import signal
import stat
import struct
import sys
import time
import types

WORKSPACE = "/workspace"
CHUNK = 1 << 16
PR_SET_DUMPABLE = 4
BLOCK = "<python>"
LIBC = ctypes.CDLL(None, use_errno=True)
MOST_ENTRIES = 50_000
SETTINGS = json.loads(sys.argv[1])


class Refused(Exception):
    """What was asked for lies outside the workspace."""


class Become(Exception):
    """Raised in a forked child to leave the executor's own frames before the given code runs."""


class Peer:
    """The service: frames in, frames out. The end of its pipe is the end of this sandbox."""

    def __init__(self):
        self.source = os.dup(0)
        self.sink = os.dup(1)
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 0)
        os.dup2(null, 1)
        os.close(null)

    def exactly(self, size):
        parts = bytearray()
        while len(parts) < size:
            part = os.read(self.source, min(size - len(parts), 1 << 20))
            if not part:
                os._exit(0)
            parts += part
        return bytes(parts)

    def receive(self):
        size, kind = struct.unpack(">Ic", self.exactly(5))
        return kind, self.exactly(size)

    def send(self, kind, payload):
        left = memoryview(struct.pack(">Ic", len(payload), kind) + payload)
        while left:
            left = left[os.write(self.sink, left):]


class Kept:
    """The beginning and the end of an output, and how many bytes between them were dropped."""

    def __init__(self, head, tail):
        self.room = head
        self.most = tail
        self.head = bytearray()
        self.tail = bytearray()
        self.dropped = 0

    def add(self, data):
        take = min(len(data), self.room - len(self.head))
        self.head += data[:take]
        self.tail += data[take:]
        excess = len(self.tail) - self.most
        if excess > 0:
            del self.tail[:excess]
            self.dropped += excess

    def report(self):
        return {"head": encoded(self.head), "tail": encoded(self.tail), "dropped": self.dropped}


def encoded(data):
    return base64.b64encode(data).decode("ascii")


def prepare_child(out):
    """Makes a forked child an ordinary process: own session, own descriptors, hard limits, default signals."""
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGCHLD, signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    os.setsid()
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.closerange(3, 4096)
    LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    with open("/proc/self/oom_score_adj", "w") as score:
        score.write("1000")
    for name, value in SETTINGS["limits"].items():
        resource.setrlimit(getattr(resource, "RLIMIT_" + name), (value, value))
    os.chdir(WORKSPACE)


def start(out, become):
    """Forks; in the child never returns but by the exception of {become}."""
    pid = os.fork()
    if pid == 0:
        try:
            prepare_child(out)
            become()
        except Become:
            raise
        except BaseException as problem:
            os.write(2, f"the sandbox could not start this: {problem}\n".encode())
        os._exit(126)
    return pid


def exec_bash(script):
    os.execv("/bin/bash", ["bash", "--norc", "--noprofile", "-c", script])


def become_python(code):
    raise Become(code)


def run_python(code):
    """The child's whole life: the code as a program of its own, with lines of the code in its tracebacks."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    sys.stdout.reconfigure(line_buffering=True)
    sys.stderr.reconfigure(line_buffering=True)
    sys.argv = [""]
    sys.path.insert(0, "")
    main = types.ModuleType("__main__")
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    linecache.cache[BLOCK] = (len(code), None, code.splitlines(True), BLOCK)
    try:
        exec(compile(code, BLOCK, "exec", dont_inherit=True), main.__dict__)
    except SystemExit:
        raise
    except BaseException as problem:
        report_uncaught(problem)
        sys.exit(1)


def report_uncaught(problem):
    trace = problem.__traceback__.tb_next if problem.__traceback__ else None
    if sys.excepthook is not sys.__excepthook__:
        sys.excepthook(type(problem), problem, trace)
        return
    import traceback

    traceback.print_exception(type(problem), problem, trace)


def reap(until=None):
    """Reaps every dead child; the status of {until}, when it is among them."""
    found = None
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return found
        if pid == 0:
            return found
        if pid == until:
            found = status


def kill_everything():
    """No process can be forked past this signal: when the last child is reaped, nothing is left."""
    try:
        os.kill(-1, signal.SIGKILL)
    except ProcessLookupError:
        pass
    status = {}
    while True:
        try:
            pid, code = os.waitpid(-1, 0)
            status[pid] = code
        except ChildProcessError:
            return status


def run(request, peer, wakeup):
    kept = Kept(request["head"], request["tail"])
    code = request.get("python")
    script = request.get("bash")
    deadline = time.monotonic() + request["timeoutMs"] / 1000
    source, sink = os.pipe()
    os.set_blocking(source, False)
    started = time.monotonic()
    main = start(sink, lambda: exec_bash(script) if code is None else become_python(code))
    os.close(sink)
    status, timed_out = attend(main, source, kept, deadline, peer, wakeup)
    if request["leaveNothing"]:
        status = kill_everything().get(main, status)
    drain(source, kept)
    os.close(source)
    answer = kept.report()
    answer["timedOut"] = timed_out
    answer["elapsedMs"] = round((time.monotonic() - started) * 1000)
    if not timed_out:
        exit_code = os.waitstatus_to_exitcode(status)
        answer["exitCode"] = exit_code if exit_code >= 0 else 128 - exit_code
    return answer


def attend(main, source, kept, deadline, peer, wakeup):
    """Collects output until the main process ends or the time is up."""
    poll = select.poll()
    poll.register(source, select.POLLIN)
    poll.register(wakeup, select.POLLIN)
    poll.register(peer.source, 0)
    while True:
        status = reap(main)
        if status is not None:
            return status, False
        left = deadline - time.monotonic()
        if left <= 0:
            return None, True
        for fd, event in poll.poll(left * 1000 + 1):
            if fd == peer.source:
                os._exit(0)
            if fd == wakeup:
                os.read(wakeup, 4096)
            elif not take(source, kept):
                poll.unregister(source)


def take(source, kept):
    """One read; False at the end of the output."""
    try:
        data = os.read(source, CHUNK)
    except BlockingIOError:
        return True
    kept.add(data)
    return bool(data)


def drain(source, kept):
    while True:
        try:
            data = os.read(source, CHUNK)
        except BlockingIOError:
            return
        if not data:
            return
        kept.add(data)


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
    if current is not None and current == request.get("known"):
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


def answer_to(request, peer, wakeup):
    operation = request["op"]
    try:
        if operation == "run":
            return run(request, peer, wakeup)
        if operation == "read":
            return read(request)
        if operation == "write":
            return write(request)
        if operation == "snapshot":
            return snapshot(request, peer)
        if operation == "restore":
            return restore(request, peer)
        return {"pong": os.getpid()}
    except Refused as refusal:
        return {"refused": str(refusal)}
    except (OSError, ValueError) as problem:
        code = getattr(problem, "errno", None)
        return {"error": os.strerror(code).lower() if code else str(problem), "errno": errno.errorcode.get(code, "")}


def serve():
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)
    os.umask(0o022)
    if SETTINGS["hidden"] and LIBC.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
        sys.exit("PR_SET_DUMPABLE is not possible")
    peer = Peer()
    wakeup, alarm = os.pipe()
    os.set_blocking(wakeup, False)
    os.set_blocking(alarm, False)
    signal.set_wakeup_fd(alarm, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    peer.send(b"J", b'{"ready":true}')
    while True:
        _, payload = peer.receive()
        answer = answer_to(json.loads(payload), peer, wakeup)
        peer.send(b"J", json.dumps(answer).encode())


program = None
try:
    serve()
except Become as become:
    program = become.args[0]
if program is not None:
    run_python(program)
