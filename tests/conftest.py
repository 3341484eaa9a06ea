"""What every test starts from."""

import os
import shutil
import sys
from pathlib import Path

import pytest
import small_course

from autograder.cli import main
from autograder.grading import Classroom
from cnnbasics import exercises

# nbgrader calls `alembic` by its bare name, also where the environment was not activated.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

UNITS = frozenset(exercises.units())


@pytest.fixture(scope="module")
def entered(tmp_path_factory):
    """A course of one unit, released, whose gradebook knows it."""
    course = small_course.make(tmp_path_factory.mktemp("course"))
    assert main(["--course", str(course.root), "release"]) == 0
    Classroom(course, course.classroom).enter(small_course.UNIT)
    return course


@pytest.fixture
def room(entered, tmp_path):
    """A classroom of one's own, with that gradebook."""
    folder = tmp_path / "room"
    folder.mkdir()
    shutil.copy(entered.classroom / "gradebook.db", folder)
    return Classroom(entered, folder)


def pytest_collection_modifyitems(items):
    """Keep together, when tests run in parallel, the slow ones that share what takes long to make.

    Those are the tests of a file on one unit; what is not on a unit is shared by the whole file.
    """
    for item in items:
        if item.get_closest_marker("slow") or item.get_closest_marker("browser"):
            parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
            unit = next((p for p in parameters if isinstance(p, str) and p in UNITS), "")
            item.add_marker(pytest.mark.xdist_group(f"{item.path.stem} {unit}".strip()))
