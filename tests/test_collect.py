"""Whatever a student's function does is an answer, kept as data and told in words that help."""

import asyncio
import dataclasses
import functools
import math
import sys
import threading
import types
import warnings

import numpy as np
import pytest
from small_unit import ENTRIES, EXERCISES, examine

from cnnbasics import layers
from cnnbasics.checking import BORROWED, NOT_ATTEMPTED, RIGHT, WRONG, collect, explain, judge
from cnnbasics.checking.collect import MAX_TEXT, MAX_WARNINGS, Answers, as_data, is_stub
from cnnbasics.checking.exercise import Case
from cnnbasics.checking.lend import lend

# Right answers, in any of the forms that the contract allows


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
@pytest.mark.parametrize("hidden", [False, True])
def test_the_right_answer_is_right(exercise, hidden):
    assert examine(exercise.id, exercise.answer, hidden).status == RIGHT


@pytest.mark.parametrize(
    ("name", "fn"),
    [
        ("total", lambda x: np.float64(x.sum())),
        ("total", lambda x: np.float32(x.sum())),
        ("total", lambda x: np.array(x.sum())),
        ("total", lambda x: np.array([x.sum()])),
        ("total", lambda x: np.array([[x.sum()]])),
        ("count", lambda x: np.uint8(ENTRIES["count"].answer(x))),
        ("parts", lambda x: [x.sum(1), x.sum(0)]),
        ("walk", lambda steps, at: tuple(ENTRIES["walk"].answer(steps, at))),
        ("scale", lambda x, factor=2.0: (x * factor).astype(np.float32)),
        ("scale", lambda x, factor=2.0: (x * factor).astype(np.float16)),
        ("scale", lambda x, factor=2.0: (x * factor).astype(np.longdouble)),
        ("scale", lambda x, factor=2.0: np.asfortranarray(x * factor)),
        ("scale", lambda x, factor=2.0: (x * factor).view(np.matrix)),
        ("scale", lambda x, factor=2.0: np.ma.array(x * factor)),
        ("scale", lambda *args, **kwargs: ENTRIES["scale"].answer(*args, **kwargs)),
        ("scale", functools.partial(lambda extra, x, factor=2.0: x * factor, 1)),
        ("scale", np.vectorize(lambda x, factor=2.0: x * factor)),
        ("facts", lambda x: {"rows": np.int64(len(x)), "row": x[0] + 0, "dtype": x.dtype}),
        ("facts", lambda x: {"dtype": x.dtype.type, "row": x[0] + 0, "rows": len(x)}),
    ],
)
def test_an_answer_in_another_form_of_the_contract_is_right(name, fn):
    verdict = examine(name, fn)
    assert verdict.status == RIGHT, explain.as_text(verdict)


def test_an_exception_of_a_kind_that_inherits_from_the_asked_one_is_right():
    class NothingThere(ValueError):
        pass

    def count(x):
        if not x.size:
            raise NothingThere("nothing")
        return x.size

    assert examine("count", count).status == RIGHT


class Tensor:
    """Becomes an array in the old way, as tensors of several packages do."""

    def __init__(self, value):
        self.value = value

    def __array__(self, dtype=None):
        return self.value


def test_what_can_become_an_array_is_read_as_one():
    assert examine("scale", lambda x, factor=2.0: Tensor(x * factor)).status == RIGHT


# Not attempted


def docstring_only(x, factor=2.0):
    """Return `x` times `factor`."""


def passes(x, factor=2.0):
    pass


def dots(x, factor=2.0):
    """Return `x` times `factor`."""
    ...


def returns_nothing(x, factor=2.0):
    return None


def not_implemented(x, factor=2.0):
    raise NotImplementedError


def not_implemented_yet(x, factor=2.0):
    """Return `x` times `factor`."""
    raise NotImplementedError("later")


STUBS = [docstring_only, passes, dots, returns_nothing, not_implemented, not_implemented_yet]


@pytest.mark.parametrize("stub", STUBS, ids=lambda stub: stub.__name__)
def test_a_stub_is_not_attempted(stub):
    verdict = examine("scale", stub)
    assert verdict.status == NOT_ATTEMPTED
    assert explain.as_text(verdict) == "scale: not attempted yet."


def returns_five(x, factor=2.0):
    return 5


def returns_a_word(x, factor=2.0):
    """Return `x` times `factor`."""
    return "five"


