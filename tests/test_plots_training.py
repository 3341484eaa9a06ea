"""The slope of a loss, and a loss that falls while kernels change."""

import ipywidgets
import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import plots, widgets

RNG = np.random.default_rng(4)
FALLING = 2.3 * np.exp(-np.arange(90) / 30) + 0.2 * RNG.random(90)
KERNELS = {0: RNG.normal(size=(3, 3, 8)), 90: RNG.normal(size=(3, 3, 8))}

GALLERY = {
    "a tangent": lambda: plots.show_tangent.picture(
        np.square, 1.5, 3.0, -2, 3, name="first weight"
    ),
    "a flat tangent": lambda: plots.show_tangent.picture(lambda w: 0.0, 1, 0, 0, 2, title="Flat"),
    "a training": lambda: plots.show_training.picture(
        FALLING, KERNELS, chance=np.log(10), title="The loss falls"
    ),
    "one step": lambda: plots.show_training.picture(
        [1.0], {0: np.zeros((2, 3, 1))}, title="One step"
    ),
    "many kernels": lambda: plots.show_training.picture(
        FALLING, {0: RNG.normal(size=(3, 3, 32))}, title="Thirty-two kernels"
    ),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_a_tangent_says_where_it_touches_and_how_steep_it_is():
    picture = plots.show_tangent.picture(np.square, 1, 2, 0, 3)
    assert "1 at 1, where a tangent of slope 2 touches it" in picture.alt
    with pytest.raises(ValueError, match="`low` is 3 but must be below"):
        plots.show_tangent.picture(np.square, 1, 2, 3, 0)


def test_a_training_says_from_where_to_where_the_loss_went():
    picture = plots.show_training.picture(np.linspace(2, 1, 10), KERNELS, title="Down")
    assert "from 2 to 1 in the running mean, and 8 kernels after 0, 90 steps" in picture.alt
    with pytest.raises(ValueError, match="`kernels` has 0 entries"):
        plots.show_training.picture([1.0], {}, title="None")


def test_a_slider_for_a_weight_draws_when_it_moves():
    box = widgets.tangent_slider(np.square, lambda w: 2 * w, 1.0, 0.0, 3.0)
    slider, view = box.children
    assert isinstance(slider, ipywidgets.FloatSlider)
    slider.value = 2.0
    assert "slope 4" in view.value
