"""The course's transfer learning against Keras: what is frozen, what learns, which range."""

import inspect
import os

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras

from cnnbasics import layers

SIGNATURES = {
    "freeze": "(base)",
    "build_transfer": "(base, n_classes)",
    "fine_tune": "(model, base, from_layer, lr)",
    "preprocess_for": "(base, x)",
}


@pytest.fixture
def rng():
    return np.random.default_rng(2014)


def base_of(old_head=0, scaled=False, maps=False):
    """Build a small base with batch normalization."""
    x = inputs = keras.Input((7, 6, 2))
    if scaled:
        x = keras.layers.Rescaling(1 / 255)(x)
    for number, filters in enumerate((3, 4)):
        x = keras.layers.Conv2D(filters, (2, 3), activation="tanh", name=f"conv{number}")(x)
        x = keras.layers.BatchNormalization(name=f"norm{number}")(x)
    if not maps:
        x = keras.layers.GlobalAveragePooling2D()(x)
    if old_head:
        x = keras.layers.Dense(old_head, activation="softmax", name="old_head")(x)
    return keras.Model(inputs, x)


def changed_by_training(model, base, rng, n_classes):
    """Train for two steps, and name the layers of a base in which any bit changed."""
    before = {layer.name: layer.get_weights() for layer in base.layers}
    model.run_eagerly = True
    for _ in range(2):
        x = rng.uniform(-1, 1, (6, 7, 6, 2)).astype(np.float32)
        model.train_on_batch(x, rng.integers(0, n_classes, 6))
    return [
        layer.name
        for layer in base.layers
        if any(
            not np.array_equal(a, b)
            for a, b in zip(before[layer.name], layer.get_weights(), strict=True)
        )
    ]


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_signature_is_the_one_that_the_course_promises(name):
    assert str(inspect.signature(getattr(layers, name))) == SIGNATURES[name]


def test_a_frozen_base_has_nothing_to_train_and_comes_back():
    base = base_of()
    assert layers.freeze(base) is base
    assert base.trainable_weights == []
    assert len(base.non_trainable_weights) == 12


@pytest.mark.parametrize("base", [{"maps": True}, {}, {"old_head": 5}, {"old_head": 3}], ids=str)
def test_a_transfer_model_learns_its_head_and_changes_no_bit_of_its_base(base, rng):
    base = base_of(**base)
    model = layers.build_transfer(base, 3)
    assert sum(weight.shape.num_elements() for weight in model.trainable_weights) == 4 * 3 + 3
    head = model.layers[-1].get_weights()
    assert changed_by_training(model, base, rng, 3) == []
    assert not np.array_equal(head[0], model.layers[-1].get_weights()[0])


def test_a_transfer_model_gives_probabilities_of_the_features_below_the_old_head(rng):
    base = base_of(old_head=5)
    model = layers.build_transfer(base, 2)
    x = rng.uniform(-1, 1, (4, 7, 6, 2)).astype(np.float32)
    features = np.asarray(keras.Model(base.input, base.layers[-2].output)(x))
    weights, bias = model.layers[-1].get_weights()
    expected = layers.softmax(layers.dense_forward(features, weights, bias))
    np.testing.assert_allclose(np.asarray(model(x)), expected, rtol=1e-5)
    for weight in base.layers[-1].weights:
        weight.assign(keras.ops.ones_like(weight))
    np.testing.assert_allclose(np.asarray(model(x)), expected, rtol=1e-5)


@pytest.mark.parametrize("whole", [False, True])
def test_fine_tuning_lets_the_chosen_layers_learn_and_no_batch_normalization(whole, rng):
    base = base_of()
    model = layers.build_transfer(base, 3)
    if whole:
        inputs = keras.Input((7, 6, 2))
        model = keras.Model(inputs, keras.layers.Dense(3)(base(inputs)))
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        model.compile(optimizer="adam", loss=loss)
    first_loss = model.loss
    assert changed_by_training(model, base, rng, 3) == []
    numbers = {layer.name: number for number, layer in enumerate(base.layers)}
    for name, learn in (("conv1", ["conv1"]), ("norm0", ["conv1"]), ("conv0", ["conv0", "conv1"])):
        assert layers.fine_tune(model, base, numbers[name], 0.002) is model
        assert float(model.optimizer.learning_rate) == pytest.approx(0.002)
        assert model.loss is first_loss
        assert changed_by_training(model, base, rng, 3) == learn


def test_pixels_are_scaled_where_the_base_does_not_do_it_and_as_mobilenet_has_them(rng):
    for dtype in (np.uint8, np.int64, np.float32):
        x = rng.integers(0, 256, (2, 7, 6, 2)).astype(dtype)
        kept = x.copy()
        ready = layers.preprocess_for(base_of(), x)
        expected = keras.applications.mobilenet_v2.preprocess_input(x.astype(np.float32))
        np.testing.assert_allclose(ready, expected, rtol=1e-6, atol=1e-6)
        as_is = layers.preprocess_for(base_of(scaled=True), x)
        np.testing.assert_array_equal(as_is, x)
        assert as_is.dtype == ready.dtype == np.float32
        assert not np.may_share_memory(as_is, x)
        np.testing.assert_array_equal(x, kept)