def raises_value_error(x, factor=2.0):
    raise ValueError


def gives_up_later(x, factor=2.0):
    if factor != 2.0:
        raise NotImplementedError("only for 2")
    return x * factor


@pytest.mark.parametrize(
    "fn",
    [returns_five, returns_a_word, raises_value_error, gives_up_later],
    ids=lambda f: f.__name__,
)
def test_the_simplest_attempt_is_an_attempt(fn):
    assert examine("scale", fn).status == WRONG
    assert not is_stub(fn)


def test_something_that_is_no_python_function_is_not_a_stub():
    assert not any(is_stub(thing) for thing in (len, np.add, Tensor, functools.partial(len), None))


# Wrong results


class Slow(np.ndarray):
    """A subclass of ndarray."""


class Broken:
    """Has an `__array__` that raises."""

    def __init__(self, error):
        self.error = error

    def __array__(self, dtype=None, copy=None):
        raise self.error


class OddKey:
    """A key that shows itself in an odd way."""

    def __repr__(self):
        return "<b>odd</b>"


def contains_itself():
    """Return a list that is its own last item."""
    box = [1.0]
    box.append(box)
    return box


def much_from_little():
    """Return a list that would hold 10**24 numbers, from few that are made."""
    box = 1.0
    for _ in range(6):
        box = [box] * 10_000
    return box


def numbers_without_end(x):
    """Yield for ever."""
    while True:
        yield x


async def soon(x, factor=2.0):
    """Return the right thing, but not at once."""
    return x * factor


async def soon_one_by_one(x, factor=2.0):
    """Yield, but not at once."""
    yield x


class Scale:
    """A class in place of a function."""

    def __init__(self, x, factor=2.0):
        self.result = x * factor


