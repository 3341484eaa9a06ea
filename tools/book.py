"""Make the course a book: static HTML with search, dist/book/index.html.

    python tools/book.py                                               # or make book
    python tools/book.py --units 00_images 04_pooling --to FOLDER      # a part of it, elsewhere
    python tools/book.py --online                                      # try its links to elsewhere

The text and the code of a unit are those of its release in ``notebooks/``, which holds no answer.
What the code shows comes from running the source in ``solutions/``, so that those figures are there
too that wait for something to be written. Cells that hold an answer or check one show nothing, nor
do those in `WITHHELD`, and what is for instructors is left out. Running takes twenty minutes
the first time: what a unit showed is kept in ``.book/`` until something changes that decides it.

At the end the book is looked through for links that lead nowhere, things that a browser would load
from elsewhere, pictures without words, and answers. The addresses elsewhere that it leads to are
listed; only with `--online` are they asked for.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools import book_checks, book_map  # noqa: E402
from tools.course import Unit, units  # noqa: E402

KEPT = ROOT / ".book"
BOOK = ROOT / "dist" / "book"

WITHHELD = {
    ("01_convolution", "your-kernels"),
    ("10_keras_cnn", "diagnosed"),
    ("16_image_classification", "card"),
    ("17_face_recognition", "card-show"),
    ("18_medical_images", "card-shown"),
    ("19_object_detection", "card"),
    ("20_video", "card"),
    ("21_capstone", "card"),
}
"""Cells, of the unit and the id, that show the content of an answer and not what it computes."""

FOR_INSTRUCTORS = re.compile(r"<details>\s*<summary>For instructors</summary>.*?</details>", re.S)
OPENING = re.compile(r"^\| *\| *\|\n\|[-|]+\|\n((?:\|.*\|\n?)+)", re.MULTILINE)
PICTURE = re.compile(r'<img src="data:image/(\w+);base64,([^"]+)"([^>]*)>')
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)]*)\)")
UNIT_LINK = re.compile(r"\[([^\]]*)\]\(\.\./notebooks/(\w+)/\w+\.ipynb(#[^)]*)?\)")
MERMAID = re.compile(r"```mermaid\n(.*?)```", re.DOTALL)
WIDGET = "application/vnd.jupyter.widget-view+json"

HOW_TO_WORK = """
```{{admonition}} To work on it
Open `notebooks/{name}/{name}.ipynb` in JupyterLab, as [Start](index.md#Start) says. What waits
there for your functions is shown here as the course's own make it.
```
"""


class Unmade(Exception):
    """The book cannot be made; the message says why."""


# What the cells show


def fingerprint(notebook: NotebookNode) -> str:
    """Return a hash of all that decides what a notebook shows: its code, the course's, versions."""
    digest = hashlib.sha256(sys.version.encode())
    for cell in notebook.cells:
        digest.update(f"{cell.cell_type} {cell.source}\0".encode())
    files = [*(ROOT / "cnnbasics").rglob("*.py"), ROOT / "data/registry.txt"]
    for file in sorted([*files, ROOT / "requirements.lock"]):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def to_run(unit: Unit) -> NotebookNode:
    """Return a unit's source without its checks: they show nothing here and take time."""
    notebook = nbformat.read(unit.path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.source = ""
    return notebook


def executed(unit: Unit) -> NotebookNode:
    """Return a unit's source with what its cells show, from the last time if nothing changed.

    Raises
    ------
    Unmade
        If a cell fails.
    """
    notebook = to_run(unit)
    kept = KEPT / f"{unit.name}-{fingerprint(notebook)}.ipynb"
    if kept.exists():
        return nbformat.read(kept, as_version=4)
    print(f"{unit.name}: running it", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        # A cell that trains takes as long as it takes.
        client = NotebookClient(
            notebook,
            timeout=None,
            record_timing=False,
            store_widget_state=False,
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
            resources={"metadata": {"path": folder}},
        )
        try:
            client.execute()
        except (CellExecutionError, DeadKernelError) as error:
            raise Unmade(f"{unit.name}: a cell fails\n{error}") from error
    KEPT.mkdir(exist_ok=True)
    for stale in KEPT.glob(f"{unit.name}-*.ipynb"):
        stale.unlink()
    unfinished = kept.with_suffix(".part")
    nbformat.write(notebook, unfinished)
    unfinished.replace(kept)
    return notebook


def shown(outputs: list[NotebookNode], figures: Path) -> Iterator[str]:
    """Yield what a cell shows as MyST Markdown: its words, its pictures, and what widgets would do.

    Parameters
    ----------
    outputs : list of NotebookNode
        Of one cell. Warnings are not for readers, and errors are explained by what came before.
    figures : Path
        The folder that pictures are written to.
    """
    printed = ""
    for output in [*outputs, NotebookNode(output_type="end")]:
        if output.output_type == "stream":
            printed += output.text if output.name == "stdout" else ""
            continue
        if printed.strip():
            yield block("code-block", "text", printed.rstrip("\n"), ":class: shown")
        printed = ""
        data = output.get("data", {})
        if WIDGET in data:
            words = data["text/plain"]
            yield f'<p class="in-the-notebook">In the notebook, {words[0].lower()}{words[1:]}</p>'
        elif "text/html" in data:
            yield block(
                "raw", "html", f'<div class="shown">{pictured(data["text/html"], figures)}</div>'
            )
        elif "text/plain" in data:
            yield block("code-block", "text", data["text/plain"], ":class: shown")


def block(directive: str, argument: str, text: str, option: str = "") -> str:
    """Write a MyST directive around a text that may hold anything."""
    options = f"{option}\n\n" if option else ""
    return f"``````{{{directive}}} {argument}\n{options}{text}\n``````"


def pictured(text: str, figures: Path) -> str:
    """Put the pictures inside a piece of HTML into files, each a link to itself, to look closer."""

    def filed(found: re.Match) -> str:
        kind, data, rest = found.groups()
        content = base64.b64decode(data)
        name = f"{hashlib.sha256(content).hexdigest()[:16]}.{kind}"
        figures.mkdir(parents=True, exist_ok=True)
        (figures / name).write_bytes(content)
        address = f"{figures.name}/{name}"
        return f'<a class="picture" href="{address}"><img src="{address}" loading="lazy"{rest}></a>'

    return PICTURE.sub(filed, text)


# The pages


def unit_page(unit: Unit, figures: Path) -> str:
    """Write the page of a unit, as MyST Markdown."""
    release = ROOT / "notebooks" / unit.name / f"{unit.name}.ipynb"
    source = {cell.id: cell for cell in executed(unit).cells}
    parts = []
    for cell in nbformat.read(release, as_version=4).cells:
        if cell.cell_type == "markdown":
            parts.append(FOR_INSTRUCTORS.sub("", OPENING.sub(definitions, cell.source)).strip())
            if len(parts) == 1:
                parts.append(HOW_TO_WORK.format(name=unit.name))
            continue
        checks = cell.metadata.get("nbgrader", {}).get("grade")
        if checks and all(line.startswith("#") for line in cell.source.splitlines()):
            continue  # a hidden check, of which students get a line that says so
        parts.append(f"``````python\n{cell.source}\n``````")
        if "nbgrader" not in cell.metadata and (unit.name, cell.id) not in WITHHELD:
            parts += shown(source[cell.id].outputs, figures)
    return "\n\n".join(part for part in parts if part) + "\n"


def definitions(table: re.Match) -> str:
    """Turn a table of two columns without a head into a list of definitions."""
    rows = [re.fullmatch(r"\| *(.*?) *\| *(.*?) *\|", row) for row in table[1].splitlines()]
    return "\n".join(f"{row[1]}\n: {row[2]}\n" for row in rows)


def course_page(text: str, course: list[Unit]) -> str:
    """Write docs/course.md for the book: links lead to its pages, and the map is drawn."""
    pages = {unit.title.partition(":")[0]: f"{unit.name}.html" for unit in course}
    text = text.replace("\nMade by `make course` from the units in `solutions/`.\n", "")
    text = MERMAID.sub(lambda chart: block("raw", "html", book_map.draw(chart[1], pages)), text)
    return UNIT_LINK.sub(lambda link: unit_link(course, *link.groups()), text)


def unit_link(course: list[Unit], words: str, name: str, anchor: str | None) -> str:
    """Write a link to the page of a unit, or only its words when the book lacks it."""
    if name not in (unit.name for unit in course):
        return words
    return f"[{words}](<{name}.md{unquote(anchor or '')}>)"


def index_page(readme: str, course: list[Unit]) -> str:
    """Write the first page: what README.md says to students, and the contents."""
    text = readme.partition("\n## For instructors\n")[0]
    text = text.replace("(docs/check.png)", "(check.png)")
    text = text.replace("[docs/course.md](docs/course.md)", "[The course on one page](course.md)")
    text = re.sub(
        r"(?m)^\| `(\w+)` \|",
        lambda row: f"| {unit_link(course, f'`{row[1]}`', row[1], '')} |",
        text,
    )
    text = LINK.sub(lambda link: link[0] if leads_on(link[2]) else link[1], text)
    contents = "\n".join(["course", *(unit.name for unit in course)])
    return f"{text}\n```{{toctree}}\n:hidden:\n\n{contents}\n```\n"


def leads_on(target: str) -> bool:
    """Say whether a link on the first page leads to a page of the book or to another site."""
    return target.startswith(("https://", "#", "<")) or target == "course.md"


# The book


def make(course: list[Unit], book: Path) -> None:
    """Write the book.

    Parameters
    ----------
    course : list of Unit
        The units that it is to hold.
    book : Path
        Its folder. One that holds something else is refused.

    Raises
    ------
    Unmade
        If the folder is not a book, a cell fails or Sphinx finds fault with a page.
    """
    if book.exists() and any(book.iterdir()) and not (book / ".buildinfo").exists():
        raise Unmade(f"{book} holds something that is not a book; name another folder")
    with tempfile.TemporaryDirectory() as scratch:
        pages, made = Path(scratch) / "pages", Path(scratch) / "book"
        pages.mkdir()
        for unit in course:
            text = unit_page(unit, made / "figures")
            (pages / f"{unit.name}.md").write_text(text, encoding="utf-8")
        text = (ROOT / "docs" / "course.md").read_text(encoding="utf-8")
        (pages / "course.md").write_text(course_page(text, course), encoding="utf-8")
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        (pages / "index.md").write_text(index_page(text, course), encoding="utf-8")
        shutil.copy(ROOT / "docs" / "check.png", pages)
        command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html"]
        command += ["-c", ROOT / "docs" / "book", "-d", Path(scratch) / "doctrees", pages, made]
        sphinx = subprocess.run(command, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)})
        if sphinx.returncode:
            raise Unmade("Sphinx finds fault with a page: see above")
        shutil.rmtree(book, ignore_errors=True)
        book.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, book)


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Returns
    -------
    int
        0 if all is well, 1 if the book has a fault, 2 if the command was misused.
    """
    parser = argparse.ArgumentParser(prog="python tools/book.py")
    parser.add_argument("--units", nargs="+", metavar="UNIT", help="the units; by default all")
    parser.add_argument("--to", type=Path, default=BOOK, metavar="FOLDER", help="where it is put")
    parser.add_argument("--online", action="store_true", help="ask for each address elsewhere")
    options = parser.parse_args(arguments)
    course = units()
    if options.units:
        names = {unit.name for unit in course}
        if unknown := [name for name in options.units if name not in names]:
            parser.error(f"no such unit: {', '.join(unknown)}")
        course = [unit for unit in course if unit.name in options.units]
    try:
        make(course, options.to)
    except Unmade as error:
        print(error, file=sys.stderr)
        return 1
    faults = [*book_checks.faults(options.to, course)]
    addresses = book_checks.elsewhere(book_checks.read(options.to))
    print("It leads to", *addresses, sep="\n  ", flush=True)
    if options.online:
        faults += book_checks.unreachable(addresses)
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(f"The book of {len(course)} units is {options.to / 'index.html'}.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
