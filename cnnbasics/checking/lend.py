"""Lend the course's own answers, so that one exercise never blocks the next."""

from __future__ import annotations

import functools
from collections.abc import Callable
from types import FrameType

_lent: dict[str, Callable] = {}


def lend(answer: Callable) -> Callable:
    """Return a callable that gives `answer`'s results, and record that it was lent."""
    return _lent.setdefault(answer.__name__, _wrap(answer))


def _wrap(answer: Callable) -> Callable:
    @functools.wraps(answer)
    def lent(*args, **kwargs):
        return answer(*args, **kwargs)

    return lent


_CODE = _wrap(len).__code__  # what all lent functions share, and nothing else


def lent_by(frame: FrameType | None) -> str | None:
    """Return the id of the exercise whose lent function runs in this frame, if one does."""
    return frame.f_locals["answer"].__name__ if frame and frame.f_code is _CODE else None


def lender(frame: FrameType | None) -> str | None:
    """Return the id of the exercise whose lent function called for what runs in this frame."""
    while frame and not lent_by(frame):
        frame = frame.f_back
    return lent_by(frame)


def is_lent(fn: Callable) -> bool:
    """Tell whether a function was lent by the course."""
    return any(fn is known for known in _lent.values())


def lent_names() -> list[str]:
    """Return the ids of all exercises whose answer was lent in this session, in order."""
    return list(_lent)