RESULTS = [
    ("scale", None, "type", "None (is the `return` missing?)"),
    ("scale", [[2.0]], "type", "it returns a list. Wrap it in `np.array(...)`"),
    ("scale", ((2.0,),), "type", "it returns a tuple. Wrap it"),
    ("scale", 2.0, "type", "should return an array, and it returns a float"),
    ("scale", np.float64(2), "type", "it returns a float64"),
    ("scale", "2", "type", "it returns a str"),
    ("scale", {"x": 2}, "type", "it returns a dict"),
    ("scale", {OddKey(): 1, 2: 3, None: 4}, "type", "it returns a dict"),
    ("scale", np.ones(3), "shape", "The shape should be (2, 3), and it is (3,)"),
    ("scale", np.ones((3, 2)), "shape", "The shape should be (2, 3), and it is (3, 2)"),
    ("scale", np.array(2.0), "shape", "The shape should be (2, 3), and it is ()"),
    ("scale", np.ones((2, 3)) + 0j, "dtype", "complex (complex128). Take their real part"),
    ("scale", np.ones((2, 3)).astype(np.clongdouble), "dtype", "complex"),
    ("scale", np.ones((2, 3), bool), "dtype", "True and False; float64 numbers are expected"),
    ("scale", np.ones((2, 3), object), "type", "`ndarray` (its dtype is object)"),
    ("scale", np.full((2, 3), "a"), "type", "its dtype is <U1"),
    ("scale", np.full((2, 3), np.nan), "value", "6 NaN of 6 values"),
    ("scale", np.full((2, 3), -np.inf), "value", "6 infinite of 6 values"),
    ("scale", np.array([[np.nan, np.inf, 1]] * 2), "value", "2 NaN and 2 infinite of 6 values"),
    ("scale", np.full((2, 3), 1e308), "value", "6 of 6 numbers are wrong"),
    ("scale", np.ones((2, 3), np.float16) * 2.002, "value", "6 of 6 numbers are wrong"),
    ("scale", np.ones((2, 3)).view(Slow), "value", "of 6 numbers are wrong; the shape is right"),
    ("scale", np.ones((2, 3)).view(np.matrix), "value", "6 of 6 numbers are wrong"),
    ("scale", np.ma.masked_equal([[1, 2, 3]] * 2, 2), "type", "some of its values are masked"),
    ("scale", np.broadcast_to(1.0, (10**6, 10**6)), "type", "it holds 8,000,000,000,000 bytes"),
    ("scale", Broken(ValueError("not ready")), "type", "cannot be read as an array: not ready"),
    ("scale", Broken(KeyError("odd")), "raised", "It raises `KeyError: 'odd'`"),
    ("scale", Broken(SystemExit(1)), "raised", "It ends the program (`SystemExit`)"),
    ("scale", object(), "type", "it returns a `object`"),
    ("scale", len, "type", "it returns a `builtin_function_or_method`"),
    ("scale", np.float64, "type", "it returns a str"),
    ("scale", float, "type", "it returns a `type`"),
    ("scale", (x for x in "ab"), "type", "it returns a `generator`"),
    ("scale", contains_itself(), "type", "`list` (it is nested too deeply)"),
    ("scale", much_from_little(), "type", "`list` (it holds more than 10,000 values)"),
    ("scale", {"a": contains_itself()}, "type", "`dict` (it is nested too deeply)"),
    ("scale", [object()], "type", "it returns a list. Wrap it"),
    ("total", None, "type", "should return a number, and it returns None"),
    ("total", [1.0], "type", "should return a number, and it returns a list"),
    ("total", "21.0", "type", "it returns a str"),
    (
        "total",
        np.ones(3),
        "shape",
        "should return one number, and it returns an array of shape (3,)",
    ),
    ("total", np.zeros(0), "shape", "one number, and it returns an array of shape (0,)"),
    ("total", 1j, "dtype", "complex"),
    ("total", True, "dtype", "The values are True and False"),
    ("total", math.nan, "value", "1 NaN of 1 values"),
    ("total", math.inf, "value", "1 infinite of 1 values"),
    ("total", 10**400, "type", "`int` (it is too large)"),
    ("total", np.array([3.0]), "value", "The number is wrong"),
    ("total", np.array(3.0), "value", "The number is wrong"),
    ("total", np.datetime64("2020-01-01"), "type", "`datetime64` (its dtype is datetime64[D])"),
    ("parts", np.ones((2, 3)), "type", "should return a tuple of 2, and it returns an array"),
    ("parts", (np.ones(2),), "shape", "should return 2 values, and it returns 1"),
    ("parts", (np.ones(2), np.ones(3)), "value", "Value 0: 2 of 2 numbers are wrong"),
    ("parts", ([6.0, 15.0], np.ones(3)), "type", "Value 0: It should return an array"),
    ("parts", (np.array([6.0, 15.0]), np.ones(2)), "shape", "Value 1: The shape should be (3,)"),
    ("parts", None, "type", "a tuple of 2, and it returns None"),
    ("walk", 3, "type", "should return a list of 2, and it returns an int"),
    ("facts", None, "type", "should return a dict, and it returns None"),
    ("facts", {}, "keys", "The dict lacks 'rows', 'row', 'dtype'."),
    ("facts", {"rows": 2, "row": 1, "dtype": "x", 1: 2}, "keys", "has '1', which is not asked for"),
    (
        "facts",
        {"rows": 2, "row": 1, "dtype": "x", OddKey(): 2},
        "keys",
        "has '<b>odd</b>', which is not asked for",
    ),
    (
        "facts",
        {"rows": 2, "row": np.array([1.0, 2.0, 4.0]), "dtype": "float64"},
        "value",
        "`row`: 1 of 3 numbers are wrong",
    ),
    (
        "facts",
        {"rows": 2, "row": np.array([1.0, 2.0, 3.0]), "dtype": "float32"},
        "value",
        "`dtype`: The text differs",
    ),
    (
        "facts",
        {"rows": 2, "row": np.array([1.0, 2.0, 3.0]), "dtype": float},
        "type",
        "`dtype`: It should be text, and it is a `type`",
    ),
    ("white", None, "behavior", "It should be a picture."),
    ("white", np.zeros((2, 3)), "behavior", "It is not white."),
]


@pytest.mark.parametrize(
    ("name", "result", "kind", "words"), RESULTS, ids=[f"{row[0]}-{row[3][:30]}" for row in RESULTS]
)
def test_a_wrong_result_is_told_what_it_is(name, result, kind, words):
    # The first case is the one done by hand; the other answers are right, so it is the one shown.
    calls = []

    def fn(*args, **kwargs):
        calls.append(1)
        return result if len(calls) == 1 else ENTRIES[name].answer(*args, **kwargs)

    verdict = examine(name, fn)
    assert verdict.status == WRONG
    assert verdict.faults[0].kind == kind
    assert words in explain.as_text(verdict)
    assert verdict.mistake is None or name == "white"


