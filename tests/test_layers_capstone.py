"""The capstone's right answers against Keras, and the faults that are planted against them."""

import keras
import numpy as np
import pytest

from cnnbasics import layers
from cnnbasics.exercises import capstone_candidates as candidates
from cnnbasics.experiments import capstone


@pytest.mark.parametrize("seed", range(5))
def test_the_repaired_parts_are_those_of_keras_and_the_broken_ones_are_not(seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(2, 6, 7, 3)).astype(np.float32)
    w, b = rng.normal(size=(3, 2, 3, 4)).astype(np.float32), rng.normal(size=4).astype(np.float32)
    conv = keras.ops.convert_to_numpy(keras.ops.conv(x, w)) + b
    pool = keras.ops.convert_to_numpy(keras.ops.max_pool(x, 2))
    flat = keras.ops.convert_to_numpy(keras.layers.Flatten()(x))
    for mended, broken, right in (
        (layers.mended_conv(x, w, b), capstone.broken_conv(x, w, b), conv),
        (layers.mended_pool(x, 2), capstone.broken_pool(x, 2), pool),
        (layers.mended_flatten(x), capstone.broken_flatten(x), flat),
    ):
        np.testing.assert_allclose(mended, right, rtol=1e-4, atol=1e-5)
        assert broken.shape == right.shape
        assert not np.allclose(broken, right)


def test_an_epoch_is_that_of_keras():
    rng = np.random.default_rng(21)
    x, y = rng.normal(size=(10, 4)), rng.integers(0, 3, 10)
    w, b = rng.normal(size=(4, 3)), rng.normal(size=3)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    model.set_weights([w, b])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.2), loss)
    for start in (0, 4, 8):
        model.train_on_batch(x[start : start + 4], y[start : start + 4])
    found = layers.mended_epoch(x, y, w, b, 0.2, 4)
    for mine, theirs in zip(found, model.get_weights(), strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=1e-4, atol=1e-5)
    assert not np.allclose(capstone.broken_epoch(x, y, w, b, 0.2, 4)[0], found[0])


def test_every_candidate_is_judged_as_it_should_be():
    right = [candidates.candidate(-1 - n) for n in range(len(candidates.RIGHT))]
    wrong = [candidates.candidate(n) for n in {*candidates.FIRST, *candidates.LAST}]
    assert layers.pool_verdicts(right) == [True] * len(right)
    assert layers.pool_verdicts(wrong) == [False] * len(wrong)


def test_the_network_is_within_its_budget():
    assert layers.capstone_network(1).count_params() <= capstone.LIMIT
