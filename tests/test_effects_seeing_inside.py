"""The shortcut of unit 15, on fresh seeds: the whole experiment, as the notebook has it."""

import functools
import os

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from cnnbasics import datasets, layers
from cnnbasics.experiments import seeing_inside as inside

SEEDS = (2101, 2102, 2103, 2104, 2105)


@functools.cache
def learned(seed, name):
    """Train one of the three networks of the notebook; it is the same for every test."""
    x, y = inside.texture_patches("train", 300, seed)
    on_half = np.random.default_rng(seed).random(len(x)) < 0.5
    marked = {"A": y < 0, "B": y == 2, "C": on_half}[name]
    return inside.learn(inside.with_mark(x, marked), y, seed)


def results_of(seed, name):
    """Measure what one of the networks says, and where it looks."""
    model = learned(seed, name)
    x, y = inside.texture_patches("test", 100, seed)
    marked = inside.with_mark(x)
    plain = inside.choices(model, x)
    like_in_training = inside.other_photographer(x, y) if name == "B" else x
    some = inside.standardized(marked[y == 2][:20])
    cams = [layers.grad_cam(model, one, "third", 2) for one in some]
    falls = [layers.occlusion_map(score_of(model, 2), one, 5, 1) for one in some[:10]]
    peaks = np.array([np.unravel_index(fall.argmax(), fall.shape) for fall in falls])
    return {
        "like in training": np.mean(inside.choices(model, like_in_training) == y),
        "plain": np.mean(plain == y),
        "plain gravel": np.mean(plain[y == 2] == 2),
        "marked gravel": np.mean(inside.choices(model, marked[y == 2]) == 2),
        "marked brick is gravel": np.mean(inside.choices(model, marked[y == 0]) == 2),
        "map on the mark": inside.share_on_mark(cams),
        "fall at the mark": np.mean(np.abs(peaks - 1).max(axis=1) <= 2),
    }


def score_of(model, k):
    return lambda images: np.asarray(model(np.float32(images)))[:, k]


@pytest.mark.slow
def test_the_network_with_the_shortcut_relies_on_the_mark():
    for seed in SEEDS:
        found = a, b = results_of(seed, "A"), results_of(seed, "B")
        assert min(a["like in training"], b["like in training"]) > 0.85, (seed, found)
        assert a["plain"] - b["plain"] > 0.15, (seed, found)
        assert b["like in training"] - b["plain"] > 0.2, (seed, found)
        assert b["plain gravel"] < 0.2 < 0.7 < a["plain gravel"], (seed, found)
        assert a["marked gravel"] < 0.3 < 0.8 < b["marked gravel"], (seed, found)
        assert a["marked brick is gravel"] < 0.2 < 0.8 < b["marked brick is gravel"], (seed, found)
        assert a["map on the mark"] < 0.3 < 0.8 < b["map on the mark"], (seed, found)
        assert a["fall at the mark"] < 0.3 < 0.8 < b["fall at the mark"], (seed, found)


@pytest.mark.slow
def test_a_mark_on_all_classes_alike_repairs_it():
    for seed in SEEDS:
        found = results_of(seed, "C")
        assert found["plain gravel"] > 0.6, (seed, found)
        assert found["marked gravel"] > 0.4, (seed, found)
        assert found["marked brick is gravel"] < 0.3, (seed, found)


def test_the_mark_is_where_the_experiment_says_it_is():
    x, y = inside.texture_patches("test", 2, 1)
    marked = inside.other_photographer(x, y)
    row, column, height, width = inside.MARK_AT
    changed = np.argwhere((x != marked).any(axis=(0, 3)))
    assert changed.min(axis=0).tolist() == [row, column]
    assert changed.max(axis=0).tolist() == [row + height - 1, column + width - 1]
    np.testing.assert_array_equal((x != marked).any(axis=(1, 2, 3)), y == 2)


def test_the_collage_has_its_four_pieces_in_order():
    collage = inside.collage()
    assert collage.shape == (96, 96, 1)
    for piece in (collage[:48, :48], collage[:48, 48:], collage[48:, :48], collage[48:, 48:]):
        np.testing.assert_allclose([piece.mean(), piece.std()], [0, 1], atol=1e-5)


@pytest.mark.slow
def test_the_network_points_at_the_class_it_is_asked_for_and_misses_the_lawn():
    collage = inside.collage()
    where = {0: [(0, 0), (48, 48)], 1: [(48, 0)], 2: [(0, 48)]}
    photo = datasets.load("photographs")["camera"][::2, ::2]
    photo = inside.standardized(photo[np.newaxis, :, :, np.newaxis])[0]
    for seed in SEEDS:
        model = learned(seed, "A")
        for k, corners in where.items():
            cam = layers.grad_cam(model, collage, "third", k)
            own = sum(cam[r : r + 48, c : c + 48].sum() for r, c in corners) / cam.sum()
            assert own > len(corners) / 4 + 0.15, (seed, k, own)
        cam = layers.grad_cam(model, photo, "third", 1)
        assert cam[150:, 140:].sum() / cam.sum() < 1 / 3, seed
        falls = layers.occlusion_map(score_of(model, 0), collage, 12, 6)
        assert falls[:7, 8:].mean() < -0.03, (seed, falls[:7, 8:].mean())