def test_numbers_that_float16_rounds_are_told_so():
    verdict = examine("scale", lambda x, factor=2.0: (x * factor * 1.001).astype(np.float16))
    assert "rounded to float16, which keeps three digits" in explain.as_text(verdict)


def test_a_float_where_an_int_is_asked_for_is_refused_for_its_type():
    def count(x):
        if not x.size:
            raise ValueError
        return float(x.size)

    verdict = examine("count", count)
    assert {fault.kind for fault in verdict.faults} == {"dtype"}
    assert "It should return an int, and it returns a float." in explain.as_text(verdict)


def test_another_dtype_is_refused_where_pixels_only_move():
    verdict = examine("shift", lambda x: np.roll(x, 1, axis=0) * 1.0)
    assert "The dtype should stay uint8, as in the input, and it is float64." in explain.as_text(
        verdict
    )


def test_no_exception_where_one_is_asked_for_is_refused():
    verdict = examine("count", lambda x: x.size)
    assert verdict.mistake == "zero"
    assert "It should raise a `ValueError` here, and it does not." in explain.as_text(verdict)


def test_another_exception_than_the_asked_one_is_refused():
    def count(x):
        if not x.size:
            raise KeyError("empty")
        return x.size

    text = explain.as_text(examine("count", count))
    assert "It should raise a `ValueError`. It raises `KeyError: 'empty'`" in text


# What cannot be called


@pytest.mark.parametrize(
    ("fn", "words"),
    [
        (lambda: 1, "The contract is `scale(x, factor=2.0)`"),
        (lambda x: x, "yours is `scale(x)`"),
        (lambda x, factor=2.0, *, more: x, "missing a required argument: 'more'"),
        (lambda x, factor: x, "missing a required argument: 'factor'"),
        (lambda image, factor=2.0: image, "yours is `scale(image, factor=2.0)`"),
        (lambda x, /, factor=2.0: x, "called by position and by these names"),
        (numbers_without_end, "it has a `yield` in it"),
        (soon, "`async def`"),
        (soon_one_by_one, "`async def`"),
        (Scale, "It is a class. Write a function: `def scale(x, factor=2.0):`."),
    ],
)
def test_a_function_that_does_not_fit_the_contract_is_told_how(fn, words):
    verdict = examine("scale", fn)
    text = explain.as_text(verdict)
    assert text.startswith("scale: it cannot be called as the contract says.")
    assert words.lower() in text.lower()
    assert verdict.status == WRONG
    assert explain.as_text(examine("scale", fn, hidden=True)) == text


def test_a_coroutine_is_not_left_waiting():
    async def scale(x, factor=2.0):
        await asyncio.sleep(0)

    assert examine("scale", scale).status == WRONG  # a warning would fail this test


# Exceptions


class Speechless(Exception):
    """Cannot describe itself."""

    def __str__(self):
        raise RuntimeError("no words")


class Own(BaseException):
    """Not an ordinary exception."""


ERRORS = [
    (IndexError("out of bounds"), "It raises `IndexError: out of bounds`"),
    (ValueError(""), "It raises `ValueError`"),
    (Speechless(), "It raises `Speechless`"),
    (Own("mine"), "It raises `Own: mine`"),
    (SystemExit(0), "It ends the program (`SystemExit`)."),
    (GeneratorExit(), "It raises `GeneratorExit`"),
    (ExceptionGroup("two", [ValueError("a"), KeyError("b")]), "two (2 sub-exceptions)"),
    (RuntimeError("\ud800 \x00"), "It raises `RuntimeError: ?"),
    (RuntimeError("long " * 10**6), "It raises `RuntimeError: long long"),
]


@pytest.mark.parametrize(("error", "words"), ERRORS, ids=[type(row[0]).__name__ for row in ERRORS])
def test_whatever_is_raised_is_told_with_the_students_own_line(error, words):
    def helper():
        raise error

    def scale(x, factor=2.0):
        helper()

    verdict = examine("scale", scale)
    text = explain.as_text(verdict)
    assert verdict.faults[0].kind == "raised"
    assert words in text
    assert f"in your line {helper.__code__.co_firstlineno + 1}:  raise error" in text
    assert len(text) < 3 * MAX_TEXT
    text.encode()


