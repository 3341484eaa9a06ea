"""Answers that are nearly the same are found after renaming; short right ones are left alone."""

import csv
import io

import pytest
from bs4 import BeautifulSoup
from conftest import COURSE
from made_up_class import Maker

from autograder.cells import answers, read
from autograder.desk.pages import similar_report
from autograder.grading import Classroom
from autograder.record import Record
from autograder.similar import FEWEST_TOKENS, K, W, alike, fingerprint, similar, tokens
from cnnbasics.checking import NOT_ATTEMPTED, RIGHT

UNIT = "01_convolution"

LOOPS = '''
def correlate2d(image, kernel, stride=1, pad=0):
    """Slide a kernel over an image."""
    padded = np.pad(image, pad)
    kh, kw = kernel.shape
    h = (padded.shape[0] - kh) // stride + 1
    w = (padded.shape[1] - kw) // stride + 1
    out = np.zeros((h, w))
    # Every place of the window.
    for i in range(h):
        for j in range(w):
            patch = padded[i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[i, j] = np.sum(patch * kernel)  # multiply and sum
    return out
'''

RENAMED = """
def correlate2d(bild, kern, s=1, rand=0):
    # my own work, honestly
    big = (np.pad(bild, rand))


    a, b = kern.shape
    rows: int = (big.shape[0] - a) // s + 1
    cols = ((big.shape[1] - b) // s) + 1
    result = np.zeros((rows, cols))
    for y in range(rows):  # down
        for x in range(cols):
            window = big[y * s : y * s + a, x * s : x * s + b]
            result[y, x] = np.sum(window * kern)
    return result
"""

VIEWS = """
def correlate2d(image, kernel, stride=1, pad=0):
    image = np.pad(image, ((pad, pad), (pad, pad)), mode="constant")
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    picked = windows[::stride, ::stride]
    flat = picked.reshape(picked.shape[0], picked.shape[1], -1)
    total = flat @ kernel.reshape(-1)
    if total.ndim != 2:
        raise ValueError("the kernel does not fit")
    return np.asarray(total, dtype=float)
"""


def found(*sources, given=(), **options):
    written = {f"s{number}": source for number, source in enumerate(sources)}
    return alike("correlate2d", written, given, **options)


def test_renamed_variables_and_other_comments_hide_nothing():
    (pair,) = found(LOOPS, RENAMED)
    assert pair.students == ("s0", "s1")
    assert pair.alike == 1


def test_two_ways_to_write_the_same_function_are_not_alike():
    assert found(LOOPS, VIEWS) == []
    assert all(pair.alike < 0.3 for pair in found(LOOPS, VIEWS, least=0))


def test_lines_in_another_order_are_found():
    lines = LOOPS.strip().splitlines()
    kh, h, w = lines[3], lines[4], lines[5]
    other = "\n".join([*lines[:2], kh, lines[2], w, h, *lines[6:]])
    assert tokens(other) != tokens(LOOPS)
    (pair,) = found(LOOPS, other)
    assert 0.85 < pair.alike < 1


def test_a_helper_before_or_after_its_caller_is_found():
    helper = "def size(n, k, s):\n    return (n - k) // s + 1 if n >= k else 0\n\n"
    (pair,) = found(helper + LOOPS, RENAMED + "\n" + helper)
    assert pair.alike > 0.9


@pytest.mark.parametrize(
    "source",
    [
        "def relu(x):\n    return np.maximum(x, 0)",
        "def flip_kernel(kernel):\n    return kernel[::-1, ::-1].copy()",
        "def window_dot(patch, kernel, bias=0.0):\n    return np.sum(patch * kernel) + bias",
    ],
)
def test_two_right_answers_of_a_short_exercise_are_not_listed_because_it_is_short(source):
    assert len(tokens(source)) < FEWEST_TOKENS
    assert found(source, source) == []


def test_two_right_answers_that_differ_in_their_names_alone_are_left_alone_if_they_are_short():
    reference = answers(read(COURSE.source("21_capstone")))["mended_pool"]
    file = COURSE.root / "tests/alternatives/21_capstone/mended_pool/reshape.py"
    other = file.read_text(encoding="utf-8")
    assert 60 < len(tokens(other)) < FEWEST_TOKENS
    assert found(reference, other) == []


def test_what_the_release_gives_does_not_count():
    given = LOOPS
    own = "\n    total = 0\n    for row in out:\n        total += row.sum()\n    return total"
    first = LOOPS.replace("return out", own.strip())
    second = RENAMED.replace("return result", "return result[::-1].mean(axis=0) - result.max()")
    assert len(found(first, second)) == 1
    assert found(first, second, given=[given]) == []


