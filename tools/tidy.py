"""Keep the source notebooks in one form, so that a change of a cell is all that a diff shows.

Run it as ``python tools/tidy.py [--check] [--run] [PATH ...]``; without a path it takes every
notebook in ``solutions/``. A tidy notebook has

- ids that say what a cell is; a cell that nbgrader knows is called by its ``grade_id``;
- no metadata but ``nbgrader`` and ``tags`` in a cell, and only the kernel's name in the notebook;
- outputs only in cells tagged ``keep-output``, which nbval compares: text that comes out the same
  everywhere. ``--run`` executes the notebook and stores them afresh.
"""

from __future__ import annotations

import argparse
import copy
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "solutions"
MADE = ROOT / "notebooks"

KEPT = "keep-output"
GOES_ON = "raises-exception"
NOTEBOOK_METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}
RANDOM_ID = re.compile(r"[0-9a-f]{8}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
VALID_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
FLAGS = ("grade", "locked", "solution", "task")

UNSTABLE = {
    "a color code": re.compile(r"\x1b\["),
    "a memory address": re.compile(r"\b0x[0-9a-f]{6,}\b"),
    "a time": re.compile(
        r"\b\d+(\.\d+)?\s?(ns|us|µs|ms|s|sec|seconds?|minutes?)(?:/\w+)?(?![\w-])"
    ),
    "a warning": re.compile(r"\b\w*Warning\b"),
    "a path of this machine": re.compile(
        r"(?<![\w.])(/(home|root|Users|tmp|usr|var|opt|private)/|[A-Z]:\\)"
    ),
    "a redrawn line": re.compile(r"\r(?!\n)|\x08"),
}


class Untidy(Exception):
    """A notebook has a fault that only its author can mend."""


def tidy(notebook: NotebookNode) -> list[str]:
    """Bring a notebook to its one form, in place.

    Parameters
    ----------
    notebook : NotebookNode
        A source notebook, nbformat 4.

    Returns
    -------
    list of str
        What was not in order, a line each.

    Raises
    ------
    Untidy
        If something is wrong that cannot be mended without its author.
    """
    changes = []
    if notebook.nbformat_minor != 5:
        changes.append(f"the format is 4.{notebook.nbformat_minor}, not 4.5")
        notebook.nbformat_minor = 5
    if notebook.metadata != NOTEBOOK_METADATA:
        changes.append("the notebook has other metadata than the kernel's name")
        notebook.metadata = nbformat.from_dict(NOTEBOOK_METADATA)
    filled = [cell for cell in notebook.cells if cell.source.strip() or "nbgrader" in cell.metadata]
    if len(filled) < len(notebook.cells):
        changes.append(f"{len(notebook.cells) - len(filled)} cells are empty")
        notebook.cells = filled
    changes += name_cells(notebook.cells)
    for cell in notebook.cells:
        changes += [f"cell `{cell.id}`: {change}" for change in tidy_cell(cell)]
    return changes


def name_cells(cells: list[NotebookNode]) -> list[str]:
    """Give every cell its id, and say which ids were others before."""
    changes, taken = [], set()
    for cell in cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id is None:
            continue
        if not VALID_ID.fullmatch(grade_id):
            raise Untidy(
                f"`{grade_id}` cannot be a cell's id: use letters, digits, - and _, 64 at most"
            )
        if grade_id in taken:
            raise Untidy(f"two cells have the grade_id `{grade_id}`")
        taken.add(grade_id)
    for cell in cells:
        old = cell.get("id", "")
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name is None:
            readable = old and not RANDOM_ID.fullmatch(old)
            name = unused(old if readable else words_of(cell), taken)
            taken.add(name)
        if name != old:
            changes.append(f"the id of cell `{old}` is not `{name}`")
            cell.id = name
    return changes


def words_of(cell: NotebookNode) -> str:
    """Make an id from the first words of a cell.

    Examples
    --------
    >>> words_of(nbformat.v4.new_markdown_cell("## Why a stride? Because ..."))
    'why-a-stride'
    """
    line = next((line for line in cell.source.splitlines() if re.search(r"[A-Za-z]", line)), "")
    first = re.split(r"[.?!:(=]", line, maxsplit=1)[0]
    return "-".join(re.findall(r"[a-z0-9_]+", first.lower())[:5])[:48] or cell.cell_type


def unused(name: str, taken: set[str]) -> str:
    """Add a number to a name that is taken."""
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{name}-{number}"
    return free


def tidy_cell(cell: NotebookNode) -> Iterator[str]:
    """Bring one cell to its form and say what was not in order."""
    metadata = tidy_metadata(cell)
    if cell.metadata != metadata:
        yield "the metadata is not in its form"
        cell.metadata = nbformat.from_dict(metadata)
    if cell.source != cell.source.rstrip():
        yield "the text ends with empty lines or blanks"
        cell.source = cell.source.rstrip()
    if cell.cell_type != "code":
        if KEPT in metadata.get("tags", ()):
            raise Untidy(f"cell `{cell.id}` is tagged {KEPT}, and it is {cell.cell_type}, not code")
        return
    kept = KEPT in metadata.get("tags", ())
    outputs = tidy_outputs(cell) if kept else []
    count = 1 if kept else None
    if cell.outputs != outputs:
        yield "the kept output is not in its form" if kept else f"an output without {KEPT}"
        cell.outputs = outputs
    if cell.execution_count != count:
        yield f"the execution count is {cell.execution_count}, not {count}"
        cell.execution_count = count


def tidy_metadata(cell: NotebookNode) -> dict:
    """Return the metadata that a cell should have."""
    metadata: dict = {}
    tags = set(cell.metadata.get("tags", ()))
    given = cell.metadata.get("nbgrader")
    if given is not None:
        metadata["nbgrader"] = tidy_nbgrader(cell, given)
        if metadata["nbgrader"]["grade"]:
            # The release gives it to checks; in the source a check that fails must fail.
            tags.discard(GOES_ON)
    if tags:
        metadata["tags"] = sorted(tags)
    return metadata


def tidy_nbgrader(cell: NotebookNode, given: NotebookNode) -> dict:
    """Return the nbgrader metadata that a cell should have."""
    if "grade_id" not in given:
        raise Untidy(f"cell `{cell.get('id', '')}` has nbgrader metadata and no grade_id")
    form = {flag: bool(given.get(flag, False)) for flag in FLAGS}
    form |= {"grade_id": given["grade_id"], "schema_version": 3}
    if form["grade"]:
        points = given.get("points")
        if isinstance(points, bool) or not isinstance(points, int | float) or points < 0:
            raise Untidy(f"`{given['grade_id']}` is graded and its points are {points!r}")
        form["points"] = int(points) if points == int(points) else points
    return form


def tidy_outputs(cell: NotebookNode) -> list[NotebookNode]:
    """Return the kept outputs of a cell in their form; refuse what cannot be compared."""
    outputs: list[NotebookNode] = []
    for given in cell.outputs:
        if given.output_type == "error":
            raise Untidy(f"cell `{cell.id}` keeps an error, {given.ename}")
        if given.output_type == "stream" and given.name != "stdout":
            raise Untidy(f"cell `{cell.id}` keeps what was written to {given.name}")
        if given.output_type == "stream":
            if outputs and outputs[-1].output_type == "stream":
                outputs[-1].text += given.text
            else:
                outputs.append(nbformat.v4.new_output("stream", name="stdout", text=given.text))
            continue
        count = {"execution_count": 1} if given.output_type == "execute_result" else {}
        outputs.append(nbformat.v4.new_output(given.output_type, data=given.data, **count))
    if not outputs:
        raise Untidy(f"cell `{cell.id}` is tagged {KEPT} and keeps nothing: run with --run")
    for output in outputs:
        for fault in faults_of(output):
            raise Untidy(f"cell `{cell.id}` keeps {fault}, which is not the same everywhere")
    return outputs


def faults_of(output: NotebookNode) -> Iterator[str]:
    """Name what in a kept output may differ from machine to machine."""
    data = {"text/plain": output.text} if output.output_type == "stream" else output.data
    for kind, content in data.items():
        if not kind.startswith("text/"):
            yield f"{kind}, not text"
            continue
        for fault, pattern in UNSTABLE.items():
            # The style of an HTML element is full of sizes that read like times.
            text = re.sub(r"<[^>]*>", " ", content) if kind == "text/html" else content
            found = pattern.search(text)
            if found:
                yield f"{fault}, {found.group()!r}"


def read(path: Path) -> NotebookNode:
    """Read a source notebook.

    Raises
    ------
    Untidy
        If it is not one.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Untidy(f"it is not UTF-8: {error}") from error
    try:
        notebook = nbformat.reads(text, as_version=nbformat.NO_CONVERT)
    except nbformat.reader.NotJSONError as error:
        raise Untidy("it is not a notebook: it is not JSON") from error
    except (nbformat.ValidationError, AttributeError, KeyError, TypeError) as error:
        raise Untidy(f"it is not a notebook: {error}") from error
    if notebook.get("nbformat") != 4:
        raise Untidy(f"it is of nbformat {notebook.get('nbformat')}, and the course uses 4")
    return notebook


def write(path: Path, text: str) -> None:
    """Replace a file as a whole: whoever looks sees the old one or the finished new one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(path.stat().st_mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def renew(notebook: NotebookNode, folder: Path) -> list[str]:
    """Execute a copy of a notebook and take over what the cells with kept outputs gave.

    Returns
    -------
    list of str
        Which kept outputs are others now.

    Raises
    ------
    Untidy
        If a cell fails.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    executed = copy.deepcopy(notebook)
    client = NotebookClient(
        executed,
        timeout=600,
        kernel_name=NOTEBOOK_METADATA["kernelspec"]["name"],
        record_timing=False,
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        resources={"metadata": {"path": str(folder)}},
    )
    try:
        client.execute()
    except CellExecutionError as error:
        raise Untidy(f"a cell fails\n{error}") from error
    except (CellTimeoutError, DeadKernelError) as error:
        raise Untidy(str(error)) from error
    changes = []
    for cell, run in zip(notebook.cells, executed.cells, strict=True):
        if KEPT in cell.metadata.get("tags", ()) and cell.cell_type == "code":
            outputs = tidy_outputs(run)
            if outputs != cell.outputs:
                changes.append(f"cell `{cell.get('id', '')}`: the kept output is another now")
            cell.outputs, cell.execution_count = outputs, 1
    return changes


def as_text(notebook: NotebookNode) -> str:
    """Write a notebook as the text of its file."""
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise Untidy(f"it is not a notebook: {error.message}") from error
    return nbformat.writes(notebook, version=nbformat.NO_CONVERT).rstrip("\n") + "\n"


def put_in_order(path: Path, check: bool, run: bool) -> list[str]:
    """Tidy one file, or only look at it, and return what was not in order."""
    if path.resolve().is_relative_to(MADE):
        raise Untidy("it is made from solutions/ by `make release`; tidy the source instead")
    before = path.read_bytes()
    notebook = read(path)
    changes = renew(notebook, path.parent) if run else []
    changes += tidy(notebook)
    text = as_text(notebook)
    if text.encode() == before:
        return []
    if not check:
        write(path, text)
    return changes or ["the spelling of the JSON is not in its form"]


def find(paths: list[Path]) -> list[Path]:
    """Return the notebooks that are named, or that lie in the folders that are named."""
    found = []
    for path in paths:
        if path.is_dir():
            inside = sorted(path.rglob("*.ipynb"))
            found += [file for file in inside if ".ipynb_checkpoints" not in file.parts]
        elif path.suffix == ".ipynb" and path.is_file():
            found.append(path)
        else:
            raise FileNotFoundError(f"{path} is neither a notebook nor a folder")
    if not found:
        raise FileNotFoundError(f"there is no notebook in {', '.join(map(str, paths))}")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Returns
    -------
    int
        0 if all is well, 1 if a notebook is not tidy or cannot be made so, 2 for a misuse.
    """
    parser = argparse.ArgumentParser(
        prog="python tools/tidy.py", description="Bring source notebooks to their one form."
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", default=[SOURCE])
    parser.add_argument("--check", action="store_true", help="change nothing, say what is wrong")
    parser.add_argument("--run", action="store_true", help="execute first; store the kept outputs")
    options = parser.parse_args(arguments)
    try:
        paths = find(options.paths)
    except FileNotFoundError as error:
        print(f"tidy: {error}", file=sys.stderr)
        return 2
    status = 0
    for path in paths:
        if options.run:
            print(f"{path}: running", flush=True)
        try:
            changes = put_in_order(path, options.check, options.run)
        except Untidy as error:
            print(f"{path}: {error}", file=sys.stderr)
            status = 1
            continue
        for change in changes:
            print(f"{path}: {change}")
        if changes and options.check:
            status = 1
    if status and options.check:
        print("`make tidy` puts in order what can be put in order by itself.", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
