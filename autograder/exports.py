"""Write the marks in the CSV that Canvas, Moodle and Blackboard import, for `nbgrader export`."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import Assignment, Gradebook, Student, SubmittedAssignment
from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Dict, Unicode

from autograder.course import Failed
from autograder.tables import calculates, inert, read_table


@dataclass(frozen=True)
class Mark:
    """What a student got in a unit.

    Parameters
    ----------
    score : float
        The marks, less what lateness costs.
    comments : str
        What a human wrote about it, a line for each exercise; mostly empty.
    """

    score: float
    comments: str = ""

    def __str__(self) -> str:
        """The marks, with as many decimals as gradebooks keep."""
        return f"{self.score:.2f}".rstrip("0").rstrip(".")


@dataclass
class ClassMarks:
    """What a gradebook knows.

    Parameters
    ----------
    units : dict
        Points by unit, in the units' order.
    students : dict
        By id.
    marks : dict
        By unit and student, of those that have one.
    waiting : list of tuple
        Unit and student of what was handed in and has no mark yet.
    """

    units: dict[str, float]
    students: dict[str, Student]
    marks: dict[tuple[str, str], Mark] = field(default_factory=dict)
    waiting: list[tuple[str, str]] = field(default_factory=list)


def read_class(gradebook: Gradebook, units: Iterable[str], students: Iterable[str]) -> ClassMarks:
    """Read a gradebook.

    Parameters
    ----------
    gradebook : Gradebook
        nbgrader's.
    units, students : iterable of str
        Which; all if none is named.

    Returns
    -------
    ClassMarks

    Raises
    ------
    Failed
        If one that is named is not in the gradebook.
    """
    all_units = {unit.name: unit for unit in gradebook.assignments}
    all_students = {student.id: student for student in gradebook.students}
    chosen = _chosen("unit", sorted(all_units), units)
    known = {name: all_students[name] for name in _chosen("student", all_students, students)}
    found = ClassMarks({unit: float(all_units[unit].max_score) for unit in chosen}, known)
    for unit in chosen:
        for submission in _submissions(all_units[unit]):
            key = (unit, submission.student.id)
            if submission.student.id not in known:
                continue
            if _waits(submission):
                found.waiting.append(key)
            else:
                score = submission.score - (submission.late_submission_penalty or 0)
                found.marks[key] = Mark(max(0.0, score), _comments(submission))
    return found


def _chosen(kind: str, known: Iterable[str], names: Iterable[str]) -> list[str]:
    known, names = list(known), [str(name) for name in names]
    for name in names:
        if name not in known:
            raise Failed(f"There is no {kind} `{name}` in the gradebook. There are: {known}.")
    return [name for name in known if name in names] if names else known


def _submissions(unit: Assignment) -> list[SubmittedAssignment]:
    return sorted(unit.submissions, key=lambda submission: submission.student.id)


def _waits(submission: SubmittedAssignment) -> bool:
    """Tell whether there is a graded cell that neither the grader nor a human gave a mark for."""
    return any(
        grade.auto_score is None and grade.manual_score is None and grade.max_score
        for notebook in submission.notebooks
        for grade in notebook.grades
    )


def _comments(submission: SubmittedAssignment) -> str:
    return "\n".join(
        f"{comment.name}: {comment.manual_comment}"
        for notebook in submission.notebooks
        for comment in sorted(notebook.comments, key=lambda comment: comment.name)
        if comment.manual_comment
    )


class GradebookExporter(ExportPlugin):
    """Write a table for one system's gradebook.

    With the gradebook that the system itself gives, the rows, the ids and the columns are those of
    that file, so that the system finds all of them again. Where there is no mark here, its own
    stays.
    """

    system = ""
    """What it is called."""

    identity: tuple[str, ...] = ()
    """The columns that say who it is, in their order."""

    rest: tuple[str, ...] = ()
    """Others that are kept where the system's own table has them."""

    names: tuple[str, ...] = ()
    """Those of all these that nobody is found by."""

    encoding = "utf-8"
    quoting = csv.QUOTE_MINIMAL

    roster = Unicode(help="The gradebook as the system gives it: a file.").tag(config=True)
    identified_by = Unicode(help="The column that holds the students' ids.").tag(config=True)
    columns = Dict(
        key_trait=Unicode(),
        value_trait=Unicode(),
        help="What the units' columns are called in the system, where not like the units.",
    ).tag(config=True)
    missing = Unicode(help="What stands where nothing was handed in: empty, or 0.").tag(config=True)

    def export(self, gradebook: Gradebook) -> None:
        """Write the table, and say what could not be written.

        Parameters
        ----------
        gradebook : Gradebook
            nbgrader's.

        Raises
        ------
        SystemExit
            With status 1 if a mark is not in the table. All others are.
        """
        try:
            left_out = self._export(gradebook)
        except (Failed, OSError) as error:
            left_out = [str(error)]
        for line in left_out:
            self.log.error(line)
        if left_out:
            raise SystemExit(1)

    def identify(self, student: Student) -> dict[str, str]:
        """Return what is known of a student, by column.

        Parameters
        ----------
        student : Student
            In nbgrader's gradebook.

        Returns
        -------
        dict
        """
        raise NotImplementedError

    def heads(self, unit: str, points: float, column: str, several: bool) -> list[str]:
        """Return the names of the columns of a unit.

        Parameters
        ----------
        unit : str
            The unit.
        points : float
            What can be got in it.
        column : str
            What the system calls its column; empty if it has none.
        several : bool
            Whether there are other units in the table.
        """
        return [column or unit]

    def cells(self, mark: Mark | None, kept: str, several: bool) -> list[str]:
        """Return what stands in those columns.

        Parameters
        ----------
        mark : Mark or None
            The mark, if there is one.
        kept : str
            What stands there if there is none.
        several : bool
            Whether there are other units in the table.
        """
        return [str(mark) if mark else kept]

    def before(self, header: list[str], points: list[float]) -> list[list[str]]:
        """Return rows between the header and the students.

        Parameters
        ----------
        header : list of str
            The columns that say who it is.
        points : list of float
            Of the units.
        """
        return []

    def points_in(self, column: str, header: list[str], rows: list[list[str]]) -> str:
        """Return how many points the system gives for a column; empty if it does not say so."""
        return ""

    def is_student(self, row: Mapping[str, str]) -> bool:
        """Tell whether a row of the system's is a student's."""
        return bool(row[self.identified_by])

    def _export(self, gradebook: Gradebook) -> list[str]:
        known = read_class(gradebook, self.assignment, self.student)
        if not known.units:
            return ["There is no unit in the gradebook yet: autograder grade"]
        header, old, rows = self._identities(known)
        columns = {unit: self._column(unit, old) for unit in known.units}
        if self.roster:
            self._compare(known.units, columns, old)
        several = len(known.units) > 1
        table = [list(header)]
        for unit, points in known.units.items():
            table[0] += self.heads(unit, points, columns[unit], several)
        table += self.before(header, list(known.units.values()))
        # User names and addresses are written in any case.
        ids = {student.casefold(): student for student in known.students}
        written, left_out = set(), []
        for row in rows:
            name = row[self.identified_by].strip()
            student = name if name in known.students else ids.get(name.casefold(), "")
            if name := next((row[k] for k in header if self._is_key(k) and calculates(row[k])), ""):
                if student:
                    left_out.append(
                        f"`{student}` is not in the table: a spreadsheet would take `{name}` for "
                        f"a formula, and {self.system} would not know it, written otherwise."
                    )
                    written.add(student)
                continue
            line = [row[key] if self._is_key(key) else _shown(row[key]) for key in header]
            for unit in known.units:
                # A hyphen is Moodle's word for no mark.
                kept = row.get(columns[unit], "").strip().strip("-")
                if (unit, student) not in known.marks and (unit, student) not in known.waiting:
                    kept = kept or self.missing
                line += self.cells(known.marks.get((unit, student)), kept, several)
            table.append(line)
            if student:
                written.add(student)
        to = Path(self.to or f"{self.system.lower()}.csv")
        with to.open("w", encoding=self.encoding, newline="") as file:
            csv.writer(file, quoting=self.quoting).writerows(table)
        self.log.info("Wrote %s: %d of %d students", to, len(written), len(known.students))
        return left_out + self._left_out(known, written)

    def _left_out(self, known: ClassMarks, written: set[str]) -> list[str]:
        """Say whose marks are not in the table."""
        lines = [
            f"`{student}` of {unit} has no mark yet: autograder status {unit}"
            for unit, student in known.waiting
        ]
        lost = {student for _, student in known.marks} - written
        return lines + [
            f"`{student}` is not in {self.roster}, in the column `{self.identified_by}`. Another "
            f"column? --{type(self).__name__}.identified_by=COLUMN"
            for student in sorted(lost)
        ]

    def _identities(self, known: ClassMarks) -> tuple[list[str], _Roster, list[dict[str, str]]]:
        """Return the columns that say who it is, and a row for each student."""
        if not self.roster:
            header = list(dict.fromkeys([*self.identity, self.identified_by]))
            rows = [
                dict.fromkeys(header, "")
                | self.identify(student)
                | {self.identified_by: student.id}
                for student in sorted(known.students.values(), key=_by_name)
            ]
            return header, _Roster(), rows
        header, lines = read_table(Path(self.roster))
        if self.identified_by not in header:
            raise Failed(
                f"{self.roster} has no column `{self.identified_by}`, but {header}. Is it the "
                f"gradebook from {self.system}? Another column: "
                f"--{type(self).__name__}.identified_by=COLUMN"
            )
        rows = [dict(zip(header, line, strict=True)) for line in lines]
        wanted = (*self.identity, *self.rest, self.identified_by)
        kept = [name for name in header if name in wanted]
        students = [row for row in rows if self.is_student(row)]
        return kept, _Roster(header, lines), students

    def _is_key(self, column: str) -> bool:
        return column not in self.names or column == self.identified_by

    def _column(self, unit: str, roster: _Roster) -> str:
        """Return what the system calls the column of a unit; empty if it has none."""
        wanted = self.columns.get(unit, unit)
        found = [name for name in roster.header if name == wanted or bare(name) == wanted]
        if len(found) > 1:
            raise Failed(f"{self.roster} has {len(found)} columns for {unit}: {found}.")
        if not found and unit in self.columns and self.roster:
            raise Failed(f"{self.roster} has no column `{wanted}`, but {roster.header}.")
        return found[0] if found else self.columns.get(unit, "")

    def _compare(
        self, units: Mapping[str, float], columns: Mapping[str, str], roster: _Roster
    ) -> None:
        """Say what will not be as expected after the import."""
        for unit, points in units.items():
            column = columns[unit]
            if not column:
                self.log.warning(
                    "%s has no column for %s, and makes one or asks. If it has another name, in "
                    "nbgrader_config.py: c.%s.columns = {%r: NAME}",
                    self.system,
                    unit,
                    type(self).__name__,
                    unit,
                )
                continue
            said = self.points_in(column, roster.header, roster.rows)
            if said and not _same(said, points):
                self.log.warning(
                    "%s gives %s points for %s, and the unit has %g. Set them there.",
                    self.system,
                    said,
                    unit,
                    points,
                )


