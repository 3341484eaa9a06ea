"""How much a sandboxed kernel may use."""

from __future__ import annotations

import dataclasses
import os
from dataclasses import dataclass

MIB = 2**20
STACKS_PER_CORE = 64 * MIB
"""Address space, in bytes, for the stacks of the threads that TensorFlow starts for each core."""


@dataclass(frozen=True)
class Limits:
    """What one kernel may use, all its processes together where it does not say "each".

    A kernel that asks Linux for more than `open_files`, `file_size` or `storage` gets an error,
    and mostly so for `processes` and for much more than `memory`. Past any other limit, or past
    these in a way that Linux does not stop, the kernel is killed.

    Parameters
    ----------
    memory : int, bytes
        In use at one time. The files of `storage` come on top.
    processes : int
        Processes and threads at one time.
    open_files : int
        Of each process; and as many sockets of all of them together.
    file_size : int, bytes
        Of each file.
    storage : int, bytes
        In each of the working folder, /tmp and /dev/shm, which are kept in memory.
    files : int
        Files and folders in each of these three.
    output : int, bytes
        All that the kernel says during its life, whatever the channel.
    seconds : float
        From the kernel's start to its end.

    Raises
    ------
    ValueError
        If a limit is not above 0.

    Examples
    --------
    >>> Limits(seconds=0)
    Traceback (most recent call last):
    ValueError: The limit `seconds` must be above 0, but it is 0.
    """

    memory: int = 2048 * MIB
    processes: int = 512
    open_files: int = 256
    file_size: int = 32 * MIB
    storage: int = 64 * MIB
    files: int = 10_000
    output: int = 32 * MIB
    seconds: float = 900

    def __post_init__(self) -> None:
        for name, value in dataclasses.asdict(self).items():
            if not value > 0:
                raise ValueError(f"The limit `{name}` must be above 0, but it is {value}.")

    @property
    def rlimits(self) -> dict[str, int]:
        """What Linux enforces in each process, by the names of `prlimit`'s options."""
        wanted = {
            "core": 0,
            # Refuses what is far too much with a MemoryError, which costs less than a kernel.
            "data": self.memory + STACKS_PER_CORE * (os.cpu_count() or 1),
            "fsize": self.file_size,
            "msgqueue": 0,
            "nofile": self.open_files,
            "nproc": self.processes,
        }
        return {name: _possible(name, value) for name, value in wanted.items()}


def _possible(name: str, value: int) -> int:
    """Return a limit, or the one that this process itself has if that is lower."""
    import resource  # not on Windows

    _, own = resource.getrlimit(getattr(resource, f"RLIMIT_{name.upper()}"))
    return value if own == resource.RLIM_INFINITY else min(value, own)