def test_the_line_shown_is_the_students_not_the_one_deep_in_a_package():
    def scale(x, factor=2.0):
        return np.concatenate([x, np.ones((9, 9, 9))])

    raised = examine("scale", scale).faults[0].got
    assert raised.line == "return np.concatenate([x, np.ones((9, 9, 9))])"


def test_the_line_is_that_of_the_file_as_it_is_now(tmp_path):
    def line(source):
        file = tmp_path / "answer.py"
        file.write_text(source)
        scope = {}
        exec(compile(source, str(file), "exec"), scope)
        return examine("scale", scope["scale"]).faults[0].got.line

    assert line("def scale(x, factor=2.0):\n    return x + y") == "return x + y"
    assert line("def scale(x, factor=2.0):\n    return missing[x]") == "return missing[x]"


def test_a_decorated_function_shows_its_own_line_too():
    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            return fn(*args, **kwargs)

        return wrapper

    @decorate
    def scale(x, factor=2.0):
        return 1 / 0

    assert examine("scale", scale).faults[0].got.line == "return 1 / 0"


def test_endless_recursion_is_told_in_words():
    def scale(x, factor=2.0):
        return scale(x, factor)

    text = explain.as_text(examine("scale", scale))
    assert "It calls itself without end (`RecursionError`)." in text
    assert "return scale(x, factor)" in text


def test_the_readers_interrupt_is_not_an_answer():
    def scale(x, factor=2.0):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        examine("scale", scale)


# What a function does beside giving a result


def test_an_input_that_was_changed_is_named():
    def scale(x, factor=2.0):
        x *= factor
        return x.copy()

    verdict = examine("scale", scale)
    assert {fault.kind for fault in verdict.faults} == {"changed"}
    assert "It changes its input `x`." in explain.as_text(verdict)


@pytest.mark.parametrize("change", ["shape", "dtype"])
def test_an_input_whose_form_was_changed_is_named(change):
    def shift(x):
        result = np.roll(x, 1, axis=0)
        with warnings.catch_warnings(action="ignore"):
            setattr(x, change, (x.size,) if change == "shape" else np.int8)
        return result

    assert examine("shift", shift).faults[0].kind == "changed"


def test_a_list_or_dict_that_was_changed_is_named():
    def walk(steps, at):
        while steps:
            down, right = steps.pop()
            at["row"] += down
            at["column"] += right
        return [at["row"], at["column"]]

    answers = collect(ENTRIES["walk"], walk, 5)
    assert [call.changed for call in answers.calls] == [("steps", "at")] * 3


@pytest.mark.parametrize(
    "view",
    [
        lambda x, factor=1.0: x,
        lambda x, factor=1.0: x[::-1, :0:-1],
        lambda x, factor=1.0: {"a": [(x.T,)]},
    ],
)
def test_a_result_that_shares_memory_with_an_input_is_noticed(view):
    assert [call.shares for call in collect(ENTRIES["scale"], view, 5).calls] == [("x",)] * 4


def keep(x):
    """Give a picture as it is."""
    return x.copy()


def test_a_result_that_shares_memory_is_refused_unless_it_may_be_a_view():
    exercise = dataclasses.replace(ENTRIES["shift"], answer=keep, may_view=False)
    verdict = judge(exercise, 5, collect(exercise, lambda x: x, 5))
    assert {fault.kind for fault in verdict.faults} == {"shares"}
    assert "Its result shares memory with its input `x`" in explain.as_text(verdict)
    free = dataclasses.replace(exercise, may_view=True)
    assert judge(free, 5, collect(free, lambda x: x, 5)).status == RIGHT


def test_memory_shared_through_a_container_is_noticed_too():
    def walk(steps, at):
        return at["place"]

    case = Case("an array in a dict", steps=[], at={"place": np.ones(3)})
    exercise = dataclasses.replace(ENTRIES["walk"], cases=lambda *_: [case])
    assert collect(exercise, walk, 5).calls[0].shares == ("at",)


def test_a_function_that_uses_up_a_random_generator_is_not_accused():
    case = Case("random", x=np.ones(2), factor=np.random.default_rng(0))
    exercise = dataclasses.replace(ENTRIES["scale"], cases=lambda *_: [case])
    call = collect(exercise, lambda x, factor: x * factor.random(), 5).calls[0]
    assert call.changed == ()


