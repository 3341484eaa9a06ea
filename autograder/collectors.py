"""Read the zip of submissions that Canvas, Moodle and Blackboard give, for `nbgrader zip_collect`.

Each names the files in its own way; a collector knows one of them. What cannot be told for sure is
left out, with the reason: a student may choose parts of a name.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
import shutil
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin
from traitlets import Unicode

from autograder.course import Failed
from autograder.submission import LARGE, LARGEST
from autograder.tables import read_table

COPY = re.compile(r"(?: ?\(\d+\)|-\d+)$")
"""What a browser or Canvas adds to the name of a file that was handed in again."""

UTF_8 = 0x800
"""The bit of a zip's entry that says that its name is in UTF-8."""

ENCRYPTED = 0x1
"""The bit that says that it needs a password."""

DENSEST = 200
"""How many times smaller a large notebook may be in a zip; what is denser fills a disk."""


class NotebookExtractor(ExtractorPlugin):
    """Unpack notebooks with their times, and nothing else; no archive within an archive."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack every archive of a folder into a folder of its name.

        Parameters
        ----------
        archive_path, extracted_path : str
            From where and to where.
        """
        source, target = Path(archive_path), Path(extracted_path)
        for path in sorted(source.rglob("*")):
            place = target / path.relative_to(source)
            if path.suffix.lower() == ".zip":
                self._unpack(path, place.with_suffix(""))
            elif path.suffix.lower() == ".ipynb" and path.is_file():
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, place)

    def _unpack(self, path: Path, folder: Path) -> None:
        try:
            with zipfile.ZipFile(path) as archive:
                for entry in archive.infolist():
                    name = PurePosixPath(_name_of(entry))
                    if entry.is_dir() or "__MACOSX" in name.parts:
                        continue
                    if why := _unfit(name, entry) or _unpack_one(archive, entry, folder / name):
                        self.log.warning("Not unpacked: %s in %s %s", name, path.name, why)
        except zipfile.BadZipFile as error:
            self.log.error("Not unpacked: %s is no zip, or damaged. Download it again.", path.name)
            self.log.debug("%s: %s", path, error)


def _unpack_one(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: Path) -> str:
    """Unpack one file with its time; say why if that cannot be done, and leave nothing of it."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as packed, place.open("wb") as file:
            shutil.copyfileobj(packed, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        with contextlib.suppress(OSError):
            place.unlink()
        return f"cannot be read: {error}"
    # Some write no time.
    with contextlib.suppress(ValueError):
        written = datetime(*entry.date_time).timestamp()
        os.utime(place, (written, written))
    return ""


def _name_of(entry: zipfile.ZipInfo) -> str:
    """Return the name of a zip's entry; some write UTF-8 and do not say so."""
    name = entry.filename
    if not entry.flag_bits & UTF_8:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return unicodedata.normalize("NFC", name)


def _unfit(name: PurePosixPath, entry: zipfile.ZipInfo) -> str:
    """Say why an entry of a zip is not unpacked; empty if it may be."""
    if name.is_absolute() or ".." in name.parts:
        return "would land outside of its folder."
    if name.suffix.lower() in (".zip", ".gz", ".tar", ".7z", ".rar"):
        return "is an archive itself. Ask for the notebook."
    if name.suffix.lower() != ".ipynb":
        return "is no notebook."
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a link, and links are not followed."
    if entry.flag_bits & ENCRYPTED:
        return "is encrypted."
    if entry.file_size > LARGEST:
        return f"has {entry.file_size:,} bytes, and {LARGEST:,} are allowed."
    if entry.file_size > max(LARGE, DENSEST * entry.compress_size):
        return f"was packed from {entry.file_size:,} bytes to {entry.compress_size:,}: no notebook."
    return ""


@dataclass(frozen=True)
class Found:
    """A notebook that was handed in.

    Parameters
    ----------
    path : Path
        Where it lies.
    student : str
        The id of whoever handed it in.
    attempt : str
        What it has in common with what was handed in together with it.
    order : tuple
        Larger for what was handed in later.
    name : str
        What it is to be called.
    timestamp : str
        When it was handed in; empty if nothing says so.
    """

    path: Path
    student: str
    attempt: str
    order: tuple[int | float | str, ...]
    name: str
    timestamp: str = ""


class Unclear(Exception):
    """A file's name does not tell whose it is; the text says why."""


