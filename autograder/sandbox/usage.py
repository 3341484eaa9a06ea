"""What a sandbox uses at this moment, read from outside."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.sandbox.limits import Limits
from autograder.sandbox.walls import PRIVATE, SOCKETS

# A process may end, and a whole sandbox too, while it is being looked at.
ENDED = (FileNotFoundError, ProcessLookupError)


@dataclass
class Usage:
    """What the processes of a sandbox use together.

    Parameters
    ----------
    memory : int, bytes
        Resident, swapped out, and for page tables. What processes share counts for each of them.
    processes : int
        Processes and threads.
    sockets : int
        Sockets, those that no process has open but that are on their way to one among them.
    files : int
        Files and folders, in the folder that has most of those that can be written to.
    """

    memory: int = 0
    processes: int = 0
    sockets: int = 0
    files: int = 0


def measure(root: str) -> Usage:
    """Measure what a sandbox uses.

    Parameters
    ----------
    root : str
        Where its root folder is seen from outside; its /proc holds its own processes only.

    Returns
    -------
    Usage
    """
    usage = Usage()
    for folder in _processes(root):
        with contextlib.suppress(*ENDED):
            status = _numbers(folder / "status", "VmRSS", "VmSwap", "VmPTE", "Threads")
            usage.processes += status.pop("Threads", 0)
            usage.memory += sum(status.values()) * 1024
    with contextlib.suppress(*ENDED):
        text = Path(root, "proc/1/net/sockstat").read_text(encoding="ascii")
        usage.sockets = int(re.match(r"sockets: used (\d+)", text)[1])
        for folder in (*PRIVATE, SOCKETS):
            space = os.statvfs(root + folder)
            usage.files = max(usage.files, space.f_files - space.f_ffree)
    return usage


def memory_without_sharing(root: str) -> int:
    """Measure the memory of a sandbox with what processes share counted once, which is slower.

    Returns
    -------
    int
        Bytes.
    """
    total = 0
    for folder in _processes(root):
        with contextlib.suppress(*ENDED):
            total += sum(_numbers(folder / "smaps_rollup", "Pss", "SwapPss").values())
            total += sum(_numbers(folder / "status", "VmPTE").values())
    return total * 1024


def find_excess(root: str, limits: Limits) -> str:
    """Say which limit a sandbox has passed.

    Returns
    -------
    str
        The rest of a sentence that begins with "The kernel was stopped because it"; empty if it
        keeps to its limits.
    """
    usage = measure(root)
    if usage.memory > limits.memory and memory_without_sharing(root) > limits.memory:
        return f"used more than {limits.memory:,} bytes of memory"
    # bubblewrap's own process comes on top.
    if usage.processes > limits.processes + 1:
        return f"had more than {limits.processes:,} processes and threads"
    if usage.sockets > limits.open_files:
        return f"had more than {limits.open_files:,} sockets"
    if usage.files > limits.files:
        return f"made more than {limits.files:,} files"
    return ""


def _processes(root: str) -> Iterator[Path]:
    proc = Path(root, "proc")
    with contextlib.suppress(*ENDED):
        for name in os.listdir(proc):  # noqa: PTH208
            if name.isdigit():
                yield proc / name


def _numbers(path: Path, *names: str) -> dict[str, int]:
    text = path.read_text(encoding="utf-8", errors="replace")
    found = re.findall(rf"^({'|'.join(names)}):\s+(\d+)", text, flags=re.MULTILINE)
    return {name: int(number) for name, number in found}
