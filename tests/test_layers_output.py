"""The course's output layer against its definitions and, once, against TensorFlow and Keras."""

import inspect
import itertools
import math
import os
import warnings

import numpy as np
import pytest
from sklearn import metrics

from cnnbasics import layers

SIGNATURES = {
    "softmax": "(z, axis=-1)",
    "predict_labels": "(z, kind)",
    "choose_head": "(task)",
    "cross_entropy": "(z, y)",
    "binary_cross_entropy": "(z, y)",
    "confusion_matrix": "(y, p, k)",
    "accuracy": "(y, p)",
    "precision_recall": "(y, p, k)",
    "top_k_accuracy": "(y, z, k)",
}
LARGE = np.array([[1000.0, -1000.0, 999.0], [-1000.0, -1000.5, -1001.0], [0.0, 1e6, 1e-6]])


@pytest.fixture
def rng():
    return np.random.default_rng(1948)


@pytest.fixture(autouse=True)
def _warnings_are_errors():
    with warnings.catch_warnings(), np.errstate(all="raise", under="ignore"):
        warnings.simplefilter("error", RuntimeWarning)
        yield


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_signature_is_the_one_that_the_course_promises(name):
    assert str(inspect.signature(getattr(layers, name))) == SIGNATURES[name]


def test_softmax_is_its_definition_along_every_axis(rng):
    for shape in [(4,), (3, 5), (2, 3, 4), (2, 3, 4, 5)]:
        z = rng.normal(size=shape)
        for axis in range(-len(shape), len(shape)):
            expected = np.exp(z) / np.exp(z).sum(axis=axis, keepdims=True)
            np.testing.assert_allclose(layers.softmax(z, axis), expected, rtol=1e-13)


def test_large_logits_break_nothing():
    p = layers.softmax(LARGE)
    assert np.isfinite(p).all()
    np.testing.assert_allclose(p.sum(axis=1), 1, rtol=1e-15)
    np.testing.assert_allclose(p[0], layers.softmax([1, -2000, 0]), rtol=1e-13)
    assert layers.cross_entropy(LARGE[:1], [1]) == pytest.approx(2000 + math.log1p(math.exp(-1)))
    assert layers.cross_entropy(LARGE[2:], [0]) == 1e6
    assert layers.binary_cross_entropy([1000, -1000], [0, 0]) == 500.0
    assert layers.binary_cross_entropy([1e300, -1e300], [1, 0]) == 0.0


def test_losses_are_means_of_logarithms(rng):
    for n, c in [(1, 2), (4, 3), (6, 10)]:
        z, y = 3 * rng.normal(size=(n, c)), rng.integers(0, c, n)
        p = layers.softmax(z)
        expected = np.mean([-math.log(p[i, y[i]]) for i in range(n)])
        assert layers.cross_entropy(z, y) == pytest.approx(expected, rel=1e-12)
        truth = rng.integers(0, 2, (n, c))
        q = layers.sigmoid(z)
        each = [math.log(one if t else 1 - one) for one, t in zip(q.flat, truth.flat, strict=True)]
        expected = -np.mean(each)
        assert layers.binary_cross_entropy(z, truth) == pytest.approx(expected, rel=1e-12)


def test_a_sigmoid_is_a_softmax_of_two(rng):
    z, y = 5 * rng.normal(size=20), rng.integers(0, 2, 20)
    pair = np.stack([np.zeros(20), z], axis=1)
    np.testing.assert_allclose(layers.sigmoid(z), layers.softmax(pair)[:, 1], rtol=1e-12)
    one, two = layers.binary_cross_entropy(z, y), layers.cross_entropy(pair, y)
    assert one == pytest.approx(two, rel=1e-12)
    np.testing.assert_array_equal(
        layers.predict_labels(z, "binary"), layers.predict_labels(pair, "multiclass")
    )


def test_everything_equals_tensorflow_and_keras(rng):
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import keras  # here, not above: the other tests of this file run without TensorFlow
    import tensorflow as tf

    with np.errstate(all="warn"):
        for n, c in itertools.product((1, 3, 6), (2, 4, 10)):
            z, y = 20 * rng.normal(size=(n, c)), rng.integers(0, c, n)
            truth, p = rng.integers(0, 2, (n, c)), rng.integers(0, c, n)
            k = int(rng.integers(1, c + 1))
            expected = {
                "softmax": tf.nn.softmax(z, axis=0),
                "cross_entropy": tf.reduce_mean(
                    tf.nn.sparse_softmax_cross_entropy_with_logits(y, z)
                ),
                "binary_cross_entropy": tf.reduce_mean(
                    tf.nn.sigmoid_cross_entropy_with_logits(truth.astype(float), z)
                ),
                "confusion_matrix": tf.math.confusion_matrix(y, p, c),
                "top_k_accuracy": np.mean(tf.math.in_top_k(y, z.astype(np.float32), k)),
                "accuracy": np.mean(keras.ops.equal(y, p)),
            }
            found = {
                "softmax": layers.softmax(z, axis=0),
                "cross_entropy": layers.cross_entropy(z, y),
                "binary_cross_entropy": layers.binary_cross_entropy(z, truth),
                "confusion_matrix": layers.confusion_matrix(y, p, c),
                "top_k_accuracy": layers.top_k_accuracy(y, z, k),
                "accuracy": layers.accuracy(y, p),
            }
            for name, value in found.items():
                wanted = np.asarray(expected[name])
                np.testing.assert_allclose(value, wanted, rtol=1e-10, atol=1e-12, err_msg=name)


