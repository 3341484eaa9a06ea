"""The course's whole network against Keras: shapes, parameters, and the numbers that come out."""

import inspect
import os

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras

from cnnbasics import exercises, layers
from cnnbasics.checking import RIGHT, collect, judge
from cnnbasics.checking import WRONG as WRONG_ANSWER

SIGNATURES = {
    "shape_trace": "(input_shape, layers)",
    "forward": "(params, x)",
    "copy_weights": "(params, model)",
}
NETWORK = [("conv", 4, 3, 1, "valid"), ("relu",), ("pool", 2, 2), ("flatten",), ("dense", 10)]


@pytest.fixture
def rng():
    return np.random.default_rng(1998)


def small_network(rng, shape, kernel, filters, classes):
    """Make random parameters, and the network that they are for, in Keras."""
    h, w, cin = shape
    rows, columns = (h - kernel[0] + 1) // 2, (w - kernel[1] + 1) // 2
    sizes = {
        "conv_w": (*kernel, cin, filters),
        "conv_b": (filters,),
        "dense_w": (rows * columns * filters, classes),
        "dense_b": (classes,),
    }
    params = {name: rng.normal(scale=0.5, size=size) for name, size in sizes.items()}
    model = keras.Sequential(
        [
            keras.Input(shape),
            keras.layers.Conv2D(filters, kernel, activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(classes, activation="softmax"),
        ]
    )
    return params, model


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_signature_is_the_one_that_the_course_promises(name):
    assert str(inspect.signature(getattr(layers, name))) == SIGNATURES[name]


@pytest.mark.parametrize(
    ("shape", "kernel"), [((8, 8, 1), (3, 3)), ((7, 10, 3), (2, 4)), ((9, 6, 2), (5, 1))]
)
def test_the_same_weights_give_the_same_output_as_in_keras(rng, shape, kernel):
    params, model = small_network(rng, shape, kernel, 4, 5)
    x = rng.normal(size=(6, *shape))
    before = {name: part.copy() for name, part in params.items()}
    layers.copy_weights(params, model)
    found = layers.forward(params, x)
    assert found.shape == (6, 5)
    np.testing.assert_allclose(found.sum(axis=1), 1, rtol=1e-12)
    np.testing.assert_allclose(found, model(x.astype(np.float32)), atol=1e-5)
    for name, part in before.items():
        np.testing.assert_array_equal(params[name], part)


def test_shapes_and_parameters_equal_those_of_keras(rng):
    kinds = {
        "conv": lambda filters, k, stride, padding: keras.layers.Conv2D(
            filters, k, strides=stride, padding=padding
        ),
        "relu": keras.layers.ReLU,
        "pool": lambda k, stride: keras.layers.MaxPooling2D(k, stride),
        "flatten": keras.layers.Flatten,
        "dense": keras.layers.Dense,
        "softmax": keras.layers.Softmax,
    }
    for number in range(8):
        h, w, c, k, stride, filters = (
            int(n) for n in rng.integers((20, 14, 1, 1, 1, 1), (30, 30, 5, 6, 4, 9))
        )
        stack = [
            ("conv", filters, k, stride, ("valid", "same")[number % 2]),
            ("relu",),
            ("pool", 2, int(rng.integers(1, 4))),
            ("flatten",),
            ("dense", 7),
            ("softmax",),
        ]
        shape = (None, h, w, c)
        for name, found, count in layers.shape_trace((h, w, c), stack):
            layer = kinds[name](*next(one[1:] for one in stack if one[0] == name))
            layer.build(shape)
            shape = layer.compute_output_shape(shape)
            assert found == shape[1:], stack
            assert count == layer.count_params(), stack


def test_the_network_of_the_lesson_has_1625281_parameters():
    stack = [
        *[("conv", 32, 3, 1, "valid"), ("pool", 2, 2), ("conv", 64, 3, 1, "valid"), ("pool", 2, 2)],
        *[("flatten",), ("dense", 128), ("dense", 1)],
    ]
    trace = layers.shape_trace((64, 64, 3), stack)
    assert sum(count for *_, count in trace) == 1_625_281
    assert all(type(length) is int for _, shape, _ in trace for length in shape)


WRONG = {
    "an unknown layer": (
        lambda: layers.shape_trace((8, 8, 1), [("lstm", 3)]),
        "`layers` has .* which is none of conv, relu, pool",
    ),
    "a convolution without a stride": (
        lambda: layers.shape_trace((8, 8, 1), [("conv", 4, 3)]),
        "which is none of",
    ),
    "a convolution behind the flatten": (
        lambda: layers.shape_trace((8, 8, 1), [("flatten",), ("conv", 4, 3, 1, "same")]),
        r"'conv' needs 3 axes but \(64,\) comes in",
    ),
    "a window that does not fit": (
        lambda: layers.shape_trace((4, 4, 1), [("pool", 5, 1)]),
        "`k` is 5 but",
    ),
    "no bias": (
        lambda: layers.forward({"conv_w": 0, "dense_w": 0}, np.zeros((1, 2, 2, 1))),
        "`params` has conv_w, dense_w but lacks conv_b, dense_b",
    ),
    "a model with one layer": (
        lambda: layers.copy_weights(
            {}, keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        ),
        "`model` has 1 layers with weights but `params` is for 2",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_makes_no_sense_is_refused_with_both_values(case):
    call, message = WRONG[case]
    with pytest.raises(ValueError, match=message):
        call()


def test_the_network_trace_is_what_the_network_does(rng):
    params, _ = small_network(rng, (8, 8, 1), (3, 3), 4, 10)
    trace = layers.shape_trace((8, 8, 1), NETWORK)
    assert trace[3] == ("flatten", (36,), 0)
    assert sum(count for *_, count in trace) == sum(part.size for part in params.values())


def by_the_courses_layers(params, x):
    """Answer `forward` with the functions that its contract offers."""
    maps = layers.relu(layers.conv2d_forward(x, params["conv_w"], params["conv_b"]))
    vector = layers.flatten(layers.max_pool2d(maps, 2))
    return layers.softmax(layers.dense_forward(vector, params["dense_w"], params["dense_b"]))


def by_the_whole_network(params, x):
    """Answer `forward` with the answer."""
    return layers.forward(params, x)


def sizes_by_the_courses_layers(input_shape, layers):
    """Answer `shape_trace` for everything with the course's functions, one layer at a time."""
    trace, shape = [], input_shape
    for layer in layers:
        trace += shape_trace(shape, [layer])
        shape = trace[-1][1]
    return trace


shape_trace = layers.shape_trace


@pytest.mark.parametrize(
    ("name", "answer", "status"),
    [
        ("forward", by_the_courses_layers, RIGHT),
        ("forward", by_the_whole_network, WRONG_ANSWER),
        ("shape_trace", sizes_by_the_courses_layers, WRONG_ANSWER),
    ],
)
def test_the_courses_layers_may_be_used_and_the_whole_network_may_not(name, answer, status):
    exercise = exercises.exercise(name)
    found = judge(exercise, 1, collect(exercise, answer, 1))
    assert found.status == status
    assert status == RIGHT or {fault.kind for fault in found.faults} == {"shortcut"}
