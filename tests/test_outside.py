"""The judge outside gives honest work the marks that plain nbgrader gives, for the same reasons.

That the answers of every mutant and alternative arrive as they were sent is tested in test_wire.py,
without kernels; here a few of them go all the way.
"""

import subprocess
import sys

import nbformat
import pytest
import small_course
from graded_plainly import lean
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from plain import Plain

from autograder import sample
from autograder.cells import answers, fill, graded, read
from autograder.cli import main
from autograder.course import Course, Failed
from autograder.form import unit_form
from autograder.grading import Classroom
from autograder.judging import Asked, asked_by
from autograder.preload import modules_for
from autograder.submission import Submission
from autograder.work import Result, grade, make_item
from cnnbasics.checking import PUBLIC_SEED

COURSE = Course(small_course.ROOT)
SMALL = small_course.UNIT
UNIT = "01_convolution"
SEED = PUBLIC_SEED
TO_NBGRADER = ("reference", "mistakes-1")
"""Who is graded by nbgrader's own command with the judge outside too."""


class Graded:
    """A few of those that plain nbgrader graded, by its own command here and as work items."""

    def __init__(self, plainly, folder):
        self.unit, self.plainly = plainly.unit, plainly
        students = [
            plainly.right[0],
            plainly.right[-1],
            plainly.untouched,
            plainly.mistaken[0],
        ]
        self.names = [one.name for one in students]
        self.ours = Classroom(COURSE, folder)
        self.marks = {}
        for name in TO_NBGRADER:
            self.ours.hand_in(self.unit, name, plainly.notebooks[name])
            self.marks[name] = self.ours.grade(self.unit, name)
        form = unit_form(COURSE, self.unit)
        modules = modules_for(form)
        self.items = {}
        for one in students:
            data = nbformat.writes(one.notebook(plainly.release)).encode()
            handed_in = Submission({f"{self.unit}.ipynb": data})
            item = make_item(self.unit, form, handed_in, SEED, preload=modules)
            self.items[one.name] = Result.unpack(grade(item.pack()))

    def shown(self, grader, name):
        """Return what the graded cells of a submission show."""
        if grader == "items":
            cells = graded(nbformat.reads(self.items[name].notebook, as_version=4))
        elif grader == "ours":
            cells = graded(read(self.ours.path("autograded", name, self.unit)))
        else:
            cells = self.plainly.graded(name)
        return {cell.metadata.nbgrader.grade_id: cell.outputs for cell in cells}


@pytest.fixture(scope="module", params=COURSE.units)
def class_(request, graded_plainly, tmp_path_factory):
    return Graded(graded_plainly(request.param), tmp_path_factory.mktemp(request.param))


@pytest.mark.slow
def test_nbgrader_with_the_judge_outside_gives_the_marks_and_reasons_of_plain_nbgrader(class_):
    plain, ours = class_.plainly.marks, class_.marks
    assert {name: plain[name] for name in ours} == ours
    assert ours["reference"].score == ours["reference"].points > ours["mistakes-1"].score


@pytest.mark.slow
def test_a_work_item_gets_the_marks_of_plain_nbgrader(class_):
    plain = {
        name: {
            check.name: (check.score, check.points) for check in class_.plainly.marks[name].checks
        }
        for name in class_.names
    }
    assert {name: result.marks for name, result in class_.items.items()} == plain
    assert [result.problem for result in class_.items.values()] == [""] * len(plain)
    assert plain["reference"] == plain["right-but-warns"] != plain["untouched"]


@pytest.mark.slow
def test_every_graded_cell_shows_what_the_student_s_own_check_shows(class_):
    for grader, names in (("ours", TO_NBGRADER), ("items", class_.names)):
        for name in names:
            plain = class_.shown("plain", name)
            for grade_id, outputs in class_.shown(grader, name).items():
                assert outputs == plain[grade_id], (grader, name, grade_id)


@pytest.fixture(scope="module")
def released():
    """The release of a unit, and its right answers."""
    return read(COURSE.release(UNIT)), answers(read(COURSE.source(UNIT)))


@pytest.mark.slow
def test_when_the_time_for_a_notebook_is_up_the_rest_of_it_earns_nothing(released, tmp_path):
    release, right = released

    class Hurried(Classroom):
        @property
        def config(self):
            config = super().config
            config.JudgeOutside.total_timeout = 12
            return config

    room = Hurried(COURSE, tmp_path)
    slow = right | {"flip_kernel": "import time; time.sleep(60)"}
    room.hand_in(UNIT, "slow", fill(lean(fill(release, right)), slow))
    marks = room.grade(UNIT, "slow")
    lost = [check for check in marks.checks if check.lost]
    assert 0 < marks.score < marks.points
    assert lost[0].exercise == "flip_kernel"
    assert len(lost) > 2
    assert all("The 12 seconds for all are up." in check.says for check in lost[2:])


