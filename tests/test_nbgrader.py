"""Plain nbgrader gives the marks that are due, says why, and shows nothing that is hidden."""

import html
import io
import itertools
import re
from dataclasses import replace

import numpy as np
import pytest
import small_course
from nbgrader.validator import Validator
from plain import Plain

from autograder import progress, sample
from autograder.cells import answers, exercise_of, fill, noisy, read
from autograder.cli import main
from autograder.course import Course
from autograder.grading import Classroom, said_by
from cnnbasics import exercises
from cnnbasics.checking import PUBLIC_SEED, hidden_seed
from cnnbasics.checking.exercise import Exercise

COURSE = Course(small_course.ROOT)
SMALL = small_course.UNIT


@pytest.fixture(params=COURSE.units)
def graded(request, graded_plainly):
    return graded_plainly(request.param)


def surprises(graded, students):
    said = [student.surprise(graded.marks[student.name]) for student in students]
    return [text for text in said if text]


@pytest.mark.slow
def test_the_reference_and_other_right_answers_get_all_marks(graded):
    assert surprises(graded, graded.right) == []
    assert all(graded.marks[s.name].score == graded.marks[s.name].points for s in graded.right)


@pytest.mark.slow
def test_an_untouched_notebook_gets_no_marks_and_is_called_not_attempted(graded):
    marks = graded.marks["untouched"]
    assert marks.problem == ""
    assert marks.score == 0 < marks.points
    assert {check.error for check in marks.checks} == {"NotAttempted"}


@pytest.mark.slow
def test_every_wrong_answer_loses_marks_and_costs_no_other_exercise_any(graded):
    assert surprises(graded, graded.mistaken) == []
    planted = [(name, wrong) for s in graded.mistaken for name, wrong in s.wrong.items()]
    assert len(planted) == len(set(planted)) == graded.wrong_answers > 0


@pytest.mark.slow
def test_a_student_who_is_graded_apart_gets_the_marks_of_the_crowd(graded):
    for student in (graded.right[1], graded.mistaken[1]):
        assert student.surprise(graded.apart(student)) == ""
        together = graded.marks[student.name].checks
        apart = {check.name: check for check in graded.apart(student).checks}
        assert 0 < len(together) < len(apart)
        # What is said may hold other numbers: some wrong answers draw at random.
        for check in together:
            assert replace(apart[check.name], says="") == replace(check, says="")


@pytest.mark.slow
def test_a_lost_mark_has_a_reason(graded):
    lost = [check for marks in graded.marks.values() for check in marks.checks if check.lost]
    assert lost
    assert [check.name for check in lost if not check.says] == []


@pytest.mark.slow
def test_a_deleted_check_still_costs_its_marks(graded):
    assert graded.marks["untouched-and-deleted"].score == 0
    assert graded.marks["untouched-and-deleted"].points == graded.marks["untouched"].points
    kept = graded.marks["deleted"]
    assert kept.score == kept.points


@pytest.mark.slow
def test_every_exercise_has_marks_to_lose_at_both_checks(graded):
    names = {check.name for check in graded.marks["reference"].checks if check.points > 0}
    for name, entry in exercises.units()[graded.unit].items():
        wanted = [f"{name}-visible"]
        wanted += [f"{name}-hidden"] if isinstance(entry, Exercise) else []
        assert set(wanted) <= names


def validate(graded, name):
    validator = Validator(config=graded.course.config())
    validator.stream = io.StringIO()
    validator.validate_and_print(str(graded.room.path("submitted", name, graded.unit)))
    return validator.stream.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["reference", "right-but-warns"])
def test_validate_says_success_for_right_answers(graded, name):
    assert validate(graded, name) == "Success! Your notebook passes all the tests.\n"


@pytest.mark.slow
def test_validate_fails_an_untouched_notebook_and_says_not_attempted(graded):
    said = validate(graded, "untouched")
    visible = {exercise_of(check.name) for check in graded.marks["untouched"].checks}
    assert f"VALIDATION FAILED ON {len(visible)} CELL(S)!" in said
    assert said.count("not attempted") >= len(visible)


def text_of(cell):
    """Return all that the outputs of a cell show, as a browser would."""
    parts = []
    for output in cell.get("outputs", ()):
        parts += [output.get("text", ""), output.get("evalue", ""), *output.get("traceback", ())]
        parts += [output.get("data", {}).get(kind, "") for kind in ("text/plain", "text/html")]
    return as_seen("\n".join(parts))


def as_seen(page):
    return html.unescape(re.sub(r"<[^>]*>|\x1b\[[0-9;]*m", " ", re.sub("</?code>", "`", page)))


def arrays_in(value):
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, tuple | list):
        yield from itertools.chain.from_iterable(map(arrays_in, value))
    elif isinstance(value, dict):
        yield from arrays_in(list(value.values()))


