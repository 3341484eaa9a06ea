"""The page that a student gets back: from a summary to each lost mark, and nothing hidden in it."""

import re
from pathlib import Path

import pytest
import small_course
from nbgrader.api import Gradebook

from autograder import sample, work
from autograder.cells import read
from autograder.course import Course
from autograder.form import unit_form
from autograder.grading import Classroom
from autograder.record import Record
from autograder.submission import hand_over
from autograder.tools import quiet
from cnnbasics import exercises
from cnnbasics.checking.explain import as_inline_html

pytestmark = pytest.mark.slow

UNIT = "03_activation"
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
                item = work.make_item(UNIT, form, submission, seed=1)
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
    assert all(line.startswith("This is what you get when") for line in lines)


def test_the_explanation_and_its_picture_are_there_once(pages):
    page = pages.page(pages.wrong)
    assert 'aria-label="expected, yours and the difference"' in page
    for check in pages.lost(pages.wrong):
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
