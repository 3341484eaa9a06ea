"""The sandbox's seat in jupyter_client: what any Jupyter tool starts and ends kernels through."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import weakref
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import Any

from jupyter_client.connect import KernelConnectionInfo, port_names
from jupyter_client.provisioning import LocalProvisioner
from traitlets import Dict, List, Unicode

from autograder.sandbox import walls
from autograder.sandbox.advice import Unavailable
from autograder.sandbox.launch import Launched, cold
from autograder.sandbox.limits import Limits
from autograder.sandbox.warden import Warden, require
from autograder.sandbox.warm import zygote

LONGEST = 80
"""Characters in the path of a folder: those of the sockets under it must not be above 107."""

KILLED = (-9, 128 + 9)
"""Exit codes of bubblewrap when it, or the kernel, was killed."""


class SandboxProvisioner(LocalProvisioner):
    """Starts each kernel in a sandbox.

    Its messages go over unix sockets, as there is no network inside. It is killed whenever it is
    to end: it has nothing to save, and what runs when a kernel ends politely is not to be trusted.
    """

    limits = Dict(
        help="Limits of a kernel by name, such as {'seconds': 60}; see autograder.sandbox.Limits."
    ).tag(config=True)
    environment = Dict(
        help="Environment variables to set in a kernel, which gets none of this process."
    ).tag(config=True)

    preload = List(
        Unicode(),
        help="Modules that a kernel has imported when it starts. If there are any, it is forked "
        "from a process that has them, which takes a tenth of the time.",
    ).tag(config=True)

    warden: Warden | None = None
    """The sandbox of the kernel that runs, or ran last."""
    _folder: Path | None = None
    _explained = False

    @property
    def reason(self) -> str:
        """Why the kernel was stopped; empty if it was not, or if a client ended it."""
        if self.warden is None or not self.warden.reason:
            return ""
        return f"The kernel was stopped because it {self.warden.reason}."

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Choose where the kernel's sockets are, outside and inside."""
        if self._folder is None:
            self._folder = _make_folder()
            self._remove_folder = weakref.finalize(self, shutil.rmtree, self._folder, True)
        manager = self.parent
        manager.transport = "ipc"
        manager.cache_ports = False
        manager.connection_file = str(self._folder / "connection.json")
        manager.ip = str(self._folder / "s")
        kwargs = await super().pre_launch(**kwargs)
        outside = os.path.realpath(manager.connection_file)
        inside = [walls.CONNECTION_FILE if part == outside else part for part in kwargs["cmd"]]
        return kwargs | {"cmd": inside}

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start the kernel.

        Raises
        ------
        Unavailable
            If there can be no sandbox here; the message says what to do.
        """
        info = json.loads(Path(self.parent.connection_file).read_text(encoding="utf-8"))
        sockets = f"{walls.SOCKETS}/s"
        lines = {f"{info['ip']}-{info[name]}": f"{sockets}-{info[name]}" for name in port_names}
        set_by_kernelspec = {name: kwargs["env"][name] for name in self.kernel_spec.env}
        self.warden = Warden(
            cmd,
            json.dumps(info | {"ip": sockets}).encode(),
            lines,
            Limits(**self.limits),
            set_by_kernelspec | self.environment,
            await asyncio.to_thread(self._launcher),
        )
        self._explained = False
        await asyncio.to_thread(self.warden.start)
        self.process = self.warden.process
        self.pid = self.process.pid
        return self.connection_info

    def _launcher(self) -> Callable[..., Launched]:
        if not self.preload:
            return cold
        try:
            return zygote(self.preload).fork
        except Unavailable as problem:
            # Where there is no sandbox at all, this says so.
            require()
            self.log.warning("Kernels are not forked, which would be faster. %s", problem)
            return cold

    async def poll(self) -> int | None:
        """Return None while the kernel runs, then its exit code; log once why it ended."""
        ended = await super().poll()
        if ended is not None and self.warden is not None and not self._explained:
            self._explained = True
            by_itself = ended not in KILLED
            if said := self.reason or (by_itself and self.warden.last_words):
                self.log.warning("%s", said)
        return ended

    async def wait(self) -> int | None:
        """Wait until no process of the kernel is left."""
        if self.warden is not None:
            await asyncio.to_thread(self.warden.gone.wait)
        return await super().wait()

    async def send_signal(self, signum: int) -> None:
        """Interrupt the kernel; any other signal kills it."""
        if self.warden is not None:
            if signum == signal.SIGINT:
                self.warden.interrupt()
            else:
                self.warden.end()

    async def kill(self, restart: bool = False) -> None:
        """Kill the kernel and all that it started."""
        if self.warden is not None:
            self.warden.end()

    async def terminate(self, restart: bool = False) -> None:
        """Kill the kernel and all that it started."""
        await self.kill(restart)

    async def shutdown_requested(self, restart: bool = False) -> None:
        """Kill the kernel and all that it started."""
        await self.kill(restart)

    async def cleanup(self, restart: bool = False) -> None:
        """Remove the sockets."""
        await super().cleanup(restart)
        if self._folder is not None and not restart:
            self._remove_folder()
            self._folder = None


def _make_folder() -> Path:
    usual = gettempdir()
    return Path(mkdtemp(prefix="kernel-", dir=usual if len(usual) < LONGEST else "/tmp"))
