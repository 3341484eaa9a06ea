"""Make the pages about the whole course from its units: docs/course.md, docs/instructors.md.

    python tools/course.py           # or make course
    python tools/course.py --check   # changes nothing; fails if a page is stale

The map comes from the table that opens each notebook in ``solutions/``, the conventions from the
tables at its end, the instructors' part from the folded one. A term is marked where its unit
explains it, ``<dfn>kernel</dfn>``, and the sentence around it is its entry in the glossary. What
stands in docs/instructors.md outside the lines that begin and end a made part is written by hand.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import nbformat

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools import audit  # noqa: E402

COMMAND = "make course"
DOCS = ROOT / "docs"
TERM = re.compile(r"<dfn>(.+?)</dfn>", re.DOTALL)
MADE = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
POINTS_BACK = re.compile(r"(That|It|This|They|These|Such|So|Both|If that) ")
"""How a sentence begins that cannot be understood without the one before it."""


class Term(NamedTuple):
    """A term, the sentence that explains it, and the heading under which it does."""

    name: str
    text: str
    heading: str


@dataclass(frozen=True)
class Unit:
    """A unit, as its source notebook shows it.

    Parameters
    ----------
    path : Path
        The notebook.
    """

    path: Path

    @property
    def name(self) -> str:
        """The unit's name, such as ``01_convolution``."""
        return self.path.stem

    @property
    def number(self) -> str:
        """Its two digits."""
        return self.name[:2]

    @cached_property
    def prose(self) -> list[str]:
        """The text of its Markdown cells, without those that nbgrader locks."""
        cells = nbformat.read(self.path, as_version=4).cells
        return [
            cell.source
            for cell in cells
            if cell.cell_type == "markdown" and "nbgrader" not in cell.metadata
        ]

    @property
    def title(self) -> str:
        """Its heading, such as ``01 · The convolution: one channel``."""
        return self.prose[0].partition("\n")[0].removeprefix("# ")

    def opening(self, row: str) -> str:
        """Return what a row of the opening table says."""
        found = re.search(rf"^\| {row} \| (.+) \|$", self.prose[0], re.MULTILINE)
        if not found:
            raise ValueError(f"{self.path}: the table under the title has no row `{row}`")
        return found[1]

    @property
    def needs(self) -> list[str]:
        """The numbers of the units that it names as needed."""
        found = set()
        text = self.opening("You need")
        for first, last in re.findall(r"\b(\d\d)\b(?: to (\d\d)\b)?", text):
            found |= {f"{number:02}" for number in range(int(first), int(last or first) + 1)}
        return sorted(found)

    @property
    def minutes(self) -> int:
        """The time that it takes."""
        amount, word = re.match(r"(\d+) (minutes|hours?)\b", self.opening("Time")).groups()
        return int(amount) * (1 if word == "minutes" else 60)

    @property
    def parts(self) -> dict[int, int]:
        """The minutes of each part, if the instructors' text counts by parts."""
        found = re.findall(r"part (\d)\s+takes?\s+(\d+)", self.for_instructors, re.IGNORECASE)
        return {int(part): int(minutes) for part, minutes in found}

    @property
    def conventions(self) -> str:
        """The table of conventions."""
        tables = re.findall(
            r"^\| (?:Convention|Where it bites) \|.*\n(?:\|.*\n?)+", self.text, re.MULTILINE
        )
        return "\n".join(tables).strip()

    @property
    def text(self) -> str:
        """All its prose."""
        return "\n\n".join(self.prose)

    @property
    def for_instructors(self) -> str:
        """The folded part."""
        found = re.search(
            r"<summary>For instructors</summary>(.*?)</details>", self.text, re.DOTALL
        )
        if not found:
            raise ValueError(f"{self.path}: there is no folded part `For instructors`")
        return found[1].strip()

    def terms(self) -> Iterator[Term]:
        """Yield the terms that it explains."""
        heading = self.title
        for block in blocks(self.text):
            if block.startswith(("# ", "## ")):
                heading = block.lstrip("# ")
            for mark in TERM.finditer(block):
                name = re.sub(r"[*`]", "", mark[1])
                yield Term(name, sentence(block, mark.start()), heading)

    def link(self, text: str, heading: str = "") -> str:
        """Write a link to what students open, and to a heading in it as JupyterLab calls it."""
        place = quote(anchor(re.sub(r"[*`]", "", heading)))
        target = f"../notebooks/{self.name}/{self.name}.ipynb"
        return f"[{text}]({target}{'#' if heading else ''}{place})"


