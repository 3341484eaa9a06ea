"""The course's dense layer against loops and Keras; its first weights by their moments."""

import inspect
import os

import numpy as np
import pytest

from cnnbasics import layers

SIGNATURES = {
    "dense_forward": "(x, w, b)",
    "dense_as_conv_kernel": "(w, h, wd, c)",
    "he_normal": "(shape, rng)",
    "glorot_uniform": "(shape, rng)",
}
SHAPES = [(300, 200), (3, 5, 20, 60)]


@pytest.fixture
def rng():
    return np.random.default_rng(2015)


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_signature_is_the_one_that_the_course_promises(name):
    assert str(inspect.signature(getattr(layers, name))) == SIGNATURES[name]


def test_a_dense_layer_equals_three_loops(rng):
    for _ in range(30):
        n, d, m = (int(number) for number in rng.integers(1, 6, 3))
        x, w, b = rng.normal(size=(n, d)), rng.normal(size=(d, m)), rng.normal(size=m)
        out = layers.dense_forward(x, w, b)
        assert out.dtype == np.float64
        for k, j in np.ndindex(n, m):
            expected = b[j] + sum(x[k, i] * w[i, j] for i in range(d))
            np.testing.assert_allclose(out[k, j], expected, rtol=1e-12, atol=1e-12)


def test_a_dense_layer_equals_keras_and_a_convolution_as_large_as_the_map(rng):
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import keras  # here, not above: the other tests of this file run without TensorFlow

    for _ in range(30):
        n, h, wd, c, m = (int(number) for number in rng.integers(1, 6, 5))
        x, b = rng.normal(size=(n, h, wd, c)), rng.normal(size=m)
        w = rng.normal(size=(h * wd * c, m))
        model = keras.Sequential(
            [keras.layers.Flatten(dtype="float64"), keras.layers.Dense(m, dtype="float64")]
        )
        model.build((None, h, wd, c))
        model.layers[-1].set_weights([w, b])
        expected = model(x).numpy()
        found = layers.dense_forward(layers.flatten(x), w, b)
        np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-10)
        kernel = layers.dense_as_conv_kernel(w, h, wd, c)
        assert kernel.shape == (h, wd, c, m)
        as_conv = layers.conv2d_forward(x, kernel, b)
        assert as_conv.shape == (n, 1, 1, m)
        np.testing.assert_allclose(as_conv[:, 0, 0], expected, rtol=1e-10, atol=1e-10)


def test_integers_and_lists_do_as_well():
    out = layers.dense_forward([[1, 2]], [[3], [4]], [5])
    assert out.dtype == np.float64
    assert out.tolist() == [[16.0]]
    assert layers.dense_as_conv_kernel([[1, 2], [3, 4]], 1, 2, 1).dtype == np.int64


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_he_weights_have_the_moments_that_they_should(rng, shape):
    w = layers.he_normal(shape, rng)
    assert w.shape == shape
    fan_in = 300
    assert abs(w.mean()) < 0.03 * w.std()
    np.testing.assert_allclose(w.var(), 2 / fan_in, rtol=0.04)
    np.testing.assert_allclose(np.mean(np.abs(w) < w.std()), 0.683, atol=0.01)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_glorot_weights_fill_their_range_evenly(rng, shape):
    w = layers.glorot_uniform(shape, rng)
    assert w.shape == shape
    limit = np.sqrt(6 / (300 + shape[-1] * (15 if len(shape) == 4 else 1)))
    assert 0.99 * limit < np.abs(w).max() <= limit
    counts, _ = np.histogram(w, 10, (-limit, limit))
    np.testing.assert_allclose(counts / w.size, 0.1, rtol=0.06)


@pytest.mark.parametrize("draw", [layers.he_normal, layers.glorot_uniform])
def test_the_same_generator_gives_the_same_weights_and_another_one_others(draw):
    first, again, other = (draw((4, 3), np.random.default_rng(seed)) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.any(first == other)


@pytest.mark.parametrize("draw", [layers.he_normal, layers.glorot_uniform])
def test_keras_weights_have_the_same_variance(draw):
    import keras

    kind = {
        "he_normal": keras.initializers.HeNormal,
        "glorot_uniform": keras.initializers.GlorotUniform,
    }
    for shape in SHAPES:
        theirs = np.asarray(kind[draw.__name__](seed=3)(shape))
        ours = draw(shape, np.random.default_rng(3))
        np.testing.assert_allclose(ours.var(), theirs.var(), rtol=0.05)


WRONG = {
    "too few weights": (
        lambda: layers.dense_forward(np.zeros((2, 3)), np.zeros((4, 5)), np.zeros(5)),
        "`w` has 4 rows but `x` has 3 numbers an image",
    ),
    "too many biases": (
        lambda: layers.dense_forward(np.zeros((2, 3)), np.zeros((3, 5)), np.zeros(6)),
        "`b` has 6 numbers but `w` has 5 columns",
    ),
    "maps that are not flat": (
        lambda: layers.dense_forward(np.zeros((2, 3, 4, 1)), np.zeros((12, 5)), np.zeros(5)),
        r"`x` has shape \(2, 3, 4, 1\) but must be \(N, D\)",
    ),
    "another map": (
        lambda: layers.dense_as_conv_kernel(np.zeros((12, 2)), 2, 3, 3),
        "`w` has 12 rows but the map has 18 numbers",
    ),
    "a shape of three": (
        lambda: layers.he_normal((3, 3, 4), np.random.default_rng(0)),
        r"`shape` is \(3, 3, 4\) but must be \(D, M\) or \(kH, kW, Cin, Cout\)",
    ),
    "no outputs": (
        lambda: layers.glorot_uniform((3, 0), np.random.default_rng(0)),
        "`shape` is 0 but must be a whole number from 1 up",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_makes_no_sense_is_refused_with_both_values(case):
    call, message = WRONG[case]
    with pytest.raises(ValueError, match=message):
        call()
