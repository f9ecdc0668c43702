"""Runs code as a child of the executor, collects what it prints, and leaves nothing of it behind."""

import base64
import builtins
import ctypes
import linecache
import os
import resource
import select
import signal
import sys
import time
import types

WORKSPACE = "/workspace"
CHUNK = 1 << 16
BLOCK = "<python>"
PR_SET_DUMPABLE = 4
LIBC = ctypes.CDLL(None, use_errno=True)


class Become(Exception):
    """Raised in a forked child to leave the executor's own frames before the given code runs."""


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


def set_dumpable(dumpable):
    """Whether processes of the same user may trace this one and read its files under /proc."""
    return LIBC.prctl(PR_SET_DUMPABLE, int(dumpable), 0, 0, 0) == 0


def prepare_child(out, limits):
    """Makes a forked child an ordinary process: own session, own descriptors, hard limits, default signals."""
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGCHLD, signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    os.setsid()
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.closerange(3, 4096)
    set_dumpable(True)
    with open("/proc/self/oom_score_adj", "w") as score:
        score.write("1000")
    for name, value in limits.items():
        resource.setrlimit(getattr(resource, "RLIMIT_" + name), (value, value))
    os.chdir(WORKSPACE)


def start(out, limits, become):
    """Forks; in the child never returns but by the exception of {become}."""
    pid = os.fork()
    if pid == 0:
        try:
            prepare_child(out, limits)
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
    for own in ("execution", "workspace"):
        sys.modules.pop(own, None)
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


def run(request, limits, peer, wakeup):
    kept = Kept(request["head"], request["tail"])
    code = request.get("python")
    script = request.get("bash")
    deadline = time.monotonic() + request["timeoutMs"] / 1000
    source, sink = os.pipe()
    os.set_blocking(source, False)
    started = time.monotonic()
    main = start(sink, limits, lambda: exec_bash(script) if code is None else become_python(code))
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
