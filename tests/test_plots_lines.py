"""Lines say where they go, and what cannot be drawn is refused."""

import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import plots

LABELS = {"title": "They part", "xlabel": "layer", "ylabel": "spread"}
LOSSES = np.exp(-np.arange(60) / 10)

GALLERY = {
    "few steps": lambda: plots.show_lines.picture(
        {"up": np.arange(6), "flat": np.ones(6)}, range(6), **LABELS
    ),
    "many steps": lambda: plots.show_lines.picture(
        {"loss": LOSSES, "another": LOSSES / 2}, level=(0.5, "half"), **LABELS
    ),
    "factors up": lambda: plots.show_lines.picture(
        {"shrinks": 10.0 ** -np.arange(21), "stays": np.ones(21)}, range(1, 22), log="y", **LABELS
    ),
    "factors both ways": lambda: plots.show_lines.picture(
        {"naive": [1e-3, 0.008, 0.064], "fast": [1e-5, 4e-5, np.nan]},
        [16, 32, 64],
        log="xy",
        **LABELS,
    ),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_lines_say_where_they_begin_and_end():
    lines = {"a": [3, 0.5], "b": [1, 1]}
    picture = plots.show_lines.picture(lines, [1, 2], level=(2, "two"), **LABELS)
    assert "spread against layer, from 1 to 2" in picture.alt
    assert "a: from 3 to 0.5; b: from 1 to 1; two at 2" in picture.alt
    assert {"a", "b", "layer", "spread", "two"} <= set(picture.words)


def test_without_steps_they_are_counted_from_0():
    assert "from 0 to 2" in plots.show_lines.picture({"a": [4, 5, 7]}, **LABELS).alt


def test_what_has_become_0_has_no_point_on_a_scale_of_factors():
    picture = plots.show_lines.picture({"a": [1, 0.1, 0]}, log="y", **LABELS)
    assert "a: from 1 to 0" in picture.alt


WRONG = {
    "a line too long": (
        lambda: plots.show_lines.picture({"a": [1, 2, 3]}, [1, 2], **LABELS),
        r"`lines\['a'\]` has 3 numbers but `x` has 2",
    ),
    "no lines": (
        lambda: plots.show_lines.picture({}, **LABELS),
        "`lines` has 0 entries but the figure holds 1 to 4",
    ),
    "below 0 on a scale of factors": (
        lambda: plots.show_lines.picture({"a": [1, -2]}, log="y", **LABELS),
        r"`lines\['a'\]` goes to −2 but `log` needs 0 or more",
    ),
    "an axis that is not there": (
        lambda: plots.show_lines.picture({"a": [1, 2]}, log="z", **LABELS),
        "`log` is 'z' but must be",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_drawn_is_refused_with_both_values(case):
    call, message = WRONG[case]
    with pytest.raises(ValueError, match=message):
        call()