def test_side_effects_on_globals_do_not_reach_the_next_case():
    kept = []

    def scale(x, factor=2.0):
        kept.append(x * factor)
        return kept[-1]

    assert examine("scale", scale).status == RIGHT


def test_a_result_is_copied_before_the_next_call_overwrites_it():
    buffer = np.zeros((9, 9))

    def scale(x, factor=2.0):
        rows, columns = x.shape
        buffer[:rows, :columns] = x * factor
        return buffer[:rows, :columns]

    assert examine("scale", scale).status == RIGHT


def test_different_results_at_each_call_are_wrong_and_get_no_name():
    rng = np.random.default_rng(1)
    verdict = examine("scale", lambda x, factor=2.0: x * rng.random())
    assert (verdict.status, verdict.mistake) == (WRONG, None)


def test_a_right_answer_that_warns_is_right():
    def scale(x, factor=2.0):
        warnings.warn("slow", stacklevel=1)
        np.log(np.zeros(1))
        return x * factor

    answers = collect(ENTRIES["scale"], scale, 5)
    assert answers.calls[0].warned == (
        "UserWarning: slow",
        "RuntimeWarning: divide by zero encountered in log",
    )
    assert examine("scale", scale).status == RIGHT


def test_a_warning_counts_where_the_contract_says_so():
    def count_in_vain(x):
        np.exp(np.array([1000.0]))
        return x.sum()

    text = explain.as_text(examine("total", count_in_vain))
    assert "It warns: RuntimeWarning: overflow encountered in exp." in text


def test_a_warning_that_comes_again_and_again_does_not_hide_another():
    def total(x):
        for _ in range(100):
            warnings.warn("slow", stacklevel=1)
        np.exp(np.array([1000.0]))
        return x.sum()

    assert "overflow encountered in exp" in explain.as_text(examine("total", total))


def test_an_underflow_is_no_warning():
    def total(x):
        np.exp(np.array([-1000.0]))
        return x.sum()

    assert examine("total", total).status == RIGHT


def test_warnings_without_end_are_bounded():
    def total(x):
        for number in range(10_000):
            warnings.warn(f"number {number}", stacklevel=1)
        return x.sum()

    answers = collect(ENTRIES["total"], total, 5)
    assert len(answers.calls[0].warned) == MAX_WARNINGS


def test_a_warning_that_fails_to_describe_itself_is_an_exception():
    class Odd(UserWarning):
        def __str__(self):
            raise RuntimeError("no words")

    def scale(x, factor=2.0):
        warnings.warn(Odd(), stacklevel=1)

    assert examine("scale", scale).faults[0].got.type == "RuntimeError"


def test_settings_of_a_function_end_with_its_call():
    def scale(x, factor=2.0):
        np.seterr(all="raise")
        warnings.simplefilter("error")
        sys.stdout = sys.stderr = None
        return x * factor

    before = (np.geterr(), list(warnings.filters), sys.stdout, sys.stderr, sys.getprofile())
    assert examine("scale", scale).status == RIGHT
    assert before == (np.geterr(), list(warnings.filters), sys.stdout, sys.stderr, sys.getprofile())


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_what_a_function_prints_is_kept_and_bounded(stream, capfd):
    def scale(x, factor=2.0):
        for number in range(20_000):
            print(f"line {number}", file=getattr(sys, stream))
        return x + 1

    verdict = examine("scale", scale)
    assert verdict.printed.startswith("line 0\nline 1\n")
    assert len(verdict.printed) <= MAX_TEXT
    assert verdict.printed_total > 800_000
    text = explain.as_text(verdict)
    assert "Your function printed (" in text
    assert "line 0\n" in text
    assert len(text) < 3_000
    assert capfd.readouterr() == ("", "")


# Shortcuts


@pytest.fixture
def stand_in(request):
    """A module of a forbidden name, without the package."""
    name = request.param
    module = types.ModuleType(name)
    exec("def convolve(x, factor):\n    return x * factor\n", vars(module))
    before = sys.modules.get(name)
    sys.modules[name] = module
    yield module
    if before is None:
        del sys.modules[name]
    else:
        sys.modules[name] = before


