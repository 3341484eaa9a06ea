"""What leaves the repository: the wheel, the sdist, containers, Binder, Colab and the release."""

import json
import os
import re
import runpy
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from fnmatch import fnmatch
from pathlib import Path

import nbformat
import pytest
import yaml
from traitlets.config.loader import PyFileConfigLoader

from cnnbasics import datasets
from cnnbasics.journal import kept
from tools import book_archive

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PYTHONS = ["3.11", "3.12", "3.13"]
COLAB = runpy.run_path(str(ROOT / "tools" / "colab.py"))
NOTES = runpy.run_path(str(ROOT / "tools" / "notes.py"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def run(*command, **options):
    """Run a command that must succeed, and return what it printed."""
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, **options
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def verbs():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE)


# The packages


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder that `make dist` would fill."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=ROOT)
    return folder


def only(folder, pattern):
    (path,) = folder.glob(pattern)
    return path


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """An environment in which nothing of the course was, with the wheel in it.

    What the course depends on is lent by the environment of the tests: its packages are seen, and
    the course that is installed there, editable, is not, as .pth files in it are not read.
    """
    venv = tmp_path_factory.mktemp("empty") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", venv)
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install"]
    run(*pip, "--quiet", "--no-deps", "--no-index", only(built, "*.whl"))
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


@pytest.mark.slow
def test_an_installed_wheel_brings_its_code_and_its_data_and_needs_no_network(installed, tmp_path):
    code = (
        "import cnnbasics, autograder; from cnnbasics import datasets\n"
        "print(cnnbasics.__file__); print(autograder.__file__)\n"
        "for name in datasets.names()[:6]: print(datasets.describe(name).splitlines()[0])\n"
        "print(len(datasets.load('digits', download=True).x_train))\n"
        "datasets.load('photographs'); datasets.load('faces'); datasets.load('shapes', n_train=2)"
    )
    printed = run(installed, "-c", code, cwd=tmp_path).split("\n")
    venv = installed.parent.parent
    assert all(Path(path).is_relative_to(venv) for path in printed[:2])
    assert printed[2:8] == datasets.names()[:6]
    assert printed[8] == "1297"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answer", "status", "says"),
    [
        ("alternatives/01_convolution/correlate2d", 0, "right, 10 of 10 cases"),
        ("mutants/01_convolution/correlate2d", 1, "expected"),
    ],
)
def test_an_installed_course_checks_an_answer_in_a_file(answer, status, says, installed, tmp_path):
    file = next(path for path in sorted((ROOT / "tests" / answer).glob("*.py")))
    command = [installed.with_name("cnnbasics"), "check", "correlate2d", file]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    assert says in done.stdout


@pytest.mark.slow
def test_an_installed_course_has_the_instructors_command_and_the_sandbox_kernel(installed):
    assert "grade" in run(installed.with_name("autograder"), "--help")
    kernel = installed.parent.parent / "share" / "jupyter" / "kernels" / "sandbox" / "kernel.json"
    assert json.loads(kernel.read_text())["metadata"]


@pytest.mark.slow
def test_the_sdist_makes_the_same_wheel(built, tmp_path):
    with tarfile.open(only(built, "*.tar.gz")) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "made", cwd=source)
    assert only(source / "made", "*.whl").read_bytes() == only(built, "*.whl").read_bytes()


@pytest.mark.slow
def test_no_package_holds_what_belongs_to_a_class_or_to_one_machine(built):
    with zipfile.ZipFile(only(built, "*.whl")) as wheel:
        names = wheel.namelist()
        # No answer sheet: what students install has the course's functions, as notebooks do.
        assert not [name for name in names if name.startswith(("solutions", "tests"))]
    with tarfile.open(only(built, "*.tar.gz")) as archive:
        names += archive.getnames()
    unwanted = r"/(classroom|\.venv|\.git|artifacts|__pycache__)/|gradebook\.db"
    assert [name for name in names if re.search(unwanted, name)] == []


# The release


CHANGES = """# Changelog

## [Unreleased]

## [1.2.0] - 2030-01-31

- A.

## [1.1.0] - 2029-01-31
"""


def test_the_notes_of_a_release_are_its_section_of_the_changelog():
    assert NOTES["notes"]("v1.2.0", "1.2.0", CHANGES) == "- A.\n"


@pytest.mark.parametrize(
    ("tag", "version", "says"),
    [
        ("v1.2", "1.2.0", "is v1.2 but pyproject.toml has version 1.2.0, whose tag is v1.2.0"),
        ("v1.3.0", "1.3.0", "`## [1.3.0] - YYYY-MM-DD`; it has: [Unreleased], [1.2.0] - "),
        ("v1.1.0", "1.1.0", "says nothing under [1.1.0]"),
        ("vUnreleased", "Unreleased", "no section `## [Unreleased] - YYYY"),
    ],
)
def test_a_tag_that_does_not_fit_the_version_or_the_changelog_is_refused(tag, version, says):
    with pytest.raises(NOTES["Disagreement"], match=re.escape(says)):
        NOTES["notes"](tag, version, CHANGES)