def anchor(heading: str) -> str:
    """Return what JupyterLab calls the place of a heading, given its words."""
    return heading.replace(" ", "-")


def units(folder: Path = ROOT / "solutions") -> list[Unit]:
    """Return all units, in order."""
    return [Unit(path) for path in sorted(folder.glob("[0-9][0-9]_*/*.ipynb"))]


def blocks(text: str) -> Iterator[str]:
    """Yield paragraphs, headings and the items of lists, each in one line; no formulas or code."""
    text = re.sub(r"```.*?```|\$\$.*?\$\$", "\n\n", text, flags=re.DOTALL)
    for block in re.split(r"\n\s*\n|\n(?=- |\d+\. |\|)", text):
        if line := " ".join(block.split()):
            yield line


def sentence(block: str, place: int) -> str:
    """Return the sentence at a place, and those before it that it points back to.

    The item of a list is taken as a whole.
    """
    if block.startswith("- "):
        return TERM.sub(r"\1", block.removeprefix("- "))
    ends = [found.end() for found in re.finditer(r"[.?!][*\"]*\s+(?=[A-Z*<$\"])", block)]
    starts = [0, *ends]
    first = max(index for index, start in enumerate(starts) if start <= place)
    last = (*ends, len(block))[first]
    while first and POINTS_BACK.match(TERM.sub(r"\1", block[starts[first] :])):
        first -= 1
    text = block[starts[first] : last].strip()
    text = TERM.sub(r"\1", text).removesuffix(":")
    return text if text.endswith((".", "?", "!")) else f"{text}."


def glossary(course: list[Unit]) -> dict[str, list[tuple[Unit, Term]]]:
    """Return where each term is explained, in the order of the alphabet."""
    found = defaultdict(list)
    for unit in course:
        for term in unit.terms():
            found[term.name[0].upper() + term.name[1:]].append((unit, term))
    return dict(sorted(found.items(), key=lambda entry: entry[0].casefold()))


def arrows(course: list[Unit]) -> Iterator[tuple[str, str]]:
    """Yield what needs what, without what follows from others."""
    before: dict[str, set[str]] = {}
    for unit in course:
        before[unit.number] = set(unit.needs).union(*(before[need] for need in unit.needs))
        for need in unit.needs:
            if not any(need in before[other] for other in unit.needs):
                yield need, unit.number


def diagram(course: list[Unit]) -> str:
    """Draw the map of the units for Mermaid."""
    nodes = [f'    u{unit.number}["{unit.title.partition(":")[0]}"]' for unit in course]
    lines = [f"    u{need} --> u{number}" for need, number in arrows(course)]
    return "\n".join(["```mermaid", "flowchart TD", *nodes, *lines, "```"])


def table(head: list[str], rows: list[list[str]]) -> str:
    """Write a table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def course_page(course: list[Unit]) -> str:
    """Write docs/course.md."""
    rows = [
        [
            unit.link(unit.title),
            unit.opening("You need"),
            unit.opening("You will be able to"),
            str(unit.minutes),
        ]
        for unit in course
    ]
    conventions = "\n\n".join(
        f"### {unit.link(unit.title)}\n\n{unit.conventions}" for unit in course if unit.conventions
    )
    terms = "\n".join(
        f"- **{name}**"
        + "".join(
            f" · {term.text} {unit.link(f'Unit {unit.number}', term.heading)}"
            for unit, term in places
        )
        for name, places in glossary(course).items()
    )
    minutes = sum(unit.minutes for unit in course)
    return f"""# The course on one page

