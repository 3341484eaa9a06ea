"""The course's pooling against slow loops and, once, against Keras on many random shapes."""

import inspect
import os

import numpy as np
import pytest

from cnnbasics import layers

SIGNATURES = {
    "max_pool2d": "(x, size, stride=None)",
    "avg_pool2d": "(x, size, stride=None)",
    "global_avg_pool": "(x)",
    "shift_effect": "(fn, img, dx)",
}
POOLS = {layers.max_pool2d: max, layers.avg_pool2d: lambda values: sum(values) / len(values)}
NUMBERS = [np.uint8, np.int8, np.int64, np.float16, np.float32, np.float64]


@pytest.fixture
def rng():
    return np.random.default_rng(1998)


def images(rng, shape, dtype):
    if np.issubdtype(dtype, np.integer):
        info = np.iinfo(dtype)
        return rng.integers(max(info.min, -1000), min(info.max, 1000), shape).astype(dtype)
    return rng.normal(size=shape).astype(dtype)


def poolings(rng, count):
    """Windows of all sorts: as large as the image, overlapping, with gaps, all below zero."""
    for i in range(count):
        n, c, ph, pw, sh, sw = (int(number) for number in rng.integers(1, 5, 6))
        h, w = ph + int(rng.integers(0, 7)), pw + int(rng.integers(0, 7))
        size, stride = [(ph, None), ((ph, pw), None), ((ph, pw), sh), ((ph, pw), (sh, sw))][i % 4]
        x = images(rng, (n, max(h, w) if i % 4 == 0 else h, w + ph, c), NUMBERS[i % len(NUMBERS)])
        yield x if i % 5 or x.dtype == np.uint8 else -np.abs(x // 2), size, stride


def slow_pool(x, size, stride, reduce):
    """One number at a time; the places are found by trying them all."""
    ph, pw = (size, size) if isinstance(size, int) else size
    sh, sw = (ph, pw) if stride is None else (stride, stride) if isinstance(stride, int) else stride
    rows = [i for i in range(0, x.shape[1], sh) if i + ph <= x.shape[1]]
    columns = [j for j in range(0, x.shape[2], sw) if j + pw <= x.shape[2]]
    out = np.zeros((len(x), len(rows), len(columns), x.shape[3]))
    for n, i, j, c in np.ndindex(out.shape):
        places = [(rows[i] + a, columns[j] + b) for a in range(ph) for b in range(pw)]
        out[n, i, j, c] = reduce([float(x[n, row, column, c]) for row, column in places])
    return out


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_signature_is_the_one_that_the_course_promises(name):
    assert str(inspect.signature(getattr(layers, name))) == SIGNATURES[name]


@pytest.mark.parametrize("pool", POOLS, ids=lambda pool: pool.__name__)
def test_pooling_equals_six_loops(rng, pool):
    for x, size, stride in poolings(rng, 60):
        case = f"{x.dtype} {x.shape}, size {size}, stride {stride}"
        found, expected = pool(x, size, stride), slow_pool(x, size, stride, POOLS[pool])
        assert found.dtype == np.float64, case
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12, err_msg=case)


def test_global_pooling_is_average_pooling_with_a_window_as_large_as_the_map(rng):
    for x, _, _ in poolings(rng, 30):
        found = layers.global_avg_pool(x)
        assert found.dtype == np.float64
        assert found.shape == (x.shape[0], x.shape[3])
        expected = layers.avg_pool2d(x, x.shape[1:3])[:, 0, 0]
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)


def test_pooling_equals_keras_on_many_shapes(rng):
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import keras  # here, not above: the other tests of this file run without TensorFlow

    kinds = {
        layers.max_pool2d: keras.layers.MaxPooling2D,
        layers.avg_pool2d: keras.layers.AveragePooling2D,
    }
    whole = keras.layers.GlobalAveragePooling2D(dtype="float64")
    for x, size, stride in poolings(rng, 150):
        batch = keras.ops.convert_to_tensor(x.astype(float))
        for pool, kind in kinds.items():
            expected = kind(size, stride, dtype="float64")(batch).numpy()
            case = f"{pool.__name__} {x.shape}, size {size}, stride {stride}"
            np.testing.assert_allclose(
                pool(x, size, stride), expected, rtol=1e-10, atol=1e-10, err_msg=case
            )
        expected = whole(batch).numpy()
        np.testing.assert_allclose(layers.global_avg_pool(x), expected, rtol=1e-10, atol=1e-10)


def test_average_pooling_is_a_convolution_and_max_pooling_is_none(rng):
    x = rng.normal(size=(2, 6, 7, 1))
    kernel = np.full((2, 3, 1, 1), 1 / 6)
    convolved = layers.conv2d_forward(x, kernel, [0], stride=(2, 1))
    np.testing.assert_allclose(layers.avg_pool2d(x, (2, 3), (2, 1)), convolved, rtol=1e-12)
    both = layers.max_pool2d(x, 2) + layers.max_pool2d(-x, 2)
    assert not np.allclose(both, layers.max_pool2d(x - x, 2))  # not linear


