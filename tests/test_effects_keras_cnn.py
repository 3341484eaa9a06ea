"""The symptoms that unit 10 shows are there, whatever the seed."""

import ast

import numpy as np
import pytest
import small_course

from autograder.cells import read
from autograder.course import Course
from cnnbasics import datasets


@pytest.fixture(scope="module")
def train_digits():
    """Return the notebook's own function."""
    import keras

    cells = read(Course(small_course.ROOT).source("10_keras_cnn")).cells
    source = next(cell.source for cell in cells if cell.id == "symptoms")
    (function,) = (one for one in ast.parse(source).body if isinstance(one, ast.FunctionDef))
    digits = datasets.load("digits")
    scope = {"keras": keras, "x_digits": digits.x_train / np.float32(16)}
    exec(compile(ast.Module([function], []), "symptoms", "exec"), scope)
    return scope["train_digits"]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 105))
def test_each_fault_has_its_symptom(train_digits, seed):
    import keras

    y = datasets.load("digits").y_train
    healthy = train_digits([], y, seed=seed)[-1]
    assert healthy < 0.2
    assert train_digits([], np.random.default_rng(seed).permutation(y), seed=seed)[-1] > 2.2
    assert 1.46 < train_digits([keras.layers.Softmax()], y, seed=seed)[-1] < 1.7
    assert train_digits([], y, frozen=True, seed=seed)[-1] > 1.1 * healthy