@dataclass(frozen=True)
class _Roster:
    """The system's own table."""

    header: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def bare(column: str) -> str:
    """Return the name of an assignment in the name of its column.

    Examples
    --------
    >>> bare("Unit 1 (93841)"), bare("Unit 1 [Total Pts: 10 Score] |664617")
    ('Unit 1', 'Unit 1')
    >>> bare("Assignment: Unit 1 (Real)")
    'Unit 1'
    """
    column = re.sub(r" \[Total Pts: [^\]]*\].*$| \((?:\d+|Real)\)$", "", column)
    return column.removeprefix("Assignment: ").removeprefix("Assignment:")


def _same(said: str, points: float) -> bool:
    try:
        return float(said) == points
    except ValueError:
        return False


def _by_name(student: Student) -> tuple[str, str, str]:
    return (student.last_name or "", student.first_name or "", student.id)


def _shown(name: str) -> str:
    """Return a name on one line, and harmless."""
    return inert(" ".join(name.split()))


class CanvasExporter(GradebookExporter):
    """For Canvas: Grades > Import.

    Canvas finds a student by its own number, `ID`, which `CanvasCollector` gives students as id.
    Comments cannot be imported there.
    """

    system = "Canvas"
    identity = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
    rest = ("LastName", "FirstName", "Integration ID", "Root Account")
    names = ("Student", "LastName", "FirstName", "Section")
    identified_by = Unicode(
        "ID", help="The column that holds the students' ids: ID, SIS User ID, SIS Login ID."
    ).tag(config=True)

    def identify(self, student: Student) -> dict[str, str]:
        """Give the name as Canvas does."""
        if self.identified_by == "ID" and not student.id.isdecimal():
            raise Failed(
                f"Canvas' own ID is a number, and a student here is called `{student.id}`. If that "
                "is the login: --CanvasExporter.identified_by='SIS Login ID'"
            )
        names = [student.last_name, student.first_name]
        return {"Student": ", ".join(name for name in names if name) or student.id}

    def before(self, header: list[str], points: list[float]) -> list[list[str]]:
        """Give the row with the points, which Canvas knows by its first words."""
        blank = [""] * (len(header) - 1)
        return [["    Points Possible", *blank, *(f"{value:g}" for value in points)]]

    def points_in(self, column: str, header: list[str], rows: list[list[str]]) -> str:
        """Read that row."""
        at = header.index(column)
        return next((row[at].strip() for row in rows if "Points Possible" in row[0]), "")


