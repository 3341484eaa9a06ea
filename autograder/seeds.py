"""Give each submission hidden cases of its own.

A student's function sees the hidden inputs and could print them, or the seed, where they come back
with the feedback. So a kernel only ever gets a seed that holds for this submission and no other:
whoever hands in something else, however little it differs, is asked something else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

BITS = 62
"""Of a seed: as many as every database keeps in a number."""


def seed_for(seed: int, submission: Iterable[bytes]) -> int:
    """Make the seed of one submission's hidden checks.

    Parameters
    ----------
    seed : int
        The course's, which does not follow from what is returned if it is large enough not to be
        guessed.
    submission : iterable of bytes
        All that was handed in and matters, in an order of its own.

    Returns
    -------
    int
        The same for the same bytes.
    """
    digest = hashlib.sha256(f"{seed}".encode())
    for part in submission:
        digest.update(hashlib.sha256(part).digest())
    return int.from_bytes(digest.digest()) >> (256 - BITS)
