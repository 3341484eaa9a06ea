"""Those who do the work: processes of this machine, or a Dask cluster.

Both are used through the interface of `concurrent.futures`; what passes is bytes.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import tempfile
import threading
from concurrent.futures import BrokenExecutor, CancelledError, Executor, ProcessPoolExecutor
from multiprocessing.connection import Connection
from typing import Any

from autograder import work
from autograder.course import Misuse
from autograder.kernels import starter

NO_SANDBOX = "python3"
"""The kernel that runs a notebook with all rights of whoever grades."""

CONNECTING = 20
"""Seconds that a scheduler may take to answer."""


def grade(data: bytes, sandbox: bool) -> bytes:
    """Grade a work item, wherever this runs.

    Parameters
    ----------
    data : bytes
        A `work.Item`.
    sandbox : bool
        Whether its kernels are sandboxed.

    Returns
    -------
    bytes
        A `work.Result`.
    """
    if sandbox:
        return work.grade(data)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        return work.grade(data, starter(NO_SANDBOX, folder))


class Processes:
    """Worker processes of this machine.

    Parameters
    ----------
    number : int
        How many.
    """

    lost: tuple[type[BaseException], ...] = (BrokenExecutor,)
    """What a task raises when its worker is gone."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.executor: Executor = self._pool()

    def renew(self) -> None:
        """Start new ones after one of them was lost: the others went with it."""
        self.executor.shutdown(wait=False, cancel_futures=True)
        self._lifeline.close()
        self.executor = self._pool()

    def close(self) -> None:
        """End them, at once: they may be in the middle of what nobody waits for any more."""
        self._lifeline.close()
        self.executor.shutdown(wait=True, cancel_futures=True)

    def _pool(self) -> ProcessPoolExecutor:
        spawn = multiprocessing.get_context("spawn")
        # They hear its end when this process closes it, and when this process ends.
        heard, self._lifeline = spawn.Pipe(duplex=False)
        return ProcessPoolExecutor(self.number, spawn, _live_on, (heard,))


def _live_on(lifeline: Connection) -> None:
    """Let a worker live as long as its lifeline, and let only the grader be interrupted."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def wait() -> None:
        with contextlib.suppress(EOFError, OSError):
            lifeline.recv_bytes()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


class Cluster:
    """The workers of a Dask cluster.

    Parameters
    ----------
    address : str
        Of its scheduler, such as tcp://host:8786.

    Raises
    ------
    Misuse
        If Dask is not installed, or there is no scheduler.
    """

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client, KilledWorker
        except ImportError as error:
            raise Misuse(
                "--scheduler needs Dask. Install it: pip install 'cnnbasics[cluster]'"
            ) from error
        self.lost = (KilledWorker, CancelledError)
        try:
            self._client = Client(address, timeout=CONNECTING)
        except (OSError, ValueError) as error:
            raise Misuse(f"There is no Dask scheduler at {address}: {error}") from error
        self.executor: Executor = self._client.get_executor(pure=False, retries=2)

    @property
    def names(self) -> list[str]:
        """The addresses of those that are there now."""
        return list(self._client.nthreads())

    @property
    def number(self) -> int:
        """How many tasks run at a time, at least 4: more workers may join."""
        return max(4, sum(self._client.nthreads().values()))

    def renew(self) -> None:
        """Do nothing: the scheduler has other workers, or waits for them."""

    def close(self) -> None:
        """Leave the cluster, which goes on."""
        self.executor.shutdown(wait=False)
        self._client.close()


Workers = Processes | Cluster


def describe(error: BaseException) -> str:
    """Say in a line what a bug of the grader was."""
    place: Any = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = "" if place is None else f" ({place.tb_frame.f_code.co_name}:{place.tb_lineno})"
    return f"{type(error).__name__}: {error}{where}"[:500]
