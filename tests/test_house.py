"""The house: one list of dependencies, verbs that exist, and nothing of one machine in a file."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
TABLES = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = TABLES["project"]
SYSTEMS = [
    {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
    {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
    {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
]
PYTHONS = ["3.11", "3.12", "3.13"]


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def declared():
    """Every requirement of pyproject.toml, the extras among them."""
    extras = PROJECT["optional-dependencies"].values()
    return [Requirement(text) for text in sum(extras, PROJECT["dependencies"])]


def locked(name="requirements.lock"):
    """Every entry of a lock: its requirement and the lines below it."""
    entries = re.split(r"^(?=[a-z0-9])", read(name), flags=re.MULTILINE)[1:]
    heads = (entry.partition("\n")[0].rstrip(" \\") for entry in entries)
    return [(Requirement(head), entry) for head, entry in zip(heads, entries, strict=True)]


def tracked():
    """Every text file of the project that git holds or would take in."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    for name in filter(None, names.stdout.split("\0")):
        file = ROOT / name
        if file.is_file() and b"\0" not in file.read_bytes():
            yield name, file.read_text(encoding="utf-8")


def verbs():
    """The verbs `make help` lists."""
    return re.findall(r"^([a-z-]+):.*## ", read("Makefile"), flags=re.MULTILINE)


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system["sys_platform"])
@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_holds_one_fitting_version_of_each_requirement(system, python):
    here = system | {"python_version": python, "python_full_version": f"{python}.9"}
    chosen = {}
    for requirement, _ in locked():
        if requirement.marker is None or requirement.marker.evaluate(here):
            chosen.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    for requirement in declared():
        pins = chosen.get(canonicalize_name(requirement.name), [])
        assert len(pins) == 1, f"{requirement.name}: {len(pins)} pins in the lock; run make lock"
        (pin,) = pins[0].specifier
        assert pin.operator == "=="
        assert requirement.specifier.contains(pin.version), f"{pins[0]} for {requirement}"


def test_the_lock_was_made_from_the_dependencies_as_they_stand():
    own = {canonicalize_name(pin.name) for pin, entry in locked() if "(pyproject.toml)" in entry}
    assert own == {canonicalize_name(requirement.name) for requirement in declared()}


def test_the_lock_of_the_book_was_made_from_its_group_and_changes_no_version_of_the_course():
    pins = [pin for pin, _ in locked("requirements-book.lock")]
    group = {
        canonicalize_name(Requirement(text).name) for text in TABLES["dependency-groups"]["book"]
    }
    assert group <= {canonicalize_name(pin.name) for pin in pins}, "run make lock"
    versions = {(pin.name, str(pin.specifier)) for pin, _ in locked()}
    names = {name for name, _ in versions}
    others = [
        pin for pin in pins if pin.name in names and (pin.name, str(pin.specifier)) not in versions
    ]
    assert others == [], "run make lock"


def test_each_locked_package_has_a_hash_and_no_entry_an_address():
    locks = ["requirements.lock", "requirements-book.lock"]
    entries = [each for name in locks for each in locked(name)]
    assert [str(pin) for pin, entry in entries if "--hash=sha256:" not in entry] == []
    for name in (*locks, "constraints.txt", "environment.yml", "pyproject.toml"):
        assert "://" not in read(name), name


def test_the_constraints_are_the_lock_without_its_hashes():
    lines = [line for line in read("constraints.txt").splitlines() if not line.startswith("#")]
    expected = [str(pin) for pin, _ in locked()]
    assert [str(Requirement(line)) for line in lines] == expected, "run make lock"


def test_conda_leads_to_the_same_python_the_same_versions_and_the_same_package():
    dependencies = yaml.safe_load(read("environment.yml"))["dependencies"]
    python = next(entry for entry in dependencies if str(entry).startswith("python "))
    pip = next(entry["pip"] for entry in dependencies if isinstance(entry, dict))
    supported = SpecifierSet(PROJECT["requires-python"])
    assert SpecifierSet(python.removeprefix("python ")) == supported
    assert [minor for minor in PYTHONS if minor in supported] == PYTHONS
    extras = ",".join(PROJECT["optional-dependencies"])
    assert pip == ["-c constraints.txt", f"-e .[{extras}]"]


def test_each_line_of_the_conda_environment_says_what_it_is_for():
    entries = re.findall(r"^ +- .*", read("environment.yml"), flags=re.MULTILINE)
    assert [entry for entry in entries if "# " not in entry and not entry.endswith("pip:")] == []


def test_the_workflow_runs_on_each_supported_python_with_actions_pinned_by_hash():
    workflow = read(".github/workflows/tests.yml")
    assert yaml.safe_load(workflow)["jobs"]["checks"]["strategy"]["matrix"]["python"] == PYTHONS
    uses = re.findall(r"uses: (.*)", workflow)
    assert uses
    assert [use for use in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", use)] == []


def test_the_readme_explains_exactly_the_verbs_of_the_makefile():
    rows = re.findall(r"^\| `make ([\w-]+)` \|", read("README.md"), flags=re.MULTILINE)
    assert sorted(rows) == sorted(verbs())


@pytest.mark.parametrize("page", ["Makefile", "README.md", ".github/workflows/tests.yml"])
def test_each_tool_a_page_calls_exists(page):
    tools = re.findall(r"\btools[/\\](\w+\.py)", read(page))
    assert tools
    assert [tool for tool in tools if not (ROOT / "tools" / tool).exists()] == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_each_verb_a_page_names_exists(page):
    code = "\n".join(re.findall(r"```.*?```|`[^`]+`", read(page), flags=re.DOTALL))
    named = re.findall(r"\bmake ([a-z-]+)", code)
    assert named
    assert [verb for verb in named if verb not in verbs()] == []


def test_each_link_of_the_readme_to_a_file_leads_to_one():
    links = re.findall(r"\]\((?!\w+:|#)([^)#]+)", read("README.md"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_a_folder_in_solutions_holds_its_notebook_and_nothing_else():
    folders = [folder for folder in (ROOT / "solutions").iterdir() if folder.is_dir()]
    assert folders
    for folder in folders:
        files = [file.name for file in folder.iterdir() if file.name != ".ipynb_checkpoints"]
        assert files == [f"{folder.name}.ipynb"], "nbgrader would give the others to students"


def test_no_file_names_a_package_index_or_a_folder_of_one_machine():
    index = r"(?:index-url|find-links|trusted-host)[ =]+\S*\w\.\w"
    # /home/me/ stands for anybody's folder.
    folder = r"(?<![\w.])/(?:home|Users)/(?!me/)\w|(?<![\w./])/(?:root|work)/|\b[A-Z]:\\+Users"
    found = [
        f"{name}: {match[0]}"
        for name, text in tracked()
        for match in re.finditer(f"{index}|{folder}", text)
    ]
    assert found == []


def test_the_citation_says_the_same_as_the_package():
    citation = yaml.safe_load(read("CITATION.cff"))
    assert str(citation["version"]) == PROJECT["version"]
    assert " AND ".join(citation["license"]) == PROJECT["license"]
    assert [author["name"] for author in citation["authors"]] == [
        author["name"] for author in PROJECT["authors"]
    ]
    assert citation["cff-version"] == "1.2.0"
    assert citation["message"]
    assert citation["title"]