def shown(page, case, length=6):
    """Tell whether a page shows the first numbers of an input of a case, one after the other."""
    numbers = np.array(re.findall(r"-?\d+\.?\d*(?:e[-+]\d+)?", page), dtype=float)
    if numbers.size < length:
        return False
    windows = np.lib.stride_tricks.sliding_window_view(numbers, length)
    return any(
        bool(np.isclose(windows, array.ravel()[:length].astype(float)).all(axis=1).any())
        for array in arrays_in([*case.inputs.values(), case.probe])
        if array.dtype.kind in "biuf" and array.size >= length and len(set(array.flat[:length])) > 3
    )


def only_hidden(checks):
    visible = {c.exercise for c in checks if c.lost and c.name.endswith("-visible")}
    return {c.exercise for c in checks if c.lost and c.name.endswith("-hidden")} - visible


def cases(unit, hidden):
    seed = hidden_seed() if hidden else PUBLIC_SEED
    return [
        (entry.id, case)
        for entry in exercises.units()[unit].values()
        if isinstance(entry, Exercise)
        for case in entry.make_cases(seed, hidden)
    ]


@pytest.mark.slow
def test_feedback_explains_what_is_wrong_and_shows_no_hidden_data(graded):
    open_cases, hidden_cases = cases(graded.unit, hidden=False), cases(graded.unit, hidden=True)
    fails = {
        kind: [
            student
            for student in graded.mistaken
            if any(c.lost and c.name.endswith(kind) for c in graded.marks[student.name].checks)
        ]
        for kind in ("-visible", "-hidden")
    }
    # First those with an answer that only the hidden check refuses.
    fails["-hidden"].sort(key=lambda student: not only_hidden(graded.marks[student.name].checks))
    assert all(fails.values())

    # Some numbers are in a hidden case and in the open: 0 to 5, or the limits of a dtype.
    numbers = [array.ravel() for _, case in open_cases for array in arrays_in([case.inputs])]
    known = as_seen(graded.feedback(graded.right[0])) + " ".join(
        map(str, itertools.chain(*numbers))
    )
    secret = [(name, case) for name, case in hidden_cases if not shown(known, case)]
    assert secret
    chosen = {student.name: student for student in [*fails["-hidden"][:2], *fails["-visible"][:1]]}
    for student in chosen.values():
        page = as_seen(graded.feedback(student))
        for check in graded.apart(student).checks:
            if check.lost and check.name.endswith("-visible"):
                assert check.says.splitlines()[0] in page
        assert [name for name, case in secret if shown(page, case)] == []
    # A visible case is shown and recognized, so a hidden one would be.
    pages = (as_seen(graded.feedback(student)) for student in fails["-visible"])
    assert any(shown(page, case) for page in pages for _, case in open_cases)


DATA = re.compile(r"array\(\s*[-\d\[]|\[\s*-?\d+\.?\d*[,\s]\s*-?\d|\d\.\d")
"""An array as it is printed, in a call or in brackets, or a number with decimals."""


@pytest.mark.slow
def test_the_report_of_a_hidden_check_holds_no_array_and_no_decimal_number(graded):
    entries = exercises.units()[graded.unit].values()
    # The words of a mistake are the same whatever the data; one's may begin another's.
    words = {mistake.says for entry in entries for mistake in getattr(entry, "mistakes", ())}
    reports = {}
    for student in graded.mistaken:
        for cell in graded.graded(student.name):
            if cell.get("id", "").endswith("-hidden") and said_by(cell)[0]:
                report = text_of(cell)
                for text in sorted(words, key=len, reverse=True):
                    report = report.replace(text, "")
                reports[student.name, cell.id] = report
    assert any("wrong" in report for report in reports.values())
    assert {key: text for key, text in reports.items() if DATA.search(text)} == {}


@pytest.mark.parametrize("text", ["np.array([1, 2])", "[[0.5 1.0]]", "[ 3,  4]", "it is 0.25"])
def test_printed_data_is_recognized(text):
    assert DATA.search(text)
    assert not DATA.search("3 of 8 cases are wrong. Wrap it in `np.array(...)`, not `img[0]`.")


def test_numbers_of_an_input_are_found_where_they_are_shown():
    case = type("Case", (), {"inputs": {"x": np.arange(8.0).reshape(2, 4) / 4}, "probe": None})
    assert shown("x = np.array([[0., 0.25, 0.5, 0.75],\n [1., 1.25, 1.5, 1.75]])", case)
    assert not shown("5 of 8 cases are wrong on other data, 0.25", case)


@pytest.fixture
def small(tmp_path):
    """A course of one unit, released."""
    course = small_course.make(tmp_path)
    assert main(["--course", str(tmp_path), "release"]) == 0
    return course


def run(course, *arguments):
    return main(["--course", str(course.root), *arguments])


@pytest.mark.slow
def test_a_right_answer_that_writes_to_stderr_in_its_check_keeps_its_marks(small):
    room = Plain(small, small.classroom)
    right = answers(read(small.source(SMALL)))
    loud = {name: noisy(source) for name, source in right.items()}
    loud["square"] = "import sys\n" + right["square"].replace(
        "    return", "    print(file=sys.stderr)\n    return"
    )
    room.hand_in(SMALL, "loud", fill(read(small.release(SMALL)), loud))
    marks = room.grade(SMALL, "loud")
    assert (marks.score, marks.points) == (6, 6)