class MoodleExporter(GradebookExporter):
    """For Moodle: Grades > Import > CSV file, UTF-8, separated by commas.

    Moodle asks which column says who it is and which one holds what. With the marks comes a column
    of comments, which Moodle calls feedback.
    """

    system = "Moodle"
    identity = ("First name", "Last name", "ID number", "Username", "Email address")
    rest = ("Surname",)
    names = ("First name", "Last name", "Surname")
    identified_by = Unicode(
        "Email address",
        help="The column that holds the students' ids: Email address, Username, ID number.",
    ).tag(config=True)
    comments = Bool(True, help="Whether to write comments too.").tag(config=True)

    def identify(self, student: Student) -> dict[str, str]:
        """Give what Moodle shows."""
        if self.identified_by == "Email address" and "@" not in student.id:
            raise Failed(
                f"Students are found by their address, and one here is called `{student.id}`. If "
                "that is the user name: --MoodleExporter.identified_by=Username"
            )
        return {
            "First name": student.first_name or "",
            "Last name": student.last_name or "",
            "Email address": student.email or "",
        }

    def heads(self, unit: str, points: float, column: str, several: bool) -> list[str]:
        """Give the marks and the comments."""
        return [column or unit, *([f"{unit} (feedback)"] if self.comments else [])]

    def cells(self, mark: Mark | None, kept: str, several: bool) -> list[str]:
        """Give them."""
        comments = [inert(mark.comments) if mark else ""] if self.comments else []
        return [str(mark) if mark else kept, *comments]


