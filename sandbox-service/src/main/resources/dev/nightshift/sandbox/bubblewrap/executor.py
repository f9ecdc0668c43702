"""PID 1 of a sandbox: runs one execution at a time for the service at the other end of its stdin and stdout.

It is trusted; what it runs is not. Being PID 1 of its own pid namespace it takes no signal from that code, inherits
and reaps its orphans, and kills whatever is left when an execution is over. It is not dumpable, so code of the same
user can neither trace it nor open its files. It holds no secret.

Every message is a frame: four bytes of length (big endian), one byte of kind, the payload. Kind J is a JSON object,
kind D is data; an empty D ends a stream of data. Exactly one J answers every J, after any D of the answer.
"""

import errno
import json
import os
import signal
import struct
import sys

sys.path.insert(0, "/run/nightshift")
import execution
import workspace

sys.path.pop(0)

SETTINGS = json.loads(sys.argv[1])


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


def answer_to(request, peer, wakeup):
    operation = request["op"]
    try:
        if operation == "run":
            return execution.run(request, SETTINGS["limits"], peer, wakeup)
        if operation == "read":
            return workspace.read(request)
        if operation == "write":
            return workspace.write(request)
        if operation == "snapshot":
            return workspace.snapshot(request, peer)
        if operation == "restore":
            return workspace.restore(request, peer)
        return {"pong": os.getpid()}
    except workspace.Refused as refusal:
        return {"refused": str(refusal)}
    except (OSError, ValueError) as problem:
        code = getattr(problem, "errno", None)
        return {"error": os.strerror(code).lower() if code else str(problem), "errno": errno.errorcode.get(code, "")}


def serve():
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)
    os.umask(0o022)
    if SETTINGS["hidden"] and not execution.set_dumpable(False):
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
except execution.Become as become:
    program = become.args[0]
if program is not None:
    execution.run_python(program)
