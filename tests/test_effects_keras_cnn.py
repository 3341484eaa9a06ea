"""The symptoms that unit 10 shows are there, whatever the seed."""

import ast

import numpy as np
import pytest
import small_course

from autograder.cells import read
from autograder.course import Course
from cnnbasics import datasets


def from_notebook(cell, name, **scope):
    """Return a function as a cell of the notebook defines it."""
    import keras

    cells = read(Course(small_course.ROOT).source("10_keras_cnn")).cells
    source = next(one.source for one in cells if one.id == cell)
    (function,) = (one for one in ast.parse(source).body if isinstance(one, ast.FunctionDef))
    scope |= {"keras": keras}
    exec(compile(ast.Module([function], []), cell, "exec"), scope)
    return scope[name]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 105))
def test_each_fault_has_its_symptom(seed):
    import keras

    digits = datasets.load("digits")
    y = digits.y_train
    train_digits = from_notebook(
        "symptoms", "train_digits", x_digits=digits.x_train / np.float32(16)
    )
    healthy = train_digits([], y, seed=seed)[-1]
    assert healthy < 0.2
    assert train_digits([], np.random.default_rng(seed).permutation(y), seed=seed)[-1] > 2
    assert 1.46 < train_digits([keras.layers.Softmax()], y, seed=seed)[-1] < 1.7
    assert train_digits([], y, frozen=True, seed=seed)[-1] > 1.1 * healthy


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 105))
def test_three_layers_see_more_than_one(seed):
    shapes = datasets.load("shapes", n_test=0)
    variant = from_notebook(
        "variants",
        "variant",
        X_train=shapes.x_train / np.float32(255),
        y_train=shapes.y_train,
        X_val=shapes.x_val / np.float32(255),
        y_val=shapes.y_val,
    )
    assert variant((3, 3, 3), 16, seed)[0] > variant((3,), 8, seed)[0] + 0.1
