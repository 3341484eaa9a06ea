"""The course's backward passes against numerical gradients and, once, against TensorFlow's tape."""

import inspect
import os

import numpy as np
import pytest

from cnnbasics import layers

SIGNATURES = {
    "numerical_gradient": "(f, x, dout=None, h=1e-05)",
    "relu_backward": "(dout, x)",
    "sigmoid_backward": "(dout, x)",
    "dense_backward": "(dout, x, w)",
    "flatten_backward": "(dout, xshape)",
    "cross_entropy_backward": "(z, y)",
    "max_pool2d_backward": "(dout, x, size, stride=None)",
    "avg_pool2d_backward": "(dout, xshape, size, stride=None)",
    "conv2d_backward_b": "(dout)",
    "conv2d_backward_w": "(dout, x, kshape, stride=1, padding=0)",
    "conv2d_backward_x": "(dout, w, xshape, stride=1, padding=0)",
    "tiny_cnn_loss": "(params, x, y, reg)",
    "sgd_momentum": "(params, grads, state, lr, m)",
    "minibatches": "(x, y, size, rng)",
    "find_counterexample": "(fn)",
}
CLOSE = {"rtol": 1e-6, "atol": 1e-8}


@pytest.fixture
def rng():
    return np.random.default_rng(1986)


