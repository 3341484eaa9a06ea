"""Curves, and what a bias does to a feature map."""

import ipywidgets
import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import layers, plots, widgets

EDGES = np.array([[-2.0, -0.25, 0.0], [0.25, 0.5, 3.0]])
PHOTO = np.random.default_rng(5).integers(-255, 256, (24, 36)) / 255

GALLERY = {
    "curves": lambda: plots.show_curves.picture(
        {"ReLU": layers.relu, "a tanh that is called by a long name": layers.tanh},
        title="Two ways to bend a line",
    ),
    "curves in rows": lambda: plots.show_curves.picture(
        {"e": np.exp, "cube": lambda x: x**3, "x": lambda x: x, "sine": np.sin, "none": np.sign},
        title="Five curves",
    ),
    "biases": lambda: plots.show_biases.picture(PHOTO, [-0.5, 0, 0.5]),
    "one bias": lambda: plots.show_biases.picture(EDGES, [0.1], layers.tanh, title="A tanh"),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_curves_say_where_they_begin_and_end():
    picture = plots.show_curves.picture({"square": np.square}, -2, 4, title="A square")
    assert "Curves over −2 to 4" in picture.alt
    assert "square goes from 4 to 16 and is 1 in the middle" in picture.alt


def test_each_curve_has_its_name():
    names = {"ReLU": layers.relu, "sigmoid": layers.sigmoid, "tanh": layers.tanh}
    picture = plots.show_curves.picture(names, title="Three")
    assert set(names) <= set(picture.words)


def test_curves_that_break_into_rows_make_a_taller_figure():
    functions = {str(power): lambda x, power=power: x**power / 50 for power in range(1, 5)}
    wide = plots.show_curves.picture(functions, title="Powers")
    tall = plots.show_curves.picture(functions, title="Powers", columns=2)
    assert tall.height > wide.height


def test_a_steep_curve_does_not_fill_the_page():
    assert plots.show_curves.picture({"steep": lambda x: 1e6 * x}, title="Steep").height < 600


def test_a_flat_curve_can_be_drawn():
    assert plots.show_curves.picture({"none": lambda x: 0 * x}, title="Flat").height > 50


@pytest.mark.parametrize(
    "function", [lambda x: None, lambda x: x[:3], lambda x: x / 0, lambda x: 1j * x]
)
def test_what_is_no_curve_is_refused_by_its_name(function):
    with (
        np.errstate(all="ignore"),
        pytest.raises(ValueError, match=r"'mine' gave .* but must give 801 finite numbers"),
    ):
        plots.show_curves.picture({"mine": function}, title="None")


def test_no_curve_and_no_range_are_refused():
    with pytest.raises(ValueError, match="`functions` has 0 entries"):
        plots.show_curves.picture({}, title="None")
    with pytest.raises(ValueError, match="`low` is 4 but must be below `high`, −4"):
        plots.show_curves.picture({"x": abs}, 4, -4, title="None")


def test_a_function_cannot_change_the_next_ones_numbers():
    def spoils(x):
        x[:] = 0
        return x

    picture = plots.show_curves.picture({"spoils": spoils, "line": lambda x: x}, title="Two")
    assert "line goes from −4 to 4" in picture.alt


def test_a_bias_says_how_much_it_lets_pass():
    picture = plots.show_biases.picture(EDGES, [-1, 0, 1])
    assert "bias −1: 17% above 0" in picture.alt
    assert "bias 0: 50% above 0" in picture.alt
    assert "bias 1: 83% above 0" in picture.alt


def test_biases_are_needed():
    with pytest.raises(ValueError, match="`biases` has 0 entries"):
        plots.show_biases.picture(EDGES, [])
    with pytest.raises(ValueError, match="`feature_map` has shape"):
        plots.show_biases.picture(np.zeros(3), [0])


def test_the_slider_of_the_bias_draws_with_the_function_given():
    seen = []

    def activation(z):
        seen.append(z)
        return layers.relu(z)

    box = widgets.bias_slider(EDGES, activation)
    slider, view = box.children
    assert isinstance(slider, ipywidgets.FloatSlider)
    assert (slider.min, slider.max) == (-3.0, 3.0)
    assert view.value == ""
    slider.value = -3.0
    np.testing.assert_array_equal(seen[-1], EDGES - 3)
    assert view.value == plots.show_biases.picture(EDGES, [-3.0]).html


def test_the_still_picture_stands_above_the_slider(monkeypatch):
    shown = []
    monkeypatch.setattr(widgets, "display", lambda bundle, raw: shown.append(bundle))
    monkeypatch.setattr(plots.sheet, "display", shown.append)
    widgets.explore_bias(EDGES, [-1, 1])
    assert shown[0] == plots.show_biases.picture(EDGES, [-1, 1])
    assert shown[1]["text/plain"] == "Here is a slider for the bias."
