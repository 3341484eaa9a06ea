"""The passage of an image through a network, as one figure."""

import numpy as np
import pytest
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import layers, plots, widgets

RNG = np.random.default_rng(8)
IMAGES = RNG.random((3, 8, 8, 1))
KERNELS = RNG.normal(size=(3, 3, 1, 4))


def steps_of(image):
    maps = layers.conv2d_forward(image, KERNELS, np.zeros(4))
    return {
        "image": image,
        "convolution": maps,
        "ReLU": layers.relu(maps),
        "pooling": layers.max_pool2d(layers.relu(maps), 2),
        "flatten": layers.flatten(layers.max_pool2d(layers.relu(maps), 2)),
        "fully connected": image[:, 0, :, 0] - 0.5,
        "softmax": layers.softmax(image[:, 0, :, 0]),
    }


def passage(**more):
    steps = {name: part[0] for name, part in steps_of(IMAGES[:1]).items()}
    return plots.show_passage.picture(steps | more, title="On its way")


GALLERY = {
    "six steps": passage,
    "one step": lambda: plots.show_passage.picture({"image": IMAGES[0]}, title="Only an image"),
    "eight maps": lambda: passage(convolution=RNG.normal(size=(5, 9, 8))),
    "nothing but zeros": lambda: passage(flatten=np.zeros(40), softmax=np.zeros(3)),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_a_passage_says_the_shape_and_the_range_of_each_step():
    picture = passage()
    assert "image: 8 by 8 by 1 numbers from 0.02 to 0.99" in picture.alt
    assert "flatten: 36 numbers, the largest" in picture.alt
    assert {"6×6×4", "3×3×4", "36"} <= set(picture.words)


def test_the_slider_sends_another_image_through():
    seen = []
    box = widgets.passage_slider(IMAGES, lambda image: seen.append(image) or steps_of(image))
    assert seen == []  # the still picture stands above already
    (slider,) = box.children[0].children
    slider.value = 2
    np.testing.assert_array_equal(seen[0], IMAGES[2:])
    assert "Image 2 on its way" in box.children[1].value


def test_the_still_picture_is_of_the_first_image(capsys):
    seen = []
    widgets.explore_passage(IMAGES, lambda image: seen.append(image) or steps_of(image))
    np.testing.assert_array_equal(seen, [IMAGES[:1]])


WRONG = {
    "no steps": (lambda: plots.show_passage.picture({}, title=""), "`steps` has 0 entries"),
    "a batch": (
        lambda: plots.show_passage.picture({"maps": np.zeros((1, 3, 3, 2))}, title=""),
        r"has shape \(1, 3, 3, 2\) but must have 1 or 3 axes",
    ),
    "too many maps": (
        lambda: plots.show_passage.picture({"maps": np.zeros((3, 3, 9))}, title=""),
        "'maps' has 9 maps but the figure holds 8 at most",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_drawn_is_refused_with_both_values(case):
    call, message = WRONG[case]
    with pytest.raises(ValueError, match=message):
        call()


def test_the_sliders_of_a_network_count_its_parameters():
    def stack_of(side, kernel, filters):
        return (side, side, 1), [("conv", filters, kernel, 1, "valid"), ("flatten",), ("dense", 2)]

    box = widgets.parameter_sliders(stack_of, side=24, kernel=3, filters=2)
    sliders, view = box.children
    assert [slider.value for slider in sliders.children] == [24, 3, 2]
    sliders.children[2].value = 4
    assert f"{4 * 10 + 22 * 22 * 4 * 2 + 2:,} parameters" in view.value


def test_the_slider_of_draws_draws_anew():
    seen = []

    def images_of(seed):
        seen.append(seed)
        return [np.full((2, 3), seed)]

    box = widgets.draw_slider(images_of, ["a"], "Draws")
    sliders, view = box.children
    sliders.children[0].value = 7
    assert seen == [7]
    assert "Draws" in view.value
