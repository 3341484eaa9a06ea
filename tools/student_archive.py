"""Make the archive that students get: dist/cnn-basics-student-VERSION.zip.

    python tools/student_archive.py [FOLDER]   # or make student-archive

It holds the released notebooks, made afresh from ``solutions/`` so that nothing that was tried in
``notebooks/`` can slip in; the package ``cnnbasics``; the data; and what sets them up, without what
only an instructor needs. The same sources give the same bytes on every machine.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from autograder.course import Course  # noqa: E402
from autograder.release import build_all  # noqa: E402
from cnnbasics.journal.kept import START  # noqa: E402
from tools import start, tidy  # noqa: E402
from tools.packing import PROJECT, pack  # noqa: E402

AS_IT_IS = (
    "CITATION.cff",
    "LICENSE",
    "LICENSE-TEXT",
    "cnnbasics/**/*.py",
    "data/*.npz",
    "data/README.md",
    "data/registry.txt",
    "tools/lab.py",
    "tools/lab/overrides.json",
    "tools/set_up.py",
)
FOR_STUDENTS = ROOT / "tools" / "student"
"""What stands at the top of the archive and nowhere else."""

SECTIONS = (
    "build-system",
    "project",
    "project.scripts",
    "tool.hatch.build",
    "tool.hatch.build.targets.wheel",
    "tool.hatch.build.targets.wheel.force-include",
)
"""What of pyproject.toml is for students."""


def files() -> dict[str, bytes]:
    """Return what the archive holds, by name, in order."""
    found = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for pattern in AS_IT_IS
        for path in ROOT.glob(pattern)
    }
    found |= {path.name: path.read_bytes() for path in FOR_STUDENTS.iterdir() if path.is_file()}
    lock = student_lock(_text("requirements.lock"))
    found |= {
        name: text.encode()
        for name, text in {
            "pyproject.toml": student_project(_text("pyproject.toml")),
            "requirements.lock": lock,
            "constraints.txt": student_constraints(_text("constraints.txt"), lock),
            "environment.yml": student_environment(_text("environment.yml")),
            f"notebooks/{START}": tidy.as_text(start.page(start.units())),
        }.items()
    }
    course = Course(ROOT)
    for unit, content in build_all(course, course.units):
        found[f"notebooks/{unit}/{unit}.ipynb"] = content
    return dict(sorted(found.items()))


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def student_project(text: str) -> str:
    """Take out of pyproject.toml what belongs to the grader, the tests and the tools.

    Parameters
    ----------
    text : str
        The file.

    Returns
    -------
    str
        The file for students.
    """
    sections = re.split(r"^(?=\[)", text, flags=re.MULTILINE)
    mine = [part for part in sections if part[1:].partition("]")[0] in SECTIONS]
    text = "".join(mine).replace('"cnnbasics", "autograder"', '"cnnbasics"')
    return re.sub(r"^autograder = .*\n", "", text, flags=re.MULTILINE).rstrip() + "\n"


def entries(lock: str) -> dict[str, str]:
    """Return the entries of a lock by the text of the requirement that each pins."""
    parts = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    return {part.partition("\n")[0].rstrip(" \\"): part for part in parts}


def student_lock(lock: str) -> str:
    """Keep of requirements.lock what students need.

    That is what pyproject.toml names outside its extras and as its build system, and whatever is
    there because of that: below each entry the lock says whose doing it is.
    """
    known = entries(lock)
    names = {text: canonicalize_name(Requirement(text).name) for text in known}
    causes = {
        text: set(re.findall(r"^    #(?: via)? +([a-z0-9][\w.-]*)", part, flags=re.MULTILINE))
        for text, part in known.items()
    }
    named = (*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"])
    needed = {canonicalize_name(Requirement(text).name) for text in named}
    size = 0
    while size < len(needed):
        size = len(needed)
        needed |= {names[text] for text in known if needed & causes[text]}
    head = "# Made by make student-archive from the course's requirements.lock.\n"
    return head + "".join(part for text, part in known.items() if names[text] in needed)


def student_constraints(constraints: str, lock: str) -> str:
    """Keep of constraints.txt what stands in a lock."""
    head = "# Made by make student-archive: the versions of requirements.lock, for conda's pip.\n"
    lines = constraints.splitlines(keepends=True)
    return head + "".join(line for line in lines if line.rstrip() in entries(lock))


def student_environment(text: str) -> str:
    """Take out of environment.yml what the tests and the grader need."""
    return re.sub(r"-e \.\[.*?\].*", "-e .  # the course", text)


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Returns
    -------
    int
        0.
    """
    parser = argparse.ArgumentParser(prog="python tools/student_archive.py")
    parser.add_argument(
        "folder", nargs="?", type=Path, default=ROOT / "dist", metavar="FOLDER", help="dist"
    )
    path = pack(files(), parser.parse_args(arguments).folder, "student")
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
