"""The activations against loops, against what they must be, and once against TensorFlow."""

import math
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import pytest

from cnnbasics import layers

ACTIVATIONS = [layers.relu, layers.leaky_relu, layers.sigmoid, layers.tanh]
SHAPES = [(), (5,), (3, 4), (2, 3, 4, 2), (0, 3)]


@pytest.fixture
def rng():
    return np.random.default_rng(2010)


def one_by_one(function, x):
    return np.array([function(float(value)) for value in np.ravel(x)]).reshape(np.shape(x))


BY_HAND = {
    layers.relu: lambda v: v if v > 0 else 0.0,
    layers.leaky_relu: lambda v: v if v > 0 else 0.01 * v,
    layers.sigmoid: lambda v: 1 / (1 + math.exp(-v)),
    layers.tanh: math.tanh,
}


@pytest.mark.parametrize("dtype", [np.int8, np.uint8, np.int64, np.float16, np.float32, float])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_an_activation_does_to_each_number_what_a_loop_does(activation, shape, dtype, rng):
    x = (10 * rng.normal(size=shape)).clip(0 if dtype == np.uint8 else -30, 30).astype(dtype)
    before = x.copy()
    out = activation(x)
    np.testing.assert_allclose(out, one_by_one(BY_HAND[activation], x), rtol=1e-13)
    assert out.dtype == np.float64
    assert np.array_equal(x, before)
    assert not np.may_share_memory(out, x)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_no_number_overflows(activation):
    huge = np.array([-1e308, -1e4, -1000, -710, -89, 0, 89, 710, 1000, 1e4, 1e308])
    with np.errstate(all="raise", under="ignore"):
        out = activation(huge)
    assert np.isfinite(out).all()
    assert (np.diff(out) >= 0).all()


def test_the_squeezing_functions_have_their_ends_and_middles():
    ends = [-1000.0, 0.0, 1000.0]
    assert layers.sigmoid(ends).tolist() == [0.0, 0.5, 1.0]
    assert layers.tanh(ends).tolist() == [-1.0, 0.0, 1.0]


def test_tanh_is_a_sigmoid_stretched_and_moved(rng):
    x = rng.normal(size=100) * 5
    np.testing.assert_allclose(layers.tanh(x), 2 * layers.sigmoid(2 * x) - 1, atol=1e-15)


def test_a_sigmoid_and_its_mirror_add_up_to_one(rng):
    x = rng.normal(size=100) * 20
    np.testing.assert_allclose(layers.sigmoid(x) + layers.sigmoid(-x), 1, rtol=1e-15)


def test_a_relu_keeps_the_smallest_positive_number():
    assert layers.relu(5e-324) == 5e-324


@pytest.mark.parametrize("alpha", [0, 0.0, 0.01, 0.3, 0.99])
def test_a_leak_is_the_slope_below_zero(alpha, rng):
    x = rng.normal(size=(3, 4))
    expected = one_by_one(lambda v: v if v > 0 else alpha * v, x)
    np.testing.assert_allclose(layers.leaky_relu(x, alpha), expected, rtol=1e-13)
    assert np.array_equal(layers.leaky_relu(x, 0), layers.relu(x))


@pytest.mark.parametrize("alpha", [-0.1, 1, 1.5, np.nan])
def test_a_leak_out_of_range_is_refused_by_its_value(alpha):
    with pytest.raises(ValueError, match=f"`alpha` is {alpha}"):
        layers.leaky_relu([1.0], alpha)


@pytest.mark.parametrize("activation", [*ACTIVATIONS, layers.dead_units])
def test_what_is_no_number_is_refused(activation):
    with pytest.raises(ValueError, match="but must hold floats or integers"):
        activation(np.array([["a", "b"]]))


@pytest.mark.parametrize("shape", [(4, 3), (1, 3), (5, 2, 3), (2, 3, 4, 3), (2, 2, 2, 2, 3)])
def test_a_unit_is_dead_if_no_place_of_no_example_wakes_it(shape, rng):
    for _ in range(20):
        acts = layers.relu(rng.normal(size=shape)) * (rng.random(shape) < 0.3)
        acts[..., rng.integers(3)] = 0
        expected = [all(value == 0 for value in acts[..., c].ravel()) for c in range(3)]
        dead = layers.dead_units(acts)
        assert dead.dtype == bool
        assert dead.tolist() == expected


def test_the_smallest_number_there_is_keeps_a_unit_alive():
    acts = np.zeros((3, 4, 5, 2))
    acts[2, 3, 4, 1] = 5e-324
    assert layers.dead_units(acts).tolist() == [True, False]


def test_units_without_examples_are_no_units():
    with pytest.raises(ValueError, match=r"`acts` has shape \(3,\) but must be \(N, ..., C\)"):
        layers.dead_units([0, 1, 2])


def test_tensorflow_agrees(rng):
    import tensorflow as tf

    x = rng.normal(size=(4, 5, 6, 3)) * 20
    pairs = [
        (layers.relu(x), tf.nn.relu(x)),
        (layers.leaky_relu(x, 0.25), tf.nn.leaky_relu(x, alpha=0.25)),
        (layers.sigmoid(x), tf.math.sigmoid(x)),
        (layers.tanh(x), tf.math.tanh(x)),
    ]
    for ours, theirs in pairs:
        np.testing.assert_allclose(ours, theirs.numpy(), rtol=1e-12, atol=1e-15)
