"""What students get in one file: all they need to work, nothing that an instructor keeps."""

import importlib.metadata
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile

import pytest
import small_course
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from autograder import release
from autograder.cells import answers, read
from autograder.course import Course
from cnnbasics.journal import kept
from tools import packing, student_archive

ROOT = small_course.ROOT
COURSE = Course(ROOT)
UNIT = "01_convolution"


@pytest.fixture(scope="module")
def files():
    """What is in the archive, by name."""
    return student_archive.files()


def text(files, name):
    return files[name].decode("utf-8")


def needed(requirements):
    """Return what a list of requirements needs in the end, on this machine, as it is installed."""
    found, waiting = set(), [Requirement(line) for line in requirements]
    while waiting:
        requirement = waiting.pop()
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if key in found:
            continue
        found.add(key)
        for line in importlib.metadata.requires(requirement.name) or ():
            below = Requirement(line)
            environments = [{"extra": extra} for extra in (requirement.extras or {""})]
            if below.marker is None or any(map(below.marker.evaluate, environments)):
                waiting.append(below)
    return {name for name, _ in found}


def pins(files):
    """Return the entries of the lock that count on this machine."""
    found = map(Requirement, student_archive.entries(text(files, "requirements.lock")))
    return [pin for pin in found if pin.marker is None or pin.marker.evaluate()]


# Quick: what the files for students are made of


