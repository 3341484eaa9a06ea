"""Kernels that are forked from a process which has loaded what they need.

`zygote` is that process, inside the walls; here is what tells it what to do.
"""

from __future__ import annotations

import atexit
import base64
import contextlib
import json
import os
import platform
import select
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from autograder.sandbox import walls
from autograder.sandbox.advice import Unavailable, explain
from autograder.sandbox.launch import Launched, bubblewrap
from autograder.sandbox.limits import Limits
from autograder.sandbox.syscalls import make_filter

PARTS = (
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.core.pylabtools",
    "IPython.extensions.storemagic",
    "tornado.locks",
    "tornado.platform.asyncio",
)
"""What ipykernel itself imports, most of it when it starts."""
NEEDED = ("unshare", "mount")
"""System calls that a zygote makes and no kernel may."""
LOADING = 120
"""Seconds that a zygote may take to load what kernels need: TensorFlow takes ten, on a bad day."""
FORKING = 30
"""Seconds that a kernel may take to be forked."""
BACKEND = "module://matplotlib_inline.backend_inline"
"""What ipykernel tells matplotlib to draw with, which must be known when that is imported."""


class Zygote:
    """A process inside the walls that forks kernels, from its start to its end.

    Parameters
    ----------
    modules : sequence of str
        What it has imported.
    """

    def __init__(self, modules: Sequence[str]) -> None:
        self.modules = tuple(modules)
        self._problem: Unavailable | None = None
        self._launched: Launched | None = None
        self._ready = threading.Event()
        self._control, self._far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)

    def start(self) -> None:
        """Start it and wait until it has loaded what it shall.

        Raises
        ------
        Unavailable
            If it cannot be here.
        """
        # It dies with the thread that started it, so that thread lives as long as it does.
        threading.Thread(target=self._live, name="zygote", daemon=True).start()
        self._ready.wait()
        if self._problem:
            raise self._problem

    @property
    def alive(self) -> bool:
        """Whether it can fork."""
        return self._launched is not None and self._launched.process.poll() is None

    def end(self) -> None:
        """Kill it, and all that it forked."""
        if self._launched is not None:
            self._launched.process.kill()

    def fork(
        self, program: list[str], connection: bytes, limits: Limits, environment: Mapping[str, str]
    ) -> Launched:
        """Fork a kernel into walls of its own; the parameters are those of `launch.cold`.

        Returns
        -------
        Launched

        Raises
        ------
        Unavailable
            If that failed.
        """
        order = {
            "program": program,
            "connection": [walls.CONNECTION_FILE, connection.decode()],
            "private": walls.private(limits),
            "folder": walls.HOME,
            "rlimits": limits.rlimits,
            "environment": dict(environment),
            "user": walls.passing_user(),
            "calls": base64.b64encode(make_filter(platform.machine())).decode(),
        }
        near, far = socket.socketpair()
        read, write = os.pipe()
        output = os.fdopen(read, "rb", buffering=0)
        with near, contextlib.ExitStack() as undo:
            undo.callback(output.close)
            near.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
            near.settimeout(FORKING)
            try:
                with far, os.fdopen(write, "wb"):
                    message = json.dumps(order).encode()
                    socket.send_fds(self._control, [message], [far.fileno(), write])
                first = _number_of_sender(near)
                if first is None:
                    raise Unavailable(explain(output.read().decode(errors="replace")))
                handle = os.pidfd_open(first)
                near.send(b"y")
            except OSError as error:
                raise Unavailable(f"what forks kernels is gone ({error}).") from error
            undo.pop_all()
        return Launched(Forked(first, handle, output), first, handle)

    def _live(self) -> None:
        with self._control, tempfile.TemporaryFile() as said:
            try:
                with self._far:
                    self._launch(said)
                self._wait_until_loaded(said)
                self._try()
            except Unavailable as problem:
                self._problem = problem
                self.end()
            finally:
                self._ready.set()
            if self._launched is not None:
                self._launched.process.wait()
                os.close(self._launched.handle)

    def _launch(self, said: IO[bytes]) -> None:
        source = Path(__file__).with_name("zygote.py").read_text(encoding="utf-8")
        program = [sys.executable, "-c", source, str(self._far.fileno())]
        program += [*PARTS, *self.modules]
        self._launched = bubblewrap(
            lambda calls, info: walls.arguments_to_fork(program, Limits(), calls, info),
            walls.environment() | {"MPLBACKEND": BACKEND},
            [self._far.fileno()],
            NEEDED,
            stdout=said,
            stderr=subprocess.STDOUT,
        )

    def _wait_until_loaded(self, said: IO[bytes]) -> None:
        self._control.settimeout(LOADING)
        with contextlib.suppress(OSError):
            if self._control.recv(16) == b"ready":
                self._control.settimeout(FORKING)
                return
        self.end()
        said.seek(0)
        raise Unavailable(explain(said.read().decode(errors="replace")))

    def _try(self) -> None:
        """Fork once: not everywhere where there is a sandbox can there be another in it."""
        trial = self.fork(["true", "-m", "none"], b"", Limits(), {})
        trial.process.kill()
        trial.process.wait()
        trial.process.stdout.close()
        os.close(trial.handle)


