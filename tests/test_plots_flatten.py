"""The place of a number in the vector, and lines that grow."""

import ipywidgets
import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import layers, plots, widgets

MAPS = np.array([[[1, 10], [2, 20], [3, 30]], [[4, 40], [5, 50], [6, 60]]])
LABELS = {"title": "They part", "xlabel": "layer", "ylabel": "spread"}

GALLERY = {
    "two maps": lambda: plots.show_flatten.picture(MAPS, (1, 0, 1)),
    "many numbers": lambda: plots.show_flatten.picture(np.arange(48).reshape(4, 4, 3), (3, 3, 2)),
    "one map": lambda: plots.show_flatten.picture(np.eye(4)[..., np.newaxis] / 3, (0, 3, 0)),
    "a column": lambda: plots.show_flatten.picture(np.arange(12).reshape(12, 1, 1), (9, 0, 0)),
    "four channels": lambda: plots.show_flatten.picture(-np.arange(24).reshape(1, 6, 4)),
    "lines": lambda: plots.show_lines.picture(
        range(6), {"up": np.arange(6), "level": np.ones(6)}, **LABELS
    ),
    "lines by factors": lambda: plots.show_lines.picture(
        range(1, 22), {"shrinks": 10.0 ** -np.arange(21), "stays": np.ones(21)}, log=True, **LABELS
    ),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_the_figure_shows_each_number_where_flatten_puts_it():
    rng = np.random.default_rng(5)
    x = rng.permutation(np.arange(100, 124)).reshape(3, 4, 2)
    for at in ((0, 0, 0), (1, 2, 1), (2, 3, 0)):
        place = int(np.argmax(layers.flatten(x[np.newaxis])[0] == x[at]))
        picture = plots.show_flatten.picture(x, at)
        assert f"lands at place {place}" in picture.alt
        assert f"+ {at[2]} = {place}" in picture.words[-1]
        assert " ".join(map(str, layers.flatten(x[np.newaxis])[0])) in picture.alt


def test_lines_say_where_they_begin_and_end():
    picture = plots.show_lines.picture([1, 2], {"a": [3, 0.5], "b": [1, 1]}, **LABELS)
    assert "a: from 3 to 0.5; b: from 1 to 1" in picture.alt
    assert {"a", "b", "layer", "spread"} <= set(picture.words)


def test_what_has_become_0_has_no_point_on_a_scale_of_factors():
    picture = plots.show_lines.picture([1, 2, 3], {"a": [1, 0.1, 0]}, log=True, **LABELS)
    assert "a: from 1 to 0" in picture.alt


def test_the_sliders_draw_what_they_say():
    box = widgets.flatten_sliders(MAPS, (0, 1, 0))
    row, column, channel = box.children[0].children
    assert isinstance(row, ipywidgets.IntSlider)
    assert [slider.max for slider in (row, column, channel)] == [1, 2, 1]
    assert box.children[1].value == ""
    row.value = 1
    assert box.children[1].value == plots.show_flatten.picture(MAPS, (1, 1, 0)).html


WRONG = {
    "too many numbers": (
        lambda: plots.show_flatten.picture(np.zeros((7, 7, 1))),
        "`x` is 7×7×1 but the figure holds 48 numbers and 4 channels",
    ),
    "no such number": (
        lambda: plots.show_flatten.picture(MAPS, (2, 0, 0)),
        r"`at` is \(2, 0, 0\) but `x` is 2×3×2",
    ),
    "a place of two": (
        lambda: plots.show_flatten.picture(MAPS, (1, 1)),
        r"`at` is \(1, 1\) but `x` is 2×3×2",
    ),
    "a line too long": (
        lambda: plots.show_lines.picture([1, 2], {"a": [1, 2, 3]}, **LABELS),
        r"`lines\['a'\]` has 3 numbers but `x` has 2",
    ),
    "no lines": (
        lambda: plots.show_lines.picture([1, 2], {}, **LABELS),
        "`lines` has 0 entries but the figure holds 1 to 4",
    ),
    "below 0 on a scale of factors": (
        lambda: plots.show_lines.picture([1, 2], {"a": [1, -2]}, log=True, **LABELS),
        r"`lines\['a'\]` goes to -2 but needs finite numbers above 0",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_drawn_is_refused_with_both_values(case):
    call, message = WRONG[case]
    with pytest.raises(ValueError, match=message):
        call()