def test_the_changelog_begins_with_what_is_not_released_yet_and_then_goes_back_in_time():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heads = re.findall(r"^## (.*)$", text, flags=re.MULTILINE)
    assert heads[0] == "[Unreleased]"
    dates = [re.fullmatch(r"\[\d+\.\d+\.\d+\] - (\d{4}-\d\d-\d\d)", head)[1] for head in heads[1:]]
    assert dates == sorted(dates, reverse=True)
    kinds = set(re.findall(r"^### (.*)$", text, flags=re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_reads_only_and_pins_each_action_by_hash(path):
    text = path.read_text(encoding="utf-8")
    assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
    uses = re.findall(r"uses: (.*)", text)
    assert [use for use in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", use)] == []


def test_only_the_job_that_publishes_may_write_and_it_runs_nothing_of_the_repository():
    writing = {
        (path.stem, name): job
        for path in WORKFLOWS
        for name, job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].items()
        if "permissions" in job
    }
    assert list(writing) == [("release", "publish")]
    job = writing["release", "publish"]
    assert job["permissions"] == {"contents": "write"}
    assert job["if"] == "github.ref_type == 'tag'"
    used = [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step]
    assert used == ["actions/download-artifact"]
    commands = [step["run"].split()[:3] for step in job["steps"] if "run" in step]
    assert commands == [["gh", "release", "create"]]


def test_what_a_release_runs_exists():
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    files = re.findall(r"\b(?:tools|tests)/\w+\.py", text)
    assert files
    assert [file for file in files if not (ROOT / file).is_file()] == []
    assert set(re.findall(r"run: make ([\w-]+)", text)) <= set(verbs())


def test_a_release_has_the_packages_the_notebooks_for_colab_the_students_archive_and_the_book():
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["make"]["steps"]
    commands = [step.get("run", "") for step in steps]
    upload = next(step["with"]["path"].split() for step in steps if "path" in step.get("with", {}))
    counted = next(command for command in commands if "ls -l" in command).split()
    made = {
        "make dist": ["cnnbasics-1.2.0-py3-none-any.whl", "cnnbasics-1.2.0.tar.gz"],
        "tools/colab.py": ["cnn-basics-colab-1.2.0.zip"],
        "make student-archive": ["cnn-basics-student-1.2.0.zip"],
        "tools/book_archive.py": ["cnn-basics-book-1.2.0.zip"],
    }
    for command, names in made.items():
        place = next(i for i, known in enumerate(commands) if command in known)
        assert place < next(i for i, step in enumerate(steps) if "path" in step.get("with", {}))
        for name in names:
            assert any(fnmatch(name, pattern) for pattern in counted), name
            assert any(fnmatch(f"dist/{name}", pattern) for pattern in upload), name
    # `gh release create` stops at a folder, and the book is one until it is packed.
    packed = commands.index(".venv/bin/python tools/book_archive.py")
    assert commands.index("make book") < packed
    assert not any(fnmatch("dist/book", pattern) for pattern in upload)


def test_the_book_is_packed_as_it_is_and_always_the_same(tmp_path, capsys):
    book = tmp_path / "book"
    (book / "_static").mkdir(parents=True)
    (book / "_static" / "a.css").write_bytes(b"a")
    command = ["--book", str(book), "--into", str(tmp_path)]
    assert book_archive.main(command) == 1
    assert "make book" in capsys.readouterr().out
    (book / "index.html").write_bytes(b"i")
    assert book_archive.main(command) == 0
    first = only(tmp_path, "cnn-basics-book-*.zip").read_bytes()
    os.utime(book / "index.html", (0, 0))
    assert book_archive.main(command) == 0
    path = only(tmp_path, "cnn-basics-book-*.zip")
    assert path.read_bytes() == first
    with zipfile.ZipFile(path) as archive:
        assert archive.read(f"{path.stem}/index.html") == b"i"
        assert archive.namelist() == [f"{path.stem}/_static/a.css", f"{path.stem}/index.html"]


# Colab


ADDRESS = "https://downloads.example.org/v1/"


@pytest.fixture(scope="module")
def for_colab(tmp_path_factory):
    """The notebooks for Colab by the name of their file."""
    folder = tmp_path_factory.mktemp("colab")
    assert COLAB["main"]([ADDRESS, "--into", str(folder)]) == 0
    with zipfile.ZipFile(only(folder, "*.zip")) as archive:
        return {
            Path(name).name: nbformat.reads(archive.read(name).decode(), as_version=4)
            for name in archive.namelist()
        }


def test_a_notebook_for_colab_is_the_released_one_with_one_cell_more(for_colab):
    released = sorted((ROOT / "notebooks").glob("*/*.ipynb"))
    assert list(for_colab) == [path.name for path in released]
    for path in released:
        made = for_colab[path.name]
        title, header, *rest = made.cells
        assert header.id == "colab"
        assert {**made, "cells": [title, *rest]} == nbformat.read(path, as_version=4)


def test_the_cell_for_colab_names_the_wheel_that_a_release_has(for_colab):
    cells = {notebook.cells[1].source for notebook in for_colab.values()}
    (cell,) = cells
    assert f'"{ADDRESS}cnnbasics-{PROJECT["version"]}-py3-none-any.whl"' in cell


def test_the_cell_for_colab_does_nothing_where_the_course_is_installed(monkeypatch):
    def refuse(*command, **options):
        raise AssertionError(command)

    monkeypatch.setattr(subprocess, "run", refuse)
    exec(COLAB["CELL"].format(wheel=ADDRESS), {})


@pytest.mark.slow
def test_the_cell_for_colab_fetches_the_course_where_it_is_not_installed(built, tmp_path):
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    python = tmp_path / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    cell = COLAB["CELL"].format(wheel=only(built, "*.whl").as_uri())
    code = f"{cell}\nprint(importlib.util.find_spec('cnnbasics').origin)"
    environment = {**os.environ, "PIP_NO_INDEX": "1"}
    printed = run(python, "-c", code, cwd=tmp_path, env=environment)
    assert Path(printed.splitlines()[-1]).is_relative_to(tmp_path / "venv")


# Containers and Binder


def test_the_dev_container_uses_a_python_that_the_course_supports_and_verbs_that_exist():
    text = (ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8")
    settings = json.loads(text)
    image = re.fullmatch(r"mcr\.microsoft\.com/.*/python:([\d.]+)-\w+", settings["image"])
    assert image[1] in PYTHONS
    for step in ("postCreateCommand", "postAttachCommand"):
        assert settings[step].split()[:2] in [["make", verb] for verb in verbs()]


def test_the_dev_container_opens_the_course_on_its_start_page():
    text = (ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8")
    settings = json.loads(text)
    assert settings["postAttachCommand"].startswith("make lab ")
    (opened,) = settings["customizations"]["codespaces"]["openFiles"]
    assert (ROOT / opened).name == kept.START
    assert (ROOT / opened).is_file()


def ignored_by_docker():
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.slow
def test_the_image_gets_all_that_the_course_is_made_of_and_no_answers(tmp_path):
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in listed.splitlines():
        if not any(Path(name).is_relative_to(entry) for entry in ignored_by_docker()):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / name)
    for path in tmp_path.rglob("*.ipynb"):
        assert "BEGIN SOLUTION" not in path.read_text(encoding="utf-8"), path
    assert not (tmp_path / "tests").exists()
    assert (tmp_path / "notebooks" / "00_images" / "00_images.ipynb").is_file()
    assert (tmp_path / "tools" / "lab.py").is_file()
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "made", cwd=tmp_path)


def test_the_image_uses_a_python_that_the_course_supports_verbs_that_exist_and_no_root():
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert re.search(r"^FROM python:([\d.]+)-slim-\w+$", text, flags=re.MULTILINE)[1] in PYTHONS
    assert re.findall(r"^RUN make (\w+)$", text, flags=re.MULTILINE) == ["ready"]
    (last,) = re.findall(r"^CMD (.*)$", text, flags=re.MULTILINE)
    assert json.loads(last)[:2] == ["make", "lab"]
    assert text.index("USER 1000") < text.index("COPY")


@pytest.mark.skipif(not shutil.which("hadolint"), reason="hadolint is not here")
def test_hadolint_has_nothing_to_say_of_the_image():
    assert run("hadolint", ROOT / "Dockerfile") == ""


def test_binder_installs_the_locked_versions_on_a_python_that_the_course_supports():
    folder = ROOT / ".binder"
    runtime = (folder / "runtime.txt").read_text().strip()
    assert runtime.removeprefix("python-") in PYTHONS
    lines = (folder / "requirements.txt").read_text().splitlines()
    (line,) = [line for line in lines if not line.startswith("#")]
    assert (folder / line.removeprefix("-r ")).resolve() == ROOT / "requirements.lock"


@pytest.mark.skipif(os.name == "nt", reason="Binder is Linux")
def test_binders_last_step_installs_the_course_and_opens_it_on_its_start_page(tmp_path):
    (tmp_path / "python").write_text('#!/bin/sh\necho "$@"\n')
    (tmp_path / "python").chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "NB_PYTHON_PREFIX": str(tmp_path / "prefix")}
    printed = run(ROOT / ".binder" / "postBuild", cwd=ROOT, env=environment)
    assert printed.split()[:3] == ["-m", "pip", "install"]
    assert printed.split()[-2:] == ["--editable", "."]
    # Jupyter reads it from there, wherever the course lies.
    folder = tmp_path / "prefix" / "etc" / "jupyter"
    config = PyFileConfigLoader("jupyter_server_config.py", path=str(folder)).load_config()
    same = PyFileConfigLoader("lab.py", path=str(ROOT / "tools")).load_config()
    assert config.LabApp == same.LabApp
    assert config.JupyterNotebookApp.default_url == config.LabApp.default_url
    assert (Path(config.LabApp.app_settings_dir) / "overrides.json").is_file()
    start = config.LabApp.default_url.removeprefix("/lab/tree/")
    assert (Path(config.ServerApp.root_dir) / start).is_file()
