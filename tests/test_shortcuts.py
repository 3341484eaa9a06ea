"""Functions that no profiler sees, NumPy's and C's, are shortcuts too where they are forbidden."""

import dataclasses
import math
import sys
import types

import numpy as np
import pytest

from cnnbasics import exercises, use_reference
from cnnbasics.checking import RIGHT, WRONG, collect, examine, judge

TANH = np.tanh


def called(name, fn):
    """Return what is named as a shortcut in each call of a function."""
    return {shortcut for call in collect(exercises.exercise(name), fn, 0).calls
            for shortcut in call.shortcuts}  # fmt: skip


def squeeze(x):
    return 0.5 + 0.5 * TANH(x / 2)


def test_a_ufunc_is_a_shortcut_where_it_is_forbidden():
    assert called("tanh", lambda x: np.tanh(x)) == {"numpy.tanh"}
    verdict = examine("tanh", lambda x: np.tanh(x))
    assert verdict.status == WRONG
    assert {fault.kind for fault in verdict.faults} == {"shortcut"}
    assert "`numpy.tanh`" in verdict.faults[0].why


def test_a_ufunc_under_a_name_of_the_students_own_is_a_shortcut():
    assert called("sigmoid", squeeze) == {"numpy.tanh"}


def test_a_ufunc_that_is_imported_inside_the_function_is_a_shortcut():
    def tanh(x):
        from numpy import tanh as bend

        return bend(x)

    assert called("tanh", tanh) == {"numpy.tanh"}


def test_pythons_own_function_is_a_shortcut():
    def tanh(x):
        return np.array([math.tanh(value) for value in x.flat]).reshape(x.shape)

    assert called("tanh", tanh) == {"math.tanh"}


def test_the_sigmoid_of_scipy_is_a_shortcut():
    special = pytest.importorskip("scipy.special")
    assert called("sigmoid", lambda x: special.expit(x)) == {"scipy.special.expit"}


def test_other_functions_of_numpy_are_none():
    def tanh(x):
        x = np.clip(x, -30.0, 30.0)
        return np.sinh(x) / np.cosh(x)

    assert called("tanh", tanh) == set()
    assert examine("tanh", tanh).status == RIGHT


def test_a_lent_function_may_call_what_is_forbidden():
    tanh = use_reference("tanh")
    verdict = examine("sigmoid", lambda x: 0.5 + 0.5 * tanh(x / 2))
    assert verdict.status == RIGHT


def test_the_functions_are_themselves_again_afterwards():
    before = np.tanh, math.tanh

    def fails(x):
        raise ValueError(np.tanh(x))

    for fn in (squeeze, fails):
        examine("sigmoid", fn)
        assert (np.tanh, math.tanh) == before
        assert TANH is np.tanh


def test_what_was_never_imported_stays_so(monkeypatch):
    exercise = dataclasses.replace(exercises.exercise("tanh"), forbidden=("no.such.function",))
    monkeypatch.setitem(sys.modules, "no", types.ModuleType("no"))
    assert collect(exercise, lambda x: x + 0.0, 0).calls
    assert "no.such" not in sys.modules


def test_an_exercise_that_forbids_nothing_of_numpy_lets_it_pass():
    assert called("relu", lambda x: np.maximum(np.tanh(x), 0)) == set()
    exercise = exercises.exercise("relu")
    assert judge(exercise, 0, collect(exercise, lambda x: np.maximum(x, 0), 0)).status == RIGHT
