"""Write docs/hostile.md: what becomes of each file in tests/hostile, here and in plain nbgrader.

    python tools/hostile.py            # needs bubblewrap; takes a quarter of an hour
    python tools/hostile.py NAME ...   # renews the rows of these files only

Plain nbgrader runs every submission in this user's name. So it is shut in while it does: it sees
this machine, but changes nothing of it but a folder of its own, and what it uses is bounded. Where
a bound is what ended a submission, plain nbgrader by itself would have taken the machine with it.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from hostile_class import COURSE, UNIT, Student, right_notebook, students  # noqa: E402
from nbgrader.api import Gradebook, MissingEntry  # noqa: E402
from nbgrader.converters import Autograde  # noqa: E402
from plain import Plain  # noqa: E402

from autograder.cells import exercise_of, graded, read  # noqa: E402
from autograder.course import Failed  # noqa: E402
from autograder.tools import run_step  # noqa: E402

PAGE = ROOT / "docs" / "hostile.md"
NEXT = "zoe"
"""Whoever is graded after the hostile one, with right answers."""

SECONDS = 6
"""That plain nbgrader gives a cell."""

PATIENCE = 120
"""Seconds until plain nbgrader is given up."""

MEMORY, STORAGE, PROCESSES = 4 * 2**30, 2**30, 400
"""Bounds around plain nbgrader, in bytes: for each process, for /tmp, and how many there may be."""

REACHES_OUT = {"it_writes_a_trigger_into_the_gradebook", "it_empties_what_others_handed_in"}
"""Those after which another student is graded."""

HEADINGS = {
    "earns_nothing": "A wrong answer, and a way to be paid for it",
    "costs_its_own_exercise": "A bad answer to one exercise, the others right",
    "keeps_its_marks": "Right answers, and something that must do no harm",
    "damaged": "Right answers, handed in damaged",
}

INTRODUCTION = """\
# Hostile and damaged submissions

Each row is a file in `tests/hostile`, handed in for `{unit}`, which has {points:g} marks. *Here* is
what the grader gives; `tests/test_hostile.py` sees that it does. *nbgrader* is what
`nbgrader autograde` gave without this project's repair, sandbox and judge, with {seconds} seconds
for a cell, and with bounds around it that it does not have by itself: 4 GB of memory for a process,
1 GB in /tmp, 400 processes.

Made by `python tools/hostile.py`.
"""


def main() -> int:
    """Try them, all or some, and write the page."""
    if sys.argv[1:2] == ["--inside"]:
        inside(Path(sys.argv[2]), sys.argv[3:])
        return 0
    chosen = sys.argv[1:]
    if unknown := set(chosen) - {student.name for student in students()}:
        print(f"tests/hostile has no {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    found = (kept(PAGE.read_text(encoding="utf-8")) if chosen else {}) | elsewhere(chosen)
    PAGE.write_text("\n".join(page(found)), encoding="utf-8")
    return 0


def kept(text: str) -> dict[str, str]:
    """Read from a page what plain nbgrader gave."""
    rows = dict(re.findall(r"^\| (.*?) \| .*? \| (.*?) \|$", text, re.MULTILINE))
    return {one.name: rows[words(one)] for one in students() if words(one) in rows}


def words(student: Student) -> str:
    """Say what a submission does, as in the table."""
    return f"{student.sentence} {student.says}"


def page(found: dict[str, str]) -> Iterator[str]:
    """Give the lines of the page."""
    worth = points()
    yield INTRODUCTION.format(unit=UNIT, points=sum(worth.values()), seconds=SECONDS)
    for kind, heading in HEADINGS.items():
        yield f"## {heading}\n"
        yield "| what it does | here | nbgrader |\n| --- | --- | --- |"
        for student in students():
            if student.kind == kind:
                said = found.get(student.name, "not tried")
                yield f"| {words(student)} | {here(student, worth)} | {said} |"
        yield ""


def points() -> dict[str, float]:
    """Return what each exercise is worth."""
    worth: dict[str, float] = {}
    for cell in graded(read(COURSE.release(UNIT))):
        name = exercise_of(cell.metadata.nbgrader.grade_id)
        worth[name] = worth.get(name, 0) + cell.metadata.nbgrader.points
    return worth


def here(student: Student, worth: dict[str, float]) -> str:
    """Say what a submission gets here, which the tests make sure of."""
    if student.refused:
        return f"refused: {student.refused}"
    if student.loses is None:
        return "0"
    return f"{sum(worth.values()) - sum(worth[name] for name in student.loses):g}"


def elsewhere(chosen: list[str]) -> dict[str, str]:
    """Say what submissions, by default all, get from plain nbgrader, shut in."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        walls = [
            *("prlimit", f"--as={MEMORY}", f"--nproc={PROCESSES}"),
            *("bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"),
            *("--size", str(STORAGE), "--tmpfs", "/tmp", "--bind", folder, folder),
            # Linux counts the processes of an ordinary user only.
            *("--unshare-user", "--uid", "1234", "--unshare-pid", "--unshare-net"),
            "--die-with-parent",
            *("--setenv", "HOME", folder, "--setenv", "TMPDIR", folder, "--chdir", folder),
        ]
        command = [*walls, sys.executable, __file__, "--inside", folder, *chosen]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as inside:
            found = {}
            for line in inside.stdout:
                print(line, end="", flush=True)
                name, said = json.loads(line)
                found[name] = said
    return found


