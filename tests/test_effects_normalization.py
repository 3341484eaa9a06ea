"""What unit 11 claims holds on fresh seeds: batch normalization gains, scale is a learning rate."""

import os

import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from cnnbasics.experiments import normalization

pytestmark = pytest.mark.slow

FRESH = range(100, 105)


@pytest.fixture(scope="module")
def digits():
    return normalization.scaled_digits()


@pytest.fixture(scope="module")
def benches():
    return normalization.benches()


@pytest.fixture(scope="module")
def small_pixels(digits, benches):
    return benches[False].run(digits["/255"], FRESH).test_accuracy[:, -1]


def test_batch_normalization_gains_on_small_pixels_on_every_seed(digits, benches, small_pixels):
    normed = benches[True].run(digits["/255"], FRESH).test_accuracy[:, -1]
    assert (normed - small_pixels).min() > 0.3
    assert normed.min() > 0.85


def test_standardized_pixels_are_ahead_of_small_ones_on_every_seed(digits, benches, small_pixels):
    standardized = benches[False].run(digits["standardized"], FRESH).test_accuracy[:, -1]
    assert (standardized - small_pixels).min() > 0.1


def test_small_pixels_learn_as_well_at_a_larger_rate(digits, benches):
    faster = benches[False].run(digits["/255"], FRESH, epochs=3, rate=0.1).test_accuracy[:, -1]
    assert faster.min() > 0.7


def test_a_bench_trains_the_same_from_the_same_seed(digits, benches):
    first, again = (benches[False].run(digits["/255"], [7], epochs=1) for _ in range(2))
    assert first.loss == pytest.approx(again.loss, rel=1e-3)
