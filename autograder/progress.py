"""Say how far a batch is."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import TextIO

from autograder.batch import Done

FEW = 60
"""Submissions that get a line each; with more, there is a line from time to time."""
EVERY = 5.0
"""Seconds between two such lines; on a terminal, one that changes."""


@dataclass
class Progress:
    """What was done of a batch, and what is left.

    Parameters
    ----------
    total : int
        Submissions in the batch.
    stream : file, optional
        Where to say it.
    """

    total: int
    stream: TextIO = field(default_factory=lambda: sys.stdout)
    done: int = 0
    skipped: int = 0
    problem: str = ""

    def __post_init__(self) -> None:
        self._start = self._said = time.monotonic()

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.monotonic() - self._start

    def skip(self) -> None:
        """Count one that has its grade already."""
        self.skipped += 1

    def add(self, one: Done) -> None:
        """Count one that came back, and say so if it is time."""
        self.done += 1
        if one.problem:
            self.problem = f"{one.unit}, {one.student}: {one.problem}"
        if self.total <= FEW:
            what = one.problem or f"{one.score:g}/{one.points:g}"
            self.tell(f"{self.done + self.skipped}/{self.total}  {one.unit}  {one.student}  {what}")
        elif time.monotonic() - self._said > (1 if self.stream.isatty() else EVERY):
            self._said = time.monotonic()
            if self.stream.isatty():
                print(f"\r\x1b[K  {self}", end="", file=self.stream, flush=True)
            else:
                self.tell(str(self))

    def tell(self, text: str) -> None:
        """Say something in a line of its own."""
        clear = "\r\x1b[K" if self.stream.isatty() else ""
        print(f"{clear}  {text}", file=self.stream, flush=True)

    def __str__(self) -> str:
        """Done, left, per minute, last problem."""
        minutes = max(self.seconds, 0.001) / 60
        left = self.total - self.done - self.skipped
        text = f"{self.done:,} graded, {left:,} left, {self.done / minutes:.0f} a minute"
        if self.skipped:
            text += f", {self.skipped:,} had their grade"
        return f"{text}. Last problem: {self.problem}" if self.problem else text