def inside(folder: Path, chosen: list[str]) -> None:
    """Grade submissions, each in a process of its own, and print what they got."""
    room = Room(COURSE, folder / "room")
    room.enter(UNIT)
    # One of them may end everything here: it comes last.
    for student in sorted(students(), key=lambda student: "kills_all" in student.name):
        if chosen and student.name not in chosen:
            continue
        copy = folder / student.name
        shutil.copytree(room.folder, copy)
        if "kills_all" in student.name:
            print(json.dumps([student.name, "nbgrader itself ends"]), flush=True)
        job = multiprocessing.get_context("fork").Process(
            target=grade_plainly, args=(student, copy)
        )
        job.start()
        job.join(PATIENCE)
        if job.is_alive():
            job.kill()
            print(json.dumps([student.name, f"hangs: stopped after {PATIENCE} s"]), flush=True)
        elif job.exitcode:
            print(json.dumps([student.name, "nbgrader itself ends"]), flush=True)
        shutil.rmtree(copy, ignore_errors=True)


class Room(Plain):
    """A classroom of plain nbgrader that does not wait long."""

    @property
    def config(self):
        """The course's, with nbgrader's own steps."""
        config = super().config
        config.Execute.timeout = SECONDS
        return config


def grade_plainly(student: Student, folder: Path) -> None:
    """Grade one submission and one after it, in one run of plain nbgrader."""
    room = Room(COURSE, folder)
    os.chdir(folder)
    student.hand_in(room.path("submitted", "a", UNIT).parent, short=True)
    if student.name in REACHES_OUT:
        room.hand_in(UNIT, NEXT, right_notebook())
    problem = ""
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):  # noqa: PTH123
        try:
            run_step(Autograde, room.config, UNIT)
        except Failed as error:
            problem = textwrap.shorten(str(error).replace(str(folder), ""), 80, placeholder=" ...")
    own = score(room, "a")
    said = "no grade" if own is None else f"{own:g}"
    if own is None and problem:
        said += f" ({problem})".replace("|", " ")
    if student.name in REACHES_OUT:
        other = score(room, NEXT)
        said += "; the next student gets " + ("no grade" if other is None else f"{other:g}")
    print(json.dumps([student.name, said]), flush=True)


def score(room: Plain, student: str) -> float | None:
    """Return what a student got; None if there is no grade."""
    with Gradebook(room.db_url, "cnn-basics") as gradebook:
        try:
            submission = gradebook.find_submission_notebook(UNIT, UNIT, student)
        except MissingEntry:
            return None
        if any(grade.auto_score is None for grade in submission.grades):
            return None
        return submission.score


if __name__ == "__main__":
    sys.exit(main())
