"""Scores, splits and weights for a rare class, against Keras or an independent computation."""

import inspect
import itertools

import keras
import numpy as np
import pytest

from cnnbasics import layers

SIGNATURES = {
    "sensitivity_specificity": "(y, p)",
    "roc_auc": "(y, scores)",
    "dice": "(a, b)",
    "patient_split": "(patients, y, frac, rng)",
    "class_weights": "(y)",
    "scans_card": "()",
}


@pytest.fixture
def rng():
    return np.random.default_rng(18)


def labels(rng, n):
    """Draw labels of which both kinds occur."""
    return rng.permutation([0, 1, *rng.integers(0, 2, n - 2)])


def test_the_signatures_are_those_of_the_contracts():
    found = {name: str(inspect.signature(getattr(layers, name))) for name in SIGNATURES}
    assert found == SIGNATURES


@pytest.mark.parametrize("n", [2, 9, 40, 300])
def test_sensitivity_and_specificity_are_keras_recalls_of_the_two_classes(n, rng):
    y, p = labels(rng, n), rng.integers(0, 2, n)
    for found, truth, called in zip(
        layers.sensitivity_specificity(y, p), (y, 1 - y), (p, 1 - p), strict=True
    ):
        recall = keras.metrics.Recall()
        recall.update_state(truth, called)
        assert found == pytest.approx(float(recall.result()), abs=1e-6)


def test_sensitivity_is_0_where_nobody_is_ill_and_specificity_where_nobody_is_healthy():
    assert layers.sensitivity_specificity([0, 0], [1, 0]) == (0.0, 0.5)
    assert layers.sensitivity_specificity([1, 1], [1, 0]) == (0.5, 0.0)


@pytest.mark.parametrize("levels", [2, 5, 1000])
@pytest.mark.parametrize("n", [2, 7, 60])
def test_the_area_is_a_share_of_pairs_and_lies_under_the_curve(n, levels, rng):
    for _ in range(20):
        y, scores = labels(rng, n), rng.integers(0, levels, n) / 8
        pairs = [
            1.0 if one > other else 0.5 if one == other else 0.0
            for one, other in itertools.product(scores[y == 1], scores[y == 0])
        ]
        assert layers.roc_auc(y, scores) == pytest.approx(np.mean(pairs))
        cuts = [np.inf, *np.unique(scores)[::-1]]
        x, height = (np.array([np.mean(scores[y == k] >= cut) for cut in cuts]) for k in (0, 1))
        area = np.sum(np.diff(x) * (height[1:] + height[:-1]) / 2)
        assert layers.roc_auc(y, scores) == pytest.approx(area)


def test_the_area_is_that_of_scikit_learn(rng):
    from sklearn.metrics import roc_auc_score

    for _ in range(30):
        y, scores = labels(rng, 25), rng.integers(0, 6, 25).astype(float)
        assert layers.roc_auc(y, scores) == pytest.approx(roc_auc_score(y, scores))


def test_dice_is_2_iou_over_1_plus_iou(rng):
    for shape in ((5, 7), (3, 4, 2), (30,)):
        a, b = rng.random((2, *shape)) < 0.4
        iou = np.sum(a & b) / np.sum(a | b)
        assert layers.dice(a, b) == pytest.approx(2 * iou / (1 + iou))
        assert layers.dice(a.astype(np.uint8), b.astype(int)) == layers.dice(a, b)
    assert layers.dice(np.zeros((2, 2)), np.zeros((2, 2))) == 1.0
    assert layers.dice([1, 0], [0, 0]) == 0.0


def test_class_weights_are_scikit_learns_and_sum_to_the_number_of_examples(rng):
    from sklearn.utils.class_weight import compute_class_weight

    for _ in range(10):
        y = rng.choice([0, 2, 5], 30, p=[0.6, 0.3, 0.1])
        weights, names = layers.class_weights(y), np.unique(y)
        assert [*weights] == names.tolist()
        expected = compute_class_weight("balanced", classes=names, y=y)
        np.testing.assert_allclose([*weights.values()], expected)
        assert sum(weights[int(label)] for label in y) == pytest.approx(len(y))


def test_keras_takes_the_class_weights_and_the_loss_keeps_its_size(rng):
    y = np.repeat([0, 1], [9, 3])
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(keras.optimizers.SGD(0.0), keras.losses.BinaryCrossentropy(from_logits=True))
    x = rng.normal(size=(12, 2)).astype("float32")
    options = {"batch_size": 12, "epochs": 1, "verbose": 0}
    plain = model.fit(x, y[:, None], **options).history["loss"][0]
    weighted = model.fit(x, y[:, None], class_weight=layers.class_weights(y), **options)
    assert plain == pytest.approx(np.log(2), rel=1e-5)
    assert weighted.history["loss"][0] == pytest.approx(np.log(2), rel=1e-5)


@pytest.mark.parametrize("frac", [0.25, 1 / 3, 0.5])
def test_a_split_keeps_patients_whole_and_shares_out_the_ill(frac, rng):
    patients = rng.permutation(np.repeat(np.arange(100, 140), rng.integers(1, 9, 40)))
    y = ((patients < 112) & (rng.random(len(patients)) < 0.6)).astype(int)
    train, held = layers.patient_split(patients, y, frac, np.random.default_rng(0))
    assert sorted([*train, *held]) == list(range(len(patients)))
    assert not set(patients[train]) & set(patients[held])
    ill = set(patients[y == 1])
    for group in (ill, set(patients) - ill):
        assert len(group & set(patients[held])) == round(frac * len(group))
    again = layers.patient_split(patients, y, frac, np.random.default_rng(0))
    np.testing.assert_array_equal(held, again[1])
    other = layers.patient_split(patients, y, frac, np.random.default_rng(1))
    assert set(patients[held]) != set(patients[other[1]])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: layers.sensitivity_specificity([0, 1], [1]), "`y` has 2 labels but `p` has 1"),
        (lambda: layers.sensitivity_specificity([0, 2], [1, 1]), "`y` holds the class 2"),
        (lambda: layers.roc_auc([0, 0], [1.0, 2.0]), "0 ill and 2 healthy"),
        (lambda: layers.roc_auc([0, 1], [1.0]), "2 labels but there are 1 scores"),
        (lambda: layers.dice([1, 0], [1]), r"shape \(2,\) but `b` has shape \(1,\)"),
        (lambda: layers.dice([1, 0], [0, 3]), "`b` goes from 0 to 3"),
        (lambda: layers.class_weights([0.5]), "`y` holds float64"),
        (lambda: layers.patient_split([1], [0, 1], 0.5, None), "1 entries but `y` has 2"),
    ],
)
def test_what_does_not_fit_is_said_with_both_values(call, words):
    with pytest.raises(ValueError, match=words):
        call()


def test_the_card_has_words_in_each_part():
    card = layers.scans_card()
    assert [*card] == ["data", "intended_use", "figures", "failures", "harm"]
    assert all(len(text.split()) >= 6 for text in card.values())
