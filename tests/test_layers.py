"""The course's layers against TensorFlow and Keras, on hundreds of random layers."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import pytest
import tensorflow as tf

from cnnbasics import layers

NUMBERS = [np.uint8, np.int8, np.int32, np.float16, np.float32, np.float64]


@pytest.fixture
def rng():
    return np.random.default_rng(2015)


def random_array(rng, shape, dtype):
    if np.issubdtype(dtype, np.integer):
        info = np.iinfo(dtype)
        return rng.integers(max(info.min, -1000), min(info.max, 1000), shape).astype(dtype)
    return rng.normal(size=shape).astype(dtype)


def random_layers(rng, count):
    """Layers of all sorts: kernels taller or wider than the image, strides longer than kernels."""
    for i in range(count):
        n, cin, cout, kh, kw, sh, sw = (int(number) for number in rng.integers(1, 5, 7))
        h, w = (int(number) for number in rng.integers(1, 10, 2))
        top, bottom, left, right = (int(number) for number in rng.integers(0, 4, 4))
        stride = sh if i % 3 == 0 else (sh, sw)
        padding = [
            "same",
            "valid",
            top,
            (top, left),
            ((top, bottom), (left, right)),
        ][i % 5]
        if padding != "same":
            (top, bottom), (left, right) = layers.padding_pairs(padding)
            kh, kw = min(kh, h + top + bottom), min(kw, w + left + right)
        dtype = NUMBERS[i % len(NUMBERS)]
        yield (
            random_array(rng, (n, h, w, cin), dtype),
            random_array(rng, (kh, kw, cin, cout), dtype),
            random_array(rng, (cout,), dtype),
            stride,
            padding,
        )


def zeros_around(x, padding):
    """Pad by TensorFlow, whose convolutions refuse some uneven paddings on a CPU."""
    return tf.pad(x, [(0, 0), *layers.padding_pairs(padding), (0, 0)])


def tf_conv(x, w, b, stride, padding):
    x, w, b = (tf.constant(a, tf.float64) for a in (x, w, b))
    if padding == "same":
        return (tf.nn.conv2d(x, w, stride, "SAME") + b).numpy()
    return (tf.nn.conv2d(zeros_around(x, padding), w, stride, "VALID") + b).numpy()


@pytest.mark.parametrize("forward", [layers.conv2d_forward, layers.conv2d_matmul])
def test_a_convolution_layer_equals_tensorflow(rng, forward):
    for x, w, b, stride, padding in random_layers(rng, 600):
        case = f"{x.dtype} {x.shape}, kernel {w.shape}, stride {stride}, padding {padding}"
        found, expected = forward(x, w, b, stride, padding), tf_conv(x, w, b, stride, padding)
        assert found.dtype == np.float64, case
        np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-10, err_msg=case)


def test_a_convolution_of_one_channel_equals_tensorflow(rng):
    for x, w, _, stride, padding in random_layers(rng, 200):
        image, kernel = x[0, :, :, 0], w[:, :, 0, 0]
        expected = tf_conv(x[:1, :, :, :1], w[:, :, :1, :1], [0], stride, padding)[0, :, :, 0]
        found = layers.correlate2d(image, kernel, stride, padding)
        np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-10)


def test_the_mathematicians_convolution_is_tensorflows_with_a_reversed_kernel(rng):
    for x, w, _, _, _ in random_layers(rng, 50):
        image = np.pad(x[0, :, :, 0], 4)
        reverse = tf.reverse(w[:, :, :1, :1], [0, 1]).numpy()
        expected = tf_conv(image[None, :, :, None], reverse, [0], 1, "valid")[0, :, :, 0]
        found = layers.convolve2d(image, w[:, :, 0, 0])
        np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-10)


def test_same_padding_puts_its_zeros_where_tensorflow_does(rng):
    for n, k, stride in np.ndindex(9, 7, 5):
        n, k, stride = n + 1, k + 1, stride + 1
        x, w, b = rng.normal(size=(1, n, 1, 1)), rng.normal(size=(k, 1, 1, 1)), np.zeros(1)
        pads = layers.same_padding(n, k, stride), (0, 0)
        found = layers.conv2d_forward(x, w, b, stride, pads)
        expected = tf_conv(x, w, b, stride, "same")
        case = f"n {n}, k {k}, stride {stride}"
        np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-10, err_msg=case)


def test_im2col_equals_the_patches_of_tensorflow(rng):
    for x, w, _, stride, padding in random_layers(rng, 200):
        kh, kw = w.shape[:2]
        same = padding == "same"
        patches = tf.image.extract_patches(
            tf.constant(x, tf.float64)
            if same
            else zeros_around(tf.constant(x, tf.float64), padding),
            sizes=(1, kh, kw, 1),
            strides=(1, *layers.stride_pair(stride), 1),
            rates=(1, 1, 1, 1),
            padding="SAME" if same else "VALID",
        )
        found = layers.im2col(x, kh, kw, stride, padding)
        assert found.dtype == x.dtype
        np.testing.assert_array_equal(found, tf.reshape(patches, found.shape).numpy())
        assert len(found) == np.prod(patches.shape[:3])


def test_zero_padding_and_layout_equal_tensorflow(rng):
    for x, _, _, _, padding in random_layers(rng, 100):
        if padding != "same":
            expected = zeros_around(x, padding).numpy()
            np.testing.assert_array_equal(layers.zero_pad2d(x, padding), expected, strict=True)
        channels_first = tf.transpose(x, (0, 3, 1, 2)).numpy()
        np.testing.assert_array_equal(layers.nhwc_to_nchw(x), channels_first, strict=True)
        np.testing.assert_array_equal(layers.nchw_to_nhwc(channels_first), x, strict=True)


def test_a_pointwise_convolution_equals_tensorflow(rng):
    for x, w, _, _, _ in random_layers(rng, 100):
        expected = tf_conv(x, w[:1, :1], np.zeros(w.shape[3]), 1, "valid")
        found = layers.pointwise_conv(x, w[0, 0])
        np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-10)


def test_shapes_counts_and_numbers_equal_those_of_a_keras_layer(rng):
    for i, (x, w, b, stride, padding) in enumerate(random_layers(rng, 100)):
        if padding not in ("same", "valid"):
            continue
        kh, kw, cin, cout = w.shape
        bias = i % 4 != 0
        conv = keras.layers.Conv2D(cout, (kh, kw), stride, padding, use_bias=bias, dtype="float64")
        conv.build(x.shape)
        conv.set_weights([w, b] if bias else [w])
        expected = conv(tf.constant(x, tf.float64)).numpy()
        found = layers.conv2d_forward(x, w, b if bias else np.zeros(cout), stride, padding)
        np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-10)
        shape = layers.conv_output_shape(x.shape[1:3], (kh, kw), stride, padding)
        assert (len(x), *shape, cout) == conv.compute_output_shape(x.shape)
        assert layers.conv_params(kh, kw, cin, cout, bias) == conv.count_params()


def test_a_dense_layer_has_the_number_of_weights_that_keras_says(rng):
    for nin, nout in rng.integers(1, 200, (30, 2)):
        dense = keras.layers.Dense(int(nout))
        dense.build((None, int(nin)))
        assert layers.dense_params(nin, nout) == dense.count_params()


def test_the_receptive_field_is_where_keras_finds_a_gradient(rng):
    for stack in ([(3, 1), (2, 2), (3, 1)], [(5, 2), (1, 3), (4, 1)], [(2, 2), (3, 2)], [(1, 1)]):
        size, jump = layers.receptive_field(stack)
        x = tf.ones((1, size + jump, 1))
        with tf.GradientTape(persistent=True) as tape:
            tape.watch(x)
            out = x
            for k, s in stack:
                out = keras.layers.Conv1D(1, k, s, kernel_initializer="ones")(out)
            first, second = out[0, 0, 0], out[0, 1, 0]
        sees_first, sees_second = (
            np.flatnonzero(tape.gradient(number, x)) for number in (first, second)
        )
        assert (sees_first[0], sees_first[-1]) == (0, size - 1)
        assert (sees_second[0], sees_second[-1]) == (jump, jump + size - 1)
