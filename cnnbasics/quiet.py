"""Keep TensorFlow's own start-up messages out of a notebook."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Hold back what is written to stderr, and show it only if an exception comes of it.

    TensorFlow writes to the file of the process itself as it is imported, past `sys.stderr` and
    before its own settings count; so this holds back the file. What TensorFlow says later, of
    graphics cards that it does not find, is left to its setting.

    Examples
    --------
    >>> with quiet():
    ...     import json
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    sys.stderr.flush()
    kept = os.dup(2)
    with tempfile.TemporaryFile() as held:
        os.dup2(held.fileno(), 2)
        try:
            yield
        except BaseException:
            held.seek(0)
            os.write(kept, held.read())
            raise
        finally:
            os.dup2(kept, 2)
            os.close(kept)
