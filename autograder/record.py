"""Write what became of submissions into nbgrader's gradebook: one writer, one transaction each.

Beside nbgrader's own tables there is one more, in the same transaction: which submission, in which
form and environment, has its grade, and what the judge said. So a grade is there wholly or not.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from nbformat import from_dict
from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Gradebook,
    InvalidEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import compute_checksum, is_solution
from sqlalchemy import BigInteger, Column, DateTime, MetaData, String, Table, Text, event, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError

from autograder.course import Failed
from autograder.grading import Classroom
from autograder.tools import quiet
from autograder.work import Result

PATIENCE = 60
"""Seconds that another program may keep the gradebook locked."""

TABLE = Table(
    "autograder_result",
    MetaData(),
    Column("unit", String(128), primary_key=True),
    Column("student", String(128), primary_key=True),
    Column("key", String(64), nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("failure", Text, nullable=False),
    Column("result", Text, nullable=False),
)


@dataclass(frozen=True)
class Entry:
    """What is known of one submission.

    Parameters
    ----------
    unit, student : str
        Whose it is.
    key : str
        Of the work item; see `work.Item.key`.
    seed : int
        Of the hidden checks.
    at : datetime
        When it was graded, in UTC.
    failure : str
        Why there is no grade, which is no fault of the submission; empty if there is one.
    marks, verdicts, notes, problem, times
        As in `work.Result`; nothing in them after a failure.
    """

    unit: str
    student: str
    key: str
    seed: int
    at: datetime
    failure: str = ""
    marks: dict[str, tuple[float | None, float]] = field(default_factory=dict)
    verdicts: dict[str, dict[str, Any]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    problem: str = ""
    times: dict[str, float] = field(default_factory=dict)


@dataclass
class Booked:
    """What nbgrader's own tables hold of one submission.

    Parameters
    ----------
    handed_in : datetime or None
        When, in UTC.
    penalty : float
        Marks that lateness costs.
    scores : dict
        By the graded cell's id, what it earned, with marks by hand and extra credit; None where a
        human has to look first.
    """

    handed_in: datetime | None = None
    penalty: float = 0.0
    scores: dict[str, float | None] = field(default_factory=dict)


class Record:
    """The gradebook of a classroom, open for writing.

    Parameters
    ----------
    room : Classroom
        Whose gradebook.
    tell : callable
        Is told in words what keeps it waiting.
    """

    def __init__(self, room: Classroom, tell: Callable[[str], None] = print) -> None:
        self.room = room
        self.config = room.config
        self._tell = tell
        self._known_names: dict[str, dict[str, str]] = {}
        with quiet():
            self._gradebook = Gradebook(room.db_url, self.config.CourseDirectory.course_id)
        event.listen(self._gradebook.engine, "connect", _hasten)
        self._gradebook.engine.dispose()
        TABLE.metadata.create_all(self._gradebook.engine)
        self._late = AssignLatePenalties(config=self.config)
        self._late.init_plugin()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._gradebook.close()

    def keys(self, unit: str) -> dict[str, str]:
        """Return the key of each submission of a unit that has its grade, by student."""
        query = select(TABLE.c.student, TABLE.c.key).where(
            TABLE.c.unit == unit, TABLE.c.failure == ""
        )
        with self._gradebook.engine.connect() as connection:
            found = dict(tuple(row) for row in connection.execute(query))
        return {
            student: key
            for student, key in found.items()
            if self.room.path("autograded", student, unit).is_file()
        }

    def entries(self, unit: str, student: str | None = None) -> list[Entry]:
        """Return what is known of a unit's submissions, or of one student's."""
        query = select(TABLE).where(TABLE.c.unit == unit).order_by(TABLE.c.student)
        if student is not None:
            query = query.where(TABLE.c.student == student)
        with self._gradebook.engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return [_entry(dict(row)) for row in rows]

    def booked(self, unit: str) -> dict[str, Booked]:
        """Return what nbgrader's tables hold of a unit's submissions, by student."""
        waits = Grade.auto_score.is_(None) & Grade.manual_score.is_(None)
        query = (
            select(
                SubmittedAssignment.student_id,
                SubmittedAssignment.timestamp,
                SubmittedNotebook.late_submission_penalty,
                BaseCell.name,
                Grade.score,
                waits,
            )
            .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
            .join(BaseCell, Grade.cell_id == BaseCell.id)
            .where(Assignment.name == unit)
        )
        found: dict[str, Booked] = {}
        with self._gradebook.engine.connect() as connection:
            for student, stamp, penalty, cell, score, waiting in connection.execute(query):
                booked = found.setdefault(student, Booked(stamp, penalty or 0.0))
                booked.scores[cell] = None if waiting else score
        return found

    def names(self) -> dict[str, str]:
        """Return what the gradebook calls each student, by id; an id alone has an empty name."""
        query = select(Student.id, Student.first_name, Student.last_name).order_by(Student.id)
        with self._gradebook.engine.connect() as connection:
            rows = connection.execute(query).all()
        return {who: " ".join(filter(None, [first, last])) for who, first, last in rows}

    def save(
        self, student: str, key: str, seed: int, result: Result, stamp: datetime | None
    ) -> None:
        """Record a grade; marks and extensions that an instructor gave stay.

        Parameters
        ----------
        student : str
            Whose.
        key : str
            Of the work item.
        seed : int
            Of the hidden checks.
        result : Result
            What became of it.
        stamp : datetime or None
            When it was handed in, in UTC.

        Raises
        ------
        Failed
            If it cannot be written; nothing of it is in the gradebook then.
        """
        kept = asdict(result)
        del kept["notebook"], kept["unit"]
        path = self.room.path("autograded", student, result.unit)

        def write(connection: Connection) -> None:
            submission = self._submission(student, result.unit, stamp)
            self._fill(submission, result)
            self._remember(connection, result.unit, student, key, seed, "", kept)

        with _explained(path):
            # The grade refers to it, so it is there first.
            _replace(path, result.notebook)
            if stamp is not None:
                _replace(path.with_name("timestamp.txt"), f"{stamp:%Y-%m-%d %H:%M:%S.%f} UTC\n")
        self._write(write)

    def fail(self, unit: str, student: str, key: str, seed: int, why: str) -> None:
        """Record that a submission has no grade, for a reason that is no fault of its own.

        Parameters
        ----------
        unit, student : str
            Whose.
        key : str
            Of the work item.
        seed : int
            Of the hidden checks.
        why : str
            The reason.

        Raises
        ------
        Failed
            If it cannot be written.
        """

        def write(connection: Connection) -> None:
            self._submission(student, unit, None)
            self._remember(connection, unit, student, key, seed, why, {})

        self._write(write)

    def _write(self, write: Callable[[Connection], None]) -> None:
        """Write in one transaction, again if another program has the gradebook locked."""
        end = time.monotonic() + PATIENCE
        told = False
        while True:
            try:
                with quiet(), self._transaction() as connection:
                    write(connection)
                return
            except (OperationalError, InvalidEntry) as error:
                # nbgrader makes an error of its own of what the database says at some places.
                cause = error.__context__ if isinstance(error, InvalidEntry) else error
                if not isinstance(cause, OperationalError):
                    raise
                if "locked" not in str(cause.orig) or time.monotonic() > end:
                    address = self._gradebook.engine.url
                    raise Failed(
                        f"the gradebook {address} cannot be written to: {cause.orig}. What "
                        "is recorded is safe; run the same command again to go on."
                    ) from error
                if not told:
                    self._tell("Another program has locked the gradebook; waiting for it.")
                told = True

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """Let nbgrader's API, which commits after each step, work in one transaction."""
        session = self._gradebook.db
        with self._gradebook.engine.begin() as connection:
            session.remove()
            session.configure(
                bind=connection, join_transaction_mode="rollback_only", expire_on_commit=False
            )
            try:
                yield connection
                session.flush()
            finally:
                session.remove()
                session.configure(bind=self._gradebook.engine)

    def _submission(self, student: str, unit: str, stamp: datetime | None) -> SubmittedAssignment:
        stamped = {} if stamp is None else {"timestamp": stamp}
        self._gradebook.update_or_create_student(student)
        return self._gradebook.update_or_create_submission(unit, student, **stamped)

    def _fill(self, submission: SubmittedAssignment, result: Result) -> None:
        """Write the marks as nbgrader's own SaveAutoGrades does: never over a human's."""
        idle = set(_without_response(result.notebook))
        for submitted in submission.notebooks:
            names = self._names(submitted)
            for grade in submitted.grades:
                grade.auto_score = result.marks[names[grade.cell_id]][0]
                by_hand = grade.manual_score is not None
                grade.needs_manual_grade = by_hand or grade.auto_score is None
            for comment in submitted.comments:
                comment.auto_comment = "No response." if names[comment.cell_id] in idle else None
            self._punish_lateness(submission, submitted)

    def _names(self, submitted: SubmittedNotebook) -> dict[str, str]:
        """Return what the cells of a unit are called, by the gradebook's own numbers."""
        known = self._known_names.get(submitted.notebook_id)
        if known is None:
            notebook = submitted.notebook
            cells = [*notebook.grade_cells, *notebook.solution_cells, *notebook.task_cells]
            known = {cell.id: cell.name for cell in cells}
            self._known_names[submitted.notebook_id] = known
        return known

    def _punish_lateness(
        self, submission: SubmittedAssignment, notebook: SubmittedNotebook
    ) -> None:
        notebook.late_submission_penalty = None
        if submission.assignment.duedate is None or submission.total_seconds_late <= 0:
            return
        self._gradebook.db.flush()
        self._gradebook.db.refresh(notebook)
        penalty = self._late.plugin_inst.late_submission_penalty(
            submission.student.id, notebook.score, submission.total_seconds_late
        )
        if penalty is not None:
            notebook.late_submission_penalty = min(max(penalty, 0), notebook.score)

    def _remember(
        self,
        connection: Connection,
        unit: str,
        student: str,
        key: str,
        seed: int,
        failure: str,
        result: dict[str, Any],
    ) -> None:
        where = (TABLE.c.unit == unit, TABLE.c.student == student)
        connection.execute(TABLE.delete().where(*where))
        values = {
            "unit": unit,
            "student": student,
            "key": key,
            "seed": seed,
            "at": datetime.now(UTC).replace(tzinfo=None),
            "failure": failure,
            "result": json.dumps(result),
        }
        connection.execute(TABLE.insert().values(values))


def _hasten(connection: Any, _: Any) -> None:
    """Let SQLite keep its journal's file, which spares each commit the disk's slowest step."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA journal_mode = TRUNCATE")


def _without_response(notebook: str) -> Iterator[str]:
    """Give the answer cells that are as they were handed out."""
    # The grader wrote it itself, so it need not be proved to be a notebook.
    for cell in json.loads(notebook)["cells"]:
        if "nbgrader" in cell["metadata"]:
            node = from_dict(cell | {"source": "".join(cell["source"])})
            given = node.metadata.nbgrader.get("checksum")
            if is_solution(node) and given == compute_checksum(node):
                yield node.metadata.nbgrader.grade_id


def _entry(row: dict[str, Any]) -> Entry:
    result = json.loads(row.pop("result"))
    return Entry(**row, **result)


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Failed(
            f"{path} cannot be written: {error.strerror}. What is recorded is safe; run the same "
            "command again to go on."
        ) from error


def _replace(path: Path, text: str) -> None:
    """Write a file that is there wholly or, after a power cut too, not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
