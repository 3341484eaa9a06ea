"""A course of one unit with two exercises, for tests of the tools around the notebooks."""

import shutil
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from autograder.course import Course

ROOT = Path(__file__).resolve().parent.parent
UNIT = "01_small"

SET_UP = '''class NotAttempted(AssertionError):
    """No answer yet."""


def check(name, got, right):
    if got is None:
        raise NotAttempted(f"{name}: not attempted yet.")
    if got != right:
        raise AssertionError(f"{name}: 1 case is wrong.\\n\\nThis is what you get when ...")'''

METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}


def exercise(name: str, body: str, visible: str, hidden: str) -> list:
    """Return the four cells of an exercise with one argument `x`."""
    return [
        cell(new_markdown_cell, f"{name}-contract", f"`{name}(x)`", locked=True),
        cell(
            new_code_cell,
            name,
            f'def {name}(x):\n    """Return something of x."""\n'
            f"    ### BEGIN SOLUTION\n    {body}\n    ### END SOLUTION",
            solution=True,
        ),
        cell(new_code_cell, f"{name}-visible", visible, grade=True, locked=True, points=2),
        cell(
            new_code_cell,
            f"{name}-hidden",
            f"# Other numbers, when it is graded.\n### BEGIN HIDDEN TESTS\n{hidden}\n"
            "### END HIDDEN TESTS",
            grade=True,
            locked=True,
            points=1,
        ),
    ]


def cell(make, name: str, source: str, **nbgrader):
    """Make a cell that nbgrader knows by its name."""
    flags = {"grade": False, "locked": False, "solution": False, "task": False}
    metadata = {"nbgrader": flags | {"grade_id": name, "schema_version": 3} | nbgrader}
    return make(source, id=name, metadata=metadata)


def notebook():
    """Return the source of the unit, tidy."""
    kept = new_code_cell("print(double(4))", id="show", metadata={"tags": ["keep-output"]})
    kept.outputs = [new_output("stream", name="stdout", text="8\n")]
    kept.execution_count = 1
    return new_notebook(
        metadata=METADATA,
        cells=[
            new_markdown_cell("# A small unit", id="title"),
            new_code_cell(SET_UP, id="set-up"),
            *exercise(
                "double",
                "return x + x",
                'check("double", double(3), 6)',
                'check("double", double(50), 100)',
            ),
            *exercise(
                "square",
                "return x**2",
                'check("square", square(3), 9)',
                'check("square", square(12), 144)',
            ),
            kept,
        ],
        nbformat_minor=5,
    )


def make(folder: Path) -> Course:
    """Write the course into a folder."""
    course = Course(folder)
    course.source(UNIT).parent.mkdir(parents=True)
    nbformat.write(notebook(), course.source(UNIT))
    shutil.copyfile(ROOT / "nbgrader_config.py", folder / "nbgrader_config.py")
    answers = {
        "mutants/double/squares": "def double(x):\n    return x * x",
        "mutants/double/only_small": "def double(x):\n    return 2 * x if x < 10 else 0",
        "mutants/square/doubles": "def square(x):\n    return x + x",
        "alternatives/double/times_two": "def double(x):\n    return 2 * x",
    }
    for name, text in answers.items():
        kind, exercise, stem = name.split("/")
        file = folder / "tests" / kind / UNIT / exercise / f"{stem}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n", encoding="utf-8")
    return course
