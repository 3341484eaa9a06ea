"""The page that a student gets back: from a summary to each lost mark, and nothing hidden in it."""

import copy
import re
from pathlib import Path

import pytest
import small_course
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_notebook, new_output
from nbgrader.api import Gradebook
from test_nbgrader import arrays_in, as_seen, shown

from autograder import sample, work
from autograder.cells import read
from autograder.course import Course
from autograder.feedback_page import NAMELESS, Lessons
from autograder.form import unit_form
from autograder.grading import Classroom
from autograder.record import Record
from autograder.report import NAMES_THE_MISTAKE
from autograder.submission import hand_over
from autograder.tools import quiet
from cnnbasics import exercises
from cnnbasics.checking import PUBLIC_SEED
from cnnbasics.checking.exercise import Exercise
from cnnbasics.checking.explain import as_inline_html

pytestmark = pytest.mark.slow

UNIT = "03_activation"
SEED = 1
SUMMARY = re.compile(r'<header class="summary".*?</header>', re.DOTALL)


class Pages:
    """Three students of a unit: with mistakes, with none, and without an answer."""

    def __init__(self, folder):
        self.course = Course(small_course.ROOT)
        self.room = Classroom(self.course, Path(folder))
        self.room.enter(UNIT)
        students = [
            sample.untouched_student(self.course, UNIT),
            next(iter(sample.right_students(self.course, UNIT))),
            next(iter(sample.wrong_students(self.course, UNIT))),
        ]
        self.untouched, self.right, self.wrong = (student.name for student in students)
        sample.hand_in(self.room, UNIT, students, read(self.course.release(UNIT)))
        form = unit_form(self.course, UNIT)
        with Record(self.room) as record:
            for student in students:
                submission = hand_over(self.room.path("submitted", student.name, UNIT).parent)
                item = work.make_item(UNIT, form, submission, SEED)
                result = work.Result.unpack(work.grade(item.pack()))
                record.save(student.name, "key", 1, result, None)

    def page(self, student):
        return self.room.give_feedback(UNIT, student).read_text(encoding="utf-8")

    def lost(self, student):
        return [check for check in self.room.marks(UNIT, student).checks if check.lost]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    return Pages(tmp_path_factory.mktemp("room"))


def test_the_summary_leads_to_each_lost_mark(pages):
    for student in (pages.wrong, pages.untouched):
        page, lost = pages.page(student), pages.lost(student)
        (summary,) = SUMMARY.findall(page)
        assert re.findall(r'<li><a href="#([^"]*)"', summary) == [check.name for check in lost]
        for check in lost:
            assert page.count(f'id="{check.name}"') == 1
    assert "Where marks were lost" not in pages.page(pages.right)
    assert "No mark was lost." in pages.page(pages.right)


def test_each_lost_mark_of_the_visible_part_has_its_hints_and_no_other_has(pages):
    page = pages.page(pages.wrong)
    visible = [check.exercise for check in pages.lost(pages.wrong) if "-visible" in check.name]
    known = [name for name in visible if name in exercises.exercises()]
    assert known
    hints = [hint for name in known for hint in exercises.exercise(name).hints]
    shown = re.findall(r"<details><summary>Hint \d of \d</summary><p>(.*?)</p></details>", page)
    assert shown == [as_inline_html(hint) for hint in hints]
    assert "<details><summary>Hint" not in pages.page(pages.right)


def test_a_lost_mark_of_the_hidden_part_has_the_name_of_the_mistake_alone(pages):
    (summary,) = SUMMARY.findall(pages.page(pages.wrong))
    lines = re.findall(r'<li><a href="#\w+-hidden">.*?: (.*?)</li>', summary)
    assert len(lines) == sum("-hidden" in check.name for check in pages.lost(pages.wrong))
    assert all(line.startswith(NAMES_THE_MISTAKE) for line in lines)


def test_the_cell_of_a_hidden_check_says_no_more_than_the_summary(pages):
    page = BeautifulSoup(pages.page(pages.wrong), "html.parser")
    lines = page.select('.summary a[href$="-hidden"]')
    assert lines
    for line in lines:
        cell = page.select_one(line["href"]).find_next_sibling(class_="jp-Cell")
        (output,) = cell.select(".jp-OutputArea-output")
        _, _, why = line.parent.text.partition(": ")
        assert output.text.split() == why.split()