def test_the_lock_keeps_what_is_needed_and_all_of_its_entry_and_nothing_of_the_tests():
    made = student_archive.student_lock((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    here = student_archive.entries(made)
    all_of_them = student_archive.entries((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    assert here.items() <= all_of_them.items()
    names = {canonicalize_name(Requirement(pin).name) for pin in here}
    project = student_archive.PROJECT
    wanted = needed(project["project"]["dependencies"] + project["build-system"]["requires"])
    assert wanted <= names
    only_tests = {"pytest", "selenium", "ruff", "distributed", "psycopg", "codespell", "nbval"}
    assert not names & only_tests


def test_the_project_for_students_is_the_course_without_its_grader():
    made = tomllib.loads(
        student_archive.student_project((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    )
    own = student_archive.PROJECT
    assert made["build-system"] == own["build-system"]
    same = ("name", "version", "requires-python", "dependencies", "license", "license-files")
    assert {key: made["project"][key] for key in same} == {key: own["project"][key] for key in same}
    assert made["project"]["scripts"] == {"cnnbasics": own["project"]["scripts"]["cnnbasics"]}
    assert made["tool"]["hatch"]["build"]["targets"]["wheel"] == {
        "packages": ["cnnbasics"],
        "force-include": {"data": "cnnbasics/data"},
    }
    assert "autograder" not in json.dumps(made)
    assert set(made["tool"]) == {"hatch"}


def test_the_same_files_make_the_same_bytes(tmp_path):
    content = {"a/b.txt": b"1", "c.txt": b"2"}
    first = packing.pack(content, tmp_path / "one", "student")
    os.utime(first, (0, 0))
    second = packing.pack(content, tmp_path / "two", "student")
    assert first.read_bytes() == second.read_bytes()
    assert first.name == second.name == f"{first.stem}.zip"
    with zipfile.ZipFile(first) as archive:
        assert archive.namelist() == [f"{first.stem}/a/b.txt", f"{first.stem}/c.txt"]


def test_the_readme_for_students_names_files_that_the_archive_has_and_commands_that_work():
    readme = (ROOT / "tools" / "student" / "README.md").read_text(encoding="utf-8")
    for name in ("open_course.py", "environment.yml", "tools/lab.py", "LICENSE-TEXT"):
        assert name in readme
    supported = student_archive.PROJECT["project"]["requires-python"]
    assert "3.11, 3.12 or 3.13" in readme
    assert supported == ">=3.11,<3.14"
    assert kept.FILE in readme


@pytest.mark.parametrize("archive", [True, False])
def test_a_python_that_is_too_old_is_told_what_to_type_instead(tmp_path, archive):
    for name in ("tools/set_up.py", "requirements.lock"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "pyproject.toml").write_text('requires-python = ">=3.98,<3.100"\n')
    command = [sys.executable, "tools/set_up.py"]
    if archive:
        shutil.copy(ROOT / "tools" / "student" / "open_course.py", tmp_path)
        command = [sys.executable, "open_course.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "the course needs 3.98 to 3.99." in done.stdout
    assert ("3.99 open_course.py" in done.stdout) is archive
    assert ("make" in done.stdout) is (not archive and os.name != "nt")


# The whole archive


@pytest.mark.slow
def test_the_archive_holds_what_students_need(files):
    assert {name.partition("/")[0] for name in files} == {
        "CITATION.cff",
        "LICENSE",
        "LICENSE-TEXT",
        "README.md",
        "cnnbasics",
        "constraints.txt",
        "data",
        "environment.yml",
        "notebooks",
        "open_course.py",
        "pyproject.toml",
        "requirements.lock",
        "tools",
    }
    notebooks = {name for name in files if name.startswith("notebooks/")}
    assert notebooks == {
        f"notebooks/{kept.START}",
        *(f"notebooks/{unit}/{unit}.ipynb" for unit in COURSE.units),
    }
    assert {name for name in files if name.startswith("tools/")} == {
        "tools/lab.py",
        "tools/lab/overrides.json",
        "tools/set_up.py",
    }
    registry = (ROOT / "data" / "registry.txt").read_text(encoding="utf-8").splitlines()
    data = {line.split()[0] for line in registry if not line.startswith("#")}
    assert data <= {name.removeprefix("data/") for name in files}
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "cnnbasics").rglob("*.py")}
    assert package <= set(files)


@pytest.mark.slow
def test_the_archive_holds_no_answer_no_hidden_check_and_nothing_of_the_grader(files):
    for name, content in files.items():
        assert not re.search(r"autograder|solutions|tests/|mutants|instructors\.md", name), name
        if not name.endswith(".npz"):
            assert b"BEGIN SOLUTION" not in content, name
            assert b"BEGIN HIDDEN TESTS" not in content, name
            assert b"import autograder" not in content, name
            assert b"from autograder" not in content, name
    for unit in COURSE.units:
        released = io.StringIO(text(files, f"notebooks/{unit}/{unit}.ipynb"))
        assert list(release.leaks(read(COURSE.source(unit)), read(released))) == []


@pytest.mark.slow
def test_what_was_tried_in_the_notebooks_folder_does_not_get_in(files):
    # They are made from the sources, as the released ones are.
    for name, content in files.items():
        if name.startswith("notebooks/"):
            assert (ROOT / name).read_bytes() == content, f"{name} differs: run make release"


@pytest.mark.slow
def test_conda_leads_to_the_course_without_the_tests(files):
    environment = yaml.safe_load(text(files, "environment.yml"))
    pip = next(entry["pip"] for entry in environment["dependencies"] if isinstance(entry, dict))
    assert pip == ["-c constraints.txt", "-e ."]
    lines = text(files, "constraints.txt").splitlines()
    locked = list(student_archive.entries(text(files, "requirements.lock")))
    assert [line for line in lines if not line.startswith("#")] == locked


WORK = """
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

import cnnbasics

path = Path(sys.argv[1])
here = Path(cnnbasics.__file__).resolve()
assert here.is_relative_to(path.resolve().parents[2]), here
notebook = nbformat.read(path, as_version=4)
NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()
nbformat.write(notebook, path)
"""
"""What JupyterLab does when a student runs all cells, in the environment of the archive."""


PROGRESS = """
import sys
from pathlib import Path

from cnnbasics.journal import course, kept, page

folder = Path(sys.argv[1]) / "notebooks"
print(page.Page(course.read(folder).take(kept.read(folder))))
"""
"""What the start page says."""


def only_what_is_locked(folder, files):
    """Make a folder that has the packages of the archive's lock, and no other, as links.

    It stands in for fetching them: what is missing in the lock is missing there.
    """
    folder.mkdir()
    for pin in pins(files):
        package = importlib.metadata.distribution(pin.name)
        assert pin.specifier.contains(package.version), f"{pin}: {package.version} is installed"
        tops = {file.parts[0] for file in package.files} - {"..", "__pycache__"}
        for top in tops:
            link = folder / top
            if not link.exists():
                link.symlink_to(package.locate_file(top))
    return folder


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="links want rights of their own on Windows")
def test_a_student_unpacks_it_sets_it_up_with_one_command_and_works_a_unit(files, tmp_path):
    with zipfile.ZipFile(packing.pack(files, tmp_path, "student")) as archive:
        archive.extractall(tmp_path / "empty")
    (home,) = (tmp_path / "empty").iterdir()
    packages = only_what_is_locked(tmp_path / "packages", files)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("VIRTUAL")},
        "PYTHONPATH": str(packages),
        "PIP_NO_INDEX": "1",
        "HOME": str(tmp_path),
    }

    def run(*command):
        done = subprocess.run(
            [str(part) for part in command],
            cwd=home,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    # One command; what follows it goes to JupyterLab, which here says its version and leaves.
    said = run(sys.executable, "open_course.py", "--version")
    assert re.search(r"^\.venv is ready after \d+ s\.\n[\d.]+$", said, re.MULTILINE), said
    python = home / ".venv" / "bin" / "python"
    run(python, "-m", "pip", "check")

    notebook = home / "notebooks" / UNIT / f"{UNIT}.ipynb"
    written = answers(read(COURSE.source(UNIT)))
    content = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        if cell["id"] in written:
            cell["source"] = written[cell["id"]]
    notebook.write_text(json.dumps(content), encoding="utf-8")
    environment[kept.SESSION_VARIABLE] = str(notebook)
    run(python, "-c", WORK, notebook)

    outputs = [output for cell in read(notebook).cells for output in cell.get("outputs", ())]
    assert [output.evalue for output in outputs if output.output_type == "error"] == []
    said = [output.data["text/plain"] for output in outputs if "data" in output]
    total = len(written)
    finished = f"All {total} answers in this unit are right."
    assert any(finished in text for text in said)
    assert len(list(kept.read(home / "notebooks"))) == total
    assert f"{total} of {total} right" in (page := run(python, "-c", PROGRESS, home)), page
