"""The pages about the whole course are made from its units, and its plans add up."""

import re
from urllib.parse import unquote

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from tools import course

UNITS = {unit.number: unit for unit in course.units()}
PLANS = re.findall(
    r"^### (\w+) weeks\n(.*?)(?=^##)",
    (course.DOCS / "instructors.md").read_text(encoding="utf-8"),
    re.MULTILINE | re.DOTALL,
)


@pytest.fixture
def unit(tmp_path):
    """A small unit that needs 01, 02, 03 and 05."""
    path = tmp_path / "07_small" / "07_small.ipynb"
    path.parent.mkdir()
    texts = [
        "# 07 · Small: a unit\n\n| | |\n|---|---|\n| You need | units 01 to 03: much; unit 05 |\n"
        "| You will be able to | do it |\n| Time | 2 hours; or more |",
        "## 1 · Here `it` is\n\nNobody knows. Take\nthree. That is a **<dfn>trio</dfn>**. More.\n\n"
        "- **<dfn>one</dfn>**: the first. It is\n  alone.\n- two",
        "| Convention | here | elsewhere |\n|---|---|---|\n| a | b | c |\n\nEnd.",
        "<details>\n<summary>For instructors</summary>\n\n**Timing.** Part 1 takes 70 "
        "minutes, part 2\ntakes 50.\n\n**To discuss.** Why?\n\n</details>",
    ]
    locked = new_markdown_cell("**<dfn>not this</dfn>**", metadata={"nbgrader": {}})
    cells = [*map(new_markdown_cell, texts), locked]
    nbformat.write(new_notebook(cells=cells), path)
    return course.Unit(path)


def week(text):
    """The minutes of one week of a plan, and the units in it."""
    numbers, minutes = [], 0
    for entry in text.split(", "):
        number, first, last = re.fullmatch(r"(\d\d)(?: parts? (\d)(?: to (\d))?)?", entry).groups()
        parts = range(int(first), int(last or first) + 1) if first else ()
        unit = UNITS[number]
        minutes += sum(unit.parts[part] for part in parts) if parts else unit.minutes
        numbers.append(number)
    return numbers, minutes


def test_the_pages_are_as_the_units_make_them():
    assert course.main(["--check"]) == 0, f"run: {course.COMMAND}"


def test_a_stale_page_is_told_from_a_fresh_one_and_made_afresh(tmp_path, monkeypatch, capsys):
    page = tmp_path / "course.md"
    page.write_text("old", encoding="utf-8")
    monkeypatch.setattr(course, "pages", lambda: {page: "new"})
    assert course.main(["--check"]) == 1
    assert course.COMMAND in capsys.readouterr().err
    assert page.read_text(encoding="utf-8") == "old"
    assert course.main([]) == 0
    assert course.main(["--check"]) == 0


def test_the_opening_table_says_what_a_unit_needs_and_how_long_it_takes(unit):
    assert unit.needs == ["01", "02", "03", "05"]
    assert unit.minutes == 120
    assert unit.parts == {1: 70, 2: 50}


def test_a_row_that_the_opening_table_lacks_is_named(unit):
    with pytest.raises(ValueError, match="has no row `Colors`"):
        unit.opening("Colors")


def test_a_term_has_the_sentence_that_explains_it_and_those_it_points_back_to(unit):
    trio, one = unit.terms()
    assert trio == ("trio", "Take three. That is a **trio**.", "1 · Here `it` is")
    assert one == ("one", "**one**: the first. It is alone.", "1 · Here `it` is")


def test_the_table_of_conventions_is_found(unit):
    assert unit.conventions.splitlines()[-1] == "| a | b | c |"


def test_each_unit_explains_a_term_or_puts_together_what_others_explain():
    assert {number for number, unit in UNITS.items() if not list(unit.terms())} <= {"08", "21"}


def test_each_unit_needs_only_earlier_ones():
    for number, unit in UNITS.items():
        assert [need for need in unit.needs if not need < number or need not in UNITS] == []


def test_each_link_leads_to_a_heading_of_a_notebook_that_students_open():
    page = (course.DOCS / "course.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((\.\./notebooks/[^)#]+)#?([^)]*)\)", page)
    assert links
    for path, anchor in set(links):
        cells = nbformat.read(course.DOCS / path, as_version=4).cells
        text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
        heads = re.findall(r"^##? (.+)$", re.sub(r"[*`]", "", text), re.MULTILINE)
        assert not anchor or unquote(anchor).replace("-", " ") in [
            head.replace("-", " ") for head in heads
        ]


@pytest.mark.parametrize(("name", "text"), PLANS, ids=[name for name, _ in PLANS])
def test_the_minutes_of_a_plan_add_up_and_nothing_comes_before_what_it_needs(name, text):
    weeks = re.findall(r"^\| (\d+) \| (.+) \| (\d+) \|$", text, re.MULTILINE)
    (total,) = re.findall(r"^\| all \| +\| (\d+) \|$", text, re.MULTILINE)
    assert len(weeks) == {"Four": 4, "Eight": 8, "Twelve": 12}[name]
    done = set()
    for number, units, minutes in weeks:
        numbers, adds_up_to = week(units)
        assert int(minutes) == adds_up_to, f"week {number}"
        for unit in numbers:
            assert set(UNITS[unit].needs) <= done | {unit}
            done.add(unit)
    assert int(total) == sum(int(minutes) for *_, minutes in weeks)


def test_there_is_a_plan_for_four_for_eight_and_for_twelve_weeks():
    assert {name for name, _ in PLANS} == {"Four", "Eight", "Twelve"}
