"""The report as pages: a class of 300 with known mistakes, and what the report says of it."""

import csv
import datetime
import io
import re
import shutil
from collections import Counter

import made_up_class
import numpy as np
import pytest
import small_course
from bs4 import BeautifulSoup
from conftest import COURSE
from made_up_class import HOSTILE, Maker
from nbgrader.api import Gradebook
from scipy import stats

from autograder.cli import main
from autograder.desk import charts, facts, findings, measures, pages
from autograder.grading import Classroom
from autograder.record import Record
from autograder.tables import as_csv
from autograder.tools import quiet
from autograder.work import Result
from cnnbasics import exercises
from cnnbasics.checking import NOT_ATTEMPTED, RIGHT, WRONG

UNIT = "01_convolution"
OTHER = "03_activation"


def recipes(unit, share=0.1):
    """Two mistakes in each exercise, one seen by the hidden check alone; an option a question."""
    found = []
    for name, entry in exercises.units()[unit].items():
        if name in exercises.questions():
            wrong = next(str(key) for key in entry.says if str(key) != str(entry.answer))
            found.append((name, wrong, share, False))
        else:
            found += [
                (name, one.id, share / (1 + place), place == 1)
                for place, one in enumerate(entry.mistakes[:2])
            ]
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A class of 300 in one unit and of 40 in another, graded; what was planted; what is known."""
    room = Classroom(COURSE, tmp_path_factory.mktemp("desk"))
    planted = []
    for unit, n in ((UNIT, 300), (OTHER, 40)):
        room.enter(unit)
        planted.append(Maker(room, unit).make(n, recipes(unit)))
    with Record(room) as record:
        found = [facts.gather(room, record, unit) for unit in (UNIT, OTHER)]
    return room, planted[0], found


@pytest.fixture(scope="module")
def files(made):
    _, _, found = made
    return pages.report(found)


@pytest.fixture(scope="module")
def page(files):
    return BeautifulSoup(files[f"{UNIT}.html"], "html.parser")


def rows_of(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def section(page, heading):
    """Return what stands under a heading, as one soup."""
    start = next(one for one in page.find_all("h2") if one.text.startswith(heading))
    parts = []
    for one in start.find_next_siblings():
        if one.name == "h2":
            break
        parts.append(str(one))
    return BeautifulSoup("".join(parts), "html.parser")


def who(part):
    """Return the ids of the students that a part of a page lists."""
    found = set()
    for item in part.select(".who > li"):
        found.add(item.find_all("bdi")[-1].text)
    return found


# What the class does


@pytest.mark.slow
def test_the_report_finds_each_planted_mistake_and_who_made_it(made, files):
    _, planted, (known, _) = made
    wanted = {key: students for key, students in planted.mistakes.items() if students}
    assert len(wanted) > 15
    listed = {}
    for row in rows_of(files[f"{UNIT}-mistakes.csv"]):
        mistake = "" if row["mistake"] == "(no name)" else row["mistake"]
        listed.setdefault((row["exercise"], mistake), set()).add(row["student"])
    assert listed == wanted | {
        key: students for key, students in planted.chosen.items() if students
    }
    assert {(one.item, one.id): set(one.students) for one in known.mistakes} == listed


@pytest.mark.slow
def test_the_page_shows_each_mistake_with_what_it_is_and_all_who_made_it(made, page):
    _, planted, _ = made
    rows = section(page, "Mistakes").select("tbody tr")
    named = {key for key, students in planted.mistakes.items() if key[1] and students}
    found = set()
    for row in rows:
        mistake = row.select_one("td > b").text if row.find("td", class_=None) else ""
        item = row.find("th").text
        cell = row.find_all("td")[-1]
        name = cell.find("b").text if cell.find("b") else ""
        assert who(row) == planted.mistakes[item, name], (item, name)
        assert mistake == str(len(planted.mistakes[item, name]))
        if name:
            found.add((item, name))
            says = next(one.says for one in exercises.exercise(item).mistakes if one.id == name)
            assert says.replace("`", "") in cell.text
    assert found == named


@pytest.mark.slow
def test_the_page_shows_which_option_was_chosen_by_whom(made, page):
    _, planted, _ = made
    rows = section(page, "Questions").select("tbody tr")
    found = {}
    for row in rows:
        _, chosen, _ = row.find_all("td")
        option = "" if chosen.text == "something else" else chosen.text
        found[row.find("th").text, option] = who(row)
    assert found == {key: students for key, students in planted.chosen.items() if students}


@pytest.mark.slow
def test_a_student_who_stopped_is_listed_with_the_exercise(made, page):
    _, planted, _ = made
    assert len(planted.stopped) > 20
    found = {}
    for row in section(page, "Students who stopped").select("tbody tr"):
        found |= dict.fromkeys(who(row), row.find("th").text)
    assert found == planted.stopped


@pytest.mark.slow
def test_what_was_left_out_is_skipped_and_no_end(made):
    _, planted, (known, _) = made
    assert sum(map(len, planted.skipped.values())) > 10
    for one in measures.item_numbers(known):
        assert one.skipped == len(planted.skipped.get(one.item.id, ()))
        assert one.stopped == list(planted.stopped.values()).count(one.item.id)


@pytest.mark.slow
def test_who_has_no_grade_is_named_with_the_reason(made, page):
    _, planted, _ = made
    rows = section(page, "Without a grade").select("tbody tr")
    found = {row.find_all("bdi")[-1].text: [td.text for td in row.find_all("td")] for row in rows}
    assert set(found) == planted.refused | planted.failed | {"absent-one"}
    assert {found[one][0] for one in planted.refused} == {"refused"}
    assert {found[one][1] for one in planted.failed} == {"its worker disappeared 3 times"}
    assert found["absent-one"][0] == "nothing handed in"


@pytest.mark.slow
def test_hints_are_said_to_be_recorded_nowhere_and_what_is_left_is_counted(made, page):
    _, planted, _ = made
    part = section(page, "Hints")
    assert "The gradebook records no hints" in part.text
    hinted, lent = {}, {}
    for row in part.select("tbody tr"):
        first, second = row.find_all("td")
        hinted[row.find("th").text] = who(first)
        lent[row.find("th").text] = who(second)
    assert {item: found for item, found in hinted.items() if found} == planted.hints
    assert {item: found for item, found in lent.items() if found} == planted.lent


def test_calls_of_hint_are_found_in_code_and_not_in_words():
    source = "%time hint('tanh')\n# hint('relu')\ntext = \"hint('relu')\"\nif x:\n    hint(sigmoid)"
    assert list(facts.calls_in(source)) == [("hint", "sigmoid")]
    assert list(facts.calls_in("hint('no_such_exercise')")) == []
    assert list(facts.calls_in("hint('relu'")) == []


# The numbers, computed another way


@pytest.mark.slow
def test_difficulty_and_discrimination_equal_an_independent_computation(made, files):
    _, planted, _ = made
    items = list(planted.points)
    table = np.array([[planted.marks[who][item] for item in items] for who in planted.marks])
    points = np.array([planted.points[item] for item in items])
    assert table.shape == (294, len(items))
    rows = rows_of(files[f"{UNIT}-exercises.csv"])
    assert [row["exercise"] for row in rows] == items
    for place, row in enumerate(rows):
        share = (table[:, place] / points[place]).mean()
        assert float(row["difficulty (mean share)"]) == pytest.approx(share, rel=1e-5)
        rest = np.delete(table, place, axis=1).sum(axis=1)
        told = float(row["discrimination (item-rest)"])
        assert told == pytest.approx(np.corrcoef(table[:, place], rest)[0, 1], rel=1e-4)
        if set(table[:, place]) == {0, points[place]}:
            right = table[:, place] > 0
            assert told == pytest.approx(stats.pointbiserialr(right, rest).statistic, rel=1e-4)


@pytest.mark.slow
def test_the_median_and_the_middle_half_are_those_of_numpy(made):
    _, planted, (known, _) = made
    totals = [sum(marks.values()) for marks in planted.marks.values()]
    told = measures.summary([row.score for row in known.graded])
    wanted = np.percentile(totals, [0, 25, 50, 75, 100])
    assert (told.least, told.lower, told.median, told.upper, told.most) == pytest.approx(wanted)
    assert (told.n, told.mean) == (294, pytest.approx(np.mean(totals)))


@pytest.mark.slow
def test_the_histogram_counts_every_student_once(made, page):
    _, planted, _ = made
    chart = section(page, "Marks").find("svg")
    bars = [
        int(title.text.split(": ")[1]) for title in chart.find_all("title") if " to " in title.text
    ]
    assert sum(bars) == 294
    totals = [sum(marks.values()) for marks in planted.marks.values()]
    bounds = charts.edges(sum(planted.points.values()))
    assert bars == np.histogram(totals, bounds)[0].tolist()


def test_correlation_is_told_only_where_there_is_something_to_tell():
    few = list(range(measures.FEWEST - 1))
    assert measures.discrimination(few, few) is None
    many = list(range(measures.FEWEST))
    assert measures.discrimination(many, many) == pytest.approx(1)
    assert measures.discrimination([1] * len(many), many) is None
    third = [0.1 + 0.2 if one % 2 else 0.3 for one in many]
    assert measures.discrimination(third, many) is None


@pytest.mark.slow
def test_marks_by_hand_count_and_what_waits_is_no_mistake(made, tmp_path):
    room, _, _ = made
    maker = Maker(room, UNIT)
    everything = dict.fromkeys(maker.items, (RIGHT, (), False))
    own = Classroom(COURSE, tmp_path)
    own.enter(UNIT)
    with Record(own) as record:
        result = maker.result("ada", everything | {"window_dot": (WRONG, ("mean",), False)})
        record.save("ada", "key", 1, result, None)
        result = maker.result("bob", everything)
        result.marks["window_dot-hidden"] = (None, 1.0)
        record.save("bob", "key", 1, result, None)
        with quiet(), Gradebook(own.db_url, own.config.CourseDirectory.course_id) as book:
            book.find_grade("window_dot-visible", UNIT, UNIT, "ada").manual_score = 1.5
            book.find_grade("window_dot-visible", UNIT, UNIT, "ada").extra_credit = 0.25
            book.db.commit()
            score = book.find_submission(UNIT, "ada").score
        ada, bob = facts.gather(own, record, UNIT).rows
    assert ada.score == score
    assert (ada.attempts["window_dot"].score, ada.attempts["window_dot"].status) == (
        1.75,
        "partly right",
    )
    assert ada.attempts["window_dot"].mistakes == ("mean",)
    assert bob.attempts["window_dot"].status == "waits for you"


def test_lateness_costs_what_the_gradebook_says_and_never_more_than_there_is():
    tries = {"one": facts.Attempt(RIGHT, 3.0, 3.0)}
    at = datetime.datetime(2026, 3, 1)
    late = [
        facts.Row("ada", facts.GRADED, at, attempts=tries, penalty=cost).score
        for cost in (1.0, 5.0)
    ]
    assert late == [2.0, 0.0]


@pytest.mark.slow
def test_one_check_may_tell_apart_what_the_other_cannot(made, tmp_path):
    room, _, _ = made
    maker = Maker(room, UNIT)
    own = Classroom(COURSE, tmp_path)
    own.enter(UNIT)
    plan = dict.fromkeys(maker.items, (NOT_ATTEMPTED, (), False))
    plan["window_dot"] = (WRONG, ("mean", "matmul"), False)
    with Record(own) as record:
        unsure = maker.result("unsure", plan)
        assert unsure.verdicts["window_dot-visible"]["says"].count("Several mistakes") == 1
        record.save("unsure", "key", 1, unsure, None)
        plan["window_dot"] = (WRONG, ("matmul",), False)
        sure = maker.result("sure", plan)
        sure.verdicts["window_dot-visible"] = unsure.verdicts["window_dot-visible"]
        record.save("sure", "key", 1, sure, None)
        known = facts.gather(own, record, UNIT)
    made_by = {row.student: row.attempts["window_dot"].mistakes for row in known.rows}
    assert made_by == {"unsure": ("mean",), "sure": ("matmul",)}


# The pages


@pytest.mark.slow
def test_a_name_may_hold_anything_and_is_shown_as_it_is(made, files):
    assert set(made_up_class.NAMES) <= set(made[1].students)
    for name, data in files.items():
        if name.endswith(".html"):
            text = data.decode()
            soup = BeautifulSoup(text, "html.parser")
            assert HOSTILE not in text
            assert len(soup.find_all("script")) == 1
            shown = {one.text for one in soup.find_all("bdi")}
            names = {" ".join(filter(None, pair)) for pair in made_up_class.NAMES.values()}
            assert names <= shown, name


@pytest.mark.slow
def test_what_a_student_s_file_is_called_cannot_become_markup(page):
    assert f"there is no notebook in it. {HOSTILE}" in section(page, "Without a grade").text


@pytest.mark.slow
def test_a_spreadsheet_takes_no_name_for_a_formula(files):
    names = {row["student"]: row["name"] for row in rows_of(files[f"{UNIT}-students.csv"])}
    assert names["s002"] == "'=cmd|'/c calc'!A1"
    assert names["s003"] == "Łukasz Ñandú de la Cruz"


def test_a_name_that_is_no_unicode_is_written_as_it_can_be():
    row = facts.Row("a\udcff", facts.GRADED, datetime.datetime(2026, 3, 1))
    known = facts.Facts("01_small", "Small", (), (row,), waiting=("b\udcfe",))
    content = pages.report([known])
    assert b"a\\udcff" in content["01_small.html"]
    assert b"b\\udcfe" in content["class-students.csv"]


@pytest.mark.slow
def test_the_pages_need_nothing_beside_themselves(files):
    for name, data in files.items():
        if name.endswith(".html"):
            soup = BeautifulSoup(data, "html.parser")
            assert soup.find_all(src=True) == []
            assert soup.find_all("link") == []
            assert "url(http" not in data.decode()
            for link in soup.find_all("a"):
                assert link["href"] in files, link


@pytest.mark.slow
def test_every_chart_says_in_words_what_it_shows(files):
    counted = Counter()
    for name, data in files.items():
        if name.endswith(".html"):
            for chart in BeautifulSoup(data, "html.parser").select("figure svg[role]"):
                assert chart["role"] == "img"
                assert re.search(r"\d", chart["aria-label"])
                assert chart.find_parent("figure").find("figcaption").text
                counted[name] += 1
    assert counted == {f"{UNIT}.html": 4, f"{OTHER}.html": 4, "index.html": 2}


@pytest.mark.slow
def test_the_table_of_students_holds_everybody_with_the_marks(made, page, files):
    _, planted, _ = made
    rows = section(page, "All students").select("tbody tr")
    marks = {row.find_all("bdi")[-1].text: float(row.find("td").text) for row in rows}
    totals = {student: sum(found.values()) for student, found in planted.marks.items()}
    assert marks == pytest.approx(totals, abs=0.005)
    told = {row["student"]: row["score"] for row in rows_of(files[f"{UNIT}-students.csv"])}
    assert {who: float(score) for who, score in told.items() if score} == pytest.approx(totals)


@pytest.mark.slow
def test_the_class_page_has_each_student_in_each_unit(made, files):
    _, planted, (first, second) = made
    soup = BeautifulSoup(files["index.html"], "html.parser")
    rows = section(soup, "All students").select("tbody tr")
    cells = {row.find_all("bdi")[-1].text: [td.text for td in row.find_all("td")] for row in rows}
    assert set(cells) == {*planted.students, "absent-one"}
    assert cells["absent-one"] == ["–", "–", "–"]
    shares = measures.shares([first, second])
    assert cells["s007"][0] == f"{shares['s007']:.0%}"
    # Who is in the first unit alone has a dash in the second.
    assert cells["s299"][2] == "–"
    assert cells["s299"][1] == f"{sum(planted.marks['s299'].values()) / first.points:.0%}"


@pytest.mark.slow
def test_the_class_page_shows_where_many_are_wrong_in_a_way_that_has_no_name(made, files):
    known = [(facts.unit, one) for facts in made[2] for one in facts.mistakes]
    unnamed = {
        (unit, one.item): set(one.students)
        for unit, one in known
        if one.id == facts.UNNAMED and not one.question
    }
    soup = BeautifulSoup(files["index.html"], "html.parser")
    rows = section(soup, "The most frequent").select("table")[1].select("tbody tr")
    shown = {(row.find("a").text, row.find("th").text): who(row) for row in rows}
    assert len(shown) == pages.MOST_EXERCISES
    assert shown.items() <= unnamed.items()
    least = min(map(len, shown.values()))
    assert all(len(unnamed[key]) <= least for key in unnamed.keys() - shown.keys())


@pytest.mark.slow
def test_the_tables_on_the_pages_say_what_the_tables_beside_them_say(files, page):
    told = rows_of(files[f"{UNIT}-exercises.csv"])
    shown = section(page, "Exercises").select("tbody tr")
    for csv_row, row in zip(told, shown, strict=True):
        values = [cell.text.strip() for cell in row.find_all(["td", "th"])]
        share, discriminates = (
            float(csv_row[name])
            for name in ("difficulty (mean share)", "discrimination (item-rest)")
        )
        assert values == [
            *(csv_row["number"], csv_row["exercise"], f"{float(csv_row['points']):g}"),
            *(f"{share:.0%}", f"{discriminates:.2f}", csv_row["skipped"], csv_row["stopped here"]),
        ]
    soup = BeautifulSoup(files["index.html"], "html.parser")
    shown = section(soup, "Units").select("tbody tr")
    for csv_row, row in zip(rows_of(files["class-units.csv"]), shown, strict=True):
        values = [cell.text for cell in row.find_all(["td", "th"])]
        median = float(csv_row["median"]) / float(csv_row["points"])
        assert values == [
            *(csv_row["unit"], f"{float(csv_row['points']):g}", csv_row["graded"]),
            *(f"{median:.0%}", csv_row["stopped"], csv_row["other submissions"]),
            *(csv_row["waiting"], csv_row["nothing handed in"]),
        ]


def test_a_spot_that_would_hide_another_stands_beside_it_and_a_line_leads_to_its_place():
    same = [
        measures.ItemNumbers(facts.Item(name, (name,), 1.0, name == "c"), 1.0, 0.4, {}, 0, 0)
        for name in "abcd"
    ]
    chart = BeautifulSoup(charts.spots(same), "html.parser")
    spots = [
        (float(one["x"]) + float(one["width"]) / 2, float(one["y"]) + float(one["height"]) / 2)
        for one in chart.select(".spot")
    ]
    first, *moved = spots
    for place, (x, y) in enumerate(spots):
        assert all(np.hypot(x - a, y - b) > 2 * charts.SPOT for a, b in spots[:place])
        assert np.hypot(x - first[0], y - first[1]) < 6 * charts.SPOT
    leads = [[float(one[key]) for key in ("x1", "y1", "x2", "y2")] for one in chart.select(".lead")]
    assert leads == [pytest.approx([*first, *one], abs=0.11) for one in moved]
    assert len(chart.select(".question")) == 1


@pytest.mark.slow
def test_the_most_frequent_mistake_is_what_to_look_at_first(made, page):
    _, planted, _ = made
    named = {key: students for key, students in planted.mistakes.items() if key[1]}
    first = section(page, "What to look at first").select_one(".findings > li")
    mistake = first.find("code").text
    assert f"make the mistake {mistake}." in first.text
    assert who(first) == named[first.find("b").text, mistake]
    assert len(who(first)) == max(map(len, named.values()))


def test_an_exercise_that_strong_students_miss_is_pointed_at():
    names = ("odd", "one", "two", "three", "four", "five")
    items = tuple(facts.Item(name, (name,), 1.0) for name in names)

    def row(number):
        # The first is right for the weak, each other one for those who are able enough.
        right = [number < 10, *(number > bar for bar in (4, 7, 10, 13, 16))]
        tries = {
            name: facts.Attempt(RIGHT if on else WRONG, float(on), 1.0)
            for name, on in zip(names, right, strict=True)
        }
        return facts.Row(f"s{number}", facts.GRADED, datetime.datetime(2026, 3, 1), attempts=tries)

    known = facts.Facts("01_small", "Small", items, tuple(map(row, range(20))))
    numbers = measures.item_numbers(known)
    assert numbers[0].discrimination < -0.5
    assert all(one.discrimination >= findings.WEAK for one in numbers[1:])
    said = [one for one in findings.unit_findings(known, numbers) if "does not tell" in one.text]
    assert [one.about for one in said] == ["odd"]


def test_who_fell_silent_is_among_those_who_may_need_a_word():
    def unit(name, rows, absent):
        items = (facts.Item("one", ("one",), 2.0),)
        return facts.Facts(name, name, items, rows, absent=absent)

    def row(student, score):
        tries = {"one": facts.Attempt(RIGHT, score, 2.0)}
        return facts.Row(student, facts.GRADED, datetime.datetime(2026, 3, 1), attempts=tries)

    units = [
        unit("01_a", (row("ada", 2.0), row("bob", 2.0), row("eve", 0.5)), ()),
        unit("02_b", (row("ada", 2.0), row("eve", 0.5)), ("bob",)),
        unit("03_c", (row("ada", 2.0), row("eve", 0.5)), ("bob",)),
        # Most have not handed it in: it may still be open.
        unit("04_d", (row("ada", 2.0),), ("bob", "eve")),
        unit("05_e", (row("ada", 2.0),), ("bob", "eve")),
    ]
    found = {one.student: one.reasons for one in findings.concerns(units)}
    assert found == {
        "bob": ("handed in nothing in the last 2 units",),
        "eve": ("25% of the marks of what was handed in",),
    }


def test_a_class_of_one_unit_is_told_without_counting_units():
    rows = (lazy("ada"),)
    items = (facts.Item("one", ("one",), 2.0),)
    (found,) = findings.concerns([facts.Facts("01_a", "A", items, rows)])
    assert found.reasons[0] == "stopped before the end"


def lazy(student):
    tries = {"one": facts.Attempt(NOT_ATTEMPTED, 0.0, 2.0)}
    return facts.Row(student, facts.GRADED, datetime.datetime(2026, 3, 1), attempts=tries)


@pytest.mark.parametrize("n", [1, 15])
@pytest.mark.parametrize("status", [RIGHT, WRONG, NOT_ATTEMPTED])
def test_a_class_that_is_all_alike_gets_pages_that_claim_no_more_than_is_there(n, status):
    items = tuple(facts.Item(name, (name,), 2.0) for name in ("one", "two"))
    mistakes = ("",) if status == WRONG else ()
    tries = {one.id: facts.Attempt(status, 2.0 * (status == RIGHT), 2.0, mistakes) for one in items}
    rows = tuple(
        facts.Row(f"s{number}", facts.GRADED, datetime.datetime(2026, 3, 1), attempts=tries)
        for number in range(n)
    )
    made = pages.report([facts.Facts("01_small", "Small", items, rows)])
    unit, whole = (
        BeautifulSoup(made[name], "html.parser") for name in ("01_small.html", "index.html")
    )
    share = "100%" if status == RIGHT else "0%"
    assert whole.select_one(".tiles b").find_next("b").text == share
    assert ("None: each gives 90%" in whole.text) == (status == RIGHT)
    assert ("Nothing stands out" in unit.text) == (status == RIGHT)
    assert ("no name" in section(whole, "The most frequent").text) == (status == WRONG)
    assert ("Nobody stopped" in unit.text) == (status != NOT_ATTEMPTED)
    assert ("chance moves it" in unit.text) == (n == 15)


# The command


@pytest.fixture
def graded(entered):
    """A small course, whose unit the package does not know, with a graded submission."""
    room = Classroom(entered, entered.classroom)
    marks = {
        f"{name}-{kind}": (2.0, 2.0)
        for name in ("double", "square")
        for kind in ("visible", "hidden")
    }
    notebook = entered.release(small_course.UNIT).read_text(encoding="utf-8")
    room.path("submitted", "ada", small_course.UNIT).parent.mkdir(parents=True, exist_ok=True)
    with Record(room) as record:
        record.save("ada", "key", 1, Result(small_course.UNIT, notebook, marks, {}), None)
    return entered


@pytest.mark.slow
def test_the_command_writes_pages_where_the_classroom_is_or_where_it_is_told(
    graded, tmp_path, capsys
):
    command = ["--course", str(graded.root), "report", "--html"]
    names = {"index.html", *(f"class-{name}.csv" for name in ("students", "units", "mistakes"))}
    names |= {
        f"{small_course.UNIT}{end}"
        for end in (".html", "-students.csv", "-exercises.csv", "-mistakes.csv")
    }
    default = graded.classroom / "reports"
    for arguments, folder in (
        ([], default),
        ([small_course.UNIT], default),
        ([str(tmp_path / "here")], tmp_path / "here"),
    ):
        assert main([*command, *arguments]) == 0
        assert str(folder / "index.html") in capsys.readouterr().out
        assert {path.name for path in folder.iterdir()} == names
        for path in folder.iterdir():
            path.unlink()


@pytest.mark.slow
def test_similar_answers_are_told_in_the_terminal_or_on_a_page(graded, capsys):
    command = ["--course", str(graded.root), "similar", small_course.UNIT]
    assert main(command) == 0
    assert (
        "1 submission, 0 pairs of students with answers that are nearly the same"
        in capsys.readouterr().out
    )
    assert main([*command, "--html"]) == 0
    page = graded.classroom / "reports" / f"{small_course.UNIT}-similar.html"
    assert f"{page}: 0 pairs of students" in capsys.readouterr().out
    assert "not a verdict" in page.read_text(encoding="utf-8")
    for path in page.parent.iterdir():
        path.unlink()


@pytest.mark.slow
def test_a_folder_that_cannot_be_written_to_is_said(graded, tmp_path, capsys):
    (tmp_path / "file").touch()
    assert main(["--course", str(graded.root), "report", "--html", str(tmp_path / "file")]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.slow
def test_a_unit_that_nobody_has_a_grade_in_is_named_as_left_out(graded, capsys):
    shutil.copytree(graded.source(small_course.UNIT).parent, graded.root / "solutions" / "02_other")
    other = graded.source("02_other")
    (other.parent / f"{small_course.UNIT}.ipynb").rename(other)
    assert (
        main(["--course", str(graded.root), "report", small_course.UNIT, "02_other", "--html"]) == 0
    )
    assert "Without a page, as nothing is graded: 02_other" in capsys.readouterr().out
    shutil.rmtree(other.parent)
    shutil.rmtree(graded.classroom / "reports")


@pytest.mark.slow
def test_without_a_grade_there_is_no_page(tmp_path, capsys):
    course = small_course.make(tmp_path)
    assert main(["--course", str(course.root), "report", "--html"]) == 2
    assert "Nothing is graded yet: autograder grade" in capsys.readouterr().err


def test_a_table_is_read_back_as_it_was_written():
    text = 'a "quoted", name\nof two lines'
    (row,) = rows_of(as_csv([["name", "share"], [text, 0.5]]))
    assert row == {"name": text, "share": "0.5"}
