"""Distances, the triplet loss and the two errors, against Keras and against plain loops."""

import numpy as np
import pytest

from cnnbasics import layers

REPEATS = range(20)


def random_pairs(rng):
    count = int(rng.integers(5, 60))
    same = rng.permutation(np.arange(count) < rng.integers(1, count))
    return rng.integers(-9, 9, count) / 4, same


@pytest.mark.parametrize("seed", REPEATS)
def test_distances_are_those_of_a_loop_over_pairs(seed):
    rng = np.random.default_rng(seed)
    m, n, d = rng.integers(1, 9, 3)
    a, b = rng.normal(size=(m, d)), rng.normal(size=(n, d))
    found = layers.pairwise_distance(a, b)
    assert found.shape == (m, n)
    for i in range(m):
        for j in range(n):
            assert found[i, j] == pytest.approx(np.linalg.norm(a[i] - b[j]), rel=1e-12)


def test_distances_of_pixels_do_not_wrap_around():
    a = np.array([[0, 255]], dtype=np.uint8)
    assert layers.pairwise_distance(a, a[:, ::-1]) == pytest.approx(255 * np.sqrt(2))


@pytest.mark.parametrize("seed", REPEATS)
def test_the_triplet_loss_is_that_of_keras_operations(seed):
    from keras import ops

    rng = np.random.default_rng(seed)
    count, length = rng.integers(1, 12, 2)
    a, p, n = rng.normal(size=(3, count, length)).astype(np.float32)
    margin = float(rng.uniform(0, 3))
    near, far = (ops.sum(ops.square(ops.subtract(a, other)), axis=1) for other in (p, n))
    wanted = float(ops.mean(ops.relu(near - far + margin)))
    assert layers.triplet_loss(a, p, n, margin) == pytest.approx(wanted, rel=1e-4, abs=1e-5)


@pytest.mark.parametrize("seed", REPEATS)
def test_the_rates_are_those_of_a_count_pair_by_pair(seed):
    rng = np.random.default_rng(seed)
    scores, same = random_pairs(rng)
    threshold = float(rng.choice(scores))
    accepts = sum(s >= threshold and not k for s, k in zip(scores, same, strict=True))
    rejects = sum(s < threshold and k for s, k in zip(scores, same, strict=True))
    wanted = accepts / max(np.sum(~same), 1), rejects / max(np.sum(same), 1)
    assert layers.far_frr(scores, same, threshold) == pytest.approx(wanted)


@pytest.mark.parametrize("kind", [True, False])
def test_a_rate_without_pairs_is_0(kind):
    rates = layers.far_frr([0.5, 0.25], [kind, kind], 0.3)
    assert rates == ((0.0, 0.5) if kind else (0.5, 0.0))


@pytest.mark.parametrize("seed", REPEATS)
def test_no_threshold_has_a_smaller_sum_than_the_chosen_one(seed):
    scores, same = random_pairs(np.random.default_rng(seed))
    chosen = sum(layers.far_frr(scores, same, layers.pick_threshold(scores, same)))
    tries = np.concatenate([scores, scores + 0.1, [-99.0, 99.0]])
    assert chosen <= min(sum(layers.far_frr(scores, same, t)) for t in tries) + 1e-12


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: layers.pairwise_distance(np.ones((2, 3)), np.ones((2, 4))), "3 columns"),
        (lambda: layers.triplet_loss([[1.0]], [[1.0]], [[1.0], [2.0]], 1), r"\(2, 1\)"),
        (lambda: layers.far_frr([0.5], [True, False], 0.3), "1 pairs"),
        (lambda: layers.pick_threshold([0.5, 0.2], [True, True]), "2 of 2"),
    ],
)
def test_what_does_not_fit_is_refused_with_both_values(call, words):
    with pytest.raises(ValueError, match=words):
        call()
