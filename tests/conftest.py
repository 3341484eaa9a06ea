"""What every test starts from."""

import functools
import os
import shutil
import sys
from pathlib import Path

import pytest
import small_course
from graded_plainly import Graded

from autograder.cli import main
from autograder.course import Course
from autograder.grading import Classroom

# nbgrader calls `alembic` by its bare name, also where the environment was not activated.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

COURSE = Course(small_course.ROOT)
UNITS = COURSE.units


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


@pytest.fixture(scope="session")
def graded_plainly(tmp_path_factory):
    """Return a function that has plain nbgrader grade the made-up students of a unit, once."""

    @functools.cache
    def graded(unit):
        return Graded(COURSE, unit, tmp_path_factory.mktemp(unit))

    return graded


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the marks
def pytest_collection_modifyitems(items):
    """Keep together, when tests run in parallel, the slow ones that share what takes long to make.

    Those are the tests on one unit, and what is on no unit in one file.
    """
    for item in items:
        if item.get_closest_marker("slow") or item.get_closest_marker("browser"):
            parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
            unit = next((p for p in parameters if isinstance(p, str) and p in UNITS), None)
            item.add_marker(pytest.mark.xdist_group(unit or item.path.stem))
