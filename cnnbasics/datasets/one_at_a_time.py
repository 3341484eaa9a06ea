"""A lock between processes that share a cache."""

import contextlib
import errno
import sys
import time

if sys.platform == "win32":
    import msvcrt

    def _take(stream):
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(stream):
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}


@contextlib.contextmanager
def one_at_a_time(path):
    """Wait until nobody else holds a file, and hold it in the block.

    The system lets go of it when a process dies, however it does. The file stays, empty: taking
    it away while another waits for it would let two in.

    Parameters
    ----------
    path : pathlib.Path
        Made if it is missing.
    """
    with path.open("a") as stream:
        waited = False
        while not _taken(stream):
            if not waited:
                print(f"Another program is downloading to {path.parent}; waiting.", file=sys.stderr)
                waited = True
            time.sleep(0.2)
        yield


def _taken(stream):
    try:
        _take(stream)
    except OSError as error:
        # A file system without locks, as some network drives are, does not stop anybody.
        return error.errno not in _TAKEN
    return True
