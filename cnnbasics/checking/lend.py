"""Lend the course's own answers, so that one exercise never blocks the next."""

from __future__ import annotations

import functools
from collections.abc import Callable

_lent: dict[str, Callable] = {}


def _lend(answer: Callable) -> Callable:
    @functools.wraps(answer)
    def lent(*args, **kwargs):
        return answer(*args, **kwargs)

    return lent


LENT_CODE = _lend(len).__code__
"""The code that all lent functions share, by which a call stack shows that one is running."""


def lend(answer: Callable) -> Callable:
    """Return a callable that gives `answer`'s results, and record that it was lent."""
    return _lent.setdefault(answer.__name__, _lend(answer))


def is_lent(fn: Callable) -> bool:
    """Tell whether a function was lent by the course."""
    return any(fn is known for known in _lent.values())


def lent_names() -> list[str]:
    """Return the ids of all exercises whose answer was lent in this session, in order."""
    return list(_lent)
