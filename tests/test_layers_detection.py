"""Boxes: IoU by counting, suppression by TensorFlow, decoding undone, average precision by hand."""

import numpy as np
import pytest

from cnnbasics import layers
from cnnbasics.experiments.faces import split_faces
from cnnbasics.layers.detection import iou_table

RNG = np.random.default_rng


def boxes_of(rng, n, side=30):
    """Draw boxes whose corners are whole numbers."""
    ends = np.sort([[rng.choice(side, 2, replace=False) for _ in range(2)] for _ in range(n)])
    return ends.transpose(0, 2, 1).reshape(n, 4).astype(float)


@pytest.mark.parametrize("seed", range(30))
def test_iou_counts_the_squares_of_a_grid(seed):
    a, b = boxes_of(RNG(seed), 2)
    y, x = np.mgrid[:30, :30]
    one, other = ((x >= p[0]) & (x < p[2]) & (y >= p[1]) & (y < p[3]) for p in (a, b))
    right = (one & other).sum() / (one | other).sum()
    np.testing.assert_allclose(layers.iou(a, b), right)
    np.testing.assert_allclose(layers.iou(b, a), right)
    np.testing.assert_allclose(iou_table(a[np.newaxis], b[np.newaxis]), [[right]])


@pytest.mark.parametrize("seed", range(20))
def test_suppression_agrees_with_tensorflow(seed):
    import tensorflow as tf

    rng = RNG(seed)
    boxes, scores = boxes_of(rng, 25), rng.permutation(25) / 25
    threshold = rng.choice([0.13, 0.31, 0.52])
    rows_first = boxes[:, [1, 0, 3, 2]].astype(np.float32)
    right = tf.image.non_max_suppression(
        rows_first, scores.astype(np.float32), 25, float(threshold)
    )
    np.testing.assert_array_equal(layers.nms(boxes, scores, threshold), right)


def test_suppression_of_nothing_is_nothing():
    assert layers.nms(np.empty((0, 4)), np.empty(0), 0.5).shape == (0,)


@pytest.mark.parametrize("seed", range(20))
def test_decoding_undoes_what_makes_deltas_of_boxes(seed):
    rng = RNG(seed)
    anchors, boxes = boxes_of(rng, 9), boxes_of(rng, 9)
    size, new = anchors[:, 2:] - anchors[:, :2], boxes[:, 2:] - boxes[:, :2]
    shift = (boxes[:, 2:] + boxes[:, :2] - anchors[:, 2:] - anchors[:, :2]) / 2 / size
    deltas = np.concatenate([shift, np.log(new / size)], axis=1)
    np.testing.assert_allclose(layers.decode_boxes(anchors, deltas), boxes, atol=1e-9)


def of_hits(hits, missing):
    """Measure one image with such a list of hits, and some truths that are never found."""
    truths = np.array([[10 * k, 0, 10 * k + 4, 4] for k in range(sum(hits) + missing)], float)
    free = iter(truths)
    boxes = [next(free) if hit else np.array([0, 50, 4, 54]) for hit in hits]
    return layers.average_precision([np.array(boxes)], [-np.arange(len(hits))], [truths])


def test_average_precision_by_hand():
    np.testing.assert_allclose(of_hits([1, 0, 0, 1, 1], 1), 0.55)
    np.testing.assert_allclose(of_hits([1, 1], 0), 1.0)
    np.testing.assert_allclose(of_hits([0, 0], 2), 0.0)


@pytest.mark.parametrize("seed", range(20))
def test_average_precision_is_the_area_under_the_best_precision_at_each_recall(seed):
    rng = RNG(seed)
    hits = (rng.random(15) < 0.5).astype(int)
    missing = int(rng.integers(1, 4))
    precision = hits.cumsum() / np.arange(1, 16)
    recall = hits.cumsum() / (hits.sum() + missing)
    levels = (np.arange(200_000) + 0.5) / 200_000
    order = np.searchsorted(recall, levels)  # the first box that reaches each level
    best = np.append(np.maximum.accumulate(precision[::-1])[::-1], 0)
    np.testing.assert_allclose(of_hits(list(hits), missing), best[order].mean(), atol=1e-4)


def test_a_second_box_on_a_truth_is_a_miss():
    truth = np.array([[0.0, 0.0, 4.0, 4.0], [9.0, 9.0, 12.0, 12.0]])
    found = [truth[[0, 0, 1]]]
    value = layers.average_precision(found, [np.array([0.9, 0.8, 0.7])], [truth])
    np.testing.assert_allclose(value, (1 + 2 / 3) / 2)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: layers.iou(np.ones(3), np.ones(4)), r"`a` has shape \(3,\)"),
        (lambda: layers.iou(np.array([2, 0, 1, 1]), np.ones(4)), r"the box \[2, 0, 1, 1\]"),
        (lambda: layers.nms(np.array([[0, 0, 1, 1]]), np.ones(2), 0.5), "`scores` has 2 entries"),
        (lambda: layers.decode_boxes(np.array([[0, 0, 1, 1]]), np.ones((2, 4))), "2 rows"),
        (lambda: layers.average_precision([], [np.ones(1)], []), "are of 0, 1 and 0 images"),
    ],
)
def test_what_makes_no_sense_is_refused_with_both_values(call, words):
    with pytest.raises(ValueError, match=words):
        call()


def test_the_card_counts_the_faces_as_they_are():
    _, y, _, y_test = split_faces()
    data = layers.detector_card()["data"]
    assert f"{y.sum()} faces" in data
    assert f"{y_test.sum()} held-out faces" in data.replace("\n", " ")