class NewestCollector(FileNameCollectorPlugin):
    """Collect of each student what was handed in last."""

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Say whose a file is.

        Parameters
        ----------
        submitted_file : str
            Its path.

        Returns
        -------
        dict or None
            With `student_id`, `file_id` and, if it is known, `timestamp`; None for what does not
            count.
        """
        found = self._newest.get(Path(submitted_file))
        if found is None:
            return None
        info = {"student_id": found.student, "file_id": found.name}
        return info | ({"timestamp": found.timestamp} if found.timestamp else {})

    def whose(self, path: Path, parts: tuple[str, ...]) -> Found:
        """Say whose a file is, and when it was handed in.

        Parameters
        ----------
        path : Path
            The file.
        parts : tuple of str
            Its path from the archive on.

        Returns
        -------
        Found

        Raises
        ------
        Unclear
            If its name does not say so.
        """
        raise NotImplementedError

    def settle(self, found: list[Found]) -> Iterator[Found]:
        """Give those of which it is clear whose they are, once all are known."""
        yield from found

    @property
    def unit(self) -> str:
        """The unit that is collected."""
        return self.parent.coursedir.assignment_id

    def named(self, name: str) -> str:
        """Return what a notebook is to be called: a copy of the unit's has the unit's name."""
        stem = name.removesuffix(".ipynb")
        return f"{self.unit}.ipynb" if COPY.sub("", stem) == self.unit else name

    @functools.cached_property
    def _newest(self) -> dict[Path, Found]:
        """All that counts, by its path."""
        app = self.parent
        steps = {
            "downloaded": app.downloaded_directory,
            "assignment_id": self.unit,
            "collect_step": app.extracted_directory,
        }
        root = Path(str(Path(app.coursedir.root, app.collect_directory_structure)).format(**steps))
        found = []
        for path in sorted(root.rglob("*.ipynb")):
            parts = path.relative_to(root).parts
            try:
                one = self.whose(path, parts)
                if one.student in ("", ".", "..") or set("/\\\0") & set(one.student):
                    raise Unclear(f"`{one.student}` can be nobody's folder.")
            except Unclear as why:
                self.log.error("Left out: %s. %s", "/".join(parts), why)
            else:
                found.append(one)
        kept: dict[tuple[str, str], Found] = {}
        last: dict[str, Found] = {}
        found = sorted(self.settle(found), key=lambda one: one.order)
        for one in found:
            last[one.student] = one
        for one in found:
            if one.attempt == last[one.student].attempt:
                kept[one.student, one.name] = one
        for one in found:
            if kept.get((one.student, one.name)) is not one:
                newer = last[one.student].path.name
                self.log.warning("%s is older than %s, which counts.", one.path.name, newer)
        return {one.path: one for one in kept.values()}


def _in_archive(parts: tuple[str, ...]) -> str:
    """Return a file's name, if it lies in an archive and in no folder there."""
    if len(parts) > 2:
        raise Unclear("It lies in a folder of its own, where this system puts nothing.")
    return parts[-1]


class CanvasCollector(NewestCollector):
    """Submissions as Canvas gives them: `lovelaceada_LATE_4217_99311_01_convolution-2.ipynb`.

    The student's id is Canvas' own number, 4217, which is what Canvas finds the student by when
    marks are sent back.
    """

    pattern = re.compile(
        r"(?P<who>.*?)_(?:LATE_|late_)?(?P<student>[1-9]\d*)_(?P<file>[1-9]\d*)_(?P<name>.+)"
    )

    def whose(self, path: Path, parts: tuple[str, ...]) -> Found:
        """Find the student's number before the file's."""
        text = _in_archive(parts)
        if text.startswith("anon_"):
            raise Unclear("The assignment is graded anonymously, so Canvas does not say whose.")
        match = self.pattern.fullmatch(text)
        if not match:
            raise Unclear("Canvas' names are NAME_STUDENT_FILE_notebook.ipynb, with two numbers.")
        name = self.named(match["name"])
        # A student can have a name like `ada_1001`, and so hand in as student 1001.
        if re.match(r"\d+_", name) and name != f"{self.unit}.ipynb":
            raise Unclear(
                f"Student {match['student']} with a notebook `{name}`, or a student whose name has "
                "a number? Rename the notebook if it is the former."
            )
        order = (int(match["file"]),)
        return Found(path, match["student"], "/".join(parts[:-1]), order, name)


