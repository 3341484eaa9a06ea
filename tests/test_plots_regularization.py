"""The gap between training and validation, and where early stopping ends a training."""

import ipywidgets
import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import layers, plots, widgets

RNG = np.random.default_rng(3)
EPOCHS = np.arange(30)
TRAINING = 2.3 * np.exp(-EPOCHS / 6) + 0.05 * RNG.random((3, 30))
VALIDATION = 2.3 * np.exp(-EPOCHS / 5) + 0.015 * EPOCHS + 0.1 * RNG.random((3, 30))
PAIR = (TRAINING, VALIDATION)

GALLERY = {
    "three practices": lambda: plots.show_gaps.picture(
        {"nothing": PAIR, "dropout 0.5": PAIR, "weight decay": PAIR}, title="The gap opens"
    ),
    "four practices": lambda: plots.show_gaps.picture(
        {"nothing": PAIR, "dropout": PAIR, "weight decay": PAIR, "both together": PAIR},
        title="Four of them side by side",
    ),
    "one practice, one epoch": lambda: plots.show_gaps.picture(
        {"nothing": (TRAINING[:, :1], VALIDATION[:, :1])}, title="One epoch"
    ),
    "a stop": lambda: plots.show_stop.picture(VALIDATION[0], 19, 13),
    "no stop": lambda: plots.show_stop.picture(TRAINING[0], 29, 28),
    "a stop at once": lambda: plots.show_stop.picture(VALIDATION[0], 2, 1),
    "the last is the best": lambda: plots.show_stop.picture([3, 2, 1], 2, 2),
    "one epoch": lambda: plots.show_stop.picture([1.0], 0, 0),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_a_gap_is_that_of_the_means_over_the_last_epochs():
    training, validation = np.full((2, 6), 0.5), np.array([[2, *[1.0] * 5], [2, *[1.5] * 5]])
    picture = plots.show_gaps.picture({"nothing": (training, validation)}, title="A gap")
    assert "training ends at 0.5, validation at 1.25, a gap of 0.75" in picture.alt
    assert "final gap 0.75" in picture.words


def test_gaps_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="`runs` has 0 entries"):
        plots.show_gaps.picture({}, title="None")
    with pytest.raises(ValueError, match=r"shapes \(3, 30\) and \(3, 5\) but both"):
        plots.show_gaps.picture({"a": (TRAINING, VALIDATION[:, :5])}, title="Unlike")


def test_a_stop_says_where_the_best_was_and_where_it_ends():
    picture = plots.show_stop.picture([3, 1, 2, 2, 0], 3, 1)
    assert "the lowest up to the stop, 1, at epoch 1; training stops at epoch 3" in picture.alt
    assert "nothing stops it" in plots.show_stop.picture([3, 2], 1, 1).alt
    with pytest.raises(ValueError, match="`best` is 3 and `stop` 1"):
        plots.show_stop.picture([3, 1, 2, 2, 0], 1, 3)


def test_a_slider_for_the_patience_draws_when_it_moves():
    box = widgets.patience_slider(VALIDATION[0], layers.early_stopping, 2)
    slider, view = box.children
    assert isinstance(slider, ipywidgets.IntSlider)
    slider.value = 6
    assert "patience of 6 epochs" in view.value
