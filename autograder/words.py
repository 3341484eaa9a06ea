"""Counts as words."""

from __future__ import annotations


def of(part: int, whole: int) -> str:
    """Write a count as a part of the class.

    Examples
    --------
    >>> of(61, 288)
    '61 of 288 (21%)'
    """
    return f"{part:,} of {whole:,} ({part / whole:.0%})" if whole else f"{part:,}"


def many(number: int, word: str) -> str:
    """Write a number of things.

    Examples
    --------
    >>> many(1, "student"), many(2, "student")
    ('1 student', '2 students')
    """
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
