"""Boxes on pictures, and the slider of a threshold."""

import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import plots, widgets

PICTURE = np.random.default_rng(19).integers(0, 255, (30, 40)).astype(np.uint8)
BOXES = np.array([[5.0, 5.0, 15.0, 15.0], [20.0, 10.0, 50.0, 25.0]])
SCORES = np.array([2.5, 1.0])


def boxes(**more):
    return plots.show_boxes.picture([PICTURE], [BOXES], **({"title": "What was found here"} | more))


GALLERY = {
    "two boxes": boxes,
    "scores and truths": lambda: boxes(scores=[SCORES], truths=[BOXES[:1] + 1], labels=["one"]),
    "nothing": lambda: plots.show_boxes.picture(
        [PICTURE] * 4,
        [np.empty((0, 4))] * 4,
        [f"scene {k}" for k in range(4)],
        title="Nothing was found in them",
    ),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_the_words_say_how_many_boxes_there_are():
    alt = boxes(truths=[BOXES[:1]], labels=["one"]).alt
    assert "one: 2 boxes, the first from 5, 5 to 15, 15; 1 that are there, dashed" in alt


def test_pictures_and_boxes_must_go_together():
    with pytest.raises(ValueError, match="`scores` has 2 entries but there are 1 pictures"):
        boxes(scores=[SCORES, SCORES])


def test_the_slider_suppresses_with_its_threshold():
    asked = []

    def suppress(boxes, scores, threshold):
        asked.append(threshold)
        return np.array([0])

    box = widgets.suppression_slider(PICTURE, BOXES, SCORES, suppress, 0.3)
    assert asked == []  # the still picture stands above already
    box.children[0].value = 0.5
    assert asked == [0.5]
    assert box.children[1].value.startswith("<img")
