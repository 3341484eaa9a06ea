"""Runs inside the walls: has imported what kernels need, and forks a kernel when it is told to.

The grader's folder is not to be seen there, so this file is handed over as text: it imports
nothing of the grader's. What it forks has namespaces of its own, no rights and no way to ask for
any before a student's code runs.

The process that is forked first makes the namespaces and ends. Its child is the first process in
them: it builds what is private there, says so, waits, and forks the kernel.
"""

import base64
import contextlib
import ctypes
import fcntl
import gc
import importlib
import json
import os
import re
import resource
import signal
import socket
import stat
import struct
import sys
import traceback
from pathlib import Path

LONGEST = 128 * 1024
"""Bytes of an order."""

CLONE_NEWUSER = 0x10000000
CLONE_NEW = 0x00020000 | 0x02000000 | 0x04000000 | 0x08000000 | 0x20000000 | 0x40000000
"""Namespaces of mounts, control groups, host names, IPC, processes and the network."""

READ_ONLY, NO_SUID, NO_DEVICES, NO_PROGRAMS, REMOUNT = 1, 2, 4, 8, 32
BIND, RECURSIVE, PRIVATE = 4096, 16384, 1 << 18

SET_DUMPABLE, SET_SECCOMP, SET_NO_NEW_PRIVS, FILTER = 4, 22, 38, 2
CAPABILITY_VERSION = 0x20080522
SIOCSIFFLAGS, INTERFACE_UP = 0x8914, 1

libc = ctypes.CDLL(None, use_errno=True)


def serve(control: socket.socket) -> None:
    """Fork a kernel for each order, until nobody gives any."""
    while True:
        data, descriptors, _, _ = socket.recv_fds(control, LONGEST, 2)
        if not data:
            return
        child = os.fork()
        if child == 0:
            control.close()
            _never_return(_leave, json.loads(data), *descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        os.waitpid(child, 0)


def _never_return(function, *arguments) -> None:
    """Run the rest of a forked process's life; no exception may reach what it was forked from."""
    try:
        function(*arguments)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def _leave(order: dict, status: int, output: int) -> None:
    """Enter namespaces of one's own, of which the next process is the first."""
    os.dup2(output, 1)
    os.dup2(output, 2)
    if order["user"] is None:
        user, group = os.getuid(), os.getgid()
        _call(libc.unshare(CLONE_NEW | CLONE_NEWUSER))
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", f"{user} {user} 1")
        _write("/proc/self/gid_map", f"{group} {group} 1")
    else:
        _call(libc.unshare(CLONE_NEW))
    if os.fork() == 0:
        os.close(output)
        _never_return(_first, order, socket.socket(fileno=status))
    os._exit(0)


def _first(order: dict, status: socket.socket) -> None:
    """Build what is private, fork the kernel, and end when it does."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.setsid()
    _build(order)
    with status:
        # Linux adds what the number of this process is out there.
        status.send(b"built")
        if status.recv(1) != b"y":
            os._exit(1)
    kernel = os.fork()
    if kernel == 0:
        _never_return(_become_kernel, order)
    _give_up_rights(order)
    for descriptor in range(3):
        os.close(descriptor)
    ended = 0
    while ended != kernel:
        ended, code = os.wait()
    os._exit(0 if os.waitstatus_to_exitcode(code) == 0 else 1)


def _build(order: dict) -> None:
    """Mount what belongs to this kernel alone over what it was forked with."""
    _mount("none", "/", "", RECURSIVE | PRIVATE)
    _mount("proc", "/proc", "proc", NO_SUID | NO_DEVICES | NO_PROGRAMS)
    if order["user"] is None:
        _write("/proc/sys/user/max_user_namespaces", "0")
    for name in ("sys", "sysrq-trigger", "irq", "bus"):
        if os.access(f"/proc/{name}", os.W_OK):
            same = READ_ONLY | NO_SUID | NO_DEVICES | NO_PROGRAMS
            _mount(f"/proc/{name}", f"/proc/{name}", "", BIND | RECURSIVE)
            _mount("none", f"/proc/{name}", "", REMOUNT | BIND | same)
    for folder, size in order["private"].items():
        _replace(folder, size)
    path, content = order["connection"]
    _write(path, content)
    Path(path).chmod(0o444)
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", INTERFACE_UP))
    os.chdir(order["folder"])


def _replace(folder: str, size: int) -> None:
    """Put an empty folder in the place of a private one, with what the walls show in it."""
    shown = {path: os.open(path, os.O_PATH) for path in _mounts_in(folder)}
    _mount("tmpfs", folder, "tmpfs", NO_SUID | NO_DEVICES, f"mode=1777,size={size}")
    for path, seen in shown.items():
        is_folder = stat.S_ISDIR(os.fstat(seen).st_mode)
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).mkdir() if is_folder else Path(path).touch()
        _mount(f"/proc/self/fd/{seen}", path, "", BIND | RECURSIVE)
        os.close(seen)


def _mounts_in(folder: str) -> list[str]:
    """List what is mounted in a folder, without what is mounted in that again."""
    found: list[str] = []
    for line in Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines():
        path = re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), line.split()[4])
        if path.startswith(f"{folder}/") and not any(path.startswith(f"{top}/") for top in found):
            found.append(path)
    return found


def _give_up_rights(order: dict) -> None:
    if order["user"] is not None:
        os.setgroups([])
        os.setresgid(*[order["user"]] * 3)
        os.setresuid(*[order["user"]] * 3)
    header = struct.pack("Ii", CAPABILITY_VERSION, 0)
    _call(libc.capset(header, bytes(24)))
    _call(libc.prctl(SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    calls = base64.b64decode(order["calls"])
    program = ctypes.create_string_buffer(calls, len(calls))
    steps = struct.pack("HxxxxxxP", len(calls) // 8, ctypes.addressof(program))
    _call(libc.prctl(SET_SECCOMP, FILTER, steps, 0, 0))


def _become_kernel(order: dict) -> None:
    os.setsid()
    _write("/proc/self/oom_score_adj", "1000")
    for name, most in order["rlimits"].items():
        resource.setrlimit(getattr(resource, f"RLIMIT_{name.upper()}"), (most, most))
    _give_up_rights(order)
    # With other rights a process may not look at itself any more, unless it says so.
    _call(libc.prctl(SET_DUMPABLE, 1, 0, 0, 0))
    os.environ.clear()
    os.environ.update(order["environment"])
    _shake()
    _, _, module, *sys.argv[1:] = order["program"]
    sys.argv[0] = module
    sys.path[0] = order["folder"]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()


def _shake() -> None:
    """Give the kernel random numbers of its own: all are forked from one state."""
    random = sys.modules.get("numpy.random")
    if random is not None:
        random.seed()


def _mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    texts = (text.encode() for text in (source, target, kind))
    _call(libc.mount(*texts, ctypes.c_ulong(flags), options.encode()), target)


def _call(result: int, what: str = "") -> None:
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), what)


def _write(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8")


def main() -> None:
    """Import, say so, and serve."""
    control = socket.socket(fileno=int(sys.argv[1]))
    for name in sys.argv[2:]:
        importlib.import_module(name)
    # What is not looked at is not copied.
    gc.collect()
    gc.freeze()
    control.send(b"ready")
    with contextlib.suppress(ConnectionError):
        serve(control)


if __name__ == "__main__":
    main()
