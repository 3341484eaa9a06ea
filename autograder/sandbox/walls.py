"""What a sandboxed kernel sees, as arguments of bubblewrap.

Nothing is there that is not named here. All that can be written to is private and in memory;
nothing written inside reaches a disk.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from autograder.sandbox.limits import MIB, Limits

HOME = "/student"
"""Home and working folder."""
SOCKETS = "/run/kernel"
"""Where the kernel finds its connection file and makes its sockets."""
CONNECTION_FILE = f"{SOCKETS}/connection.json"
PRIVATE = (HOME, "/tmp", "/dev/shm")
"""Folders that can be written to, each as large as `Limits.storage`."""

# Not the whole of /usr: a course may lie in /usr/src.
SYSTEM = (
    *(f"/usr/{name}" for name in ("bin", "sbin", "lib", "lib32", "lib64", "libexec", "share")),
    *(f"/usr/local/{name}" for name in ("bin", "lib", "lib64", "share")),
    *("/etc/ld.so.cache", "/etc/alternatives", "/etc/fonts", "/etc/localtime"),
)
TOP = ("/bin", "/sbin", "/lib", "/lib32", "/lib64")
"""Links to the folders in /usr; on older systems folders of their own."""

PASSING_USERS = range(61184, 65520)
"""User ids that systemd sets aside for services of a moment; no account has one."""


def arguments(
    program: list[str], limits: Limits, calls: int, connection: int, info: int
) -> list[str]:
    """Return bubblewrap's arguments to start a program inside the walls.

    Parameters
    ----------
    program : list of str
        What to run, with its arguments.
    limits : Limits
        How much it may use.
    calls, connection : int
        File descriptors to read the system call filter and the connection file from.
    info : int
        File descriptor that bubblewrap writes the number of the sandbox's first process to.

    Returns
    -------
    list of str
    """
    user = passing_user()
    rlimits = [f"--{name}={value}" for name, value in limits.rlimits.items()]
    if user is None:
        rights, become = ["--unshare-user", "--disable-userns", "--cap-drop", "ALL"], []
    else:
        rights = _rights("SETUID", "SETGID")
        become = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]
        become += ["--inh-caps=-all", "--"]
    return [
        *_walls(limits, calls, info, rights),
        *("--perms", "0444", "--file", str(connection), CONNECTION_FILE),
        *_closed(),
        *become,
        # Where the machine runs short of memory, Linux is to take it from here.
        *("choom", "--adjust", "1000", "--"),
        *("prlimit", *rlimits, "--"),
        *program,
    ]


def arguments_to_fork(program: list[str], limits: Limits, calls: int, info: int) -> list[str]:
    """Return bubblewrap's arguments to start a program that forks kernels inside the walls.

    Parameters
    ----------
    program : list of str
        The course's own, which runs nothing of a student's.
    limits : Limits
        What its own folders may hold.
    calls, info : int
        As `arguments` takes them.

    Returns
    -------
    list of str
    """
    if passing_user() is None:
        rights = ["--unshare-user", "--cap-drop", "ALL"]
    else:
        rights = _rights("SETUID", "SETGID", "SYS_ADMIN", "NET_ADMIN")
    return [*_walls(limits, calls, info, rights), *_closed(), *program]


def _walls(limits: Limits, calls: int, info: int, rights: list[str]) -> list[str]:
    return [
        *("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"),
        *("--unshare-cgroup-try", "--hostname", "sandbox"),
        *rights,
        *("--die-with-parent", "--new-session"),
        *("--add-seccomp-fd", str(calls), "--info-fd", str(info)),
        *_system(),
        *_private(limits),
        *_environment(),
    ]


def _closed() -> list[str]:
    return ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", HOME, "--"]


def environment() -> dict[str, str]:
    """Return the variables that the kernel gets: none of the grader's own.

    bubblewrap itself runs with these too, as /proc shows the variables it was started with.
    """
    return {
        "PATH": f"{sys.prefix}/bin:/usr/local/bin:/usr/bin:/bin",
        "HOME": HOME,
        "USER": "student",
        "LOGNAME": "student",
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
    }


def passing_user() -> int | None:
    """Choose whom a kernel runs as: None if as whoever grades, without any rights.

    root builds the walls as root and becomes a user that nobody else is. Everybody else does it
    in a namespace of users, in which no other can be made.
    """
    user = random.choice(PASSING_USERS)
    return user if os.geteuid() == 0 and _is_known(user) else None


def _rights(*names: str) -> list[str]:
    kept = [("--cap-add", f"CAP_{name}") for name in names]
    return ["--cap-drop", "ALL", *(part for one in kept for part in one)]


def _is_known(user: int) -> bool:
    """Say whether there is such a user id here; in a container there may be few."""
    lines = Path("/proc/self/uid_map").read_text(encoding="ascii").splitlines()
    ranges = [[int(number) for number in line.split()] for line in lines]
    return any(first <= user < first + count for first, _, count in ranges)


def _system() -> Iterator[str]:
    yield from _show(map(Path, SYSTEM))
    for path in map(Path, TOP):
        if path.is_symlink():
            yield from ("--symlink", str(path.readlink()), str(path))
        else:
            yield from _show([path])
    yield from ("--proc", "/proc", "--dev", "/dev")
    # What is mapped from /dev/zero is memory in no process's account.
    yield from ("--dev-bind", "/dev/null", "/dev/zero")


def private(limits: Limits) -> dict[str, int]:
    """Return the folders that can be written to, and how many bytes each may hold."""
    return dict.fromkeys(PRIVATE, limits.storage) | {SOCKETS: MIB}


def _private(limits: Limits) -> Iterator[str]:
    for path, size in private(limits).items():
        yield from _folders([Path(path)])
        yield from ("--perms", "1777", "--size", str(size), "--tmpfs", path)


def _environment() -> Iterator[str]:
    """Show Python, the installed packages, the course and its data; and nothing beside them."""
    yield from _show(path for path in _shown() if not _is_system(path))
    # matplotlib would make it again for each kernel, which takes it more than a second.
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    for folder in (f"{HOME}/.cache", f"{HOME}/.cache/matplotlib"):
        yield from ("--perms", "1777", "--dir", folder)
    for path in cache.glob("matplotlib/fontlist-*.json"):
        yield from ("--ro-bind", str(path), f"{HOME}/.cache/matplotlib/{path.name}")


def _show(paths: Iterable[Path]) -> Iterator[str]:
    """Let files and folders be seen and read, where they are there."""
    there = [path for path in dict.fromkeys(paths) if path.exists()]
    yield from _folders(there)
    for path in there:
        yield from ("--ro-bind", str(path), str(path))


def _folders(paths: Iterable[Path]) -> Iterator[str]:
    """Make the folders that paths lie in; bubblewrap would make them for its own user only."""
    folders = {parent: None for path in paths for parent in reversed(path.parents)}
    for folder in folders:
        yield from ("--perms", "0755", "--dir", str(folder))


def _shown() -> Iterator[Path]:
    for prefix in _prefixes():
        for part in ("bin", "lib", "lib64", "pyvenv.cfg"):
            yield prefix / part
    spec = find_spec("cnnbasics")
    package = Path(spec.origin).parent
    yield package
    yield package.parent / "data"


def _prefixes() -> Iterator[Path]:
    """Give the folders that Python is installed in, under each name that something calls them."""
    for path in map(Path, (sys.prefix, sys.base_prefix)):
        yield path
        yield path.resolve()
    executable = Path(sys.executable)
    while executable.is_symlink():
        executable = executable.parent / executable.readlink()
        yield executable.parent.parent


def _is_system(path: Path) -> bool:
    return any(path.is_relative_to(folder) for folder in (*SYSTEM, *TOP))
