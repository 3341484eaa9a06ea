"""A kernel that may die, hang, or never stop talking: cells run in it within limits."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import json
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from queue import Empty
from typing import Any

import nbformat
import zmq
import zmq.asyncio
from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_client.manager import AsyncKernelManager
from nbformat import NotebookNode, ValidationError
from nbformat.v4 import output_from_msg
from traitlets.config import Config

ARGUMENTS = ["--HistoryManager.hist_file=:memory:"]
"""Kernels that write to one file of history wait for each other."""

LAST_WORDS = 2.0
"""Seconds of silence after the reply to a cell until its end must have got lost."""

ASKED_AGAIN = 0.5
"""Seconds of silence after which a kernel that starts is asked again whether it is ready."""

LOOKS = 0.1
"""Seconds from one look whether the kernel lives to the next."""

OVERHEAD = 2000
"""What a message counts besides its content, in characters."""

DEEPEST = 20
"""How deeply the JSON of an output may be nested; tools that handle notebooks recurse."""


@dataclass(frozen=True)
class Patience:
    """How much is borne of a notebook.

    Parameters
    ----------
    cell : float, seconds
        One cell.
    notebook : float, seconds
        All of it.
    start : float, seconds
        The start of a kernel.
    output : int, characters
        What one cell may send, its answers among it.
    """

    cell: float = 120
    notebook: float = 1800
    start: float = 60
    output: int = 16 * 2**20


Start = Callable[[Mapping[str, str], Patience], AbstractAsyncContextManager["Kernel"]]
"""Starts a kernel with these environment variables set, within these bounds, and ends it."""

LAST_CHANCE = 3.0
"""Seconds that an interrupted cell has to end, before its kernel is given up."""


class NoKernel(Exception):
    """No kernel could be started: a fault of this machine, not of a submission."""


class Stopped(Exception):
    """A cell was stopped.

    Parameters
    ----------
    why : str
        A sentence.
    usable : bool, default=False
        Whether its kernel can run other cells.
    by_itself : bool, default=False
        Whether no cell before it can be to blame.
    """

    def __init__(self, why: str, usable: bool = False, by_itself: bool = False):
        super().__init__(why)
        self.usable = usable
        self.by_itself = by_itself


@dataclass(frozen=True)
class Message:
    """What a kernel said.

    Parameters
    ----------
    request : str
        To which request it belongs.
    kind : str
        Such as "status".
    content : dict
        JSON.
    size : int
        How many characters that has.
    """

    request: str
    kind: str
    content: dict[str, Any]
    size: int


class Kernel:
    """A running kernel.

    Parameters
    ----------
    manager, client
        What jupyter_client controls it with.
    most : int
        How many characters a cell may send.
    """

    def __init__(self, manager: AsyncKernelManager, client: AsyncKernelClient, most: int):
        self.manager = manager
        self.client = client
        self.most = most

    async def run(
        self, source: str, seconds: float, outputs: list[NotebookNode], silent: bool = False
    ) -> None:
        """Run a cell.

        Parameters
        ----------
        source : str
            Its text.
        seconds : float
            How long it may take.
        outputs : list
            Is filled with what the cell shows, up to the moment it is stopped.
        silent : bool, default=False
            Do not count the cell, and show nothing.

        Raises
        ------
        Stopped
            If it died, took too long or sent too much.
        """
        request = self.client.execute(source, silent, allow_stdin=False, stop_on_error=False)
        replied = asyncio.Event()
        talk = asyncio.gather(
            self._listen(request, replied, outputs), self._reply(request, replied)
        )
        death = asyncio.ensure_future(self._death())
        try:
            await asyncio.wait((talk, death), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if not talk.done() and death.done():
                # A provisioner that limits its kernels says what it killed one for.
                raise Stopped(getattr(self.manager.provisioner, "reason", "") or "Its kernel died.")
            if not talk.done():
                usable = await self._interrupt(talk)
                late = f"It did not end within {seconds:.3g} seconds."
                raise Stopped(late, usable, by_itself=True)
            _, reply = talk.result()
        finally:
            for task in (talk, death):
                task.cancel()
            await asyncio.gather(talk, death, return_exceptions=True)
        _add_error(outputs, reply)
        if _asks_to_exit(reply.get("payload")):
            raise Stopped("It ended its kernel.", by_itself=True)

    async def _listen(
        self, request: str, replied: asyncio.Event, outputs: list[NotebookNode]
    ) -> None:
        heard, probed = 0, False
        while True:
            message = await _next(self.client.iopub_channel)
            if message is None:
                if probed:
                    # As after a message that was refused for its length.
                    raise Stopped("It broke the line to its kernel.")
                if replied.is_set():
                    self.client.kernel_info()
                    probed = True
                continue
            if probed:
                return
            heard += OVERHEAD + message.size
            if heard > self.most:
                outputs.clear()
                raise Stopped(f"It sent more than {self.most:,} characters.")
            if message.request != request:
                continue
            if message.kind == "clear_output":
                outputs.clear()
            elif message.kind != "status":
                outputs += _as_outputs(message.kind, message.content)
            elif message.content.get("execution_state") == "idle":
                return

    async def _reply(self, request: str, replied: asyncio.Event) -> dict[str, Any]:
        while True:
            message = await _next(self.client.shell_channel)
            if message is not None and message.request == request:
                replied.set()
                return message.content

    async def _interrupt(self, talk: asyncio.Future) -> bool:
        """Tell whether a cell can be brought to its end without its kernel."""
        await self.manager.interrupt_kernel()
        await asyncio.wait((talk,), timeout=LAST_CHANCE)
        return talk.done() and talk.exception() is None

    async def _death(self) -> None:
        while await self.manager.is_alive():
            await asyncio.sleep(LOOKS)


def starter(name: str, folder: str, config: Config | None = None) -> Start:
    """Return what starts kernels of one kind.

    Parameters
    ----------
    name : str
        Of the kernelspec.
    folder : str
        Where the kernel works; one in a sandbox has a folder of its own.
    config : Config, optional
        Of the kernel's manager and its provisioner.

    Returns
    -------
    callable
    """
    return functools.partial(_start, name, folder, config)


@contextlib.asynccontextmanager
async def _start(
    name: str,
    folder: str,
    config: Config | None,
    variables: Mapping[str, str],
    patience: Patience,
) -> AsyncIterator[Kernel]:
    manager = AsyncKernelManager(kernel_name=name, config=config)
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        await manager.start_kernel(cwd=folder, extra_arguments=ARGUMENTS, **silent)
        async with connected(manager, variables, patience) as kernel:
            yield kernel
    finally:
        await manager.shutdown_kernel(now=True)


@contextlib.asynccontextmanager
async def connected(
    manager: AsyncKernelManager, variables: Mapping[str, str], patience: Patience
) -> AsyncIterator[Kernel]:
    """Talk to a kernel that was started.

    Parameters
    ----------
    manager : AsyncKernelManager
        Its manager, which ends it elsewhere.
    variables : mapping
        Environment variables to set in it.
    patience : Patience
        How long it may take to start, and how much a cell may send.

    Yields
    ------
    Kernel
        Ready to run cells.

    Raises
    ------
    NoKernel
        If it does not get ready.
    """
    context = zmq.asyncio.Context()
    # A longer message is refused by its length, before it takes up memory here.
    context.setsockopt(zmq.MAXMSGSIZE, 2 * patience.output)
    try:
        client = manager.client(context=context)
        client.start_channels(stdin=False, hb=False)
        await _get_ready(manager, client, patience.start)
        kernel = Kernel(manager, client, patience.output)
        # A sandbox passes on no variable of this process, so they are set from inside.
        setting = f"__import__('os').environ.update({dict(variables)!r})"
        await kernel.run(setting, patience.start, [], silent=True)
        yield kernel
    finally:
        context.destroy(linger=0)


async def _get_ready(
    manager: AsyncKernelManager, client: AsyncKernelClient, seconds: float
) -> None:
    """Wait until a kernel answers, and what it shows is heard."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        # What a kernel shows before it is known who listens is lost: so it is asked again.
        request = client.kernel_info()
        with contextlib.suppress(Empty):
            for channel, kind in ((client.shell_channel, ""), (client.iopub_channel, "status")):
                await _hear(channel, request, kind)
            return
        if not await manager.is_alive():
            reason = getattr(manager.provisioner, "reason", "") or "It died."
            raise NoKernel(f"no kernel got ready. {reason}")
    raise NoKernel(f"no kernel got ready within {seconds:g} seconds")