def test_ties_are_decided_as_in_tensorflow():
    z = np.array([[1, 2, 2, 0], [3, 3, 3, 3]])
    assert layers.top_k_accuracy([2, 3], z, 1) == 1.0
    assert layers.top_k_accuracy([0, 0], z, 2) == 0.5


def test_scores_equal_those_of_scikit_learn(rng):
    for k, used in [(2, [0, 1]), (5, [0, 1, 3]), (4, [1]), (6, range(6))]:
        y, p = rng.choice(used, 25), rng.choice(used, 25)
        classes = range(k)
        table = metrics.confusion_matrix(y, p, labels=classes)
        np.testing.assert_array_equal(layers.confusion_matrix(y, p, k), table)
        look = {"labels": classes, "average": "macro", "zero_division": 0.0}
        expected = [
            score(y, p, **look) for score in (metrics.precision_score, metrics.recall_score)
        ]
        np.testing.assert_allclose(layers.precision_recall(y, p, k), expected, rtol=1e-12)


def test_labels_of_one_byte_do_not_overflow():
    y, p = np.array([200, 3], dtype=np.uint8), np.array([255, 3], dtype=np.uint8)
    table = layers.confusion_matrix(y, p, 256)
    assert table[200, 255] == table[3, 3] == 1
    assert table.sum() == 2


def test_labels_are_read_as_the_kind_says():
    z = np.array([[0.25, 2, -1], [-3, -2, -0.5]])
    assert layers.predict_labels(z, "multiclass").tolist() == [1, 2]
    assert layers.predict_labels(z, "multilabel").tolist() == [[1, 1, 0], [0, 0, 0]]
    for column in (z[:, 0], z[:, :1]):
        assert layers.predict_labels(column, "binary").tolist() == [1, 0]


@pytest.mark.parametrize("exclusive", [True, False])
@pytest.mark.parametrize("labels", ["integers", "rows"])
def test_a_head_fits_its_loss(exclusive, labels):
    task = {"classes": 3, "exclusive": exclusive, "labels": labels}
    units, activation, loss = layers.choose_head(task)
    assert units == 3
    assert activation == ("softmax" if exclusive else "sigmoid")
    assert loss.startswith("sparse") == (exclusive and labels == "integers")
    assert ("binary" in loss) == (not exclusive)


def test_inputs_stay_as_they_are(rng):
    z, y = rng.normal(size=(4, 3)), rng.integers(0, 3, 4)
    before = z.copy(), y.copy()
    layers.softmax(z)
    layers.cross_entropy(z, y)
    layers.binary_cross_entropy(z, z > 0)
    layers.predict_labels(z, "multilabel")
    layers.top_k_accuracy(y, z, 2)
    np.testing.assert_array_equal(z, before[0])
    np.testing.assert_array_equal(y, before[1])


WRONG = {
    "an axis too many": (lambda: layers.softmax([1, 2], axis=1), "`axis` is 1 but"),
    "no kind": (lambda: layers.predict_labels([[1]], "ternary"), "`kind` is 'ternary' but"),
    "two columns for a yes": (
        lambda: layers.predict_labels([[1, 2]], "binary"),
        r"`z` has shape \(1, 2\) but must be \(N,\) or \(N, 1\)",
    ),
    "a label too many": (
        lambda: layers.cross_entropy([[1, 2]], [0, 1]),
        "`z` has 1 rows but `y` has 2 labels",
    ),
    "a class that is not there": (
        lambda: layers.cross_entropy([[1, 2]], [2]),
        "`y` holds the class 2 but there are 2 classes",
    ),
    "a negative class": (
        lambda: layers.confusion_matrix([0, -1], [0, 0], 2),
        "`y` holds the class -1 but there are 2 classes",
    ),
    "half a class": (lambda: layers.accuracy([0.5], [1]), "`y` holds float64 but must hold class"),
    "nobody": (lambda: layers.accuracy([], []), "must hold class numbers"),
    "two lengths": (lambda: layers.accuracy([1, 2], [1]), "`y` has 2 labels but `p` has 1"),
    "two shapes": (
        lambda: layers.binary_cross_entropy([[1]], [1]),
        r"`z` has shape \(1, 1\) but `y` has shape \(1,\)",
    ),
    "no guess": (
        lambda: layers.top_k_accuracy([0], [[1, 2]], 0),
        "`k` is 0 but must be a whole number from 1 up",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_makes_no_sense_is_refused_with_both_values(case):
    call, message = WRONG[case]
    with pytest.raises(ValueError, match=message):
        call()