def different(rng, *shape):
    """Numbers that are far from each other and from 0: no ties and no kinks within reach of h."""
    count = int(np.prod(shape))
    return (rng.permutation(count) - count // 2 + 0.5).reshape(shape) / 8


def convolutions(rng, count):
    """Strides that do not divide or exceed the kernel, padding 0 and of each side its own."""
    paddings = [0, 1, (1, 0), ((1, 0), (0, 2)), "valid", "same"]
    for i in range(count):
        n, cin, cout, kh, kw, sh, sw = (int(number) for number in rng.integers(1, 4, 7))
        h, w = kh + int(rng.integers(0, 4)), kw + int(rng.integers(0, 4))
        x, kernel = rng.normal(size=(n, h, w, cin)), rng.normal(size=(kh, kw, cin, cout))
        stride = sh if i % 2 else (sh, sw)
        yield x, kernel, stride, paddings[i % len(paddings)]


def poolings(rng, count):
    for _ in range(count):
        n, c, ph, pw, sh, sw = (int(number) for number in rng.integers(1, 4, 6))
        shape = (n, ph + int(rng.integers(0, 5)), pw + int(rng.integers(0, 5)), c)
        yield different(rng, *shape), (ph, pw), (sh, sw)


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_signature_is_the_one_that_the_course_promises(name):
    assert str(inspect.signature(getattr(layers, name))) == SIGNATURES[name]


def test_a_numerical_gradient_is_central_and_leaves_its_input_alone(rng):
    x = rng.normal(size=(2, 3))
    before = x.copy()
    found = layers.numerical_gradient(lambda x: np.sum(x**3), x, h=0.5)
    np.testing.assert_allclose(found, 3 * x**2 + 0.25, rtol=1e-12)
    np.testing.assert_array_equal(x, before)
    ints = layers.numerical_gradient(lambda x: x[:1] * x[1:], np.array([3, 4]), np.array([10]))
    np.testing.assert_allclose(ints, [40, 30], rtol=1e-6)


def test_pointwise_and_dense_gradients_equal_numerical_ones(rng):
    x, dout = different(rng, 3, 4), rng.normal(size=(3, 4))
    for forward, backward in (
        (layers.relu, layers.relu_backward),
        (layers.sigmoid, layers.sigmoid_backward),
    ):
        numeric = layers.numerical_gradient(forward, x, dout)
        np.testing.assert_allclose(backward(dout, x), numeric, **CLOSE)
    w, b, dout = rng.normal(size=(4, 2)), rng.normal(size=2), rng.normal(size=(3, 2))
    dx, dw, db = layers.dense_backward(dout, x, w)
    for found, forward, at in (
        (dx, lambda x: layers.dense_forward(x, w, b), x),
        (dw, lambda w: layers.dense_forward(x, w, b), w),
        (db, lambda b: layers.dense_forward(x, w, b), b),
    ):
        np.testing.assert_allclose(found, layers.numerical_gradient(forward, at, dout), **CLOSE)


def test_the_gradient_of_the_loss_equals_the_numerical_one(rng):
    z, y = 3 * rng.normal(size=(4, 5)), rng.integers(0, 5, 4)
    numeric = layers.numerical_gradient(lambda z: layers.cross_entropy(z, y), z)
    np.testing.assert_allclose(layers.cross_entropy_backward(z, y), numeric, **CLOSE)
    assert np.all(np.isfinite(layers.cross_entropy_backward(1000 * z, y)))


def test_flattening_goes_back_to_where_it_came_from(rng):
    x = rng.normal(size=(2, 3, 4, 2))
    np.testing.assert_array_equal(layers.flatten_backward(layers.flatten(x), x.shape), x)


def compare_pooling(x, size, stride, dout):
    for forward, found in (
        (
            lambda x: layers.max_pool2d(x, size, stride),
            layers.max_pool2d_backward(dout, x, size, stride),
        ),
        (
            lambda x: layers.avg_pool2d(x, size, stride),
            layers.avg_pool2d_backward(dout, x.shape, size, stride),
        ),
    ):
        numeric = layers.numerical_gradient(forward, x, dout)
        case = f"{x.shape}, size {size}, stride {stride}"
        np.testing.assert_allclose(found, numeric, **CLOSE, err_msg=case)


def test_gradients_of_poolings_equal_numerical_ones(rng):
    for x, size, stride in poolings(rng, 25):
        compare_pooling(x, size, stride, rng.normal(size=layers.max_pool2d(x, size, stride).shape))


def test_at_a_tie_one_winner_gets_it_all_which_no_difference_can_measure(rng):
    x = np.array([[3.0, 3], [3, 1]]).reshape(1, 2, 2, 1)
    dout = np.full((1, 1, 1, 1), 6.0)
    found = layers.max_pool2d_backward(dout, x, 2)[0, :, :, 0]
    np.testing.assert_array_equal(found, [[6, 0], [0, 0]])
    numeric = layers.numerical_gradient(lambda x: layers.max_pool2d(x, 2), x, dout)
    np.testing.assert_allclose(numeric[0, :, :, 0], [[3, 3], [3, 0]], rtol=1e-6)
    assert layers.relu_backward([5.0], [0.0])[0] == 0
    kink = layers.numerical_gradient(layers.relu, np.zeros(1), np.array([5.0]))
    np.testing.assert_allclose(kink, 2.5)


def compare_convolution(rng, x, w, stride, padding):
    b = rng.normal(size=w.shape[3])
    dout = rng.normal(size=layers.conv2d_forward(x, w, b, stride, padding).shape)
    for found, forward, at in (
        (
            layers.conv2d_backward_x(dout, w, x.shape, stride, padding),
            lambda x: layers.conv2d_forward(x, w, b, stride, padding),
            x,
        ),
        (
            layers.conv2d_backward_w(dout, x, w.shape, stride, padding),
            lambda w: layers.conv2d_forward(x, w, b, stride, padding),
            w,
        ),
        (
            layers.conv2d_backward_b(dout),
            lambda b: layers.conv2d_forward(x, w, b, stride, padding),
            b,
        ),
    ):
        numeric = layers.numerical_gradient(forward, at, dout, h=1e-3)  # linear: h is free
        case = f"{x.shape}, {w.shape}, stride {stride}, padding {padding}"
        np.testing.assert_allclose(found, numeric, rtol=1e-7, atol=1e-8, err_msg=case)


def test_gradients_of_convolutions_equal_numerical_ones(rng):
    for x, w, stride, padding in convolutions(rng, 24):
        compare_convolution(rng, x, w, stride, padding)


def test_gradients_equal_those_of_tensorflows_tape(rng):
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import tensorflow as tf  # here, not above: the other tests of this file run without it

    for x, w, stride, padding in convolutions(rng, 60):
        case = f"{x.shape}, {w.shape}, stride {stride}, padding {padding}"
        sides = layers.padding_pairs(padding, x.shape[1:3], w.shape[:2], stride)
        with tf.GradientTape() as tape:
            image, kernel = tf.Variable(x), tf.Variable(w)
            padded = tf.pad(image, ((0, 0), *sides, (0, 0)))
            out = tf.nn.conv2d(padded, kernel, layers.stride_pair(stride), "VALID")
            dout = rng.normal(size=out.shape)
            total = tf.reduce_sum(out * dout)
        dx, dw = (part.numpy() for part in tape.gradient(total, (image, kernel)))
        found = layers.conv2d_backward_x(dout, w, x.shape, stride, padding)
        np.testing.assert_allclose(found, dx, rtol=1e-9, atol=1e-11, err_msg=case)
        found = layers.conv2d_backward_w(dout, x, w.shape, stride, padding)
        np.testing.assert_allclose(found, dw, rtol=1e-9, atol=1e-11, err_msg=case)
    for x, size, stride in poolings(rng, 40):
        dout = rng.normal(size=layers.max_pool2d(x, size, stride).shape)
        for pool, found in (
            (tf.nn.max_pool2d, layers.max_pool2d_backward(dout, x, size, stride)),
            (tf.nn.avg_pool2d, layers.avg_pool2d_backward(dout, x.shape, size, stride)),
        ):
            with tf.GradientTape() as tape:
                image = tf.Variable(x)
                total = tf.reduce_sum(pool(image, size, stride, "VALID") * dout)
            expected = tape.gradient(total, image).numpy()
            np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-11)
    params, x, y = network(rng)
    with tf.GradientTape() as tape:
        given = {key: tf.Variable(value) for key, value in params.items()}
        maps = tf.nn.relu(tf.nn.conv2d(x, given["conv_w"], 1, "VALID") + given["conv_b"])
        vector = tf.reshape(tf.nn.max_pool2d(maps, 2, 2, "VALID"), (len(x), -1))
        scores = vector @ given["dense_w"] + given["dense_b"]
        lost = tf.nn.sparse_softmax_cross_entropy_with_logits(y, scores)
        penalty = sum(0.25 * tf.reduce_sum(given[key] ** 2) for key in ("conv_w", "dense_w"))
        total = tf.reduce_mean(lost) + penalty
    loss, grads = layers.tiny_cnn_loss(params, x, y, reg=0.5)
    assert np.isclose(loss, total.numpy(), rtol=1e-10)
    for key, expected in tape.gradient(total, given).items():
        np.testing.assert_allclose(grads[key], expected, rtol=1e-9, atol=1e-11, err_msg=key)


