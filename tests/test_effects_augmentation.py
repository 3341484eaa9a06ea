"""Shifted versions help where places vary, and hardly matter where they do not."""

import numpy as np
import pytest

from cnnbasics.experiments import augmentation

SEEDS = range(100, 105)


def ends(curves, name):
    return curves[name].test_accuracy[:, -1]


@pytest.mark.slow
def test_shifts_help_on_every_seed_where_the_test_has_digits_at_random_places():
    curves = augmentation.compare(SEEDS, max_px=4)
    assert (ends(curves, "shifted") - ends(curves, "as they are")).min() > 0.25
    assert curves["as they are"].accuracy[:, -1].min() > 0.99
    assert curves["shifted"].accuracy[:, -1].max() < 0.95


@pytest.mark.slow
def test_shifts_change_little_where_the_digits_are_centered():
    curves = augmentation.compare(SEEDS, max_px=1, side=8)
    assert abs(np.mean(ends(curves, "shifted") - ends(curves, "as they are"))) < 0.06


def test_digits_wander_over_the_canvas_and_stay_whole():
    x, y, x_test, y_test = augmentation.wandering_digits(3, n_train=20)
    assert (x.shape, x_test.shape) == ((20, 16, 16, 1), (1000, 16, 16, 1))
    assert (len(y), len(y_test)) == (20, 1000)
    centered, *_ = augmentation.wandering_digits(3, n_train=20, side=8)
    np.testing.assert_allclose(x.sum(axis=(1, 2, 3)), centered.sum(axis=(1, 2, 3)))
