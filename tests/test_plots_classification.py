"""Confidence and accuracy, drawn, and the slider for the temperature."""

import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import layers, plots, widgets

RNG = np.random.default_rng(16)
Y = RNG.integers(0, 3, 500)
Z = 3 * RNG.normal(size=(500, 3)) + 2 * np.eye(3)[Y]
ONE = layers.reliability(Z, Y)

GALLERY = {
    "one network": lambda: plots.show_reliability.picture({"a network": ONE}, title="One"),
    "two networks": lambda: plots.show_reliability.picture(
        {"a network": ONE, "divided by 2": layers.reliability(Z / 2, Y)}, title="Two"
    ),
    "three networks": lambda: plots.show_reliability.picture(
        {f"divided by {t}": layers.reliability(Z / t, Y) for t in (1, 2, 4)}, title="Three"
    ),
    "a long name": lambda: plots.show_reliability.picture(
        {"a network with a name that goes on and on and does not fit": ONE, "another": ONE},
        title="Names are broken into lines",
    ),
    "one prediction": lambda: plots.show_reliability.picture(
        {"one": layers.reliability(Z[:1], Y[:1], 1)}, title="One step, one prediction"
    ),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_the_figure_says_how_sure_and_how_often_right():
    found = {
        "count": np.array([0, 4]),
        "confidence": np.array([0, 0.9]),
        "accuracy": np.array([0, 0.5]),
    }
    picture = plots.show_reliability.picture({"a network": found}, title="Too sure")
    assert "sure 90%, right 50%, apart 0.400" in picture.alt


def test_too_many_networks_or_none_are_refused():
    with pytest.raises(ValueError, match="has 0 entries but the figure holds 1 to 3"):
        plots.show_reliability.picture({}, title="None")
    with pytest.raises(ValueError, match="has 4 entries but the figure holds 1 to 3"):
        plots.show_reliability.picture(dict.fromkeys("abcd", ONE), title="Four")


def test_a_network_without_predictions_is_refused():
    nothing = {"count": [0, 0], "confidence": [0, 0], "accuracy": [0, 0]}
    with pytest.raises(ValueError, match="has 2 counts of 0 predictions"):
        plots.show_reliability.picture({"none": nothing}, title="None")


def test_a_slider_for_the_temperature_draws_when_it_moves():
    sliders, view = widgets.temperature_slider(Z, Y).children
    (slider,) = sliders.children
    slider.value = 25
    assert "divided by 2.5" in view.value