class MoodleCollector(NewestCollector):
    """Submissions as Moodle gives them: `Ada Lovelace_123456_assignsubmission_file_/…ipynb`.

    The number is another one in each assignment. Who it is stands in the grading worksheet, which
    Moodle gives where it gives the submissions. Without it, the student's id is the name.
    """

    worksheet = Unicode(help="The grading worksheet (CSV) of the assignment.").tag(config=True)
    identified_by = Unicode(
        "Email address", help="The column of the worksheet that has the students' ids."
    ).tag(config=True)

    pattern = re.compile(r"(?P<who>[^_]+)_(?P<number>\d+)_assignsubmission_file_(?P<name>.*)")

    def whose(self, path: Path, parts: tuple[str, ...]) -> Found:
        """Find the first folder, or in older ones the file, that has Moodle's form."""
        # Only there: what a student hands in can have such a folder in it, of another's name.
        at, match = next(
            ((at, m) for at, part in enumerate(parts[:2]) if (m := self.pattern.fullmatch(part))),
            (0, None),
        )
        if match is None:
            raise Unclear("Moodle's folders are called `NAME_NUMBER_assignsubmission_file_`.")
        student = match["who"].strip()
        if self.worksheet:
            if match["number"] not in self._students:
                raise Unclear(f"There is no participant {match['number']} in {self.worksheet}.")
            student = self._students[match["number"]]
        name = self.named(match["name"] or parts[-1])
        order = (path.stat().st_mtime, "/".join(parts[:at]))
        return Found(path, student, f"{'/'.join(parts[:at])}/{match['number']}", order, name)

    def settle(self, found: list[Found]) -> Iterator[Found]:
        """Leave out students that the name alone does not tell apart."""
        numbers: dict[str, set[str]] = {}
        for one in found:
            numbers.setdefault(one.student, set()).add(one.attempt.rpartition("/")[2])
        for student, several in numbers.items():
            if len(several) > 1:
                self.log.error(
                    "Left out: %d students are called `%s`. Download the grading worksheet and "
                    "give it with --MoodleCollector.worksheet=FILE.",
                    len(several),
                    student,
                )
        yield from (one for one in found if len(numbers[one.student]) == 1)

    @functools.cached_property
    def _students(self) -> dict[str, str]:
        """Return the students' ids by their numbers in this assignment."""
        try:
            header, rows = read_table(Path(self.worksheet))
        except Failed as error:
            self.parent.fail(str(error))
        if self.identified_by not in header:
            self.parent.fail(
                f"{self.worksheet} has no column `{self.identified_by}`, but {header}. Say which "
                "one to take: --MoodleCollector.identified_by=COLUMN"
            )
        at = header.index(self.identified_by)
        # The word before the number is in Moodle's language.
        numbered = ((re.search(r"\d+$", row[0]), row[at].strip()) for row in rows)
        return {number[0]: student for number, student in numbered if number and student}


class BlackboardCollector(NewestCollector):
    """Submissions as Blackboard gives them: `Unit 1_ada_attempt_2026-11-28-10-00-00_….ipynb`.

    The student's id is the user name.
    """

    title = Unicode(
        help="The assignment's title as the files begin with it; by default the unit's name."
    ).tag(config=True)
    timezone = Unicode("UTC", help="Of the times in the names: Europe/Berlin.").tag(config=True)

    pattern = re.compile(
        r"(?P<student>.+?)_[^\W\d_]+_(?P<day>\d{4}-\d\d-\d\d)-(?P<time>\d\d-\d\d-\d\d)_(?P<name>.+)"
    )

    def whose(self, path: Path, parts: tuple[str, ...]) -> Found:
        """Find the user name between the title and the time of the attempt."""
        text, title = _in_archive(parts), self.title or self.unit
        # A title and a user name may both have underscores: where one ends has to be known.
        if not text.startswith(f"{title}_"):
            raise Unclear(
                f"It does not begin with `{title}_`. Say what comes before the user name: "
                "--BlackboardCollector.title='Unit 1'"
            )
        match = self.pattern.fullmatch(text.removeprefix(f"{title}_"))
        if not match:
            raise Unclear("Blackboard's names are TITLE_USER_attempt_TIME_notebook.ipynb.")
        stamp = f"{match['day']} {match['time'].replace('-', ':')}"
        return Found(
            path,
            match["student"],
            stamp,
            (stamp,),
            self.named(match["name"]),
            f"{stamp} {self.timezone}",
        )