@pytest.mark.slow
@pytest.mark.parametrize("few", [100, 1])  # submissions up to which each has a line of its own
def test_a_sample_class_is_graded_and_each_lost_mark_has_its_reason(
    small, capsys, monkeypatch, few
):
    monkeypatch.setattr(progress, "FEW", few)
    assert run(small, "sample", "--mistakes", "2") == 0
    said = capsys.readouterr().out
    for line in (
        "01_small: 6 marks",
        r"reference +6",
        r"another-way-1 +6",
        r"right-but-warns +6",
        r"untouched +0\n +-6  not attempted: double, square",
        r"mistakes-1 +2\n +-1  \(only-small\) double: 1 case is wrong. This is what you get when",
        r"-3  \(doubles\) square: 1 case is wrong.",
        r"mistakes-2 +3\n +-3  \(squares\) double: 1 case is wrong.",
    ):
        assert re.search(line, said), line


@pytest.mark.slow
def test_a_sample_does_not_touch_the_gradebook_and_the_submissions_of_the_class(small):
    room = Classroom(small, small.classroom)
    room.hand_in(SMALL, "ada", read(small.release(SMALL)))
    room.enter(SMALL)
    before = {path: path.read_bytes() for path in small.classroom.rglob("*") if path.is_file()}
    assert run(small, "sample", "--mistakes", "0") == 0
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.slow
@pytest.mark.parametrize("few", [100, 1])  # submissions up to which each has a line of its own
def test_a_sample_that_is_not_graded_as_it_should_be_fails(small, capsys, monkeypatch, few):
    monkeypatch.setattr(progress, "FEW", few)
    right = small.root / "tests" / "mutants" / SMALL / "double" / "only_small.py"
    right.write_text("def double(x):\n    return x + x\n", encoding="utf-8")
    assert run(small, "sample") == 1
    said = capsys.readouterr().err
    assert "mistakes-1 got all marks for wrong answers: double" in said


@pytest.mark.slow
def test_a_submission_that_cannot_be_graded_gets_a_row_and_stops_no_other(small, capsys):
    room = Classroom(small, small.classroom)
    right = sample.Student("zoe", answers(read(small.source(SMALL))), {})
    sample.hand_in(room, SMALL, [right], read(small.release(SMALL)))
    for name, text in {"empty": "", "torn": '{"cells": [', "list": "[]"}.items():
        path = room.path("submitted", name, SMALL)
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    path = room.path("submitted", "renamed", SMALL)
    path.parent.mkdir(parents=True)
    path.with_name("mine.ipynb").write_text("{}", encoding="utf-8")

    assert run(small, "grade") == 1
    said = capsys.readouterr()
    assert re.search(r"zoe +6\n", said.out)
    assert "A small unit" in room.path("feedback", "zoe", SMALL).read_text(encoding="utf-8")
    for name in ("empty", "torn", "list", "renamed"):
        assert re.search(rf"{name} +-\n +not graded  \S+", said.out), name
        assert f"{SMALL}: {name} was not graded" in said.err


@pytest.mark.slow
def test_grading_again_gives_the_same_marks(small):
    room = Plain(small, small.classroom)
    student = next(sample.wrong_students(small, SMALL))
    sample.hand_in(room, SMALL, [student], read(small.release(SMALL)))
    first = room.grade(SMALL, student.name)
    assert Plain(small, small.classroom).grade(SMALL, student.name) == first


@pytest.mark.slow
def test_grading_with_a_stale_release_fails_with_the_command_to_run(small, capsys):
    text = small.source(SMALL).read_text(encoding="utf-8")
    Classroom(small, small.classroom).hand_in(SMALL, "ada", read(small.release(SMALL)))
    small.source(SMALL).write_text(text.replace("A small", "A changed"), encoding="utf-8")
    assert run(small, "grade") == 1
    assert f"stale. Make it again: autograder release {SMALL}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["grade"], "Nothing is handed in"),
        (["grade", SMALL], "Nothing is handed in"),
        (["grade", SMALL, "--student", "ada"], "ada"),
        (["grade", "99_none"], "There is no unit `99_none`"),
        (["sample", "99_none"], "There is no unit `99_none`"),
        (["sample", "--mistakes", "-1"], "--mistakes must be 0 or more"),
    ],
)
def test_a_misuse_is_explained(small, capsys, arguments, says):
    assert run(small, *arguments) == 2
    assert says in capsys.readouterr().err


def test_grading_a_unit_that_is_not_released_is_a_misuse(tmp_path, capsys):
    course = small_course.make(tmp_path)
    assert run(course, "sample") == 2
    assert f"Release it: autograder release {SMALL}" in capsys.readouterr().err
