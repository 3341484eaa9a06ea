"""The scores of unit 16, against scikit-learn, SciPy and plain counting."""

import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from sklearn.metrics import precision_recall_fscore_support

from cnnbasics import layers
from cnnbasics.exercises.model_card import PARTS


@pytest.mark.parametrize("seed", range(8))
def test_the_report_of_each_class_is_scikit_learns(seed):
    rng = np.random.default_rng(seed)
    k, n = rng.integers(2, 9), rng.integers(3, 60)
    y, p = rng.integers(0, k, n), rng.integers(0, max(k - 1, 1), n)  # one class is never called
    found = layers.per_class_report(y, p, k)
    wanted = precision_recall_fscore_support(y, p, labels=range(k), zero_division=0)
    for name, values in zip(("precision", "recall", "f1", "support"), wanted, strict=True):
        np.testing.assert_allclose(found[name], values, err_msg=name)


@pytest.mark.parametrize("seed", range(8))
def test_the_worst_confusions_are_those_that_counting_finds(seed):
    rng = np.random.default_rng(seed)
    k = int(rng.integers(2, 9))
    table = rng.integers(0, 9, (k, k)) * (rng.random((k, k)) < 0.7)
    table[rng.integers(k)] = 0
    found = layers.worst_confusions(table, 5)
    shares = [
        table[a, b] / table[a].sum()
        for a in range(k)
        for b in range(k)
        if a != b and table[a, b] > 0
    ]
    assert np.allclose([share for *_, share in found], sorted(shares, reverse=True)[:5])
    for a, b, share in found:
        assert a != b
        assert share == pytest.approx(table[a, b] / table[a].sum())
    assert len(set(found)) == len(found)


def test_a_table_that_is_none_is_refused():
    with pytest.raises(ValueError, match=r"has shape \(2, 3\) but must be square"):
        layers.worst_confusions(np.ones((2, 3), dtype=int), 1)
    with pytest.raises(ValueError, match="holds -1 but counts are 0 or more"):
        layers.worst_confusions([[1, -1], [0, 2]], 1)
    with pytest.raises(ValueError, match="`n` is 0"):
        layers.worst_confusions([[1, 1], [0, 2]], 0)


def logits(seed, n=400, scale=2.0):
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 4, n)
    z = rng.normal(size=(n, 4))
    z[np.arange(n), y] += 1
    return scale * z, y


@pytest.mark.parametrize("bins", [1, 7, 10])
def test_reliability_is_what_going_through_the_predictions_finds(bins):
    z, y = logits(bins)
    found = layers.reliability(z, y, bins)
    chances = layers.softmax(z)
    steps = [[] for _ in range(bins)]
    for row, label in zip(chances, y, strict=True):
        place = min(int(row.max() * bins), bins - 1)
        steps[place].append((row.max(), row.argmax() == label))
    for place, step in enumerate(steps):
        assert found["count"][place] == len(step)
        sure, right = np.mean(step, axis=0) if step else (0, 0)
        assert found["confidence"][place] == pytest.approx(sure)
        assert found["accuracy"][place] == pytest.approx(right)
    apart = sum(len(s) * abs(np.mean([c - r for c, r in s])) for s in steps if s) / len(y)
    assert layers.calibration_error(z, y, bins) == pytest.approx(apart)


def test_a_network_that_is_quite_sure_falls_into_the_last_step():
    found = layers.reliability([[1000.0, 0.0]], [0], 4)
    assert found["count"].tolist() == [0, 0, 0, 1]


@pytest.mark.parametrize("scale", [0.5, 1.0, 3.0, 8.0])
def test_the_temperature_is_where_scipy_finds_the_lowest_cost(scale):
    z, y = logits(3, scale=scale)
    cost = minimize_scalar(
        lambda log_t: layers.cross_entropy(z / np.exp(log_t), y), bounds=(-2.3, 3), method="bounded"
    )
    assert layers.fit_temperature(z, y) == pytest.approx(np.exp(cost.x), rel=0.01)


def test_as_many_labels_as_rows_are_asked_for():
    with pytest.raises(ValueError, match="`z` has 2 rows but `y` has 1 labels"):
        layers.reliability(np.zeros((2, 3)), [0])


def test_the_card_has_its_parts_and_no_other():
    assert list(layers.textures_card()) == list(PARTS)
