"""Layers say what becomes of them, runs say their means, and the slider draws."""

import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import plots, widgets

ROWS = [("first", 1216, "frozen"), ("scale", 0, "frozen"), ("old head", 582, "left out"),
        ("new head", 194, "learns")]  # fmt: skip
LABELS = {"title": "They part", "xlabel": "accuracy"}

GALLERY = {
    "layers": lambda: plots.show_layers.picture(ROWS, title="Only the head learns"),
    "a layer alone": lambda: plots.show_layers.picture([("a", 0, "learns")], title="Nothing"),
    "runs": lambda: plots.show_runs.picture(
        {"one": [0.9, 0.95], "another arm": [0.5]}, level=(0.5, "chance"), **LABELS
    ),
    "three arms": lambda: plots.show_runs.picture(
        {"a": np.linspace(0, 1, 9), "b": [1.0], "c": [0.0, 0.1]}, **LABELS
    ),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_layers_say_how_many_numbers_learn():
    picture = plots.show_layers.picture(ROWS, title="Only the head learns")
    assert "194 numbers learn, 1,216 are frozen" in picture.alt
    assert "old head: 582, left out" in picture.alt
    assert {"1,216, frozen", "no weights", "new head"} <= set(picture.words)


def test_runs_say_their_range_and_their_mean():
    picture = plots.show_runs.picture({"a": [0.5, 0.75]}, level=(0.5, "chance"), **LABELS)
    assert "a: 2 runs from 0.500 to 0.750, mean 0.625; chance at 0.5" in picture.alt
    assert "0.625" in picture.words


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda: plots.show_layers.picture([], title="a"), "0 entries"),
        (lambda: plots.show_layers.picture([("a", 1, "thawed")], title="a"), "'thawed'"),
        (lambda: plots.show_runs.picture({}, **LABELS), "0 entries"),
        (lambda: plots.show_runs.picture({"a": [1.5]}, **LABELS), "from 0 to 1"),
    ],
)
def test_what_cannot_be_drawn_is_refused(draw, message):
    with pytest.raises(ValueError, match=message):
        draw()


def test_a_slider_for_the_first_layer_that_learns_draws_when_it_moves():
    def rows(from_layer):
        return [
            (name, n, "learns" if k >= from_layer else s) for k, (name, n, s) in enumerate(ROWS)
        ]

    box = widgets.layer_slider(rows, 1, 3)
    (slider,), view = box.children[0].children, box.children[1]
    assert (slider.value, slider.min, slider.max) == (1, 0, 3)
    slider.value = 0
    assert "1,992 numbers learn" in view.value
