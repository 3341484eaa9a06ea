"""Start a sandbox, watch it, and end it as a whole."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import os
import select
import signal
import threading
from collections.abc import Callable, Mapping

from autograder.sandbox import relay, walls
from autograder.sandbox.advice import Unavailable, explain
from autograder.sandbox.launch import Launched, Process, cold
from autograder.sandbox.limits import Limits
from autograder.sandbox.usage import ENDED, find_excess

BETWEEN_LOOKS = 0.1
"""Seconds from one look at what the sandbox uses to the next."""
BUILDING = 30
"""Seconds that the walls may take to be built."""
KERNEL = 2
"""The kernel's process id inside: bubblewrap itself is 1, and the first that it starts is 2."""
LAST_WORDS = 4096
"""Bytes kept of what is written to the kernel's own output, to say why it did not start."""


class Warden:
    """One sandbox, from its start to the moment when nothing of it is left.

    A thread of its own does it all: bubblewrap dies with the thread that started it, and whoever
    asks for a kernel may be a thread that ends before it.

    Parameters
    ----------
    program : list of str
        What runs inside.
    connection : bytes
        The connection file that it finds as `walls.CONNECTION_FILE`.
    lines : mapping of str to str
        The path of each socket to make outside, and of the one inside that it leads to.
    limits : Limits
        How much it may use.
    environment : mapping of str to str
        Variables to set, beside `walls.environment()`.
    launch : callable
        What starts it: `launch.cold`, or a zygote's `fork`.
    """

    def __init__(
        self,
        program: list[str],
        connection: bytes,
        lines: Mapping[str, str],
        limits: Limits,
        environment: Mapping[str, str],
        launch: Callable[..., Launched] = cold,
    ) -> None:
        self.reason = ""
        """Why it was stopped, the rest of "The kernel was stopped because it"; empty if it ended
        by itself or its owner ended it."""
        self.gone = threading.Event()
        """Set when no process of it is left."""
        self.process: Process | None = None
        """What stands for it outside the walls; it ends when the kernel does."""
        self._program = program
        self._connection = connection
        self._lines = lines
        self._limits = limits
        self._environment = walls.environment() | dict(environment)
        self._launch = launch
        self._heard = 0
        self._last_words = b""
        self._problem: Unavailable | None = None
        self._ended = False
        self._started = threading.Event()
        # Guards the two file descriptors below, which other threads use too.
        self._lock = threading.Lock()
        self._first: int | None = None
        self._root: int | None = None

    def start(self) -> None:
        """Start it and wait until its walls stand.

        Raises
        ------
        Unavailable
            If they cannot be built here.
        """
        threading.Thread(target=self._live, name="sandbox", daemon=True).start()
        self._started.wait()
        if self._problem:
            raise self._problem

    def end(self, reason: str = "") -> None:
        """Kill every process of it, at once.

        Parameters
        ----------
        reason : str, optional
            Why, if it was not ended already.
        """
        with self._lock:
            if self._first is not None:
                if not self._ended:
                    self._ended = True
                    self.reason = reason
                # It is the first process of a namespace: Linux kills all the others with it.
                with contextlib.suppress(ProcessLookupError):
                    signal.pidfd_send_signal(self._first, signal.SIGKILL)

    def interrupt(self) -> None:
        """Send the kernel SIGINT, which breaks a loop in C too if it looks for signals."""
        with self._lock, contextlib.suppress(*ENDED):
            if self._root is not None:
                kernel = os.open(f"{self._inside}/proc/{KERNEL}", os.O_RDONLY | os.O_DIRECTORY)
                try:
                    signal.pidfd_send_signal(kernel, signal.SIGINT)
                finally:
                    os.close(kernel)

    @property
    def last_words(self) -> str:
        """The end of what was written to the kernel's own output and error output."""
        return self._last_words.decode(errors="replace").strip()

    @property
    def _inside(self) -> str:
        """The root folder of the sandbox, seen from outside."""
        return f"/proc/self/fd/{self._root}"

    def _live(self) -> None:
        try:
            asyncio.run(self._run())
        except Unavailable as problem:
            self._problem = problem
        finally:
            self._clean_up()
            self.gone.set()
            self._started.set()

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        with contextlib.ExitStack() as stack:
            lines = [
                (stack.enter_context(relay.listen(outside)), inside)
                for outside, inside in self._lines.items()
            ]
            launched = self._launch(
                self._program, self._connection, self._limits, self._environment
            )
            self.process, self._first = launched.process, launched.handle
            gone = asyncio.Event()
            # It is readable when the process has ended, the last of its namespace.
            loop.add_reader(self._first, gone.set)
            loop.add_reader(self.process.stdout, self._hear_output)
            await self._see_it_built(launched.first, gone)
            self._started.set()
            async with asyncio.TaskGroup() as group:
                servers = [
                    group.create_task(relay.serve(listener, self._inside + inside, self._hear))
                    for listener, inside in lines
                ]
                await self._watch(gone)
                for server in servers:
                    server.cancel()

    async def _see_it_built(self, first: int, gone: asyncio.Event) -> None:
        """Wait until the first process has its own root folder, and keep hold of that."""
        root = f"/proc/{first}/root"
        waited = 0.0
        # Until then it may not be looked into at all, or is the root folder of the machine.
        while not os.path.exists(root + walls.CONNECTION_FILE):  # noqa: PTH110
            waited += relay.TRY_AGAIN
            if gone.is_set() or waited > BUILDING:
                raise Unavailable(explain(self.last_words))
            await asyncio.sleep(relay.TRY_AGAIN)
        with self._lock:
            self._root = os.open(root, os.O_PATH | os.O_DIRECTORY)

    async def _watch(self, gone: asyncio.Event) -> None:
        """Return when all of it is gone, and make it so when it breaks a limit."""
        loop = asyncio.get_running_loop()
        last_moment = loop.time() + self._limits.seconds
        while not gone.is_set():
            if loop.time() > last_moment:
                self.end(f"ran for more than {self._limits.seconds:,} s")
            elif excess := find_excess(self._inside, self._limits):
                self.end(excess)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(gone.wait(), BETWEEN_LOOKS)

    def _hear_output(self) -> None:
        data = os.read(self.process.stdout.fileno(), relay.CHUNK)
        self._last_words = (self._last_words + data)[-LAST_WORDS:]
        self._hear(len(data))
        if not data:
            asyncio.get_running_loop().remove_reader(self.process.stdout)

    def _hear(self, size: int) -> None:
        self._heard += size
        if self._heard > self._limits.output:
            self.end(f"said more than {self._limits.output:,} bytes")

    def _clean_up(self) -> None:
        """Leave no process and no open file, however it came to this."""
        self.end()
        with self._lock:
            if self._first is not None:
                ended = select.poll()
                ended.register(self._first)
                ended.poll()
                os.close(self._first)
            if self._root is not None:
                os.close(self._root)
            self._first = self._root = None
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()


@functools.cache
def require() -> None:
    """Make sure, once in the life of this process, that there can be a sandbox here.

    Raises
    ------
    Unavailable
        If there cannot; the message says what to do.
    """
    trial = Warden(["sleep", "infinity"], b"", {}, Limits(), {})
    trial.start()
    trial.end()
    trial.gone.wait()
