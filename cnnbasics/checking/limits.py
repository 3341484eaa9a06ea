"""Bounds on what a student's function may do while it is checked: time and output."""

from __future__ import annotations

import contextvars
import ctypes
import inspect
import io
import random
import signal
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

CALL_SECONDS = 10.0
"""The longest that one call of a student's function may take."""

CHECK_SECONDS = 60.0
"""The longest that all calls of one check may take together."""

AGAIN_SECONDS = 0.05
"""How long after the first time a call is interrupted again."""

PRINTED_CHARACTERS = 2_000
"""How much of what a function prints is kept."""


class TimeLimitReached(BaseException):
    """The time is up. Not an `Exception`, so that a student's own handler rarely swallows it."""


def within(seconds: float, run: Callable[[], Any]) -> Any:
    """Return what `run()` gives, or end it when it takes too long.

    In the main thread (not on Windows) the call is interrupted where it stands, again and again if
    it catches everything. Elsewhere it runs in a thread of its own; what cannot be ended there is
    left behind.

    Parameters
    ----------
    seconds : float
        How long it may take.
    run : callable
        What to call, without arguments.

    Raises
    ------
    TimeLimitReached
        If the time is up.
    """
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        return _interrupted(seconds, run)
    return _apart(seconds, run)


def _interrupted(seconds: float, run: Callable[[], Any]) -> Any:
    here = inspect.currentframe()
    rings, over = 0, False

    def ring(signum: int, frame: FrameType | None) -> None:
        nonlocal rings
        if over:
            return
        rings += 1
        # A loop that catches everything is left only if it is hit inside its `except`: after two
        # rings they come at random, fast.
        pause = AGAIN_SECONDS if rings <= 2 else 1e-6 + 1e-4 * random.random()
        signal.setitimer(signal.ITIMER_REAL, pause, AGAIN_SECONDS)
        if frame is not here:
            raise TimeLimitReached

    handler = signal.signal(signal.SIGALRM, ring)
    # The second number rings again when one ring is lost, as at the limit of a recursion.
    timer = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN_SECONDS)
    try:
        return run()
    finally:
        over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        # Ignoring drops a signal on its way, which the default handler would die of.
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        signal.signal(signal.SIGALRM, handler or signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, *timer)
        here = None


def _apart(seconds: float, run: Callable[[], Any]) -> Any:
    outcome: dict[str, Any] = {}
    context = contextvars.copy_context()

    def keep() -> None:
        try:
            outcome["value"] = context.run(run)
        except BaseException as error:  # raised again by whoever waits for it
            outcome["error"] = error

    thread = threading.Thread(target=keep, daemon=True)
    thread.start()
    end = time.monotonic() + seconds
    while thread.is_alive() and (left := end - time.monotonic()) > 0:
        thread.join(min(0.1, left))  # in short steps, so that the reader can interrupt
    for _ in range(10):
        if not thread.is_alive():
            break
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(TimeLimitReached)
        )
        thread.join(AGAIN_SECONDS)
    if "error" in outcome:
        raise outcome["error"]
    if "value" not in outcome:
        raise TimeLimitReached
    return outcome["value"]


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