async def _hear(channel: AsyncZMQSocketChannel, request: str, kind: str) -> None:
    """Wait for the last message that belongs to a request."""
    while True:
        said = await channel.get_msg(timeout=ASKED_AGAIN)
        if said["parent_header"].get("msg_id") == request and (
            not kind or said["content"].get("execution_state") == "idle"
        ):
            return


async def _next(channel: AsyncZMQSocketChannel) -> Message | None:
    """Return the next message; None after a silence."""
    try:
        said = await channel.get_msg(timeout=LAST_WORDS)
        request = said["parent_header"].get("msg_id", "")
        content = dict(said["content"])
        return Message(request, said["msg_type"], content, len(json.dumps(content)))
    except Empty:
        return None
    except Exception as error:  # the other end is in a student's hands and may send anything
        raise Stopped("It sent what is not a Jupyter message.") from error


def _asks_to_exit(payloads: Any) -> bool:
    """Tell whether a kernel ends after its reply, as `exit()` makes it do."""
    return isinstance(payloads, list) and any(
        isinstance(payload, dict) and payload.get("source") == "ask_exit" for payload in payloads
    )


def _as_outputs(kind: str, content: dict[str, Any]) -> list[NotebookNode]:
    """Turn a message into an output that a notebook can hold, if it is one."""
    if _is_deep(content, DEEPEST):
        return []
    try:
        output = output_from_msg({"header": {"msg_type": kind}, "content": content})
        text = json.dumps(output, ensure_ascii=False, allow_nan=False)
    except (ValueError, KeyError, TypeError, ValidationError):
        return []
    # Half of a surrogate pair is a character to Python and to no file.
    return [nbformat.from_dict(json.loads(text.encode("utf-8", "replace")))]


def _is_deep(value: Any, deepest: int) -> bool:
    if isinstance(value, dict):
        value = list(value.values())
    return isinstance(value, list) and (
        deepest == 0 or any(_is_deep(item, deepest - 1) for item in value)
    )


def _add_error(outputs: list[NotebookNode], reply: dict[str, Any]) -> None:
    """Show the exception that a cell ended with, also if the kernel was kept from showing it."""
    if reply.get("status") != "error":
        return
    if any(output.output_type == "error" for output in outputs):
        return
    content = {"ename": "Error", "evalue": "", "traceback": []} | reply
    outputs += _as_outputs("error", content)