class BlackboardExporter(GradebookExporter):
    """For Blackboard: Gradebook > Upload, separated by commas.

    Blackboard finds a student by the user name and a column by the number behind its name, which
    only its own table has. Comments are written if there is one unit.
    """

    system = "Blackboard"
    identity = ("Last Name", "First Name", "Username", "Student ID")
    names = ("Last Name", "First Name")
    encoding = "utf-8-sig"
    quoting = csv.QUOTE_ALL
    identified_by = Unicode(
        "Username", help="The column that holds the students' ids: Username, Student ID."
    ).tag(config=True)

    def identify(self, student: Student) -> dict[str, str]:
        """Give what Blackboard shows."""
        return {"Last Name": student.last_name or "", "First Name": student.first_name or ""}

    def heads(self, unit: str, points: float, column: str, several: bool) -> list[str]:
        """Give the marks and, as in the download of one column, the comments."""
        # Points stand in the name only where a number follows: in any other it is a part of it.
        return [column or unit, *([] if several else ["Feedback to Learner", "Feedback Format"])]

    def cells(self, mark: Mark | None, kept: str, several: bool) -> list[str]:
        """Give them, the comments as HTML."""
        words = html.escape(mark.comments, quote=False).replace("\n", "<br>") if mark else ""
        return [
            str(mark) if mark else kept,
            *([] if several else [inert(words), "HTML" if words else ""]),
        ]

    def points_in(self, column: str, header: list[str], rows: list[list[str]]) -> str:
        """Read the points in the column's name."""
        match = re.search(r"\[Total Pts: (?:up to )?([\d.]+)", column)
        return match[1] if match else ""
