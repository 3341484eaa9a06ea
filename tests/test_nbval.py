"""What the sources keep is compared by nbval, and is the same on every machine.

`make test` has nbval run every unit, on one thread. `tools/tidy.py --run`, which keeps the outputs,
runs on as many as it is given.
"""

import subprocess
import sys
from xml.etree import ElementTree

import nbformat
import pytest
import small_course

from autograder.cells import read
from autograder.course import Course
from tools import tidy

COURSE = Course(small_course.ROOT)


def kept_cells(notebook):
    return [cell for cell in notebook.cells if tidy.KEPT in cell.metadata.get("tags", ())]


@pytest.mark.parametrize("unit", COURSE.units)
def test_a_unit_keeps_several_outputs(unit):
    assert len(kept_cells(read(COURSE.source(unit)))) >= 3


@pytest.mark.parametrize("unit", COURSE.units)
def test_a_kept_output_holds_no_time_no_address_no_warning_and_no_picture(unit):
    for cell in kept_cells(read(COURSE.source(unit))):
        assert cell.outputs, cell.id
        faults = [fault for output in cell.outputs for fault in tidy.faults_of(output)]
        assert faults == [], cell.id


def change(cell):
    """Change what a cell keeps, by one character."""
    output = cell.outputs[0]
    if output.output_type == "stream":
        output.text += "."
    else:
        output.data["text/plain"] += "."


@pytest.mark.slow
def test_nbval_fails_each_kept_output_that_was_changed(tmp_path):
    # It compares the outputs of a cell that has a count, and tidy gives every kept one its count.
    notebook = read(COURSE.source(COURSE.units[0]))
    for cell in kept_cells(notebook):
        assert cell.execution_count
        change(cell)
    nbformat.write(notebook, tmp_path / "changed.ipynb")
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [code[number].id for number in nbval(tmp_path)["changed"]] == [
        cell.id for cell in kept_cells(notebook)
    ]


def nbval(folder):
    """Run nbval on the notebooks in a folder and return the numbers of the cells that fail."""
    report = folder / "report.xml"
    command = [sys.executable, "-m", "pytest", "--nbval", str(folder), "-q", "-p"]
    command += ["no:cacheprovider", f"--junitxml={report}", f"--rootdir={folder}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert report.exists(), done.stdout + done.stderr
    failed: dict[str, list[int]] = {path.stem: [] for path in folder.glob("*.ipynb")}
    ran = set()
    for case in ElementTree.parse(report).iter("testcase"):
        stem = case.get("classname", "").removesuffix(".ipynb")
        ran.add(stem)
        if case.find("failure") is not None or case.find("error") is not None:
            failed[stem].append(int(case.get("name", "").split()[-1]))
    assert ran == set(failed), done.stdout
    return failed
