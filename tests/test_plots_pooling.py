"""The figures and sliders of pooling: what they say is computed, and nothing is left unsaid."""

import ipywidgets
import numpy as np
import pytest
import test_plots
from test_plots import Images, controls, pixels

from cnnbasics import layers, plots, widgets
from cnnbasics.plots import sheet

MAP = np.array(
    [
        [3, 1, 4, 1, 5, 9, 2],
        [6, 5, 3, 5, 8, 9, 7],
        [9, 3, 2, -3, 8, 4, 6],
        [2, 6, -4, -3, -8, 3, 2],
        [7, 9, -5, -2, -2, 8, 4],
    ]
)
PHOTO = np.random.default_rng(5).integers(0, 256, (24, 36)) / 255

GALLERY = {
    "place": lambda: plots.show_pool.picture(MAP, (2, 3)),
    "place of a mean": lambda: plots.show_pool.picture(MAP / 3, 2, 3, (1, 1), "average"),
    "place of a large map": lambda: plots.show_pool.picture(PHOTO[:9, :9], 6),
    "smallest place": lambda: plots.show_pool.picture([[-4]], 1),
    "strides": lambda: plots.show_strides.picture(MAP, 2, [2, 1, 3]),
    "strides of pairs": lambda: plots.show_strides.picture(MAP, (1, 3), [(1, 3), (3, 1)]),
    "strides of a wide map": lambda: plots.show_strides.picture(PHOTO[:5, :12], 3, [3, 2]),
    "one place only": lambda: plots.show_strides.picture(MAP[:2, :2], 2, [2], "average"),
    "reads": lambda: plots.show_reads.picture((7, 7), 3, 2),
    "reads with gaps": lambda: plots.show_reads.picture((5, 8), 2, 3),
    "winners": lambda: plots.show_winners.picture(PHOTO, 4),
    "overlapping winners": lambda: plots.show_winners.picture(PHOTO[:20, :10], 3, 2),
    "effects": lambda: plots.show_effects.picture(
        {"stride 1": [0, 0, 0], "stride 2": [0, 0.25, 0]}, title="Zero at each second column"
    ),
    "no effect": lambda: plots.show_effects.picture({"a": [0, 0]}, title="Nothing changes"),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


# What every figure of the course has to pass, collected here for the figures of this gallery.
test_every_figure_has_a_text_alternative = (
    test_plots.test_every_figure_has_a_text_alternative_that_reaches_the_page
)
test_no_figure_reaches_its_edge = test_plots.test_no_figure_reaches_its_edge


def marked(picture):
    """Count the pixels that have the color of the window."""
    color = np.array([int(plots.WINDOW[k : k + 2], 16) for k in (1, 3, 5)])
    return int((pixels(picture) == color).all(axis=-1).sum())


def test_the_winner_is_the_largest_and_the_sentence_says_where_it_stood():
    for i, j in np.ndindex(2, 2):
        patch = MAP[2 * i : 2 * i + 2, 3 * j : 3 * j + 3]
        down, across = np.unravel_index(patch.argmax(), patch.shape)
        picture = plots.show_pool.picture(MAP, (2, 3), at=(i, j))
        where = f"= {patch.max()}, from row {2 * i + down}, column {3 * j + across}"
        assert where.replace("-", "−") in picture.alt


def test_a_mean_is_written_as_a_sum_that_works_out():
    picture = plots.show_pool.picture(MAP, (2, 3), at=(1, 0), kind="average")
    sentence = next(words for words in picture.words if words.startswith("out[1, 0] "))
    _, total, mean = sentence.replace("−", "-").replace("\u00a0", " ").split(" = ")
    assert eval(total, {}) == pytest.approx(MAP[2:4, :3].mean())  # what the figure says
    assert float(mean) == pytest.approx(MAP[2:4, :3].mean(), abs=0.005)


def test_a_rounded_mean_does_not_claim_to_be_equal():
    exact = plots.show_pool.picture(MAP, 2, kind="average").alt
    rounded = plots.show_pool.picture(MAP / 7, 2, kind="average").alt
    assert "≈" not in exact
    assert "out[0, 0] ≈" in rounded


def test_the_output_is_filled_up_to_the_window_and_no_further():
    big = 100 + np.arange(24).reshape(4, 6)
    for at, count in (((0, 0), 1), ((0, 1), 2), ((1, 2), 6)):
        words = plots.show_pool.picture(big, 2, at=at).words
        assert sum(word in {str(value) for value in big.flat} for word in words) == 24 + count + 1


@pytest.mark.parametrize(
    ("stride", "words"),
    [
        (2, "the windows tile the map; 11 of 35 pixels are never looked at"),
        (1, "they overlap, a pixel is looked at up to 4 times"),
        (3, "they leave gaps; 19 of 35 pixels are never looked at"),
        ((1, 3), "they overlap one way and leave gaps the other way"),
    ],
)
def test_the_steps_of_a_window_are_put_into_words(stride, words):
    assert words in plots.show_strides.picture(MAP, 2, [stride]).alt


def test_the_outputs_of_the_strides_are_those_of_the_layer():
    alt = plots.show_strides.picture(MAP, 2, [2, 1], "average").alt
    for stride in (2, 1):
        out = layers.avg_pool2d(MAP[None, :, :, None], 2, stride)[0, :, :, 0]
        assert "; ".join(" ".join(map(sheet.number, row)) for row in out) in alt


def test_the_windows_that_look_at_a_pixel_are_counted():
    reads = np.zeros((5, 8), dtype=int)
    for i in range(0, 4, 3):
        for j in range(0, 7, 2):
            reads[i : i + 2, j : j + 3] += j + 3 <= 8
    alt = plots.show_reads.picture((5, 8), (2, 3), (3, 2)).alt
    assert "; ".join(" ".join(map(str, row)) for row in reads) in alt
    assert "looked at 0, 1 or 2 times" in alt


def test_the_winners_are_those_of_the_students_own_function():
    def smallest(x, size, stride):
        return layers.max_pool2d(-x, size, stride) * -1.0

    right = plots.show_winners.picture(PHOTO, 4)
    theirs = plots.show_winners.picture(PHOTO, 4, pool=smallest)
    assert right.data != theirs.data
    assert right.words[0] == theirs.words[0] == "54 of 864 pixels win; the others leave no trace"
    nowhere = plots.show_winners.picture(PHOTO, 4, pool=lambda *a: layers.max_pool2d(*a) + 1)
    assert nowhere.words[0].startswith("0 of 864")
    assert marked(right) > 2000
    assert marked(nowhere) == 0


def test_every_number_of_an_effect_is_said():
    alt = GALLERY["effects"]().alt
    assert "stride 1: 0 0 0" in alt
    assert "stride 2: 0 0.25 0" in alt


WRONG = {
    "a window that does not fit": (
        lambda: plots.show_pool.picture(MAP, 6),
        "`size` is 6×6 but the image is 5×7",
    ),
    "a place outside": (
        lambda: plots.show_pool.picture(MAP, 2, at=(2, 0)),
        r"`at` is \(2, 0\) but the output is 2×3",
    ),
    "another kind": (
        lambda: plots.show_pool.picture(MAP, 2, kind="mean"),
        "`kind` is 'mean' but must be one of max, average",
    ),
    "a batch": (
        lambda: plots.show_pool.picture(MAP[None, :, :, None], 2),
        r"`image` has shape \(1, 5, 7, 1\) but must have 2 axes",
    ),
    "a map too large for its strides": (
        lambda: plots.show_strides.picture(PHOTO, 2, [2]),
        "`image` is 24×36 but the figure shows at most 12×12",
    ),
    "no stride": (
        lambda: plots.show_strides.picture(MAP, 2, []),
        "`strides` has 0 entries but a figure needs at least 1 stride",
    ),
    "too many numbers": (
        lambda: plots.show_reads.picture((8, 8), 2),
        "`shape` is 8×8 but only 59 numbers can be written",
    ),
    "a map too large for its winners": (
        lambda: plots.show_winners.picture(np.zeros((50, 20)), 2),
        "`image` is 50×20 but the figure shows at most 48×48",
    ),
    "a pool that gives another shape": (
        lambda: plots.show_winners.picture(PHOTO, 4, pool=lambda x, size, stride: x),
        r"`pool` gave shape \(1, 24, 36, 1\) but must give \(1, 6, 9, 1\)",
    ),
    "no effects": (
        lambda: plots.show_effects.picture({}, title="None"),
        "`effects` has 0 entries but the figure holds 1 to 4",
    ),
    "effects of two lengths": (
        lambda: plots.show_effects.picture({"a": [1], "b": [1, 2]}, title="Two"),
        "`effects` has curves of 1 and 2 numbers: one length is needed",
    ),
    "a map too small for sliders": (
        lambda: widgets.explore_pooling(MAP[:2], 2),
        "`image` is 2×7 but the sliders show from 3×3 to 12×12",
    ),
    "a window too large for sliders": (
        lambda: widgets.explore_pooling(MAP, 5),
        "`size` is 5 but the sliders have windows of 1 to 4",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_argument_is_named_with_both_values(case):
    call, message = WRONG[case]
    with pytest.raises(ValueError, match=message):
        call()


def test_no_position_of_the_pooling_sliders_is_without_a_picture():
    box = widgets.pool_sliders(MAP[:3, :4], 2)
    sliders = controls(box, ipywidgets.IntSlider)
    kind = controls(box, ipywidgets.Dropdown)["keep the"]
    view = controls(box, ipywidgets.HTML)[""]
    for size in range(sliders["window"].min, sliders["window"].max + 1):
        for stride in (sliders["stride"].min, sliders["stride"].max):
            sliders["window"].value, sliders["stride"].value = size, stride
            kind.value = ("max", "average")[size % 2]
            pool = (layers.max_pool2d, layers.avg_pool2d)[size % 2]
            out = pool(MAP[None, :3, :4, None], size, stride)[0, :, :, 0]
            last = tuple(length - 1 for length in out.shape)
            sliders["row"].value, sliders["column"].value = last
            assert [sliders[name].disabled for name in ("row", "column")] == [k == 0 for k in last]
            alt = Images(view.value).found[0]["alt"]
            assert f"is kept: {sheet.number(out[last])}" in alt


def test_the_pooling_window_walks_over_every_place():
    box = widgets.pool_sliders(MAP, 2)
    sliders = controls(box, ipywidgets.IntSlider)
    button = controls(box, ipywidgets.Button)["next place"]
    places = []
    for _ in range(6):
        button.click()
        places.append((sliders["row"].value, sliders["column"].value))
    assert places == [*list(np.ndindex(2, 3))[1:], (0, 0)]


def test_the_steps_come_as_a_still_before_the_sliders(monkeypatch):
    shown = []
    monkeypatch.setattr(sheet, "display", shown.append)
    monkeypatch.setattr(widgets, "display", lambda bundle, raw: shown.append(bundle))
    widgets.explore_pooling(MAP, 2)
    still, sliders = shown
    assert still == plots.show_strides.picture(MAP, 2, [2, 1, 3])
    assert "application/vnd.jupyter.widget-view+json" in sliders
    assert "sliders" in sliders["text/plain"]
