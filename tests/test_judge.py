"""The judge knows what is right, runs no student's code, and names a mistake only if it is sure."""

import copy
import dataclasses
import json
import pickle
import subprocess
import sys
import warnings

import numpy as np
import pytest
from small_unit import ENTRIES, EXERCISES, examine

from cnnbasics.checking import NOT_ATTEMPTED, RIGHT, WRONG, collect, explain, judge, limits
from cnnbasics.checking.collect import Answer, Answers, Raised, Unreadable
from cnnbasics.checking.exercise import Case, Exercise
from cnnbasics.checking.judge import find_fault, right_answer

SCALE = ENTRIES["scale"]


def adds(x, factor=2.0):
    return x + factor


# Judging


@pytest.mark.parametrize("hidden", [False, True])
def test_the_same_answers_get_the_same_verdict(hidden):
    answers = collect(SCALE, adds, 3, hidden)
    kept = copy.deepcopy(answers)
    one, other = (json.dumps(judge(SCALE, 3, answers, hidden).as_dict()) for _ in range(2))
    assert one == other
    assert pickle.dumps(answers) == pickle.dumps(kept)


def test_answers_that_went_through_a_file_get_the_same_verdict(tmp_path):
    answers = collect(SCALE, adds, 3, hidden=True)
    (tmp_path / "answers").write_bytes(pickle.dumps(answers))
    back = pickle.loads((tmp_path / "answers").read_bytes())
    assert judge(SCALE, 3, back, True).as_dict() == judge(SCALE, 3, answers, True).as_dict()


def test_judging_calls_no_function_of_the_student():
    calls = []

    def scale(x, factor=2.0):
        calls.append(1)
        return x

    answers = collect(SCALE, scale, 3)
    before = len(calls)
    assert judge(SCALE, 3, answers).status == WRONG
    assert len(calls) == before == 4


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_no_answer_is_never_a_pass(exercise):
    verdict = judge(exercise, 3, Answers())
    assert verdict.status == WRONG
    assert {fault.kind for fault in verdict.faults} == {"missing"}
    assert len(verdict.faults) == verdict.cases > 0
    full = collect(exercise, exercise.answer, 3)
    short = dataclasses.replace(full, calls=full.calls[:-1])
    assert judge(exercise, 3, short).status == WRONG


def test_more_answers_than_cases_change_nothing():
    answers = collect(SCALE, SCALE.answer, 3)
    assert judge(SCALE, 3, dataclasses.replace(answers, calls=answers.calls * 2)).status == RIGHT


def test_answers_to_the_cases_of_another_seed_are_wrong():
    assert judge(SCALE, 4, collect(SCALE, SCALE.answer, 3)).status == WRONG


def test_the_readers_settings_do_not_change_a_verdict():
    def huge(x, factor=2.0):
        return np.full(x.shape, -1e308)

    before = judge(SCALE, 3, collect(SCALE, huge, 3)).as_dict()
    with np.errstate(all="raise"), np.printoptions(precision=1), warnings.catch_warnings():
        warnings.simplefilter("error")
        assert judge(SCALE, 3, collect(SCALE, huge, 3)).as_dict() == before


SPOILS_NUMPY = """
import json, sys
import numpy as np
from small_unit import ENTRIES
from cnnbasics.checking import collect

def scale(x, factor=2.0):
    np.isclose = np.allclose = lambda *args, **kwargs: np.True_
    np.testing.assert_allclose = lambda *args, **kwargs: None
    np.any = lambda *args, **kwargs: False
    del np.sum
    return x

import pickle
sys.stdout.buffer.write(pickle.dumps(collect(ENTRIES["scale"], scale, 3)))
"""


