"""Start bubblewrap."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import IO, Any, Protocol

from autograder.sandbox import walls
from autograder.sandbox.advice import NOT_INSTALLED, NOT_LINUX, Unavailable, explain
from autograder.sandbox.limits import Limits
from autograder.sandbox.syscalls import MACHINES, make_filter

SAID = 4096
"""Bytes that are read at a time of what bubblewrap says of itself."""


class Process(Protocol):
    """What stands for a sandbox outside its walls; a `subprocess.Popen` is one."""

    pid: int
    stdin: IO[bytes] | None
    stdout: IO[bytes]
    stderr: IO[bytes] | None

    def poll(self) -> int | None:
        """Return None while it runs, then its exit code."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait for it to end."""

    def kill(self) -> None:
        """End it."""


@dataclass(frozen=True)
class Launched:
    """A sandbox that has just been started.

    Parameters
    ----------
    process : Process
        What stands for it outside.
    first : int
        The number that its first process has outside.
    handle : int
        A file descriptor of that process, which is readable when it has ended.
    """

    process: Process
    first: int
    handle: int


def cold(
    program: list[str], connection: bytes, limits: Limits, environment: Mapping[str, str]
) -> Launched:
    """Start a program inside walls of its own.

    Parameters
    ----------
    program : list of str
        What runs inside.
    connection : bytes
        The connection file that it finds as `walls.CONNECTION_FILE`.
    limits : Limits
        How much it may use.
    environment : mapping
        All its environment variables.

    Returns
    -------
    Launched

    Raises
    ------
    Unavailable
        If there can be no sandbox here.
    """
    descriptor = hand_over(connection)
    try:
        return bubblewrap(
            lambda calls, info: walls.arguments(program, limits, calls, descriptor, info),
            environment,
            [descriptor],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    finally:
        os.close(descriptor)


def bubblewrap(
    arguments: Callable[[int, int], list[str]],
    environment: Mapping[str, str],
    passed: list[int],
    allowed: Collection[str] = (),
    **options: Any,
) -> Launched:
    """Start bubblewrap and wait until it has made the sandbox's first process.

    Parameters
    ----------
    arguments : callable
        Gives its arguments for the file descriptors of the system call filter and of what it says.
    environment : mapping
        All its environment variables.
    passed : list of int
        File descriptors to pass on.
    allowed : collection of str
        System calls that the filter is not to refuse.
    **options
        Of `subprocess.Popen`.

    Returns
    -------
    Launched

    Raises
    ------
    Unavailable
        If there can be no sandbox here.
    """
    program = _program()
    calls = hand_over(make_filter(platform.machine(), allowed))
    read, write = os.pipe()
    try:
        process = subprocess.Popen(
            [program, *arguments(calls, write)],
            stdin=subprocess.DEVNULL,
            env=dict(environment),
            pass_fds=[calls, write, *passed],
            start_new_session=True,
            **options,
        )
    finally:
        os.close(calls)
        os.close(write)
    with os.fdopen(read, "rb", buffering=0) as info:
        said = b""
        while b"}" not in said and (more := info.read(SAID)):
            said += more
    if not said:
        output = process.communicate()[0] or b""
        raise Unavailable(explain(output.decode(errors="replace")))
    first = json.loads(said)["child-pid"]
    return Launched(process, first, os.pidfd_open(first))


def _program() -> str:
    if sys.platform != "linux":
        raise Unavailable(NOT_LINUX)
    machine = platform.machine()
    if machine not in MACHINES:
        known = " and ".join(MACHINES)
        raise Unavailable(f"it knows the system calls of {known}, not those of {machine}.")
    program = shutil.which("bwrap")
    if program is None:
        raise Unavailable(NOT_INSTALLED)
    return program


def hand_over(data: bytes) -> int:
    """Return a file descriptor from which `data` can be read."""
    descriptor = os.memfd_create("handed over")
    os.write(descriptor, data)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor
