"""Grade the same submissions with plain nbgrader and with `autograder grade`, and compare.

Run it as `make bench`, or with options: `.venv/bin/python tools/bench.py --help`. The class is made
of the course's own right and wrong answers, one after the other, until it is large enough.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.converters import Autograde

from autograder import batch, outside, sample
from autograder.cells import read
from autograder.course import Course, find_course
from autograder.grading import Classroom
from autograder.record import Record
from autograder.sandbox import require
from autograder.tools import quiet, run_step
from autograder.workers import Processes

PARTS = ("start", "run", "judge", "record")
LOOKS = 1.0
"""Seconds from one look at the memory in use to the next."""


def main() -> int:
    """Run the benchmark; 1 if the marks differ or a submission failed."""
    options = make_parser().parse_args()
    course = find_course(Path(__file__).parent)
    if options.plain_room:
        grade_plainly(Classroom(course, options.plain_room), options.unit)
        return 0
    unit = course.pick([options.unit] if options.unit else [])[0]
    require()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        rooms = [Classroom(course, Path(folder, name)) for name in ("plain", "ours")]
        plainly = min(options.plainly or options.number, options.number)
        for room, number in zip(rooms, (plainly, options.number), strict=True):
            hand_in(room, unit, number)
            room.enter(unit)
        print(f"{unit}: {options.number:,} submissions, {options.workers} workers", flush=True)
        plain = watched(lambda: in_a_process(rooms[0], unit)).shared_by(plainly)
        print(f"nbgrader autograde  {plain}  ({plainly:,} submissions)", flush=True)
        done: list[batch.Done] = []
        each = watched(ours(rooms[1], unit, options, done)).shared_by(options.number)
        print(f"autograder grade    {each}")
        print(f"ratio               {plain.seconds / each.seconds:6.1f}")
        tell_parts(done)
        failed = [one for one in done if one.problem]
        differ = differences(rooms, unit)
        print(f"failed              {len(failed)}")
        print(f"marks               {'equal' if not differ else f'different: {differ[:10]}'}")
    return 1 if failed or differ else 0


def make_parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unit", help="which (the first)")
    parser.add_argument("--number", type=int, default=40, help="submissions (40)")
    parser.add_argument("--plainly", type=int, help="how many of them nbgrader grades too (all)")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="one for each core")
    parser.add_argument(
        "--figures", action="store_true", help="run cells that only show something too"
    )
    parser.add_argument("--plain-room", type=Path, help=argparse.SUPPRESS)
    return parser


def hand_in(room: Classroom, unit: str, number: int) -> None:
    """Let a class hand in: right answers, wrong ones, none, again and again."""
    kinds = students(room.course, unit)
    release = read(room.course.release(unit))
    for count, student in enumerate(itertools.islice(itertools.cycle(kinds), number)):
        room.hand_in(unit, f"student-{count:06}", student.notebook(release))


def students(course: Course, unit: str) -> list[sample.Student]:
    """Return one student of each kind."""
    return [
        *sample.right_students(course, unit),
        sample.untouched_student(course, unit),
        *sample.wrong_students(course, unit),
    ]


def in_a_process(room: Classroom, unit: str) -> None:
    """Grade with plain nbgrader in a process of its own, as its command does."""
    command = [sys.executable, __file__, "--unit", unit, "--plain-room", str(room.folder)]
    subprocess.run(command, check=True)


def grade_plainly(room: Classroom, unit: str) -> None:
    """Run nbgrader's own steps, one submission after the other, without a sandbox."""
    config = room.config
    outside.leave_out(config)
    run_step(Autograde, config, unit)


def ours(
    room: Classroom, unit: str, options: argparse.Namespace, done: list[batch.Done]
) -> Callable[[], None]:
    """Return what grades with workers, and notes what each submission took."""

    def work() -> None:
        workers = Processes(options.workers)
        try:
            with Record(room) as record:
                names = [(unit, student) for student in room.students(unit)]
                waiting = batch.tasks(room, record, names, figures=options.figures)
                done.extend(batch.run(record, filter(None, waiting), workers, sandbox=True))
        finally:
            workers.close()

    return work


@dataclass(frozen=True)
class Cost:
    """What something took.

    Parameters
    ----------
    seconds : float
        By the clock.
    memory : int, bytes
        The most in use at one time, all processes together.
    """

    seconds: float
    memory: int

    def shared_by(self, number: int) -> Cost:
        """Return what one of so many submissions took."""
        return Cost(self.seconds / number, self.memory)

    def __str__(self) -> str:
        """For a submission."""
        return (
            f"{self.seconds:6.2f} s a submission, {60 / self.seconds:5.0f} a minute, "
            f"{self.memory / 1e6:6,.0f} MB at most"
        )


def watched(work: Callable[[], None]) -> Cost:
    """Run something and return what it took."""
    memory, ended = 0, threading.Event()

    def look() -> None:
        nonlocal memory
        while not ended.wait(LOOKS):
            memory = max(memory, sum(map(memory_of, family(os.getpid()))))

    thread = threading.Thread(target=look)
    thread.start()
    before = time.monotonic()
    try:
        work()
    finally:
        took = time.monotonic() - before
        ended.set()
        thread.join()
    return Cost(took, memory)


def family(process: int) -> Iterator[int]:
    """Give a process, its children, and theirs."""
    yield process
    try:
        children = [
            number
            for task in Path(f"/proc/{process}/task").iterdir()
            for number in (task / "children").read_text(encoding="ascii").split()
        ]
    except OSError:  # it has ended
        return
    for child in children:
        yield from family(int(child))


def memory_of(process: int) -> int:
    """Return the bytes that a process uses, what it shares counted in parts."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return sum(int(row.split()[1]) for row in text.splitlines() if row.startswith("Pss:")) * 1024


def tell_parts(done: list[batch.Done]) -> None:
    """Say where a worker's time went, and the writer's."""
    total: Counter[str] = Counter()
    for one in done:
        total.update(one.seconds)
    for part in PARTS:
        print(f"  {part:<7} {1000 * total[part] / len(done):7.0f} ms a submission")


def differences(rooms: list[Classroom], unit: str) -> list[str]:
    """Return the students that got other marks."""
    plain, ours = (marks(room, unit) for room in rooms)
    return [student for student in plain if plain[student] != ours.get(student)]


def marks(room: Classroom, unit: str) -> dict[str, dict[str, float]]:
    """Read all marks of a gradebook, by student and cell."""
    course_id = room.config.CourseDirectory.course_id
    with quiet(), Gradebook(room.db_url, course_id) as gradebook:
        return {
            one.student.id: {grade.name: grade.score for grade in one.grades}
            for one in gradebook.notebook_submissions(unit, unit)
        }


if __name__ == "__main__":
    sys.exit(main())
