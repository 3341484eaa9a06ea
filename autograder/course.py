"""Where the parts of a course lie."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

CONFIG = "nbgrader_config.py"


class Misuse(Exception):
    """What was asked for cannot be done; the message says what to do instead."""


class Failed(Exception):
    """What was asked for was tried and did not succeed."""


@dataclass(frozen=True)
class Course:
    """A course's folder.

    Parameters
    ----------
    root : Path
        The folder that holds `nbgrader_config.py` and `solutions/`.
    """

    root: Path

    def source(self, unit: str) -> Path:
        """Return the notebook that a unit is written in."""
        return self.root / "solutions" / unit / f"{unit}.ipynb"

    def release(self, unit: str) -> Path:
        """Return the notebook that students open."""
        return self.root / "notebooks" / unit / f"{unit}.ipynb"

    def wrong_answers(self, unit: str) -> dict[str, list[Path]]:
        """Return the files of wrong answers to each exercise of a unit."""
        return _answers(self.root / "tests" / "mutants" / unit)

    def right_answers(self, unit: str) -> dict[str, list[Path]]:
        """Return the files of other right answers to each exercise of a unit."""
        return _answers(self.root / "tests" / "alternatives" / unit)

    @property
    def classroom(self) -> Path:
        """Where submissions are handed in and graded."""
        return self.root / "autograder" / "classroom"

    @property
    def units(self) -> list[str]:
        """The units that have a source, in their order."""
        folders = (self.root / "solutions").glob("*/")
        return sorted(folder.name for folder in folders if self.source(folder.name).is_file())

    def pick(self, names: list[str]) -> list[str]:
        """Return the units that are named, or all of them if none is.

        Raises
        ------
        Misuse
            If there is no such unit.
        """
        for name in names:
            if name not in self.units:
                close = difflib.get_close_matches(name, self.units, n=1)
                advice = f"Did you mean {close[0]}?" if close else f"There are: {self.units}."
                raise Misuse(f"There is no unit `{name}`. {advice}")
        if not self.units:
            raise Misuse(f"There is no unit in {self.root / 'solutions'}.")
        return sorted(set(names)) or self.units

    def config(self) -> Config:
        """Read the course's nbgrader configuration."""
        return PyFileConfigLoader(CONFIG, path=str(self.root)).load_config()


def _answers(folder: Path) -> dict[str, list[Path]]:
    files: dict[str, list[Path]] = {}
    # First each mistake once, then the other ways to make it.
    for file in sorted(folder.glob("*/*.py"), key=lambda file: ("__" in file.stem, file)):
        files.setdefault(file.parent.name, []).append(file)
    return files


def find_course(start: Path) -> Course:
    """Find the course that a folder lies in.

    Raises
    ------
    Misuse
        If it lies in none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / CONFIG).is_file():
            return Course(folder)
    raise Misuse(
        f"{start} is not in a course. Run this in the folder that holds {CONFIG}, or name the "
        "folder with --course."
    )