def test_nothing_of_the_hidden_cases_is_on_the_page(pages):
    page = as_seen(pages.page(pages.wrong))
    entries = [one for one in exercises.units()[UNIT].values() if isinstance(one, Exercise)]
    known = as_seen(pages.page(pages.right)) + " ".join(
        str(number)
        for entry in entries
        for case in entry.make_cases(PUBLIC_SEED, hidden=False)
        for array in arrays_in(case.inputs)
        for number in array.ravel()
    )
    secret = [
        case
        for entry in entries
        for case in entry.make_cases(SEED, hidden=True)
        if not shown(known, case)
    ]
    assert len(secret) > 10
    assert [case for case in secret if shown(page, case)] == []
    # A count of them, too, is nothing that a mistake is called.
    assert not re.search(r"on other data: \d|wrong on other data", page)


@pytest.mark.parametrize(
    ("error", "says", "shown"),
    [
        ("CheckFailed", "relu: 3 of 7 cases are wrong on other data.\n\nOne: [1.5].", NAMELESS),
        ("CheckFailed", "relu: 1 of 7 cases is wrong on other data.", NAMELESS),
        ("CheckFailed", "relu: 7 of 7 cases have no answer on other data.", NAMELESS),
        ("AssertionError", "Arrays are not equal: [1.5, 2.5]", NAMELESS),
        ("E_1_5_2_5", "", NAMELESS),
        ("NotAttempted", "relu: not attempted yet.", "Not attempted yet."),
        (
            "CheckFailed",
            "relu: 3 of 7 cases are wrong on other data.\n\nOne of them: stride 2. The result is "
            'wrong.\n\nThis is what you get when it is `abs`.\n\nhint("relu") opens a hint.',
            "This is what you get when <code>it is `abs`</code>.",
        ),
    ],
)
def test_what_a_hidden_check_says_is_cut_down_to_the_name(error, says, shown):
    cell = new_code_cell("check(relu, hidden=True)")
    cell.outputs = [new_output("error", ename=error, evalue=says, traceback=[says])]
    about = {"grade_id": "relu-hidden", "grade": True, "solution": False, "locked": True}
    for score in (0.0, 2.0):
        cell.metadata["nbgrader"] = about | {"score": score, "points": 2.0}
        notebook = new_notebook(cells=[copy.deepcopy(cell)])
        _, resources = Lessons().preprocess(notebook, {})
        (output,) = notebook.cells[0].outputs
        assert re.sub("</?code>", "`", output.data["text/html"]) == f"<p>{shown}</p>".replace(
            "<code>it is `abs`</code>", "it is `abs`"
        )
        assert len(resources["feedback"].lost) == (not score)


def test_the_explanation_and_its_picture_are_there_once(pages):
    page = pages.page(pages.wrong)
    assert 'aria-label="expected, yours and the difference"' in page
    for check in pages.lost(pages.wrong):
        if check.name.endswith("-hidden"):
            continue
        headline = as_inline_html(check.says.splitlines()[0])
        # In the summary it stands without the name.
        assert len(re.findall(rf"(?<!\w){re.escape(headline)}", page)) == 1


def test_marks_and_comments_by_hand_are_on_the_page(pages):
    course_id = pages.room.config.CourseDirectory.course_id
    with quiet(), Gradebook(pages.room.db_url, course_id) as book:
        grade = book.find_grade("relu-hidden", UNIT, UNIT, pages.right)
        grade.manual_score = grade.max_score - 0.5
        book.find_comment(
            "relu", UNIT, UNIT, pages.right
        ).manual_comment = "See *me* & <b>bring</b>"
        book.db.commit()
    page = pages.page(pages.right)
    (summary,) = SUMMARY.findall(page)
    assert (
        '<a href="#relu-hidden">relu, on other data</a>, lost 0.5 of 2: Marked by hand.' in summary
    )
    assert '<a href="#comment-relu">relu</a>' in summary
    assert 'id="comment-relu"' in page
    assert "See <em>me</em> &amp;" in page
    assert "No response." not in pages.page(pages.untouched)


def test_the_page_needs_nothing_from_elsewhere_but_what_draws_formulas(pages):
    page = pages.page(pages.wrong)
    wanted = re.findall(r"""<(?:script|link|img|iframe)[^>]*(?:src|href)=["'](http[^"']*)""", page)
    assert all("mathjax" in address.lower() for address in wanted), wanted
