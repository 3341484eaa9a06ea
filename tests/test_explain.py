"""What a report says, what it never says, and that it is safe to draw."""

import collections
import re
from html.parser import HTMLParser

import numpy as np
import pytest
from small_unit import ENTRIES, EXERCISES, examine
from test_judge import odd_answers

from cnnbasics import exercises, layers
from cnnbasics.checking import BORROWED, Verdict, collect, explain, judge
from cnnbasics.checking.explain import as_html, as_text, literal, paste, picture
from cnnbasics.checking.window import Window, look
from cnnbasics.exercises.small_networks import Description

HOSTILE = "<script>alert('x')</script> & <img src=x onerror=alert(1)>"


class Reader(HTMLParser):
    """Reads HTML: its elements, its text, and whether each element that is opened is closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.names, self.styles, self.text = [], set(), {}, ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.names.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        self.styles.setdefault(tag, []).append(dict(attrs).get("style", ""))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def words_of(text):
    return " ".join(text.replace("`", "").split())


# Wording


def test_a_report_reads_from_the_case_to_the_mistake():
    verdict = examine("scale", lambda x, factor=2.0: x / factor)
    head, case, values, why, first, mistake, hint = as_text(verdict).split("\n\n")
    assert head == "scale: 4 of 4 cases are wrong."
    small = literal(verdict.faults[0].inputs["x"], indent=8)
    assert case.splitlines() == [
        "Smallest one, ready to paste (another factor):",
        f"    x = {small}",
        "    scale(x, factor=1.5)",
    ]
    expected, yours = values.splitlines()
    assert expected.startswith("expected  shape (1, 3)  float64  [[")
    assert yours.startswith("yours     shape (1, 3)  float64  [[")
    assert why == "3 of 3 numbers are wrong; the shape is right."
    assert first.startswith("First wrong number: out[0, 0]. Expected ")
    assert "It looks at one number:" in first
    assert mistake == "This is what you get when it divides."
    assert hint == 'hint("scale") opens a hint.'


def test_several_mistakes_that_fit_are_all_told():
    text = as_text(examine("scale", lambda x, factor=2.0: x + factor))
    assert "Several mistakes would give this: when the factor is added; or when the sum is" in text


def test_no_mistake_is_told_where_none_fits():
    text = as_text(examine("scale", lambda x, factor=2.0: -x))
    assert "This is what you get" not in text
    assert "Several mistakes" not in text


def test_one_wrong_case_is_told_as_one():
    verdict = examine("shift", lambda x: np.roll(x, -1 if x.dtype == np.uint8 else 1, axis=0))
    text = as_text(verdict)
    assert text.startswith("shift: 1 of 5 cases is wrong.\n\nIt, ready to paste (bytes):")


def test_a_right_answer_is_told_one_thing_more():
    verdict = examine("scale", ENTRIES["scale"].answer)
    assert as_text(verdict) == "scale: right, 4 of 4 cases.\n\nTwice as bright."
    verdict = examine("scale", ENTRIES["scale"].answer, hidden=True)
    assert as_text(verdict) == "scale: right on other data, 4 of 4 cases.\n\nTwice as bright."


def test_a_borrowed_answer_is_told_what_it_is_worth():
    assert "lent to you. It earns no marks here." in as_text(Verdict("scale", BORROWED))


def test_a_float_does_not_look_like_the_int_that_was_asked_for():
    def count(x):
        if not x.size:
            raise ValueError
        return float(x.size)

    assert "expected  3\nyours     3.0\n" in as_text(examine("count", count))


def test_answers_that_got_lost_are_not_called_wrong():
    exercise = ENTRIES["scale"]
    answers = collect(exercise, exercise.answer, 3)
    answers.calls = []
    assert as_text(judge(exercise, 3, answers)).startswith("scale: 4 of 4 cases have no answer.")


@pytest.mark.parametrize(
    ("name", "fn"),
    [
        ("scale", lambda x, factor=2.0: x / factor),
        ("scale", lambda x, factor=2.0: None),
        ("scale", lambda x, factor=2.0: 1 / 0),
        ("scale", lambda x: x),
        ("total", lambda x: x.mean()),
        ("white", lambda: np.zeros((2, 3))),
        ("scale", ENTRIES["scale"].answer),
    ],
)
def test_html_says_what_the_text_says(name, fn):
    verdict = examine(name, fn)
    shown = words_of(Reader(as_html(verdict)).text)
    for paragraph in as_text(verdict).split("\n\n"):
        for line in paragraph.splitlines():
            assert words_of(line) in shown


def test_a_report_is_the_same_whatever_print_options_the_reader_has():
    verdict = examine("scale", lambda x, factor=2.0: x / 3)
    plain = as_text(verdict)
    odd = {"precision": 1, "threshold": 2, "edgeitems": 1, "linewidth": 20, "sign": "+"}
    with np.printoptions(suppress=True, formatter={"all": lambda value: "?"}, **odd):
        assert as_text(verdict) == plain


# Safety


def test_what_a_student_returns_is_escaped():
    for value in (HOSTILE, {HOSTILE: HOSTILE}, [HOSTILE], {"rows": HOSTILE, "row": 1, "dtype": 2}):
        for name in ("scale", "facts", "parts"):
            verdict = examine(name, lambda x, factor=2.0, value=value: value)
            assert not Reader(as_html(verdict)).names & {"script", "img"}


def test_what_a_student_raises_or_prints_is_escaped():
    def scale(x, factor=2.0):
        print(HOSTILE + "\n\n" + HOSTILE)
        raise type(HOSTILE, (Exception,), {})(HOSTILE)

    html = as_html(examine("scale", scale))
    assert not Reader(html).names & {"script", "img"}
    assert "&lt;script&gt;" in html


def test_backticks_in_a_message_cannot_break_out_of_code():
    def scale(x, factor=2.0):
        raise ValueError("` <b>bold</b> ` onclick='x' `")

    assert "b" not in Reader(as_html(examine("scale", scale))).names - {"b"}
    assert "<b>bold" not in as_html(examine("scale", scale))


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
@pytest.mark.parametrize("hidden", [False, True])
def test_odd_answers_are_explained_without_an_accident(exercise, hidden):
    for answers in odd_answers(len(exercise.make_cases(3, hidden))):
        verdict = judge(exercise, 3, answers, hidden)
        for reveal in (False, True):
            Reader(as_html(verdict, reveal))
            as_text(verdict, reveal).encode()


# Hidden reports

LEAKS = [
    lambda x, factor=2.0: x + 100,
    lambda x, factor=2.0: x[:, 1:],
    lambda x, factor=2.0: [*x.ravel()],
    lambda x, factor=2.0: str(x),
    lambda x, factor=2.0: {str(x): 1},
    lambda x, factor=2.0: type(str(x), (), {})(),
    lambda x, factor=2.0: (_ for _ in ()).throw(ValueError(str(x))),
    lambda x, factor=2.0: (_ for _ in ()).throw(type(f"E{x[0, 0]}", (Exception,), {})),
    lambda x, factor=2.0: print(x),
    lambda x, factor=2.0: x * np.nan,
    lambda x, factor=2.0: x * factor * 1j,
]


@pytest.mark.parametrize("fn", LEAKS)
@pytest.mark.parametrize("name", ["scale", "total", "count", "parts", "facts"])
def test_a_hidden_report_holds_no_number_but_how_many_cases_are_wrong(name, fn):
    verdict = examine(name, fn, hidden=True)
    assert len(verdict.faults) > 0
    for report in (as_text(verdict), Reader(as_html(verdict)).text):
        head, rest = report.split(".", 1)
        assert re.fullmatch(rf"{name}: \d+ of \d+ cases (is|are) wrong on other data", head)
        assert not re.search(r"\d", rest), rest
        assert "One of them: " in rest


def test_a_hidden_report_names_the_kind_of_case_the_exception_and_the_mistake():
    text = as_text(examine("scale", lambda x, factor=2.0: x[9, 9], hidden=True))
    assert "One of them: done by hand. It raises `IndexError`." in text
    text = as_text(examine("scale", lambda x, factor=2.0: x / factor, hidden=True))
    assert "The result is wrong.\n\nThis is what you get when it divides." in text


def test_a_hidden_report_shows_numbers_to_whom_it_may():
    verdict = examine("scale", lambda x, factor=2.0: x / factor, hidden=True)
    assert "ready to paste" in as_text(verdict, reveal=True)
    assert "<table" in as_html(verdict, reveal=True)
    assert "<table" not in as_html(verdict)


# The picture


def cells(html, title):
    """Read one small table of a picture: its cells with their styles, row by row."""
    table = next(part for part in html.split("<table")[1:] if f"'>{title}</caption>" in part)
    rows = re.findall(r"<tr.*?</tr>", table)
    return [re.findall(r"<td style='(.*?)'>(.*?)</td>", row) for row in rows]


def one_wrong(x, factor=2.0):
    result = x * factor
    result[-1, -1] += 1
    return result


def test_the_picture_frames_the_first_wrong_number():
    verdict = examine("scale", one_wrong)
    fault = verdict.faults[0]
    html = as_html(verdict)
    assert picture(fault) in html
    for title, values in {
        "expected": fault.expected,
        "yours": fault.got,
        "difference": fault.got - fault.expected,
    }.items():
        grid = cells(html, title)
        assert [[float(text) for _, text in row] for row in grid] == values.tolist()
        framed = [
            (i, j)
            for i, row in enumerate(grid)
            for j, (style, _) in enumerate(row)
            if "2px solid" in style
        ]
        assert framed == [fault.index] == [(0, 2)]
    colored = [style for row in cells(html, "yours") for style, _ in row if "213, 94, 0" in style]
    assert len(colored) == 1


def test_the_picture_of_a_layer_frames_the_window_on_the_image():
    rng = np.random.default_rng(0)
    exercise = exercises.exercise("correlate2d")

    def flipped(image, kernel, stride=1, pad=0):
        return layers.correlate2d(image, kernel[::-1, ::-1], stride, pad) + rng.random()

    answers = collect(exercise, flipped, 1)
    for call in answers.calls:
        call.shortcuts = ()
    verdict = judge(exercise, 1, answers)
    fault = verdict.faults[0]
    grid = cells(as_html(verdict), "image")
    framed = [[float(text) for style, text in row if "2px solid" in style] for row in grid]
    assert [row for row in framed if row] == fault.window.patch.tolist()


@pytest.mark.parametrize(
    "shape", [(3,), (1, 3), (40, 50), (2, 3, 4), (2, 5, 3, 4), (1, 2, 3, 4, 5), (1,)]
)
def test_an_array_of_any_shape_has_a_picture_with_its_first_wrong_number(shape):
    expected = np.arange(float(np.prod(shape))).reshape(shape)
    got = expected.copy()
    got.flat[-1] += 0.5
    index = tuple(size - 1 for size in shape)
    fault = explain.Fault("value", "It differs.", expected=expected, got=got, index=index)
    framed = [
        text
        for row in cells(picture(fault), "difference")
        for style, text in row
        if "2px solid" in style
    ]
    assert framed == ["0.5"]
    assert all(len(row) <= explain.MAX_SIDE for row in cells(picture(fault), "yours"))


@pytest.mark.parametrize("got", [3.0, np.array(3.0), np.array([3.0]), np.array([[3.0]])])
def test_a_single_number_needs_no_picture(got):
    html = as_html(examine("total", lambda x: got))
    assert "The number is wrong." in html
    assert "<table" not in html


def test_colors_come_from_the_page_or_let_it_shine_through():
    html = as_html(examine("scale", one_wrong))
    styles = [style for styles in Reader(html).styles.values() for style in styles]
    for style in styles:
        declared = dict(part.split(":", 1) for part in style.split(";") if ":" in part)
        declared = {key.strip(): value.strip() for key, value in declared.items()}
        assert declared.get("color", "inherit") == "inherit"
        assert declared.get("background", "none") in ("none", "transparent", explain.WRONG_COLOR)


# Ready to paste


def pasted(exercise, case):
    """Run what a report tells to paste; return what the function was called with."""
    import inspect

    got = {}

    def call(*args, **kwargs):
        bound = inspect.signature(exercise.answer).bind(*args, **kwargs)
        got.update(bound.arguments)

    # What the notebooks of units 09 and 15 have from the course, beside NumPy.
    suspects = collections.defaultdict(lambda: call)
    known = {"np": np, "SUSPECTS": suspects, "in_keras": Description, exercise.id: call}
    exec(paste(exercise.id, case.inputs), known)
    return got


def assert_same(one, other):
    if callable(other):
        return  # its text is the author's
    if isinstance(one, np.random.Generator):
        assert one.bit_generator.state == other.bit_generator.state
        return
    if one is ... and other.size > explain.LITERAL_CELLS:
        return  # it is too large to print
    assert type(one) is type(other)
    if isinstance(one, dict):
        assert one.keys() == other.keys()
        for key in one:
            assert_same(one[key], other[key])
    elif isinstance(one, tuple | list):
        assert len(one) == len(other)
        for a, b in zip(one, other, strict=True):
            assert_same(a, b)
    elif isinstance(one, np.ndarray):
        assert (one.dtype, one.shape) == (other.dtype, other.shape)
        np.testing.assert_array_equal(one, other)
    else:
        assert one == other or (one != one and other != other)


@pytest.mark.parametrize("name", [*exercises.exercises(), *[e.id for e in EXERCISES]])
def test_what_is_ready_to_paste_makes_the_same_call_again(name):
    exercise = ENTRIES.get(name) or exercises.exercise(name)
    for case in exercise.make_cases(7, False) + exercise.make_cases(7, True):
        assert_same(pasted(exercise, case), case.inputs)


@pytest.mark.parametrize(
    "array",
    [
        np.array([0.1, 1 / 3, 1e-300, -1e300, np.pi]),
        np.array([0.1, 1 / 3], np.float32),
        np.array([0.1, 1 / 3], np.float16),
        np.array([np.nan, np.inf, -np.inf]),
        np.array([True, False]),
        np.array([2**63 - 1, -(2**63)]),
        np.array([2**64 - 1], np.uint64),
        np.array([1, 2], np.uint8),
        np.array([1.0, 2.0], ">f8").astype("f8"),
        np.zeros((0, 3)),
        np.zeros((1, 1, 1, 1)),
        np.ones((1, 2, 1, 3)),
        np.array(2.5),
        np.arange(2000.0).reshape(2, 1000),
    ],
    ids=lambda array: f"{array.dtype}-{array.shape}",
)
def test_an_array_is_written_so_that_it_comes_back(array):
    assert_same(eval(literal(array), {"np": np}), array)


@pytest.mark.parametrize(
    "value", [{"w": np.ones(2), "b": [np.zeros(1), 2]}, ((1, np.ones(1)),), [()]]
)
def test_containers_of_arrays_are_written_so_that_they_come_back(value):
    assert_same(eval(literal(value), {"np": np}), value)


def test_a_large_array_is_not_printed():
    assert literal(np.ones((50, 50))) == "...  # an array of shape (50, 50), too large to print"


# Windows


def test_a_window_of_small_integers_does_not_wrap_around():
    window = Window("here", np.full((2, 2), 200, np.uint8), np.full((2, 2), 2, np.uint8))
    assert window.total == 1600
    assert window.arithmetic() == "400 + 400 + 400 + 400 = 1600"


@pytest.mark.parametrize("padding", [0, 1, (2, 1), ((0, 2), (1, 3)), "valid", "same"])
@pytest.mark.parametrize("stride", [1, 2, (1, 3)])
@pytest.mark.parametrize("channels", [1, 3])
def test_a_window_sums_up_to_the_number_it_explains(padding, stride, channels):
    rng = np.random.default_rng(1)
    x, w, b = rng.normal(size=(2, 5, 6, channels)), rng.normal(size=(3, 2, channels, 2)), [0.5, -1]
    out = layers.conv2d_forward(x, w, np.array(b), stride, padding)
    for index in np.ndindex(*out.shape):
        window = look(x, w, index, stride, padding, b[index[-1]])
        assert window.total == pytest.approx(out[index])


def test_there_is_no_window_outside_the_image():
    x, w = np.ones((1, 4, 4, 1)), np.ones((2, 2, 1, 1))
    assert look(x, w, (0, 3, 0, 0)) is None


@pytest.mark.parametrize("name", [e.id for e in exercises.exercises().values() if e.window])
def test_the_window_of_an_exercise_sums_up_to_the_right_answer(name):
    exercise = exercises.exercise(name)
    for case in exercise.make_cases(3, False) + exercise.make_cases(3, True):
        try:
            right = np.asarray(exercise.answer(**case.inputs))
        except ValueError:
            continue
        for index in np.ndindex(*right.shape):
            window = exercise.window(case.inputs, index)
            if window is not None and not window.says:
                assert window.total == pytest.approx(float(right[index]), rel=1e-4)