@pytest.mark.parametrize("stand_in", ["tensorflow", "scipy.signal", "torch"], indirect=True)
def test_a_ready_made_function_under_another_name_is_named(stand_in):
    quick = stand_in.convolve
    verdict = examine("scale", lambda x, factor=2.0: quick(x, factor))
    assert {fault.kind for fault in verdict.faults} == {"shortcut"}
    assert f"It calls `{stand_in.__name__}.convolve`, which does the work" in explain.as_text(
        verdict
    )


def test_the_real_scipy_signal_is_named():
    from scipy import signal

    verdict = examine("scale", lambda x, factor=2.0: signal.correlate2d(x, [[factor]]))
    assert "It calls `scipy.signal.correlate2d`, which does the work for you." in explain.as_text(
        verdict
    )


def test_the_courses_layers_are_named():
    mine = layers

    def scale(x, factor=2.0):
        return mine.correlate2d(x, np.array([[factor]]))

    assert "It calls `cnnbasics.layers.correlate2d`" in explain.as_text(examine("scale", scale))


def test_a_shortcut_in_a_thread_of_the_students_is_named():
    def scale(x, factor=2.0):
        results = []
        worker = threading.Thread(
            target=lambda: results.append(layers.correlate2d(x, np.array([[factor]])))
        )
        worker.start()
        worker.join()
        return results[0]

    assert "It calls `cnnbasics.layers.correlate2d`" in explain.as_text(examine("scale", scale))


def test_an_import_is_no_shortcut(tmp_path, monkeypatch):
    (tmp_path / "scipy_user.py").write_text(
        "import scipy.signal\nscipy.signal.get_window('hann', 3)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)

    def scale(x, factor=2.0):
        import scipy_user  # noqa: F401

        return x * factor

    assert examine("scale", scale).status == RIGHT


def test_a_module_with_a_similar_name_is_no_shortcut():
    module = types.ModuleType("tensorflowers")
    exec("def grow(x, factor):\n    return x * factor\n", vars(module))
    assert examine("scale", lambda x, factor=2.0: module.grow(x, factor)).status == RIGHT


def test_a_function_of_a_module_without_a_name_is_no_shortcut():
    scope = {"__name__": None}
    exec("def grow(x, factor):\n    return x * factor\n", scope)
    assert examine("scale", lambda x, factor=2.0: scope["grow"](x, factor)).status == RIGHT


# Data only


def parts_of(value):
    """Yield a value, and all values inside it."""
    yield value
    if dataclasses.is_dataclass(value):
        for item in dataclasses.fields(value):
            yield from parts_of(getattr(value, item.name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from parts_of(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from parts_of(item)


PLAIN = {type(None), bool, int, float, complex, str, tuple, list, dict, np.ndarray}


@pytest.mark.parametrize(
    "result",
    [row[1] for row in RESULTS] + [np.float32(1), np.bool_(True), Slow((2, 2)), OddKey, 1 << 70],
    ids=lambda value: type(value).__name__,
)
def test_answers_are_data_and_nothing_else(result):
    answers = collect(ENTRIES["scale"], lambda x, factor=2.0: result, 5)
    assert type(answers) is Answers
    for part in parts_of(answers):
        if dataclasses.is_dataclass(part):
            assert type(part).__module__ == "cnnbasics.checking.collect"
        elif isinstance(part, np.ndarray | np.generic):
            assert part.dtype.kind in "biufc"
            assert type(part) is np.ndarray or type(part).__module__ == "numpy"
        else:
            assert type(part) in PLAIN


class Text(str):
    """Text with methods of its own."""

    def __str__(self):
        raise RuntimeError("mine")

    __hash__ = str.__hash__


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (Text("a"), "a"),
        ({Text("a"): 1}, {"a": 1}),
        ("x" * 10**6, "x" * MAX_TEXT),
        ("\ud800", "?"),
        (np.dtype("uint8"), "uint8"),
        (np.uint8, "uint8"),
        (True, True),
        (range(3), "<range>"),
        (b"bytes", "<bytes>"),
        ([None, (1, 2.5)], [None, (1, 2.5)]),
    ],
)
def test_values_become_plain_ones(value, data):
    copied = as_data(value)
    assert (copied if not repr(copied).startswith("<") else repr(copied)) == data
    assert type(copied) is not Text


def test_a_borrowed_function_is_not_called():
    lent = lend(ENTRIES["total"].answer)
    assert collect(ENTRIES["total"], lent, 5) == Answers(borrowed=True)
    assert examine("total", lent).status == BORROWED
