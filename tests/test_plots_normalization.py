"""Spread and levels say what they show, and what cannot be drawn is refused."""

import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import plots
from cnnbasics.widgets import batch_norm_sliders

RUNS = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.7]])
X = np.random.default_rng(0).normal(size=(2, 5, 6, 3)) + np.arange(3)

GALLERY = {
    "one arm": lambda: plots.show_spread.picture({"plain": RUNS}, title="It rises"),
    "four arms": lambda: plots.show_spread.picture(
        {name: RUNS / k for k, name in enumerate("abcd", 1)}, title="Apart", level=(0.1, "chance")
    ),
    "one epoch": lambda: plots.show_spread.picture({"plain": RUNS[:, :1]}, title="A point"),
    "levels": lambda: plots.show_levels.picture(X, X * 2, title="Twice as wide"),
    "one value": lambda: plots.show_levels.picture(0 * X + 3, X, title="Flat before"),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_spread_says_where_the_means_go():
    said = GALLERY["one arm"]().alt
    assert "plain: the mean of 2 runs goes from 0.15 to 0.6" in said


def test_levels_say_mean_and_std():
    assert "channel 0 has mean 3 and std 0" in GALLERY["one value"]().alt


@pytest.mark.parametrize(
    ("arms", "words"),
    [
        ({}, "`arms` has 0 entries but the figure holds 1 to 4"),
        ({"a": RUNS, "b": RUNS[:, :2]}, r"`arms\['b'\]` has 2 epochs but must have 3"),
    ],
)
def test_arms_that_do_not_fit_are_refused(arms, words):
    with pytest.raises(ValueError, match=words):
        plots.show_spread.picture(arms, title="No")


def test_channels_that_differ_are_refused():
    with pytest.raises(ValueError, match="`before` has 3 channels and `after` 2"):
        plots.show_levels.picture(X, X[..., :2], title="No")


def test_sliders_draw_the_batch_with_another_gamma_and_beta():
    box = batch_norm_sliders(X)
    sliders, view = box.children
    sliders.children[0].value = 2
    assert "std 2" in view.value