def network(rng):
    params = {
        "conv_w": rng.normal(size=(3, 2, 2, 3)),
        "conv_b": rng.normal(size=3),
        "dense_w": rng.normal(size=(2 * 3 * 3, 4)),
        "dense_b": rng.normal(size=4),
    }
    return params, rng.normal(size=(5, 7, 7, 2)), rng.integers(0, 4, 5)


def test_the_gradient_of_a_whole_network_equals_the_numerical_one(rng):
    params, x, y = network(rng)
    _, grads = layers.tiny_cnn_loss(params, x, y, reg=0.5)
    for key in params:
        numeric = layers.numerical_gradient(
            lambda value, key=key: layers.tiny_cnn_loss({**params, key: value}, x, y, 0.5)[0],
            params[key],
        )
        np.testing.assert_allclose(grads[key], numeric, rtol=1e-5, atol=1e-7, err_msg=key)


def test_momentum_is_a_sum_of_past_gradients(rng):
    params, state = {"w": np.zeros(2)}, {"w": np.zeros(2)}
    for gradient in ([1.0, 0], [0, 1.0], [0, 0]):
        grads = {"w": np.array(gradient)}
        params, state = layers.sgd_momentum(params, grads, state, lr=0.5, m=0.5)
    np.testing.assert_allclose(state["w"], [0.25, 0.5])
    np.testing.assert_allclose(params["w"], [-0.5 * 1.75, -0.5 * 1.5])


def test_minibatches_hold_every_example_once_in_another_order_each_time(rng):
    x, y = np.arange(20).reshape(10, 2), np.arange(10)
    seen = []
    for _ in range(2):
        pairs = layers.minibatches(x, y, 4, rng)
        assert [len(part) for part, _ in pairs] == [4, 4, 2]
        order = np.concatenate([labels for _, labels in pairs])
        np.testing.assert_array_equal(np.concatenate([part for part, _ in pairs]), x[order])
        assert sorted(order) == list(range(10))
        seen.append(order.tolist())
    assert seen[0] != seen[1]
    with pytest.raises(ValueError, match="`x` has 10 examples but `y` has 9"):
        layers.minibatches(x, y[:9], 4, rng)


def test_slopes_of_another_shape_are_refused():
    with pytest.raises(ValueError, match=r"\(1, 2, 2, 1\).*\(1, 3, 3, 1\)"):
        layers.conv2d_backward_x(np.ones((1, 2, 2, 1)), np.ones((2, 2, 1, 1)), (1, 4, 4, 1))
    with pytest.raises(ValueError, match="`dout` has shape"):
        layers.max_pool2d_backward(np.ones((1, 1, 1, 1)), np.ones((1, 4, 4, 1)), 2)


def test_a_right_backward_pass_has_no_counterexample_and_a_wrong_one_has():
    assert layers.find_counterexample(layers.conv2d_backward_x) is None
    found = layers.find_counterexample(lambda *inputs: 2 * layers.conv2d_backward_x(*inputs))
    assert found is not None
