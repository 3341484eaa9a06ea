"""The course's flatten against slow loops and Keras, and its counts against Keras' own."""

import inspect
import os

import numpy as np
import pytest

from cnnbasics import layers

SIGNATURES = {
    "flatten": "(x)",
    "flattened_features": "(input_shape, layers)",
    "head_params": "(h, w, c, classes, kind)",
}


@pytest.fixture
def rng():
    return np.random.default_rng(1998)


@pytest.fixture(scope="module")
def keras():
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import keras  # here, not above: the other tests of this file run without TensorFlow

    return keras


def stacks(rng, count):
    """Images and layers of all sorts that fit."""
    for _ in range(count):
        shape = (int(rng.integers(20, 40)), int(rng.integers(20, 40)), int(rng.integers(1, 5)))
        stack = []
        for _ in range(int(rng.integers(0, 4))):
            k, stride = (int(number) for number in rng.integers(1, 4, 2))
            if rng.random() < 0.5:
                stack.append(("pool", k, min(stride, 2)))
            else:
                padding = str(rng.choice(["same", "valid"]))
                stack.append(("conv", int(rng.integers(1, 6)), k, min(stride, 2), padding))
        yield shape, stack


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_signature_is_the_one_that_the_course_promises(name):
    assert str(inspect.signature(getattr(layers, name))) == SIGNATURES[name]


@pytest.mark.parametrize("dtype", [np.uint8, np.int64, np.float16, np.float32, np.float64])
def test_each_number_lands_where_the_formula_says_and_keeps_its_type(rng, dtype):
    x = rng.integers(0, 200, (3, 4, 5, 2)).astype(dtype)
    out = layers.flatten(x)
    assert out.shape == (3, 40)
    assert out.dtype == dtype
    for n, i, j, c in np.ndindex(x.shape):
        assert out[n, (i * 5 + j) * 2 + c] == x[n, i, j, c]


def test_the_order_in_memory_changes_nothing(rng):
    x = rng.normal(size=(2, 3, 4, 5))
    turned = np.ascontiguousarray(x.transpose(3, 1, 0, 2)).transpose(2, 1, 3, 0)
    for same in (np.asfortranarray(x), turned, np.repeat(x, 2, axis=2)[:, :, ::2], x.tolist()):
        np.testing.assert_array_equal(layers.flatten(same), layers.flatten(x))


def test_no_image_is_no_row():
    assert layers.flatten(np.zeros((0, 3, 4, 2))).shape == (0, 24)


def test_flatten_equals_keras_on_many_shapes(rng, keras):
    layer = keras.layers.Flatten(dtype="float64")
    for _ in range(60):
        x = rng.normal(size=rng.integers(1, 6, 4))
        np.testing.assert_array_equal(layers.flatten(x), layer(x))


def test_the_count_equals_keras_on_many_stacks(rng, keras):
    for shape, stack in stacks(rng, 40):
        x = keras.Input(shape)
        for layer in stack:
            if layer[0] == "conv":
                x = keras.layers.Conv2D(*layer[1:])(x)
            else:
                x = keras.layers.MaxPooling2D(*layer[1:])(x)
        expected = keras.layers.Flatten()(x).shape[1]
        assert layers.flattened_features(shape, stack) == expected, (shape, stack)


def test_the_parameters_of_a_head_equal_keras_own_count(rng, keras):
    ends = {"flatten": keras.layers.Flatten, "gap": keras.layers.GlobalAveragePooling2D}
    for _ in range(10):
        h, w, c, classes = (int(number) for number in rng.integers(1, 30, 4))
        for kind, end in ends.items():
            dense = keras.layers.Dense(classes)
            dense(end()(keras.Input((h, w, c))))
            assert layers.head_params(h, w, c, classes, kind) == dense.count_params()


def test_sizes_may_differ_in_the_two_directions():
    stack = [("conv", 4, (3, 1), (2, 1), "valid"), ("pool", (1, 2), (1, 2)), ("conv", 2, 3, 1, 1)]
    assert layers.flattened_features((9, 8, 3), stack) == 4 * 4 * 2
    assert layers.flattened_features([5, 7, 3], []) == 105


WRONG = {
    "an image without channels": (
        lambda: layers.flatten(np.zeros((3, 4, 1))),
        r"`x` has shape \(3, 4, 1\) but must be \(N, H, W, C\)",
    ),
    "an input without channels": (
        lambda: layers.flattened_features((8, 8), []),
        r"`input_shape` is \(8, 8\) but must be \(H, W, C\)",
    ),
    "a layer that is unknown": (
        lambda: layers.flattened_features((8, 8, 1), [("dense", 10)]),
        r"a layer is \('dense', 10\) but must be",
    ),
    "a window that does not fit": (
        lambda: layers.flattened_features((8, 4, 1), [("pool", 5, 1)]),
        "`k` is 5 but the padded axis is only 4 long",
    ),
    "a head that is unknown": (
        lambda: layers.head_params(7, 7, 64, 10, "max"),
        "`kind` is 'max' but must be one of flatten, gap",
    ),
    "half a class": (
        lambda: layers.head_params(7, 7, 64, 0.5, "gap"),
        "`classes` is 0.5 but must be a whole number from 1 up",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_makes_no_sense_is_refused_with_both_values(case):
    call, message = WRONG[case]
    with pytest.raises(ValueError, match=message):
        call()