def test_what_many_of_the_class_have_does_not_count():
    assert len(found(*[LOOPS] * 10)) == 45
    assert found(*[LOOPS] * 11) == []
    assert len(found(LOOPS, RENAMED, *[VIEWS] * 20)) == 1


def test_whatever_is_shared_for_long_enough_is_found_wherever_it_stands():
    # The promise of winnowing: K + W - 1 tokens in a row have a fingerprint in common.
    common = [f"c{number}" for number in range(K + W - 1)]
    for before in range(30):
        first = fingerprint([f"a{number}" for number in range(before)] + common + ["a"] * 5)
        second = fingerprint([f"b{number}" for number in range(7)] + common + ["b"] * before)
        assert first.kept & second.kept
    short = common[: K - 1]
    assert not fingerprint([*short, "a"]).kept & fingerprint([*short, "b"]).kept


STRANGE = {
    "nothing": "",
    "no syntax": "def f(:\n",
    "an open string": "x = '",
    "a null": "\0",
    "deep": "(" * 99_999,
    "deep and right": "x = " + "-" * 99_990 + "1",
    "long": "x = " + "1 + " * 20_000 + "1",
    "a magic": "%%time\nx = 1",
    "crooked": "def f():\n  x\n y",
    "no Unicode": "é = 1\n\ud800",
}


@pytest.mark.parametrize("source", STRANGE.values(), ids=STRANGE)
def test_no_source_stops_the_comparison(source):
    assert found(source, LOOPS) == []


def test_an_answer_that_does_not_run_is_compared_as_well():
    broken = [source.replace("return", "return (", 1) for source in (LOOPS, RENAMED)]
    assert found(broken[0], broken[0])[0].alike == 1


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """A class of which two have one answer, renamed, and the others their own."""
    room = Classroom(COURSE, tmp_path_factory.mktemp("similar"))
    room.enter(UNIT)
    maker = Maker(room, UNIT)
    # Nothing but the one exercise, so that nothing else is alike.
    idle = dict.fromkeys(maker.items, (NOT_ATTEMPTED, (), False))
    tries = idle | {"correlate2d": (RIGHT, (), False)}
    with Record(room) as record:
        for student, text in {"ada": LOOPS, "<b>eve": RENAMED, "bob": VIEWS}.items():
            maker.own[student, "correlate2d"] = text
            record.save(student, "key", 1, maker.result(student, tries), None)
        for student in ("idle-1", "idle-2"):
            record.save(student, "key", 1, maker.result(student, idle), None)
    return room


@pytest.mark.slow
def test_a_class_is_compared_and_the_pair_is_named_as_a_place_to_look(room):
    with Record(room) as record:
        told = similar(room, record, UNIT)
    assert [(pair.exercise, set(pair.students)) for pair in told.pairs] == [
        ("correlate2d", {"ada", "<b>eve"})
    ]
    assert "5 submissions, 1 pair of students with answers" in str(told)
    assert "not a verdict" in str(told)


@pytest.mark.slow
def test_the_page_shows_both_answers_and_escapes_what_students_wrote(room):
    with Record(room) as record:
        told = similar(room, record, UNIT)
    files = similar_report(told, {"ada": "Ada <i>L</i>"})
    page = BeautifulSoup(files[f"{UNIT}-similar.html"], "html.parser")
    assert [code.text for code in page.find_all("pre")] == [RENAMED, LOOPS]
    assert "Read both before you conclude anything" in page.text
    assert page.find("i") is None
    assert page.find("b") is None
    table = files[f"{UNIT}-similar.csv"].decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table, newline=""))
    assert (row["exercise"], row["alike"], row["other name"]) == (
        "correlate2d",
        "1",
        "Ada <i>L</i>",
    )


def test_of_the_course_s_own_ways_to_write_an_answer_few_are_alike():
    """Most are truly different; those that are listed do share lines, word for word."""
    listed = compared = 0
    for unit in COURSE.units:
        released = read(COURSE.release(unit))
        given = [cell.source for cell in released.cells if cell.cell_type == "code"]
        reference = answers(read(COURSE.source(unit)))
        for name, paths in COURSE.right_answers(unit).items():
            texts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
            texts |= {"reference": reference[name]} if name in reference else {}
            compared += len(texts) * (len(texts) - 1) // 2
            listed += len(alike(name, texts, given))
    assert compared > 1000
    assert listed < 0.05 * compared
