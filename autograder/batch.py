"""Grade many submissions: hand them to workers, record what comes back, lose nothing.

This process reads submissions and writes the gradebook; the workers do the rest. What it was doing
when it was killed is done again, and nothing else.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from datetime import datetime

from autograder import work
from autograder.course import Failed
from autograder.form import unit_form
from autograder.grading import Classroom
from autograder.kernels import NoKernel
from autograder.preload import modules_for
from autograder.record import Record
from autograder.sandbox import Unavailable
from autograder.submission import hand_over
from autograder.workers import Workers, describe, grade
from cnnbasics.checking import hidden_seed

AHEAD = 2
"""Tasks handed out at a time for each worker, so that none waits for the next."""
ATTEMPTS = 3
"""How often a submission is tried whose worker disappears or cannot start a kernel."""


@dataclass
class Task:
    """One submission on its way.

    Parameters
    ----------
    unit, student : str
        Whose it is.
    item : Item
        What a worker gets.
    key : str
        Of that.
    stamp : datetime or None
        When it was handed in.
    attempts : int
        How often it was handed out and did not come back.
    """

    unit: str
    student: str
    item: work.Item
    key: str
    stamp: datetime | None
    attempts: int = 0


@dataclass(frozen=True)
class Done:
    """One submission that needs no more work.

    Parameters
    ----------
    unit, student : str
        Whose it is.
    problem : str
        Why it was refused or could not be graded; empty if it was graded.
    failed : bool
        Whether the problem is the grader's or the machine's, so that it is tried again next time.
    score, points : float
        What it earned and could earn; what waits for a human counts nothing.
    seconds : dict
        By part: start, run, judge, record.
    """

    unit: str
    student: str
    problem: str = ""
    failed: bool = False
    score: float = 0
    points: float = 0
    seconds: dict[str, float] = field(default_factory=dict)


def tasks(
    room: Classroom, record: Record, submissions: Iterable[tuple[str, str]], **options: bool
) -> Iterator[Task | None]:
    """Give the submissions that have no grade yet, or whose grade is of something else.

    Parameters
    ----------
    room : Classroom
        Where they lie.
    record : Record
        What was graded.
    submissions : iterable
        Pairs of unit and student.
    **options
        Fields of `work.Item`.

    Yields
    ------
    Task or None
        None for one that needs no work.
    """
    units: dict[str, tuple] = {}
    seed = hidden_seed()
    for unit, student in submissions:
        if unit not in units:
            form = unit_form(room.course, unit)
            units[unit] = form, modules_for(form), record.keys(unit)
        form, modules, known = units[unit]
        folder = room.path("submitted", student, unit).parent
        submission = hand_over(folder)
        item = work.make_item(unit, form, submission, seed, preload=modules, **options)
        key = item.key
        if known.get(student) == key:
            yield None
        else:
            yield Task(unit, student, item, key, submission.stamp)


def run(
    record: Record,
    waiting: Iterator[Task],
    workers: Workers,
    sandbox: bool,
    tell: Callable[[str], None] = print,
) -> Iterator[Done]:
    """Grade submissions and record each as it comes back.

    Parameters
    ----------
    record : Record
        The one writer.
    waiting : iterator of Task
        What to do; it is asked for one at a time, so that they are not all in memory.
    workers : Workers
        Who does it.
    sandbox : bool
        Whether kernels are sandboxed.
    tell : callable
        Is told what is odd.

    Yields
    ------
    Done
        As each is recorded, in the order in which they come back.

    Raises
    ------
    Failed
        If nothing can be recorded, or the course itself is at fault.
    """
    out: dict[Future[bytes], Task] = {}
    suspects: deque[Task] = deque()
    more = True
    while more or out or suspects:
        while more and len(out) < AHEAD * workers.number:
            task = next(waiting, None)
            more = task is not None
            if task is not None:
                _hand_out(out, task, workers, sandbox)
        if not (more or out) and suspects:
            # Alone, so that it is known whose worker disappears.
            _hand_out(out, suspects.popleft(), workers, sandbox)
        came, _ = wait(out, return_when=FIRST_COMPLETED)
        lost = []
        for future in came:
            task = out.pop(future)
            try:
                data = future.result()
            except (*workers.lost, NoKernel, Unavailable) as error:
                lost.append((task, error))
            except Failed:
                raise
            except Exception as error:  # a bug must not stop the batch, and is told
                yield _fail(record, task, f"the grader failed: {describe(error)}")
            else:
                yield _save(record, task, data)
        if any(isinstance(error, workers.lost) for _, error in lost):
            # Whoever was at work goes down together, also where it is not known yet.
            lost += [(task, None) for task in out.values()]
            out.clear()
            tell("A worker disappeared; what it was doing is done again.")
            workers.renew()
        for task, error in lost:
            task.attempts += 1
            if task.attempts < ATTEMPTS:
                suspects.append(task)
            else:
                why = str(error) if isinstance(error, NoKernel | Unavailable) else ""
                why = why or f"its worker disappeared {task.attempts} times"
                yield _fail(record, task, why)


def _hand_out(out: dict[Future[bytes], Task], task: Task, workers: Workers, sandbox: bool) -> None:
    try:
        out[workers.executor.submit(grade, task.item.pack(), sandbox)] = task
    except workers.lost:
        # It was lost between two tasks, and nobody's fault.
        workers.renew()
        out[workers.executor.submit(grade, task.item.pack(), sandbox)] = task


def _save(record: Record, task: Task, data: bytes) -> Done:
    result = work.Result.unpack(data)
    before = time.monotonic()
    record.save(task.student, task.key, task.item.seed, result, task.stamp)
    seconds = vars(result.times) | {"record": time.monotonic() - before}
    scores, points = zip(*result.marks.values(), strict=True) if result.marks else ((), ())
    score = sum(one or 0 for one in scores)
    return Done(task.unit, task.student, result.problem, False, score, sum(points), seconds=seconds)


def _fail(record: Record, task: Task, why: str) -> Done:
    record.fail(task.unit, task.student, task.key, task.item.seed, why)
    return Done(task.unit, task.student, why, failed=True)