Made by `{COMMAND}` from the units in `solutions/`.

## The map

An arrow leads from a unit to one that needs it. Arrows that follow from others are left out; the
table names all. The units take {minutes} minutes together, {minutes / 60:.0f} hours.

{diagram(course)}

{table(["unit", "you need", "you will be able to", "minutes"], rows)}

## Conventions

Each unit ends with the customs that it follows, and those you will meet elsewhere.

{conventions}

## Glossary

Each entry is the sentence with which a unit explains the term, and leads to it. A term that two
units explain has both.

{terms}
"""


def timing(course: list[Unit]) -> str:
    """Write the times of the units, as the units give them."""
    rows = []
    for unit in course:
        said = re.search(r"\*\*Timing\.\*\*\s*(.+?)(?=\n\n|$)", unit.for_instructors, re.DOTALL)
        if not said:
            raise ValueError(f"{unit.path}: the instructors' part has no **Timing.**")
        rows.append([unit.link(unit.title), str(unit.minutes), " ".join(said[1].split())])
    rows.append(["all", str(sum(unit.minutes for unit in course)), ""])
    return table(["unit", "minutes", "how they divide"], rows)


def discussion(course: list[Unit]) -> str:
    """Write for each unit the common mistakes, what is kept of them, and the questions."""
    rows, _ = audit.kept(audit.PAGE.read_text(encoding="utf-8"))
    kept: dict[str, Counter[str]] = defaultdict(Counter)
    of_unit: dict[str, list[str]] = defaultdict(list)
    for sample in audit.samples():
        if sample.exercise not in of_unit[sample.unit]:
            of_unit[sample.unit].append(sample.exercise)
        if sample.mistake:
            kept[sample.exercise][sample.mistake] += 1
    texts = []
    for unit in course:
        counted = []
        for name in of_unit[unit.name]:
            if name not in rows:
                raise ValueError(f"{audit.PAGE.name} lacks `{name}`: python tools/audit.py --write")
            wrong, *_, catalogued, named = rows[name][:5]
            spellings = ", ".join(f"`{one}` {n}" for one, n in kept[name].most_common())
            counted.append([f"`{name}`", str(wrong), f"{named} of {catalogued}", spellings])
        said = re.sub(r"\*\*Timing\.\*\*.+?(?=\n\n|$)", "", unit.for_instructors, flags=re.DOTALL)
        head = ["exercise", "wrong answers kept", "named", "mistakes, and spellings of each"]
        texts.append(f"### {unit.link(unit.title)}\n\n{said.strip()}\n\n{table(head, counted)}")
    return "\n\n".join(texts)


PARTS = {"timing": timing, "units": discussion}
"""The made parts of docs/instructors.md."""


def instructors_page(text: str, course: list[Unit]) -> str:
    """Renew the made parts of docs/instructors.md."""
    return MADE.sub(lambda part: f"{part[1]}\n{PARTS[part[2]](course)}\n\n{part[3]}", text)


def pages() -> dict[Path, str]:
    """Return what each page should say."""
    course = units()
    guide = DOCS / "instructors.md"
    return {
        DOCS / "course.md": course_page(course),
        guide: instructors_page(guide.read_text(encoding="utf-8"), course),
    }


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Returns
    -------
    int
        0 if all is well, 1 if a page is stale.
    """
    parser = argparse.ArgumentParser(prog="python tools/course.py")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if stale")
    check = parser.parse_args(arguments).check
    status = 0
    for path, text in pages().items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if check:
            print(f"docs/{path.name} is stale: run {COMMAND}", file=sys.stderr)
            status = 1
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
