"""Carry messages between sockets outside and the ones that a kernel makes inside its walls.

The kernel writes to no folder of the grader's, so its sockets are not where a client looks for
them. What passes is counted, as no Jupyter client limits what it hears.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import stat
from collections.abc import Callable

CHUNK = 65536
"""Bytes that are carried at a time."""
TRY_AGAIN = 0.01
"""Seconds from one look for a socket that the kernel has not made yet to the next."""


def listen(path: str) -> socket.socket:
    """Make a socket that clients can connect to.

    Parameters
    ----------
    path : str
        Where; what is there is replaced.

    Returns
    -------
    socket.socket
    """
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108
    listener = socket.socket(socket.AF_UNIX)
    listener.setblocking(False)
    listener.bind(path)
    listener.listen()
    return listener


async def serve(listener: socket.socket, inside: str, heard: Callable[[int], None]) -> None:
    """Connect whoever comes with a socket inside, until it is told to stop.

    Parameters
    ----------
    listener : socket.socket
        Where clients come.
    inside : str
        The path of the socket inside, as it is seen from outside.
    heard : callable
        Is told how many bytes came from inside.
    """
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as lines:
        while True:
            near, _ = await loop.sock_accept(listener)
            lines.create_task(_carry(near, inside, heard))


async def _carry(near: socket.socket, inside: str, heard: Callable[[int], None]) -> None:
    """Carry what either end says to the other; when one closes, so does the other."""
    with near, contextlib.ExitStack() as stack:
        try:
            far = stack.enter_context(await _connect(inside))
            async with asyncio.TaskGroup() as ways:
                ways.create_task(_copy(near, far, lambda size: None))
                ways.create_task(_copy(far, near, heard))
        except* OSError:
            pass


async def _copy(source: socket.socket, target: socket.socket, heard: Callable[[int], None]) -> None:
    loop = asyncio.get_running_loop()
    while data := await loop.sock_recv(source, CHUNK):
        heard(len(data))
        await loop.sock_sendall(target, data)
    raise ConnectionAbortedError("one end was closed")


async def _connect(path: str) -> socket.socket:
    """Connect to a socket that the kernel makes, as soon as it is there."""
    while True:
        with contextlib.suppress(FileNotFoundError, ConnectionRefusedError):
            return await _connect_now(path)
        await asyncio.sleep(TRY_AGAIN)


async def _connect_now(path: str) -> socket.socket:
    # The kernel may put a link there: it is not followed, and what was looked at is what is used.
    handle = os.open(path, os.O_PATH | os.O_NOFOLLOW)
    try:
        if not stat.S_ISSOCK(os.fstat(handle).st_mode):
            raise ConnectionAbortedError(f"{path} is not a socket")
        with contextlib.ExitStack() as stack:
            far = stack.enter_context(socket.socket(socket.AF_UNIX))
            far.setblocking(False)
            await asyncio.get_running_loop().sock_connect(far, f"/proc/self/fd/{handle}")
            stack.pop_all()
        return far
    finally:
        os.close(handle)
