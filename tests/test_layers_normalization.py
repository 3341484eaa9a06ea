"""Normalization by hand against Keras' layers, TensorFlow's tape and numerical gradients."""

import inspect
import os

import numpy as np
import pytest

from cnnbasics import layers

SIGNATURES = {
    "fit_scaler": "(train)",
    "apply_scaler": "(scaler, x)",
    "channel_mean_var": "(x)",
    "batchnorm_forward": "(x, gamma, beta, state, training, momentum=0.99, eps=0.001)",
    "batchnorm_backward": "(dout, x, gamma, eps)",
}
SHAPES = [(4, 3, 5, 2), (1, 6, 4, 3), (5, 1, 1, 4), (2, 7, 2, 1)]
CLOSE = {"rtol": 2e-4, "atol": 2e-5}


@pytest.fixture(scope="module")
def tf():
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    return pytest.importorskip("tensorflow")


@pytest.mark.parametrize("name", SIGNATURES)
def test_signatures_are_those_of_the_syllabus(name):
    assert str(inspect.signature(getattr(layers, name))) == SIGNATURES[name]


def drawn(shape, seed=0):
    rng = np.random.default_rng([seed, *shape])
    x = (rng.normal(size=shape) * 2 + 3 * rng.normal(size=shape[3])).astype(np.float32)
    gamma, beta, mean = (rng.normal(size=shape[3]).astype(np.float32) for _ in range(3))
    state = {"mean": mean, "var": rng.uniform(0.5, 2, shape[3]).astype(np.float32)}
    return x, gamma, beta, state


@pytest.mark.parametrize("shape", SHAPES)
def test_the_scaler_is_that_of_keras(tf, shape):
    x, new = drawn(shape)[0], drawn((2, *shape[1:]), seed=1)[0]
    layer = tf.keras.layers.Normalization(axis=-1)
    layer.adapt(x)
    ours = layers.apply_scaler(layers.fit_scaler(x), new)
    np.testing.assert_allclose(ours, layer(new), **CLOSE)


@pytest.mark.parametrize("options", [{}, {"momentum": 0.8, "eps": 0.1}])
@pytest.mark.parametrize("shape", SHAPES)
def test_batch_normalization_is_that_of_keras_in_training_and_in_use(tf, shape, options):
    _, gamma, beta, state = drawn(shape)
    named = {"epsilon" if key == "eps" else key: value for key, value in options.items()}
    layer = tf.keras.layers.BatchNormalization(**named)
    layer.build(shape)
    layer.set_weights([gamma, beta, state["mean"], state["var"]])
    for step, training in enumerate((False, True, True, False)):
        x = drawn(shape, seed=step)[0]
        ours, state = layers.batchnorm_forward(x, gamma, beta, state, training, **options)
        np.testing.assert_allclose(ours, layer(x, training=training), **CLOSE)
        np.testing.assert_allclose(state["mean"], layer.moving_mean, **CLOSE)
        np.testing.assert_allclose(state["var"], layer.moving_variance, **CLOSE)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_way_back_is_that_of_the_tape(tf, shape):
    x, gamma, _, _ = drawn(shape)
    dout = drawn(shape, seed=9)[0]
    layer = tf.keras.layers.BatchNormalization(epsilon=0.05)
    layer.build(shape)
    layer.gamma.assign(gamma)
    inputs = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        y = layer(inputs, training=True)
    targets = [inputs, layer.gamma.value, layer.beta.value]
    theirs = tape.gradient(y, targets, output_gradients=tf.constant(dout))
    for ours, tapes in zip(layers.batchnorm_backward(dout, x, gamma, 0.05), theirs, strict=True):
        np.testing.assert_allclose(ours, tapes, rtol=1e-3, atol=2e-4)


def test_the_way_back_agrees_with_differences():
    x, gamma, beta, state = drawn((3, 2, 4, 2))
    dout = drawn((3, 2, 4, 2), seed=5)[0]

    def forward(x, gamma, beta):
        return layers.batchnorm_forward(x, gamma, beta, state, True)[0]

    found = layers.batchnorm_backward(dout, x, gamma, 1e-3)
    for k, ours in enumerate(found):
        given = [x, gamma, beta]

        def moved(value, k=k, given=given):
            return forward(*given[:k], value, *given[k + 1 :])

        measured = layers.numerical_gradient(moved, given[k].astype(float), dout)
        np.testing.assert_allclose(ours, measured, rtol=1e-5, atol=1e-6)


def test_nothing_that_comes_in_is_changed():
    x, gamma, beta, state = drawn((2, 3, 2, 2))
    kept = {key: value.copy() for key, value in state.items()}
    for training in (True, False):
        _, new = layers.batchnorm_forward(x, gamma, beta, state, training)
        new["mean"] += 1
        new["var"] += 1
    for key, value in kept.items():
        np.testing.assert_array_equal(state[key], value)


def test_a_channel_of_one_value_has_std_1_even_if_rounding_would_leave_a_little():
    mean, std = layers.fit_scaler(np.full((3, 5, 7, 1), 0.1))
    assert std == 1
    np.testing.assert_allclose(mean, 0.1)


def test_axes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match=r"`train`|`x`"):
        layers.fit_scaler(np.zeros((3, 4)))
    with pytest.raises(ValueError, match=r"`dout` has shape \(1, 2, 2, 1\) but `x` has"):
        layers.batchnorm_backward(np.zeros((1, 2, 2, 1)), np.zeros((1, 2, 3, 1)), np.ones(1), 0.1)
