"""The votes of a picture's pixels."""

import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import plots, widgets

RNG = np.random.default_rng(6)
IMAGES, KERNELS, BIASES = RNG.random((3, 8, 8)), RNG.normal(size=(8, 8, 4)), np.arange(4.0)

GALLERY = {
    "votes": lambda: plots.show_votes.picture(IMAGES[0], KERNELS[..., 1], -0.5),
    "a lying picture": lambda: plots.show_votes.picture(IMAGES[0][:3], KERNELS[:3, :, 0]),
    "no votes": lambda: plots.show_votes.picture(np.zeros((2, 3)), np.ones((2, 3)), title="Dark"),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_votes_for_and_against_add_up_to_the_score():
    picture = plots.show_votes.picture([[1, 2]], [[3, -1]], 0.5)
    assert "votes: +3.00 −2.00" in picture.alt
    assert "The votes and the bias, 0.5, add up to about 1.5" in picture.alt


def test_the_sliders_draw_what_they_say():
    box = widgets.vote_sliders(IMAGES, KERNELS, BIASES, (1, 2))
    image, output = box.children[0].children
    assert (image.value, image.max, output.value, output.max) == (1, 2, 2, 3)
    output.value = 3
    expected = plots.show_votes.picture(IMAGES[1], KERNELS[..., 3], 3.0)
    assert box.children[1].value == expected.html


def test_weights_of_another_shape_are_refused_with_both_values():
    with pytest.raises(ValueError, match="`weights` is 2×3 but the image is 3×2"):
        plots.show_votes.picture(np.zeros((3, 2)), np.zeros((2, 3)))