@pytest.mark.parametrize("pool", POOLS, ids=lambda pool: pool.__name__)
def test_no_channel_and_no_image_sees_another(rng, pool):
    x = rng.normal(size=(3, 5, 6, 4))
    out = pool(x, (2, 3), 1)
    for n, c in np.ndindex(3, 4):
        alone = pool(x[n : n + 1, :, :, c : c + 1], (2, 3), 1)
        np.testing.assert_allclose(out[n, :, :, c], alone[0, :, :, 0], rtol=1e-12)


def test_a_layer_leaves_its_input_alone_and_shares_no_memory(rng):
    x = rng.normal(size=(2, 4, 4, 2))
    before = x.copy()
    for out in (
        layers.max_pool2d(x, 1),
        layers.avg_pool2d(x, 1),
        layers.max_pool2d(x, 2, 1),
        layers.global_avg_pool(x[:, :1, :1]),
    ):
        assert not np.shares_memory(out, x)
    np.testing.assert_array_equal(x, before)


def test_lists_do_as_well_as_arrays():
    x = [[[[1], [2]], [[3], [5]]]]
    assert layers.max_pool2d(x, 2).tolist() == [[[[5.0]]]]
    assert layers.avg_pool2d(x, [2, 1]).tolist() == [[[[2.0], [3.5]]]]
    assert layers.global_avg_pool(x).tolist() == [[2.75]]


def test_a_shift_brings_zeros_in_and_loses_what_leaves():
    seen = []
    img = np.array([[1, 2, 3, 4], [5, 6, 7, 8]], dtype=np.uint8)
    layers.shift_effect(lambda image: seen.append(image.copy()) or image, img, 3)
    assert [image.tolist() for image in seen] == [img.tolist(), [[0, 0, 0, 1], [0, 0, 0, 5]]]
    assert {image.dtype for image in seen} == {np.dtype(np.uint8)}
    assert layers.shift_effect(lambda image: image, img, 9) == 8.0  # nothing is left of it


def test_the_effect_of_a_shift_is_the_largest_change_up_or_down():
    row = np.array([[0, 9, 0, 0]], dtype=np.uint8)  # as uint8, 0 - 9 would be 247
    assert layers.shift_effect(lambda image: image, row, 1) == 9.0
    assert layers.shift_effect(lambda image: image[:, 1:2], row, 1) == 9.0
    assert layers.shift_effect(lambda image: image[:, 2:3], row, 1) == 9.0
    assert layers.shift_effect(lambda image: image.sum(), row, 2) == 0.0
    assert layers.shift_effect(lambda image: image, row, 0) == 0.0


def test_a_color_image_moves_to_the_right_too(rng):
    img = rng.normal(size=(3, 5, 2))
    found = layers.shift_effect(lambda image: image[:, 2:], img, 2)
    assert found == np.abs(img[:, :3] - img[:, 2:]).max()


def test_a_convolution_moves_along_and_a_stride_does_not(rng):
    """Equivariance as numbers: what moves along has the same mean, what a stride skips has not."""
    img = np.pad(rng.normal(size=(6, 9)), ((2, 2), (5, 5)))[..., np.newaxis]
    w, b = rng.normal(size=(3, 3, 1, 2)), np.zeros(2)

    def mean_of(stride):
        def fn(image):
            out = layers.conv2d_forward(image[np.newaxis], w, b, (1, stride))
            return layers.global_avg_pool(np.maximum(out, 0))

        return fn

    effects = [layers.shift_effect(mean_of(1), img, dx) for dx in (1, 2, 3)]
    np.testing.assert_allclose(effects, 0, atol=1e-12)
    for dx in (1, 2, 3):
        assert (layers.shift_effect(mean_of(2), img, dx) < 1e-12) == (dx == 2)


WRONG = {
    "a window that does not fit": (
        lambda: layers.max_pool2d(np.zeros((1, 3, 4, 1)), (4, 2)),
        "`k` is 4 but the padded axis is only 3 long",
    ),
    "an image without a batch": (
        lambda: layers.avg_pool2d(np.zeros((3, 4, 1)), 2),
        r"`x` has shape \(3, 4, 1\) but must be \(N, H, W, C\)",
    ),
    "half a window": (
        lambda: layers.max_pool2d(np.zeros((1, 3, 4, 1)), 1.5),
        "`size` is 1.5 but must be a whole number from 1 up",
    ),
    "no stride": (
        lambda: layers.max_pool2d(np.zeros((1, 3, 4, 1)), 2, 0),
        "`stride` is 0 but must be a whole number from 1 up",
    ),
    "a map without channels": (
        lambda: layers.global_avg_pool(np.zeros((2, 3, 4))),
        r"`x` has shape \(2, 3, 4\) but must be \(N, H, W, C\)",
    ),
    "a shift to the left": (
        lambda: layers.shift_effect(np.max, np.zeros((3, 4)), -1),
        "`dx` is -1 but must be a whole number from 0 up",
    ),
    "a batch to shift": (
        lambda: layers.shift_effect(np.max, np.zeros((1, 3, 4, 1)), 1),
        r"`img` has shape \(1, 3, 4, 1\) but must be \(H, W\) or \(H, W, C\)",
    ),
    "two shapes": (
        lambda: layers.shift_effect(lambda image: image[image > 0], np.array([[0, 1, 2]]), 1),
        r"`fn` gives shape \(2,\) and, moved, \(1,\)",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_makes_no_sense_is_refused_with_both_values(case):
    call, message = WRONG[case]
    with pytest.raises(ValueError, match=message):
        call()
