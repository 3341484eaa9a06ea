"""Dropout, weight decay and early stopping against Keras, or against what they are said to do."""

import inspect

import keras
import numpy as np
import pytest
import tensorflow as tf

from cnnbasics import layers

SIGNATURES = {
    "dropout_forward": "(x, rate, rng, training)",
    "dropout_backward": "(dout, mask)",
    "spatial_dropout": "(x, rate, rng)",
    "l2_penalty": "(weights, lam)",
    "l2_gradient": "(weights, lam)",
    "early_stopping": "(val_losses, patience)",
}
RATES = (0.1, 0.25, 0.5, 0.8)


@pytest.fixture
def rng():
    return np.random.default_rng(13)


class Draws:
    """A generator that gives what it was given: the draws behind a mask of Keras."""

    def __init__(self, kept):
        self.kept = kept

    def random(self, shape):
        assert shape == self.kept.shape
        return np.where(self.kept, 1 - 1e-9, 0.0)


def in_keras(layer, x, dout):
    """Return a layer's output while training, and the slopes of its input."""
    tensor = tf.constant(x, dtype=tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(tensor)
        y = layer(tensor, training=True)
    slopes = tape.gradient(y, tensor, output_gradients=tf.constant(dout, dtype=tf.float32))
    return y.numpy(), slopes.numpy()


def nonzero(rng, *shape):
    return rng.uniform(0.5, 2, shape) * rng.choice([-1, 1], shape)


def test_the_signatures_are_those_of_the_syllabus():
    found = {name: str(inspect.signature(getattr(layers, name))) for name in SIGNATURES}
    assert found == SIGNATURES


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("shape", [(30, 40), (4, 6, 5, 7)])
def test_dropout_is_that_of_keras_for_the_same_coins_forward_and_back(rate, shape, rng):
    x, dout = nonzero(rng, *shape), nonzero(rng, *shape)
    right, slopes = in_keras(keras.layers.Dropout(rate, seed=1), x, dout)
    y, mask = layers.dropout_forward(x, rate, Draws(right != 0), True)
    np.testing.assert_allclose(y, right, rtol=1e-5)
    np.testing.assert_allclose(layers.dropout_backward(dout, mask), slopes, rtol=1e-5)


@pytest.mark.parametrize("rate", RATES)
def test_spatial_dropout_is_that_of_keras_for_the_same_coins(rate, rng):
    x = nonzero(rng, 5, 4, 3, 6)
    right, _ = in_keras(keras.layers.SpatialDropout2D(rate, seed=2), x, x)
    kept = (right != 0)[:, :1, :1, :]
    np.testing.assert_allclose(layers.spatial_dropout(x, rate, Draws(kept)), right, rtol=1e-5)


def test_dropout_does_nothing_at_inference_as_in_keras(rng):
    x = nonzero(rng, 3, 5)
    y, mask = layers.dropout_forward(x, 0.7, rng, False)
    np.testing.assert_allclose(y, keras.layers.Dropout(0.7)(x, training=False).numpy(), rtol=1e-6)
    np.testing.assert_array_equal(mask, np.ones(x.shape))
    assert not np.shares_memory(x, y)


@pytest.mark.parametrize("rate", RATES)
def test_the_share_dropped_is_the_rate_in_keras_and_here(rate, rng):
    x = np.ones((200, 200))
    theirs = keras.layers.Dropout(rate, seed=3)(x, training=True).numpy()
    _, mask = layers.dropout_forward(x, rate, rng, True)
    for found in (theirs, mask):
        assert abs(np.mean(found == 0) - rate) < 0.015
        assert abs(found.mean() - 1) < 0.05


def test_each_number_and_each_map_is_dropped_on_its_own(rng):
    _, mask = layers.dropout_forward(np.ones((400, 50)), 0.5, rng, True)
    together = np.corrcoef((mask > 0).T)
    assert np.abs(together - np.eye(50)).max() < 0.3
    y = layers.spatial_dropout(np.ones((400, 3, 2, 20)), 0.5, rng)
    np.testing.assert_array_equal(y, np.broadcast_to(y[:, :1, :1, :], y.shape))
    assert np.abs(np.corrcoef((y[:, 0, 0] > 0).T) - np.eye(20)).max() < 0.3


def test_the_same_generator_drops_the_same_and_a_rate_of_0_nothing(rng):
    x = nonzero(rng, 4, 3, 3, 5)
    for drop in (
        lambda rng, rate: layers.dropout_forward(x, rate, rng, True)[0],
        lambda rng, rate: layers.spatial_dropout(x, rate, rng),
    ):
        one, two, other = (drop(np.random.default_rng(seed), 0.5) for seed in (1, 1, 2))
        np.testing.assert_array_equal(one, two)
        assert not np.array_equal(one, other)
        np.testing.assert_array_equal(drop(rng, 0.0), x)


def test_dropout_goes_back_as_numerical_differences_say(rng):
    x, dout = nonzero(rng, 3, 4), nonzero(rng, 3, 4)
    _, mask = layers.dropout_forward(x, 0.4, np.random.default_rng(5), True)

    def forward(x):
        return layers.dropout_forward(x, 0.4, np.random.default_rng(5), True)[0]

    measured = layers.numerical_gradient(forward, x, dout)
    np.testing.assert_allclose(layers.dropout_backward(dout, mask), measured, rtol=1e-6)


def test_the_penalty_is_that_of_keras_with_half_the_factor_and_so_is_its_gradient(rng):
    shapes = [(3, 3, 2, 4), (6, 5), (7,)]
    weights = [nonzero(rng, *shape) for shape in shapes]
    decay = keras.regularizers.L2(0.5 * 0.03)
    tensors = [tf.constant(w, dtype=tf.float32) for w in weights]
    with tf.GradientTape() as tape:
        tape.watch(tensors)
        total = sum(decay(w) for w in tensors)
    np.testing.assert_allclose(layers.l2_penalty(weights, 0.03), float(total), rtol=1e-5)
    found = layers.l2_gradient(weights, 0.03)
    for one, other in zip(found, tape.gradient(total, tensors), strict=True):
        np.testing.assert_allclose(one, other.numpy(), rtol=1e-5)


def test_small_integers_do_not_overflow_in_the_penalty():
    weights = [np.array([100, -100], dtype=np.int8)]
    assert layers.l2_penalty(weights, 2.0) == 20_000
    np.testing.assert_array_equal(layers.l2_gradient(weights, 2.0)[0], [200.0, -200.0])


def stop_of_keras(losses, patience):
    """Let Keras' callback watch these losses."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    callback = keras.callbacks.EarlyStopping(
        "val_loss", patience=patience, mode="min", restore_best_weights=True
    )
    callback.set_model(model)
    model.stop_training = False
    callback.on_train_begin()
    for epoch, loss in enumerate(losses):
        callback.on_epoch_end(epoch, {"val_loss": float(loss)})
        if model.stop_training:
            return epoch, callback.best_epoch
    return len(losses) - 1, callback.best_epoch


def test_early_stopping_stops_where_keras_does(rng):
    stops = set()
    for _ in range(60):
        losses = rng.integers(0, 6, int(rng.integers(1, 15)))
        patience = int(rng.integers(1, 5))
        found = layers.early_stopping(losses, patience)
        assert found == stop_of_keras(losses, patience), (losses, patience)
        stops.add(found[0] < len(losses) - 1)
    assert stops == {True, False}


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: layers.dropout_forward(np.ones(3), 1.0, None, True), "`rate` is 1.0 but must be"),
        (lambda: layers.spatial_dropout(np.ones((1, 2, 2, 1)), -0.1, None), "`rate` is -0.1 but"),
        (lambda: layers.spatial_dropout(np.ones((2, 2)), 0.5, None), r"`x` has shape \(2, 2\) but"),
        (lambda: layers.dropout_backward(np.ones(3), np.ones(2)), r"\(3,\) but `mask` has \(2,\)"),
        (lambda: layers.early_stopping([], 2), "`val_losses` has 0 epochs but"),
        (lambda: layers.early_stopping([1.0], 0), "`patience` is 0 but must be"),
    ],
)
def test_what_makes_no_sense_is_refused_with_both_values(call, words):
    with pytest.raises(ValueError, match=words):
        call()
