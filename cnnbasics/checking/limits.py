"""Bounds on what a student's function may do while it is checked: time and output."""

from __future__ import annotations

import contextlib
import ctypes
import io
import signal
import threading
from collections.abc import Iterator

CALL_SECONDS = 10.0
"""The longest that one call of a student's function may take."""

PRINTED_CHARACTERS = 2_000
"""How much of what a function prints is kept."""


class TimeLimitReached(BaseException):
    """The time is up. Not an `Exception`, so that a student's own handler does not swallow it."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TimeLimitReached` in the block if it runs for longer than `seconds`.

    Where signals can be used (the main thread, not on Windows) this also ends a sleeping call.
    Elsewhere it ends Python code at its next step. The exception comes again every tenth of a
    second, for code that catches everything.
    """
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        with _signal_limit(seconds):
            yield
    else:
        with _thread_limit(seconds):
            yield


@contextlib.contextmanager
def _signal_limit(seconds: float) -> Iterator[None]:
    def ring(signum, frame):
        raise TimeLimitReached

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _thread_limit(seconds: float) -> Iterator[None]:
    target = ctypes.c_ulong(threading.get_ident())
    done = threading.Event()

    def ring():
        wait = seconds
        while not done.wait(wait):
            wait = 0.1
            ctypes.pythonapi.PyThreadState_SetAsyncExc(target, ctypes.py_object(TimeLimitReached))

    watch = threading.Thread(target=ring, daemon=True)
    watch.start()
    try:
        yield
    finally:
        done.set()
        watch.join()


class Printed(io.TextIOBase):
    """A stream that keeps the first characters written to it and counts the rest."""

    def __init__(self, keep: int = PRINTED_CHARACTERS):
        self.keep = keep
        self.text = ""
        self.total = 0

    def writable(self) -> bool:
        """Tell Python that this stream takes text."""
        return True

    def write(self, text: str) -> int:
        """Keep what still fits of `text`, and count all of it."""
        if len(self.text) < self.keep:
            self.text += text[: self.keep - len(self.text)]
        self.total += len(text)
        return len(text)
