"""The figures of verification."""

import ipywidgets
import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import plots
from cnnbasics.widgets import explore_rates, rates_slider

SCORES = np.array([0.9, 0.6, 0.5, 0.8, 0.2])
SAME = np.array([True, True, True, False, False])
RNG = np.random.default_rng(17)
WHO = np.repeat([3, 5, 8], 6)
PLANE = RNG.normal(size=(18, 2)) + WHO[:, np.newaxis]
FACE = RNG.integers(0, 256, (8, 8, 1), dtype=np.uint8)

GALLERY = {
    "a threshold": lambda: plots.show_rates.picture(SCORES, SAME, 0.6, title="Two errors"),
    "two thresholds": lambda: plots.show_rates.picture(
        SCORES, SAME, {"strict": 0.85, "lax": 0.3}, title="One error for another"
    ),
    "heaps": lambda: plots.show_points.picture(
        {"before": RNG.permuted(PLANE, axis=0), "after": PLANE}, WHO, title="Training heaps them"
    ),
    "with a key": lambda: plots.show_points.picture(
        {"after": PLANE}, WHO, np.stack([FACE] * 18), title="Each letter is a person"
    ),
    "pairs": lambda: plots.show_pairs.picture([(FACE, FACE)] * 5, list("abcde"), title="Pairs"),
    "many pairs": lambda: plots.show_pairs.picture([(FACE, FACE)] * 16, title="Sixteen pairs"),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_the_rates_at_a_threshold_stand_in_the_figure_and_in_its_words():
    picture = plots.show_rates.picture(SCORES, SAME, 0.6, title="Two errors")
    assert "At 0.60: FAR 50.0%, FRR 33.3%" in picture.words
    assert "FAR 50.0%, FRR 33.3%" in picture.alt


def test_several_thresholds_are_named():
    marks = {"strict": 0.85, "lax": 0.3}
    picture = plots.show_rates.picture(SCORES, SAME, marks, title="Two thresholds")
    assert {"strict", "lax"} <= set(picture.words)
    assert "lax: 0.3. strict: 0.85" in picture.alt.replace(";", ".")


def test_points_are_letters_and_the_words_say_how_many_have_their_own_beside_them():
    who = np.array([4, 4, 9, 9])
    apart = np.array([[0.0, 0.0], [0.0, 0.1], [1.0, 0.0], [1.0, 0.2]])
    mixed = apart[[0, 2, 1, 3]]
    faces = np.zeros((4, 6, 6, 1), dtype=np.uint8)
    picture = plots.show_points.picture({"a": apart, "b": mixed}, who, faces, title="Heaps")
    assert picture.words.count("A") == picture.words.count("B") == 5  # 2 panels of 2, and the key
    assert "a: 100% have" in picture.alt
    assert "b: 0% have" in picture.alt


def test_pairs_are_shown_with_their_labels():
    face = np.zeros((6, 6, 1), dtype=np.uint8)
    picture = plots.show_pairs.picture([(face, face)] * 5, list("abcde"), title="Pairs")
    assert "5 pairs of pictures, the two of each" in picture.alt
    assert set("abcde") <= set(picture.words)


@pytest.mark.parametrize(
    ("draw", "words"),
    [
        (lambda: plots.show_rates(SCORES, SAME[:3], title="t"), "5 pairs"),
        (lambda: plots.show_rates(SCORES, SAME | True, title="t"), "5 of 5"),
        (lambda: plots.show_points({"a": np.ones((3, 2))}, np.arange(4), title="t"), "3 vectors"),
        (lambda: plots.show_points({"a": np.ones((9, 2))}, np.arange(9), title="t"), "9 people"),
        (lambda: plots.show_pairs([], title="t"), "0 entries"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_both_values(draw, words):
    with pytest.raises(ValueError, match=words):
        draw()


def test_a_slider_moves_the_threshold(capsys):
    explore_rates(SCORES, SAME, 0.6, title="Two errors")
    box = rates_slider(SCORES, SAME, 0.6)
    slider, view = box.children
    assert isinstance(slider, ipywidgets.FloatSlider)
    assert view.value == ""
    slider.value = 0.3
    assert "FAR 50.0%, FRR 0.0%" in view.value
