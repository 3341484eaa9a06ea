"""Bars, confusions and lines: what they say is computed, and what cannot be drawn is refused."""

import ipywidgets
import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import layers, plots, widgets

NAMES = ["cat", "dog", "a bird with a name"]
LOGITS = np.array([2.0, 1.0, -1.0])
TABLE = np.array([[40, 1, 0], [9, 31, 0], [0, 0, 0]])
LOSSES = np.exp(-np.arange(60) / 10)

GALLERY = {
    "bars": lambda: plots.show_bars.picture({"logits": LOGITS}, NAMES, title="One panel"),
    "bars side by side": lambda: plots.show_bars.picture(
        {"logits": -LOGITS, "softmax": layers.softmax(LOGITS), "nan": [np.nan, np.inf, 1e-9]},
        NAMES,
        title="Three panels",
        marked=[1],
    ),
    "bars in rows": lambda: plots.show_bars.picture(
        {str(k): LOGITS * k for k in range(5)}, NAMES, title="Five panels", columns=2
    ),
    "confusion": lambda: plots.show_confusion.picture(
        TABLE, NAMES, title="Dogs are taken for cats"
    ),
    "confusion of many": lambda: plots.show_confusion.picture(
        np.arange(400).reshape(20, 20), title="Twenty classes"
    ),
    "a level": lambda: plots.show_lines.picture(
        range(60),
        {"loss": LOSSES, "another": LOSSES / 2},
        title="Both go down",
        xlabel="step",
        ylabel="loss",
        level=(0.5, "half"),
    ),
    "factors both ways": lambda: plots.show_lines.picture(
        [16, 32, 64],
        {"naive": [1e-3, 0.008, np.nan], "fast": [1e-5, 4e-5, 2e-4]},
        title="Equal steps are equal factors",
        xlabel="side",
        ylabel="seconds",
        log="both",
    ),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_bars_say_each_number_with_its_name():
    picture = GALLERY["bars"]()
    assert "logits: cat 2, dog 1, a bird with a name −1" in picture.alt
    assert {"cat", "2", "−1"} <= set(picture.words)


def test_a_tiny_probability_is_about_zero_and_zero_is_zero():
    words = plots.show_bars.picture({"p": [1e-9, 0, 1]}, NAMES, title="Sure").words
    assert {"≈ 0", "0", "1"} <= set(words)


def test_a_confusion_says_what_is_framed():
    alt = GALLERY["confusion"]().alt
    assert "71 of 81 on the diagonal" in alt
    assert "dog taken for cat: 9" in alt
    assert "cat taken for dog" not in alt  # one of 41 is less than 5 percent


def test_a_level_is_said_and_what_was_not_measured_is_left_out():
    assert "half: 0.5" in GALLERY["a level"]().alt
    picture = GALLERY["factors both ways"]()
    assert "naive: from 0.001 to 0.01" in picture.alt
    assert {"16", "32", "64"} <= set(picture.words)


def test_the_sliders_of_softmax_multiply_and_add():
    box = widgets.softmax_sliders(LOGITS, NAMES)
    sliders = [w for w in box.children[0].children if isinstance(w, ipywidgets.Widget)]
    factor, add = sliders
    factor.value = 0.0
    assert "probabilities: cat 0.33, dog 0.33" in box.children[1].value
    add.value = 7
    assert "logits: cat 7, dog 7" in box.children[1].value


def test_the_still_picture_of_softmax_uses_the_function_that_is_given(capsys):
    seen = []
    widgets.explore_softmax(LOGITS, NAMES, lambda z: seen.append(z.shape) or layers.softmax(z))
    assert seen == [(1, 3)] * 3


WRONG = {
    "no bars": (lambda: plots.show_bars.picture({}, NAMES, title=""), "`groups` has 0 entries"),
    "a name too few": (
        lambda: plots.show_bars.picture({"a": [1, 2]}, ["x"], title=""),
        "'a' has 2 bars but there are 1 names",
    ),
    "a wide table": (
        lambda: plots.show_confusion.picture(np.ones((2, 3)), title=""),
        "`table` is 2×3 but must be square",
    ),
    "a large table": (
        lambda: plots.show_confusion.picture(np.ones((21, 21)), title=""),
        "`table` is 21×21 but must be square, 20 rows at most",
    ),
    "less than nothing": (
        lambda: plots.show_confusion.picture([[1, -2], [0, 1]], title=""),
        "`table` holds −2 but counts are 0 or more",
    ),
    "nothing measured": (
        lambda: plots.show_lines.picture([1], {"a": [np.nan]}, title="", xlabel="", ylabel=""),
        "goes to nan but needs finite numbers",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_drawn_is_refused_with_both_values(case):
    call, message = WRONG[case]
    with pytest.raises(ValueError, match=message):
        call()
