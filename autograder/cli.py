"""The command `autograder`."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from autograder.course import Course, Failed, Misuse, find_course
from autograder.sandbox import require
from autograder.sandbox.advice import RISK


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
    verb.add_argument(
        "--no-feedback", action="store_true", help="write no feedback, which takes as long again"
    )
    _add_how(verb)
    verb.set_defaults(run=grade)

    verb = verbs.add_parser("status", help="say what is graded, waits, was refused or failed")
    verb.add_argument(
        "units", nargs="*", metavar="UNIT", help="which; all with submissions if none"
    )
    verb.set_defaults(run=status)

    verb = verbs.add_parser("report", help="print marks and the mistakes behind the lost ones")
    verb.add_argument("units", nargs="*", metavar="UNIT", help="which; all with grades if none")
    _add_pages(verb)
    verb.set_defaults(run=report)

    verb = verbs.add_parser("similar", help="list answers that are nearly the same after renaming")
    verb.add_argument("units", nargs="*", metavar="UNIT", help="which; all with grades if none")
    _add_pages(verb)
    verb.set_defaults(run=similar)

    verb = verbs.add_parser("explain", help="show what was sent, expected and said, for an appeal")
    verb.add_argument("student", metavar="STUDENT", help="whose submission")
    verb.add_argument("unit", metavar="UNIT", help="of which unit")
    verb.set_defaults(run=explain)

    verb = verbs.add_parser(
        "sample", help="make a small class, grade it, see that it is graded well"
    )
    verb.add_argument("units", nargs="*", metavar="UNIT", help="which; all if none is named")
    verb.add_argument(
        "--mistakes", type=int, default=1, metavar="N", help="students with mistakes in a unit (1)"
    )
    _add_how(verb)
    verb.set_defaults(run=sample)
    return parser


def _add_pages(verb: argparse.ArgumentParser) -> None:
    """Add the option that writes pages in place of lines."""
    verb.add_argument(
        "--html",
        nargs="?",
        const="",
        metavar="FOLDER",
        help="write pages and CSV into a folder instead (autograder/classroom/reports)",
    )


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


def _add_how(verb: argparse.ArgumentParser) -> None:
    """Add the options that say where the work is done."""
    verb.add_argument(
        "--workers",
        type=int,
        default=os.cpu_count(),
        metavar="N",
        help="processes on this machine (one for each core)",
    )
    verb.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="of a Dask cluster that does the work, tcp://HOST:PORT",
    )
    verb.add_argument("--no-sandbox", action="store_true", help=f"{RISK[0].lower()}{RISK[1:]}")


def grade(course: Course, options: argparse.Namespace) -> int:
    """Grade the submissions that lie in the classroom, into its gradebook."""
    room = _classroom(course)
    work = []
    for unit in _units(room, options.units):
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
    return _grade(room, work, {}, options, feedback=not options.no_feedback)


def status(course: Course, options: argparse.Namespace) -> int:
    """Say for each unit what is graded, what waits and what went wrong."""
    from autograder.overview import status_of
    from autograder.record import Record

    room = _classroom(course)
    trouble = False
    with Record(room) as record:
        for unit in _units(room, options.units):
            found = status_of(room, record, unit)
            trouble = trouble or bool(found.waiting or found.refused or found.failed)
            print(found)
    return 1 if trouble else 0


def report(course: Course, options: argparse.Namespace) -> int:
    """Print the marks of the class, with the mistakes behind those that were lost."""
    from autograder.overview import mistakes, overview
    from autograder.record import Record
    from autograder.report import table

    if options.html is not None:
        return _pages(course, options)
    room = _classroom(course)
    marks = []
    with Record(room) as record:
        for unit in _units(room, options.units):
            entries = record.entries(unit)
            marks += overview(room, entries)
            print(mistakes(unit, entries))
    if not marks:
        raise Misuse("Nothing is graded yet: autograder grade")
    print(table(marks, {}))
    return 0


def _pages(course: Course, options: argparse.Namespace) -> int:
    """Write the report as pages, one a unit and one for the class."""
    from autograder.desk.facts import gather
    from autograder.desk.pages import report, write
    from autograder.record import Record
    from autograder.words import many

    folder = _folder(course, options)
    room = _classroom(course)
    with Record(room) as record:
        found = [gather(room, record, unit) for unit in _units(room, options.units)]
    units = [facts for facts in found if facts.rows]
    if not units:
        raise Misuse("Nothing is graded yet: autograder grade")
    write(folder, report(units))
    pages = many(len(units), "unit")
    print(f"{folder / 'index.html'}: {pages}, a page each, and CSV beside them")
    if idle := [facts.unit for facts in found if not facts.rows]:
        print(f"Without a page, as nothing is graded: {', '.join(idle)}")
    return 0


def similar(course: Course, options: argparse.Namespace) -> int:
    """Say which answers are nearly the same, as a place to look."""
    from autograder.desk.pages import similar_report, write
    from autograder.record import Record
    from autograder.similar import similar
    from autograder.words import many

    folder = None if options.html is None else _folder(course, options)
    room = _classroom(course)
    found = []
    with Record(room) as record:
        for unit in _units(room, options.units):
            _need_release(course, unit)
            found.append(similar(room, record, unit))
        names = record.names()
    if not any(one.submissions for one in found):
        raise Misuse("Nothing is graded yet: autograder grade")
    for one in found:
        if folder is None:
            print(one)
        elif one.submissions:
            page, *_ = write(folder, similar_report(one, names))
            print(f"{page}: {many(len(one.together), 'pair')} of students, and CSV beside it")
    return 0


def _folder(course: Course, options: argparse.Namespace) -> Path:
    """Return where pages go; `--html UNIT` names a unit, and no folder."""
    if options.html in course.units:
        options.units.append(options.html)
        options.html = ""
    return Path(options.html) if options.html else course.classroom / "reports"


def explain(course: Course, options: argparse.Namespace) -> int:
    """Show what one submission sent, what was expected of it and what the judge said."""
    from autograder.appeal import explained
    from autograder.record import Record

    room = _classroom(course)
    (unit,) = course.pick([options.unit])
    with Record(room) as record:
        entries = record.entries(unit, options.student)
    if not entries:
        raise Misuse(f"{options.student} has no grade in {unit}: autograder grade {unit}")
    print(explained(entries[0]))
    return 0


def _classroom(course: Course):
    from autograder.grading import Classroom

    return Classroom(course, course.classroom, course.config().CourseDirectory.db_url)


def _units(room, names: list[str]) -> list[str]:
    return [unit for unit in room.course.pick(names) if names or room.students(unit)]


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
    return _grade(room, list(students), students, options)


def _need_release(course: Course, unit: str) -> None:
    if not course.release(unit).is_file():
        raise Misuse(f"{unit} is not released. Release it: autograder release {unit}")


def _grade(
    room,
    work: list[tuple[str, str]],
    expected: Mapping,
    options: argparse.Namespace,
    feedback: bool = False,
) -> int:
    """Grade submissions, print the marks, and tell whether all went well."""
    from autograder.batch import run, tasks
    from autograder.overview import overview
    from autograder.progress import FEW, Progress
    from autograder.record import Record
    from autograder.report import table

    faults = list(_enter(room, work))
    many = "submission" if len(work) == 1 else "submissions"
    print(f"Grading {len(work):,} {many} in {room.folder}", flush=True)
    progress = Progress(len(work))
    graded = []
    with _workers(options) as workers, Record(room, progress.tell) as record:
        waiting = filter(None, _counted(tasks(room, record, work), progress))
        for one in run(record, waiting, workers, not options.no_sandbox, progress.tell):
            progress.add(one)
            if not one.failed:
                graded.append((one.unit, one.student))
        units = dict.fromkeys(unit for unit, _ in work)
        students = set(work)
        entries = [
            entry
            for unit in units
            for entry in record.entries(unit)
            if (unit, entry.student) in students
        ]
    progress.tell(f"{progress}")
    seconds = progress.seconds
    if feedback and graded:
        print(f"Writing feedback for {len(graded):,}", flush=True)
        faults += _feedback(room, graded, options)
    surprises, planted = [], {key: student.wrong for key, student in expected.items()}
    # A made-up class is compared however large it is: that is what it is for.
    if expected or len(work) <= FEW:
        marks = overview(room, entries)
        print(f"\n{table(marks, planted)}\n\nGraded in {seconds:.0f} s.")
        surprises = [
            f"{one.unit}: {surprise}"
            for one in marks
            if (one.unit, one.student) in expected
            and (surprise := expected[one.unit, one.student].surprise(one))
        ]
    problems = [
        f"{one.unit}: {one.student} was not graded: {why}"
        for one in entries
        if (why := one.problem or one.failure)
    ]
    for line in faults + (surprises or problems):
        print(line, file=sys.stderr)
    return 1 if faults or surprises or problems else 0


def _enter(room, work: list[tuple[str, str]]) -> Iterator[str]:
    """Tell the gradebook of the units, and give what is wrong with their releases."""
    course = room.course
    for unit in dict.fromkeys(unit for unit, _ in work):
        _need_release(course, unit)
        if room.enter(unit) != course.release(unit).read_bytes():
            yield f"notebooks/{unit} is stale. Make it again: autograder release {unit}"


def _counted(tasks: Iterable, progress) -> Iterator:
    for task in tasks:
        if task is None:
            progress.skip()
        yield task


@contextlib.contextmanager
def _workers(options: argparse.Namespace) -> Iterator:
    """Open what does the work, once it is sure that it may be done."""
    from autograder.workers import Cluster, Processes

    if options.workers < 1:
        raise Misuse(f"--workers must be 1 or more, and it is {options.workers}.")
    if options.no_sandbox:
        print(f"Without a sandbox: {RISK}", file=sys.stderr)
    elif not options.scheduler:
        require()
    found = Cluster(options.scheduler) if options.scheduler else Processes(options.workers)
    try:
        yield found
    except KeyboardInterrupt:
        raise Failed(
            "interrupted. What is recorded is safe; run the same command again to go on."
        ) from None
    finally:
        found.close()


def _feedback(room, graded: list[tuple[str, str]], options: argparse.Namespace) -> list[str]:
    from autograder.feedback import give
    from autograder.workers import Processes

    workers = Processes(options.workers)
    try:
        return list(give(room, graded, workers))
    finally:
        workers.close()
