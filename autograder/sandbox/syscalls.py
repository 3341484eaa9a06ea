"""What sandboxed code may not ask of Linux: a seccomp filter.

The walls hold without it. It refuses the ways to hoard memory that is in no process's account,
and the doors in Linux that most often turned out to be open and that no notebook needs.
"""

from __future__ import annotations

import errno
import struct
from collections.abc import Collection

MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""The machines that the filter is written for, and Linux's own numbers for them."""

REFUSED = {
    # Memory that stays when no process has it mapped.
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "io_uring_setup": (425, 425),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    # Other namespaces, other views of the files.
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    # The inside of other processes and of Linux.
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
}
"""Refused with "Operation not permitted": the numbers on x86_64 and on aarch64."""

CLONE = (56, 220)
CLONE3 = (435, 435)
MMAP = (9, 222)
NEW_NAMESPACES = 0x7E020000
"""The flags of clone that ask for a namespace: all CLONE_NEW but the one that it cannot take."""
SHARED_AND_ANONYMOUS = 0x01 | 0x20
"""MAP_SHARED and MAP_ANONYMOUS: together, memory that outlives its mapping."""

# The layout of struct seccomp_data, in bytes.
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16
ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000

# Instructions of the classic BPF machine: what linux/bpf_common.h composes these numbers from.
LOAD, AND, RETURN = 0x20, 0x54, 0x06
IF_EQUAL, IF_AT_LEAST, IF_ANY_BIT = 0x15, 0x35, 0x45


def make_filter(machine: str, allowed: Collection[str] = ()) -> bytes:
    """Make the filter, as bubblewrap and prctl(PR_SET_SECCOMP) take it.

    Parameters
    ----------
    machine : str
        As ``os.uname().machine`` has it; one of `MACHINES`.
    allowed : collection of str
        Names in `REFUSED` that are not to be refused after all.

    Returns
    -------
    bytes
        An array of struct sock_filter.

    Raises
    ------
    KeyError
        If there is no filter for this machine.
    """
    architecture = MACHINES[machine]
    column = list(MACHINES).index(machine)
    refuse = REFUSE | errno.EPERM
    program = [
        _step(LOAD, ARCHITECTURE),
        *_unless(IF_EQUAL, architecture, KILL),
        _step(LOAD, NUMBER),
    ]
    if machine == "x86_64":
        # The calls of the x32 interface have other numbers.
        program += _if(IF_AT_LEAST, 0x40000000, KILL)
    for name, numbers in REFUSED.items():
        if name not in allowed:
            program += _if(IF_EQUAL, numbers[column], refuse)
    # What clone3 asks for stands in memory, where a filter cannot look; the C library then
    # does without it.
    program += _if(IF_EQUAL, CLONE3[column], REFUSE | errno.ENOSYS)
    clone = [
        _step(LOAD, FIRST_ARGUMENT),
        *_if(IF_ANY_BIT, NEW_NAMESPACES, refuse),
        _step(RETURN, ALLOW),
    ]
    mmap = [
        _step(LOAD, FIRST_ARGUMENT + 3 * 8),
        _step(AND, SHARED_AND_ANONYMOUS),
        *_if(IF_EQUAL, SHARED_AND_ANONYMOUS, refuse),
        _step(RETURN, ALLOW),
    ]
    for number, steps in ((CLONE[column], clone), (MMAP[column], mmap)):
        program += [_step(IF_EQUAL, number, no=len(steps)), *steps]
    program.append(_step(RETURN, ALLOW))
    return b"".join(program)


def _step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    """One instruction; `yes` and `no` say how many to skip after a test."""
    return struct.pack("=HBBI", code, yes, no, value)


def _if(test: int, value: int, outcome: int) -> list[bytes]:
    return [_step(test, value, no=1), _step(RETURN, outcome)]


def _unless(test: int, value: int, outcome: int) -> list[bytes]:
    return [_step(test, value, yes=1), _step(RETURN, outcome)]
