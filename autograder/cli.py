"""The command `autograder`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from autograder.course import Course, Failed, Misuse, find_course


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Parameters
    ----------
    arguments : list of str, optional
        What stands after `autograder` on the command line.

    Returns
    -------
    int
        0 if all went well; 1 if something failed or was not as it should be; 2 for a misuse.
    """
    options = make_parser().parse_args(arguments)
    try:
        return options.run(find_course(options.course), options)
    except (Misuse, Failed) as error:
        print(f"autograder: {error}", file=sys.stderr)
        return 2 if isinstance(error, Misuse) else 1


def make_parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(
        prog="autograder",
        description="Release and grade the units of a course.",
        epilog="Exit status: 0 all went well, 1 something failed, 2 the command was misused.",
    )
    parser.add_argument(
        "--course", type=Path, default=Path(), metavar="DIR", help="the course's folder"
    )
    verbs = parser.add_subparsers(title="verbs", required=True, metavar="VERB")

    verb = verbs.add_parser("release", help="make notebooks/ from solutions/")
    verb.add_argument("units", nargs="*", metavar="UNIT", help="which; all if none is named")
    verb.add_argument("--check", action="store_true", help="change nothing, say what is stale")
    verb.set_defaults(run=release)

    verb = verbs.add_parser("grade", help="grade what was handed in and write feedback")
    verb.add_argument(
        "units", nargs="*", metavar="UNIT", help="which; all with submissions if none"
    )
    verb.add_argument("--student", help="only this student's submission")
    verb.set_defaults(run=grade)

    verb = verbs.add_parser(
        "sample", help="make a small class, grade it, see that it is graded well"
    )
    verb.add_argument("units", nargs="*", metavar="UNIT", help="which; all if none is named")
    verb.add_argument(
        "--mistakes", type=int, default=1, metavar="N", help="students with mistakes in a unit (1)"
    )
    verb.set_defaults(run=sample)
    return parser


def release(course: Course, options: argparse.Namespace) -> int:
    """Make releases, or say which are stale."""
    from autograder.release import build_all, orphans, replace, stale

    units = course.pick(options.units)
    left = [f"notebooks/{unit} has no source in solutions/. Delete it." for unit in orphans(course)]
    if options.check:
        found = [*stale(course, units), *left]
        print("\n".join(found) or f"{len(units)} releases are what their sources make.")
        return 1 if found else 0
    for unit, content in build_all(course, units):
        changed = replace(course.release(unit), content)
        print(f"notebooks/{unit}: {'made' if changed else 'unchanged'}", flush=True)
    print("\n".join(left), end="\n" if left else "")
    return 1 if left else 0


def grade(course: Course, options: argparse.Namespace) -> int:
    """Grade the submissions that lie in the classroom, into its gradebook."""
    from autograder.grading import Classroom

    room = Classroom(course, course.classroom)
    units = [unit for unit in course.pick(options.units) if options.units or room.students(unit)]
    work = []
    for unit in units:
        students = room.students(unit)
        if options.student:
            students = [student for student in students if student == options.student]
        if not students:
            who = options.student or "*"
            raise Misuse(f"Nothing is handed in: there is no {room.path('submitted', who, unit)}.")
        work += [(unit, student) for student in students]
    if not work:
        raise Misuse(
            f"Nothing is handed in: there is no {room.path('submitted', 'STUDENT', 'UNIT')}. "
            "`autograder sample` makes a small class to try."
        )
    return _grade(room, work, {}, feedback=True)


def sample(course: Course, options: argparse.Namespace) -> int:
    """Make a small class in a folder of its own, grade it and compare with what it must get."""
    from autograder.cells import read
    from autograder.grading import Classroom
    from autograder.sample import hand_in, small_class

    if options.mistakes < 0:
        raise Misuse(f"--mistakes must be 0 or more, and it is {options.mistakes}.")
    units = course.pick(options.units)
    for unit in units:
        _need_release(course, unit)
    room = Classroom(course, course.classroom / "sample")
    room.empty()
    students = {}
    for unit in units:
        made_up = small_class(course, unit, options.mistakes, every_kind=unit == units[0])
        hand_in(room, unit, made_up, read(course.release(unit)))
        students |= {(unit, student.name): student for student in made_up}
    return _grade(room, list(students), students)


def _need_release(course: Course, unit: str) -> None:
    if not course.release(unit).is_file():
        raise Misuse(f"{unit} is not released. Release it: autograder release {unit}")


def _grade(room, work: list[tuple[str, str]], expected: Mapping, feedback: bool = False) -> int:
    """Grade one submission after the other, print the marks, and tell whether all went well."""
    from autograder.report import table

    course, marks, faults = room.course, [], []
    started = time.monotonic()
    many = "submission" if len(work) == 1 else "submissions"
    print(f"Grading {len(work)} {many} in {room.folder}", flush=True)
    for number, (unit, student) in enumerate(work, 1):
        if unit not in room.known:
            _need_release(course, unit)
            if room.enter(unit) != course.release(unit).read_bytes():
                faults.append(
                    f"notebooks/{unit} is stale. Make it again: autograder release {unit}"
                )
        marks.append(room.grade(unit, student))
        if feedback and not marks[-1].problem:
            try:
                room.give_feedback(unit, student)
            except Failed as error:
                faults.append(f"{unit}: {student} has no feedback: {error}")
        result = marks[-1].problem or f"{marks[-1].score:g}/{marks[-1].points:g}"
        print(f"  {number}/{len(work)}  {unit}  {student}  {result}", flush=True)
    seconds = time.monotonic() - started
    planted = {key: student.wrong for key, student in expected.items()}
    print(f"\n{table(marks, planted)}\n\nGraded in {seconds:.0f} s.")
    surprises = [
        f"{one.unit}: {surprise}"
        for one in marks
        if (one.unit, one.student) in expected
        and (surprise := expected[one.unit, one.student].surprise(one))
    ]
    problems = [f"{one.unit}: {one.student} was not graded" for one in marks if one.problem]
    for line in faults + (surprises or problems):
        print(line, file=sys.stderr)
    return 1 if faults or surprises or problems else 0