def test_numpy_spoiled_where_answers_are_collected_is_whole_where_they_are_judged():
    # In a notebook both happen in one process, and a student who replaces np.isclose deceives
    # nobody else. A grader judges elsewhere, as here.
    done = subprocess.run(
        [sys.executable, "-c", SPOILS_NUMPY],
        cwd="tests",
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert judge(SCALE, 3, pickle.loads(done.stdout)).status == WRONG


def test_the_smallest_wrong_case_comes_first():
    faults = examine("scale", adds).faults
    sizes = [np.size(fault.inputs["x"]) for fault in faults]
    assert sizes == sorted(sizes)
    assert len(faults) == 4


def test_a_case_without_an_answer_comes_last():
    answers = collect(SCALE, adds, 3)
    answers = dataclasses.replace(answers, calls=answers.calls[:2])
    kinds = [fault.kind for fault in judge(SCALE, 3, answers).faults]
    assert kinds == ["value", "value", "missing", "missing"]


def test_inputs_of_the_cases_survive_an_answer_that_changes_them():
    exercise = dataclasses.replace(SCALE, answer=_doubles_in_place)
    case = exercise.make_cases(3, False)[0]
    kept = case.inputs["x"].copy()
    right_answer(exercise, case)
    np.testing.assert_array_equal(case.inputs["x"], kept)


def _doubles_in_place(x, factor=2.0):
    x *= factor
    return x


@pytest.mark.parametrize(
    ("dtype", "error", "status"),
    [
        (np.float64, 1e-8, RIGHT),
        (np.float64, 1e-6, WRONG),
        (np.float32, 1e-5, RIGHT),
        (np.float32, 1e-3, WRONG),
    ],
)
def test_the_tolerance_is_that_of_the_dtype(dtype, error, status):
    def scale(x, factor=2.0):
        return (x * factor * (1 + error)).astype(dtype)

    assert examine("scale", scale).status == status


# Names


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize(
    ("name", "fn", "mistakes"),
    [
        ("scale", lambda x, factor=2.0: x / factor, ["halves"]),
        ("scale", adds, ["adds", "adds-too"]),
        ("scale", lambda x, factor=2.0: x[:, : len(x[:, 0])] * factor, []),
        ("scale", lambda x, factor=2.0: -x, []),
        ("total", lambda x: x.mean(), ["mean"]),
        ("total", lambda x: np.array([x.mean()]), ["mean"]),
        ("total", lambda x: [x.mean()], []),
        ("count", lambda x: len(x), ["rows"]),
        ("count", lambda x: x.size, ["zero"]),
        ("count", lambda x: 3, []),
        ("shift", lambda x: np.roll(x, -1, axis=0), ["up"]),
        ("shift", lambda x: np.roll(x, 1, axis=1), []),
        ("white", lambda: np.zeros((2, 2)), []),
    ],
)
def test_a_mistake_is_named_if_all_answers_equal_its(name, fn, mistakes, hidden):
    verdict = examine(name, fn, hidden)
    assert verdict.status == WRONG
    assert [mistake for mistake, _ in verdict.mistakes] == mistakes
    assert verdict.mistake == (mistakes[0] if mistakes else None)


def test_a_mistake_that_raises_is_named_if_the_answer_raises_on_the_same_cases():
    def scale(x, factor=2.0):
        rows, columns = x.shape
        return np.array([[x[i, j] for j in range(columns)] for i in range(rows)])[
            list(range(rows)), :
        ] * (factor if rows >= columns else 1 / (rows > columns))

    verdict = examine("scale", scale)
    assert verdict.mistake == "tall-only"
    assert {fault.kind for fault in verdict.faults} == {"raised"}


def test_one_answer_that_does_not_fit_takes_the_name_away():
    def scale(x, factor=2.0):
        return x / factor if factor == 2.0 else x - factor

    assert examine("scale", lambda x, factor=2.0: x / factor).mistake == "halves"
    assert examine("scale", scale).mistake is None


def test_one_wrong_case_is_not_enough_for_a_name():
    def shift(x):
        return np.roll(x, -1 if x.dtype == np.uint8 else 1, axis=0)

    verdict = examine("shift", shift)
    assert len(verdict.faults) == 1
    assert verdict.mistake is None


def test_a_shortcut_or_a_call_that_was_ended_gets_no_name():
    answers = collect(SCALE, lambda x, factor=2.0: x / factor, 3)
    assert judge(SCALE, 3, answers).mistake == "halves"
    for change in ({"shortcuts": ("tensorflow",)}, {"timed_out": True}):
        calls = [dataclasses.replace(answers.calls[0], **change), *answers.calls[1:]]
        assert judge(SCALE, 3, dataclasses.replace(answers, calls=calls)).mistake is None


def test_right_numbers_with_another_fault_get_no_name():
    def scale(x, factor=2.0):
        x *= factor
        return x.copy()

    assert examine("scale", scale).mistake is None


# Robustness: answers come from anywhere

ODD = [
    None,
    True,
    3,
    -1e308,
    float("nan"),
    1j,
    "text",
    "",
    [],
    (),
    {},
    [1, [2, "a"]],
    (1.0, None),
    {"rows": None},
    {"rows": 2, "row": "x", "dtype": []},
    Unreadable("thing", "why"),
    [Unreadable("thing")],
    np.zeros(0),
    np.zeros((0, 3)),
    np.zeros(()),
    np.float32(1),
    np.array([np.nan, np.inf]),
    np.ones((2, 3), bool),
    np.ones((2, 3), complex),
    np.ones((2, 3), np.uint64) * 2**63,
    np.full((2, 3), -1e308),
    np.ones((1, 2, 3, 4, 5)),
    (np.ones((1, 2)), np.ones(3)),
    {"rows": np.ones(3), "row": np.ones((9, 9)), "dtype": np.ones(1)},
]


def odd_answers(count):
    """Yield answers that an honest call could hardly give, `count` of each."""
    for value in ODD:
        yield Answers(calls=[Answer(value=value)] * count)
    yield Answers(calls=[Answer(raised=Raised("E", "m"))] * count)
    yield Answers(calls=[Answer(raised=Raised("ValueError", "m", "x = 1", 3, ("E",)))] * count)
    yield Answers(calls=[Answer(timed_out=True)])
    yield Answers(calls=[Answer(value=1, shortcuts=("torch",))] * count)
    yield Answers(misfit="It does not fit.")


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
@pytest.mark.parametrize("hidden", [False, True])
def test_odd_answers_are_wrong_and_no_accident(exercise, hidden):
    count = len(exercise.make_cases(3, hidden))
    for answers in odd_answers(count):
        verdict = judge(exercise, 3, answers, hidden)
        assert verdict.status == WRONG
        json.dumps(verdict.as_dict(), allow_nan=False)


def test_a_verdict_is_json_with_all_that_was_found():
    plain = json.loads(json.dumps(examine("scale", adds).as_dict(), allow_nan=False))
    assert plain["passed"] is False
    assert plain["status"] == WRONG
    assert plain["mistake"] == "adds"
    assert plain["mistakes"] == [["adds", "the factor is added"], ["adds-too", "the sum is taken"]]
    first = plain["faults"][0]
    assert first["kind"] == "value"
    assert np.shape(first["inputs"]["x"]) == np.shape(first["got"]) == np.shape(first["expected"])
    assert first["index"] == [0, 0]
    assert first["window"]["where"] == "one number"


def test_a_verdict_on_inputs_that_are_no_data_is_json_too():
    exercise = dataclasses.replace(
        ENTRIES["walk"],
        cases=lambda *_: [_case(len), _case(np.random.default_rng(1))],
    )
    verdict = judge(exercise, 3, collect(exercise, lambda steps, at: [0, 0], 3))
    json.dumps(verdict.as_dict(), allow_nan=False)


def _case(thing):
    case = ENTRIES["walk"].make_cases(3, False)[1]
    case.inputs["steps"] = [(1, 1)]
    case.inputs["at"] = {"row": 1, "column": 2, "thing": thing}
    return case


def test_a_verdict_without_faults_is_short():
    verdict = judge(SCALE, 3, Answers(untouched=True))
    assert (verdict.status, verdict.faults, verdict.cases) == (NOT_ATTEMPTED, [], 0)


def test_a_fault_in_a_part_of_a_part_is_found_by_both_places():
    def table():
        return [("conv", (6, 6), 40), ("pool", (3, 3), 0)]

    exercise = Exercise(table, lambda rng, hidden: [Case("a table")], (), ("", "", ""), "")
    case = exercise.make_cases(3, False)[0]
    right = right_answer(exercise, case)
    answer = Answer(value=[right[0], ("pool", (3, 3), 9)])
    fault = find_fault(exercise, case, right, answer)
    assert fault.why == "Value 2 of value 1: The number is wrong."
    assert (fault.where, fault.expected, fault.got) == (("value 2", "value 1"), 0, 9)


def test_a_fault_in_a_part_carries_that_part():
    case = ENTRIES["parts"].make_cases(3, False)[0]
    right = right_answer(ENTRIES["parts"], case)
    answer = Answer(value=(right[0], right[1] + [0, 0, 1]))
    fault = find_fault(ENTRIES["parts"], case, right, answer)
    assert fault.why == "Value 1: 1 of 3 numbers are wrong; the shape is right."
    assert fault.index == (2,)
    assert fault.got[fault.index] == fault.expected[fault.index] + 1


# Cases


@pytest.mark.parametrize("seed", [0, 1, -1, 2**64 - 1, 10**30, -(10**30)])
def test_the_same_seed_gives_the_same_cases(seed):
    one, other = (SCALE.make_cases(seed, True) for _ in range(2))
    for a, b in zip(one, other, strict=True):
        assert (a.label, list(a.inputs)) == (b.label, list(b.inputs))
        np.testing.assert_array_equal(a.inputs["x"], b.inputs["x"])


def test_hidden_cases_of_another_seed_are_others_and_visible_ones_too():
    kinds = [(1, True), (2, True), (1, False)]
    first, second, visible = (SCALE.make_cases(*kind)[1].inputs["x"] for kind in kinds)
    assert not np.array_equal(first, second)
    assert first.shape != visible.shape


@pytest.mark.parametrize("form", [iter, list, tuple, lambda rows: (row for row in rows)])
def test_what_is_observed_of_a_result_is_judged_whatever_the_result_is(form):
    assert examine("rows", lambda x: form(list(x * 1.0))).status == RIGHT
    assert examine("rows", lambda x: form(list(x.T * 1.0))).mistake == "columns"


def test_a_generator_is_an_answer_where_an_iterable_is_asked_for():
    def rows(x):
        yield from x * 1.0

    assert examine("rows", rows).status == RIGHT


def test_what_goes_wrong_while_a_result_is_observed_is_the_student_s_own():
    def rows(x):
        yield x[0]
        raise LookupError("no more rows")

    text = explain.as_text(examine("rows", rows))
    assert "It raises `LookupError: no more rows`" in text
    assert 'raise LookupError("no more rows")' in text


def test_an_endless_iterator_is_ended(monkeypatch):
    monkeypatch.setattr(limits, "CALL_SECONDS", 0.1)

    def rows(x):
        while True:
            yield x

    assert examine("rows", rows).faults[0].kind == "time"


def test_what_is_no_data_is_made_where_the_student_s_code_runs():
    def dim(lamp, by):
        lamp.brightness /= by

    def shine(lamp, by):
        lamp.brightness *= by

    assert examine("dim", dim).status == RIGHT
    assert examine("dim", shine).mistake == "brighter"
    assert examine("dim", lambda lamp, by: by).status == WRONG
