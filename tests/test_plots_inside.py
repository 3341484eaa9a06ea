"""Heat maps over pictures, and the patch that can be moved."""

import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import plots, widgets
from cnnbasics.plots.inside import over

RNG = np.random.default_rng(15)
PICTURE = RNG.normal(size=(12, 16))
HEAT = RNG.normal(size=(5, 7))
NAMES = ["brick", "grass"]


def heat(**more):
    return plots.show_heat.picture(
        [PICTURE], [HEAT], ["gravel"], **({"title": "Hot", "patch": 4, "stride": 2} | more)
    )


def cover(at=(2, 3)):
    return plots.show_cover.picture(
        PICTURE, HEAT, at, 4, [1.5, -2.0], [0.25, 3.0], NAMES, of="grass", title="Covered"
    )


GALLERY = {
    "one map": heat,
    "a frame": lambda: heat(windows=[(1, 1, 5, 5)], each=True),
    "many maps": lambda: plots.show_heat.picture(
        [PICTURE] * 6, [np.abs(PICTURE)] * 6, [f"picture {k}" for k in range(6)], title="Six"
    ),
    "nothing speaks": lambda: plots.show_heat.picture(
        [np.abs(PICTURE)], [np.zeros((12, 16))], title="Nothing"
    ),
    "a patch": cover,
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_red_lies_where_a_number_is_above_0_and_blue_where_it_is_below():
    laid = over(np.zeros((4, 4)), np.array([[1.0, 0.0], [0.0, -1.0]]), 1.0, patch=2, stride=2)
    assert laid.shape == (4, 4, 3)
    red, blue, nothing = laid[0, 0], laid[3, 3], laid[0, 3]
    assert red[0] > red[2]
    assert blue[2] > blue[0]
    np.testing.assert_allclose(nothing, nothing[0])


def test_a_number_lies_in_the_middle_of_its_patch():
    drop = np.zeros((5, 5))
    drop[1, 3] = 1
    laid = over(np.zeros((7, 7)), drop, 1.0, patch=3)
    colored = np.argwhere(np.ptp(laid, axis=-1) > 0)
    np.testing.assert_array_equal(colored, [[2, 4]])


def test_the_words_name_blue_only_where_something_is_below_0():
    assert "blue against it" in heat().alt
    only = plots.show_heat.picture([PICTURE], [np.abs(PICTURE)], title="Hot")
    assert "blue" not in only.alt


def test_a_patch_says_what_becomes_of_each_score():
    picture = cover()
    assert "brick: the score goes from 1.5 to 0.2" in picture.alt
    assert {"covered here", "where grass loses", *NAMES} <= set(picture.words)


def test_pictures_and_maps_must_go_together():
    with pytest.raises(ValueError, match="`maps` has 1 entries but there are 2 pictures"):
        plots.show_heat.picture([PICTURE] * 2, [HEAT], title="Hot")


def test_the_sliders_move_the_patch():
    seen = []

    def scores_of(images):
        seen.append(images)
        return images.mean(axis=(1, 2))

    image = np.repeat(PICTURE[..., np.newaxis], 2, axis=-1)
    box = widgets.occlusion_sliders(scores_of, image, HEAT, 4, NAMES, "grass")
    assert seen == []  # the still picture stands above already
    row, column = box.children[0].children
    assert (row.max, column.max) == (4, 6)
    row.value = (row.value + 1) % 5
    (pair,) = seen
    at = (row.value, column.value)
    covered = np.any(pair[0] != pair[1], axis=-1)
    assert np.argwhere(covered).min(axis=0).tolist() == list(at)
    assert box.children[1].value.startswith("<img")