@pytest.mark.slow
def test_nbgrader_s_own_command_repairs_runs_in_the_sandbox_and_judges_outside(released, tmp_path):
    release, right = released
    cheat = "check = predict = lambda *anything, **more: None\nprint(__import__('os').getcwd())"
    room = Classroom(COURSE, tmp_path)
    room.enter(UNIT)
    room.hand_in(UNIT, "cheat", fill(release, {"predict_next_number": cheat}))
    moved = fill(release, right)
    moved.cells.reverse()
    room.hand_in(UNIT, "moved", moved)
    command = [sys.executable, "-m", "nbgrader", "autograde", UNIT]
    options = {
        "CourseDirectory.root": tmp_path,
        "CourseDirectory.db_url": room.db_url,
        "CourseDirectory.submitted_directory": "submitted",
        "CourseDirectory.autograded_directory": "autograded",
    }
    subprocess.run(
        [*command, *(f"--{name}={value}" for name, value in options.items())],
        cwd=COURSE.root,
        check=True,
    )
    # What formgrader's button calls.
    room.hand_in(UNIT, "button", fill(release, {"predict_next_number": cheat}))
    button = NbGraderAPI(CourseDirectory(config=room.config), config=room.config)
    assert button.autograde(UNIT, "button")["success"]
    with Gradebook(room.db_url, "cnn-basics") as gradebook:
        scores = {
            name: gradebook.find_submission(UNIT, name).score
            for name in ("button", "cheat", "moved")
        }
        assert scores == {
            "button": 0,
            "cheat": 0,
            "moved": gradebook.find_assignment(UNIT).max_score,
        }
    for name in ("button", "cheat"):
        assert "/student" in room.path("autograded", name, UNIT).read_text(encoding="utf-8")
    assert "put back in order" in room.path("autograded", "moved", UNIT).read_text(encoding="utf-8")


@pytest.fixture
def small(tmp_path):
    """A course whose checks are not this package's, released."""
    course = small_course.make(tmp_path)
    assert main(["--course", str(tmp_path), "release"]) == 0
    return course


@pytest.mark.slow
def test_checks_of_another_kind_are_graded_as_nbgrader_grades_them(small):
    students = sample.small_class(small, SMALL, 2, every_kind=True)
    release = read(small.release(SMALL))
    marks = []
    for room in (Plain(small, small.root / "plain"), Classroom(small, small.root / "outside")):
        sample.hand_in(room, SMALL, students, release)
        marks.append([room.grade(SMALL, student.name) for student in students])
    assert marks[0] == marks[1]
    assert {one.score for one in marks[1]} >= {0, 6}


@pytest.mark.parametrize("unit", COURSE.units)
def test_every_graded_cell_of_the_course_is_judged_outside(unit):
    cells = list(graded(read(COURSE.source(unit))))
    assert cells
    for cell in cells:
        asked = asked_by(cell.source, cell.metadata.nbgrader.grade_id)
        assert asked is not None, cell.id


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("check(window_dot)", Asked("window_dot", False)),
        ("# Words.\n\ncheck(window_dot)", Asked("window_dot", False)),
        ("predict('predict_border', predict_border)", Asked("predict_border", False)),
        ("check('double', double(3), 6)", None),
        ("assert window_dot(1, 2) == 2", None),
        ("check(nothing_of_this_course)", None),
    ],
)
def test_what_a_graded_cell_asks_is_read_from_its_source(source, asked):
    grade_id = f"{asked.name}-visible" if asked else "some-id"
    assert asked_by(source, grade_id) == asked


@pytest.mark.parametrize(
    ("source", "grade_id"),
    [
        ("check(window_dot)", "window_dot-hidden"),
        ("check(window_dot, hidden=True)", "window_dot-visible"),
        ("check(window_dot, True)", "window_dot-hidden"),
        ("check(window_dot, hidden=False)", "window_dot-visible"),
        ("check(window_dot)", "flip_kernel-visible"),
        ("check(window_dot)\nassert window_dot(1, 1) == 1", "window_dot-visible"),
        ("%time check(window_dot)", "window_dot-visible"),
        ("if True:\n    check(window_dot)", "window_dot-visible"),
        ("cnnbasics.check(window_dot)", "window_dot-visible"),
        ("passed = predict('predict_border', 'b')", "predict_border-visible"),
    ],
)
def test_a_graded_cell_that_cannot_be_judged_by_its_answers_is_the_course_s_fault(source, grade_id):
    with pytest.raises(Failed, match="must hold the one check"):
        asked_by(source, grade_id)