class Forked:
    """What stands for a forked kernel outside, where nobody is its parent.

    Parameters
    ----------
    pid : int
        The first process of its sandbox.
    handle : int
        A file descriptor of that; copied.
    stdout : file
        What it writes to its own output and error output.
    """

    stdin = stderr = None

    def __init__(self, pid: int, handle: int, stdout: IO[bytes]) -> None:
        self.pid = pid
        self.stdout = stdout
        self._handle = os.dup(handle)
        self._ended = False
        # Its warden waits for it in one thread while a Jupyter client asks in another.
        self._lock = threading.Lock()

    def poll(self) -> int | None:
        """Return None while it runs, then -9: how it ended is not known here."""
        return self._poll(0)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for it to end."""
        code = self._poll(None if timeout is None else 1000 * timeout)
        if code is None:
            raise subprocess.TimeoutExpired("kernel", timeout)
        return code

    def kill(self) -> None:
        """Kill all its processes: they end with the first of them."""
        with self._lock, contextlib.suppress(ProcessLookupError):
            if not self._ended:
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def _poll(self, milliseconds: float | None) -> int | None:
        with self._lock:
            if self._ended:
                return -signal.SIGKILL
            # One's own copy: another thread may close the first while this one waits.
            handle = os.dup(self._handle)
        try:
            waiting = select.poll()
            waiting.register(handle, select.POLLIN)
            if not waiting.poll(milliseconds):
                return None
        finally:
            os.close(handle)
        with self._lock:
            if not self._ended:
                self._ended = True
                os.close(self._handle)
        return -signal.SIGKILL


def _number_of_sender(near: socket.socket) -> int | None:
    """Return the number of the process that says that it has built its walls; None if none does."""
    form = struct.Struct("iII")
    said, ancillary, _, _ = near.recvmsg(16, socket.CMSG_SPACE(form.size))
    if said != b"built":
        return None
    return form.unpack(ancillary[0][2])[0]


_lock = threading.Lock()
_zygotes: dict[tuple[str, ...], Zygote | Unavailable] = {}


def zygote(modules: Sequence[str]) -> Zygote:
    """Return this process's zygote with some modules loaded, starting one if there is none.

    Parameters
    ----------
    modules : sequence of str
        What it shall have imported.

    Returns
    -------
    Zygote

    Raises
    ------
    Unavailable
        If there can be none here; it is not tried twice.
    """
    with _lock:
        found = _zygotes.get(key := tuple(modules))
        if isinstance(found, Unavailable):
            raise found
        if found is None or not found.alive:
            found = Zygote(key)
            try:
                found.start()
            except Unavailable as problem:
                _zygotes[key] = problem
                raise
            _zygotes[key] = found
            atexit.register(found.end)
        return found
