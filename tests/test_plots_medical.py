"""A threshold among scores, ROC curves, and masks beside the truth."""

import ipywidgets
import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import plots, widgets

RNG = np.random.default_rng(18)
Y = (RNG.random(240) < 0.25).astype(int)
SCORES = RNG.normal(size=240) + 1.8 * Y
GUESSED = RNG.normal(size=240)
SCANS = [RNG.normal(size=(32, 32)) for _ in range(8)]
TRUTH = np.zeros((32, 32), dtype=bool)
TRUTH[5:9, 6:10] = True
SHIFTED = np.roll(TRUTH, 1, axis=0)

GALLERY = {
    "a threshold": lambda: plots.show_threshold.picture(Y, SCORES, 1.0, title="In the middle"),
    "below all": lambda: plots.show_threshold.picture(Y, SCORES, -9, title="All are called ill"),
    "above all": lambda: plots.show_threshold.picture(Y, SCORES, 99, title="Nobody is called ill"),
    "equal scores": lambda: plots.show_threshold.picture(Y, 0 * SCORES, 0.5, title="All alike"),
    "two panels": lambda: plots.show_roc.picture(
        {
            "tested on other scans": {"flat": (Y, SCORES), "map": (Y, SCORES)},
            "tested on other patients": {"flat": (Y, GUESSED), "map": (Y, SCORES)},
        },
        title="Both look good; one of them knows nothing",
    ),
    "three panels in two rows": lambda: plots.show_roc.picture(
        {str(k): {"one": (Y, SCORES)} for k in range(3)}, title="Three"
    ),
    "one panel": lambda: plots.show_roc.picture({"one": {"one": (Y, SCORES)}}, title="One"),
    "one mask": lambda: plots.show_masks.picture(
        SCANS[:1], [TRUTH], [SHIFTED], ["Dice 0.75"], title="One row too low"
    ),
    "eight masks": lambda: plots.show_masks.picture(
        SCANS, [TRUTH] * 8, [SHIFTED] * 8, ["Dice 0.75"] * 8, title="Eight"
    ),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_a_threshold_is_said_with_what_it_finds_and_what_it_alarms():
    y, scores = np.array([1, 1, 0, 0, 0]), np.array([0.5, 2.0, 0.5, 0.0, -1.0])
    picture = plots.show_threshold.picture(y, scores, 0.5, title="At the threshold is ill")
    assert "found 2 of 2 ill: sensitivity 1" in picture.words
    assert "1 false alarms among 3 healthy: specificity 0.67" in picture.words


def test_curves_are_named_with_their_areas():
    picture = plots.show_roc.picture({"new": {"guess": ([0, 1], [0.0, 0.0])}}, title="A coin")
    assert "guess: 0.50" in picture.words
    assert "new, guess: area 0.50" in picture.alt


def test_masks_are_counted_pixel_by_pixel():
    picture = plots.show_masks.picture(SCANS[:1], [TRUTH], [SHIFTED], ["one"], title="Counted")
    assert "one: 12 both, 4 missed, 4 only the network" in picture.alt


@pytest.mark.parametrize(
    ("draw", "words"),
    [
        (lambda: plots.show_threshold.picture([1, 1], [0.0, 1.0], 0, title="x"), "2 ill and 0"),
        (lambda: plots.show_roc.picture({"a": {}}, title="x"), "has 0 curves but holds 1 to 4"),
        (lambda: plots.show_masks.picture([], [], [], [], title="x"), "has 0 entries"),
        (
            lambda: plots.show_masks.picture(SCANS[:1], [TRUTH[1:]], [TRUTH], ["a"], title="x"),
            "`truths` must hold a mask of the shape",
        ),
    ],
)
def test_what_cannot_be_drawn_is_said(draw, words):
    with pytest.raises(ValueError, match=words):
        draw()


def test_a_slider_for_the_threshold_draws_when_it_moves():
    box = widgets.threshold_slider(Y, SCORES, 25)
    sliders, view = box.children
    (slider,) = sliders.children
    assert isinstance(slider, ipywidgets.IntSlider)
    assert view.value == ""
    slider.value = 0
    assert "sensitivity 0." in view.value
    slider.value = 100
    assert "sensitivity 1." in view.value
