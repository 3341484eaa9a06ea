import functools
import importlib
import io
import itertools
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import ipywidgets
import matplotlib
import nbconvert
import nbformat
import numpy as np
import pytest
from PIL import Image

from cnnbasics import layers, plots, widgets
from cnnbasics.plots import sheet

IMAGE = np.array([[1, 2, 0, 1, 3], [0, 1, 1, 3, 2], [2, 1, 0, 1, 0], [1, 0, 2, 2, 1]])
KERNEL = np.array([[1, 0, -1], [2, 1, 0]])
PHOTO = np.random.default_rng(0).integers(0, 256, (24, 36), dtype=np.uint8)
COLOR = np.random.default_rng(1).integers(0, 256, (24, 36, 3), dtype=np.uint8)
RGB = np.random.default_rng(2).integers(0, 4, (4, 5, 3))
FILTER = np.random.default_rng(3).integers(-2, 3, (2, 3, 3))
EDGES = {"standing": [[1, 0, -1]] * 3, "lying": np.transpose([[1, 0, -1]] * 3)}

GALLERY = {
    "channels": lambda: plots.show_channels.picture(RGB, FILTER, 0.5),
    "channels of a photograph": lambda: plots.show_channels.picture(
        COLOR, np.ones((3, 3, 3)) / 27, padding="same"
    ),
    "difference": lambda: plots.show_difference.picture(
        [[3.0, 7.0]], [[3.0, 0.0]], image=IMAGE, window=(0, 2, 2, 3)
    ),
    "filters": lambda: plots.show_filters.picture(PHOTO, EDGES),
    "grid": lambda: plots.show_grid.picture(IMAGE, title="A row", window=(1, 0, 1, 5)),
    "grids": lambda: plots.show_grids.picture(
        [IMAGE, "∗", KERNEL, "=", layers.correlate2d(IMAGE, KERNEL)],
        ["image", "kernel", "output"],
        title="A kernel makes a smaller image",
        note="Nine places, nine numbers.",
    ),
    "images": lambda: plots.show_images.picture(
        [COLOR, *np.moveaxis(COLOR, -1, 0)],
        ["all", "red", "green", "blue"],
        title="A color picture is three gray ones",
    ),
    "many images": lambda: plots.show_images.picture(
        [PHOTO[: 24 - k] for k in range(7)], title="Pictures of several heights", same_scale=True
    ),
    "memory": lambda: plots.show_memory.picture(np.arange(18).reshape(1, 2, 3, 3), (0, 0, 1)),
    "memory in lines": lambda: plots.show_memory.picture(
        np.arange(48).reshape(2, 2, 4, 3), (1, 1, 3)
    ),
    "profile": lambda: plots.show_profile.picture(
        [PHOTO, PHOTO // 2], 5, ["a photograph", "the same photograph, half as bright"], title="Two"
    ),
    "part of a profile": lambda: plots.show_profile.picture(
        PHOTO / 255, 5, title="A row is a curve", columns=(0, 12)
    ),
    "receptive field": lambda: plots.show_receptive_field.picture([(3, 1), (2, 2), (3, 1)]),
    "starts": lambda: plots.show_starts.picture(6, 3, 2),
    "many starts": lambda: plots.show_starts.picture(38, 3, 1, 1),
    "walk": lambda: plots.show_walk.picture(IMAGE, KERNEL),
    "padded walk": lambda: plots.show_walk.picture(IMAGE, KERNEL, (1, 2), ((1, 0), (2, 1)), 12),
    "window": lambda: plots.show_window.picture(IMAGE, KERNEL, at=(0, 1)),
    "padded window": lambda: plots.show_window.picture(IMAGE, KERNEL / 3, (2, 3), pad=1),
    "large window": lambda: plots.show_window.picture(np.ones((12, 12)), np.ones((7, 7)), pad=3),
    "smallest window": lambda: plots.show_window.picture([[4]], [[-2]]),
    "wraparound": lambda: plots.show_wraparound.picture(200, 100),
    "wraparound below": lambda: plots.show_wraparound.picture(10, -20),
    "no wraparound": lambda: plots.show_wraparound.picture(250, 5),
    "zoom": lambda: plots.show_zoom.picture(PHOTO, (2, 4, 7, 8)),
    "zoom in color": lambda: plots.show_zoom.picture(COLOR, (20, 31, 4, 5)),
    "a long title": lambda: plots.show_grid.picture([1, -2, np.nan, np.inf], title="long " * 40),
}


@functools.cache
def picture_of(name):
    return GALLERY[name]()


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return picture_of(request.param)


def pixels(picture):
    return np.asarray(Image.open(io.BytesIO(picture.data)).convert("RGB"))


class Images(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.found.append(dict(attrs))


def test_every_figure_is_in_a_gallery():
    shown = {name for name in plots.__all__ if name.startswith("show_")} - {"show_table"}
    files = sorted(Path(__file__).parent.glob("test_plots*.py"))
    galleries = [importlib.import_module(file.stem).GALLERY.values() for file in files]
    drawn = itertools.chain.from_iterable(galleries)
    text = "".join(str(draw.__code__.co_names) for draw in drawn)
    assert sorted(name for name in shown if name not in text) == []


def test_every_figure_has_a_text_alternative_that_reaches_the_page(drawn):
    bundle = drawn._repr_mimebundle_()
    (image,) = Images(bundle["text/html"]).found
    assert image["alt"] == drawn.alt == bundle["text/plain"]
    assert image["width"] == "900"
    assert " ".join(drawn.words[0].split())[:20] in drawn.alt  # the title comes first
    assert len(drawn.alt) > 60
    assert not set("×·\u00a0\n") & set(drawn.alt)


def test_no_figure_reaches_its_edge(drawn):
    shown = pixels(drawn)
    inside = np.zeros(shown.shape[:2], dtype=bool)
    inside[4:-4, 4:-4] = True
    assert (shown[~inside] == 255).all()
    assert shown.shape[1] == 900 * sheet.SHARPNESS
    assert shown.shape[0] == pytest.approx(drawn.height * sheet.SHARPNESS, abs=2)


def test_an_own_alternative_replaces_the_computed_one():
    picture = plots.show_grid.picture([[1]], title="One", alt='say "one" & <two>')
    assert Images(picture.html).found[0]["alt"] == 'say "one" & <two>'


def test_nbconvert_keeps_the_text_alternatives():
    pictures = [picture_of(name) for name in ("window", "grids", "starts")]
    outputs = [nbformat.v4.new_output("display_data", p._repr_mimebundle_()) for p in pictures]
    cell = nbformat.v4.new_code_cell("show()", outputs=outputs)
    page, _ = nbconvert.HTMLExporter().from_notebook_node(nbformat.v4.new_notebook(cells=[cell]))
    assert [image["alt"] for image in Images(page).found] == [p.alt for p in pictures]


@pytest.mark.parametrize("name", ["window", "images", "profile", "wraparound", "starts"])
def test_a_figure_does_not_depend_on_what_a_notebook_set(name):
    with matplotlib.rc_context(
        {
            "font.size": 30,
            "axes.facecolor": "black",
            "text.parse_math": True,
            "text.color": "red",
            "image.origin": "lower",
            "lines.linewidth": 9,
        }
    ):
        again = GALLERY[name]()
    assert again == picture_of(name)


def test_importing_the_figures_loads_nothing_heavy():
    code = "import sys, cnnbasics.plots; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert loaded & {"tensorflow", "keras", "skimage", "ipywidgets", "matplotlib.pyplot"} == set()


def test_showing_displays_one_picture_and_returns_nothing(monkeypatch):
    shown = []
    monkeypatch.setattr(sheet, "display", shown.append)
    assert plots.show_grid([[1]], title="One") is None
    assert shown == [plots.show_grid.picture([[1]], title="One")]


def test_the_window_has_one_color_and_only_the_window_has_it():
    color = matplotlib.colors.to_rgb(plots.WINDOW)
    color = np.round(np.array(color) * 255).astype(np.uint8)

    def marked(picture):
        return int((pixels(picture) == color).all(axis=-1).sum())

    plain = {"title": "A matrix"}
    assert marked(plots.show_grid.picture(IMAGE, **plain)) == 0
    assert marked(plots.show_grid.picture(IMAGE, **plain, window=(0, 0, 2, 3))) > 500
    for name in ("window", "walk", "starts", "memory", "profile", "zoom", "receptive field"):
        assert marked(picture_of(name)) > 500, name


def test_the_diverging_colors_are_legible_in_gray():
    light = np.array([sheet.luminance(plots.SIGNED(v)) for v in np.linspace(0, 1, 101)])
    assert (np.diff(light[:51]) > 0).all()
    assert (np.diff(light[50:]) < 0).all()
    assert light[50] > 0.9
    assert light[-1] > 2.5 * light[0]  # the sign shows too: below zero is the darker end


def test_a_number_in_a_square_stands_out_from_every_color():
    for colors, value in itertools.product((plots.GRAYS, plots.SIGNED), np.linspace(0, 1, 101)):
        color = colors(value)
        low, high = sorted(map(sheet.luminance, (color, sheet.ink_on(color))))
        assert (high + 0.05) / (low + 0.05) >= 3.9


def test_the_arithmetic_under_a_window_is_computed():
    rng = np.random.default_rng(4)
    for _ in range(5):
        image, kernel = rng.integers(-9, 10, (5, 6)), rng.integers(-9, 10, (2, 3))
        i, j = (int(part) for part in rng.integers(0, 3, 2))
        picture = plots.show_window.picture(image, kernel, (i, j), stride=(1, 2), pad=1)
        patch = np.pad(image, 1)[i : i + 2, 2 * j : 2 * j + 3]
        total = int((patch * kernel).sum())
        text = " ".join(picture.words).replace("−", "-").replace("\u00a0", " ")
        products = text[text.index(f"out[{i}, {j}] = ", 60) :]
        left = products.split(" = ")[1].replace("·", "*")
        assert eval(left, {}) == total  # what is written in the figure, worked out
        assert left.count("*") == 6
        assert f"out[{i}, {j}] = {total}" in text


def test_a_window_writes_its_products_into_the_squares():
    words = picture_of("window").words
    assert words.count("×−1") == 1
    assert words.count("×0") == 2
    assert "out[0, 1] = 2·1 +\u00a00·0 +\u00a01·(−1) +\u00a01·2 +\u00a01·1 +\u00a03·0" in words


def test_rounded_arithmetic_does_not_claim_to_be_equal():
    exact = plots.show_window.picture(IMAGE, KERNEL / 2)
    rounded = plots.show_window.picture(IMAGE, KERNEL / 3)
    assert not any("≈" in words for words in exact.words)
    assert any(words.startswith("out[0, 0] ≈") for words in rounded.words)


def test_the_output_is_filled_up_to_the_window_and_no_further():
    out = layers.correlate2d(1000 + IMAGE, [[1]])
    for at, count in (((0, 0), 1), ((1, 2), 8), ((3, 4), 20)):
        words = plots.show_window.picture(1000 + IMAGE, [[1]], at).words
        # Each number stands once in the image, and once in the output as far as it is filled.
        assert sum(word in {str(int(v)) for v in out.flat} for word in words) == 20 + count


def test_a_walk_shows_the_first_moves_and_the_last_place():
    words = picture_of("walk").words
    out = layers.correlate2d(IMAGE, KERNEL)
    for i, j in ((0, 0), (0, 1), (0, 2), (1, 0), (2, 2)):
        assert f"out[{i}, {j}] = {int(out[i, j])}" in words


@pytest.mark.parametrize(
    ("arguments", "count", "unread"), [((6, 3, 2), 2, 1), ((7, 3, 2), 3, 0), ((5, 2, 2, 1), 3, 1)]
)
def test_the_places_of_a_window_are_counted(arguments, count, unread):
    picture = plots.show_starts.picture(*arguments)
    assert f"{count} places in all" in picture.alt
    assert ("never read" in picture.alt) == bool(unread)
    assert f"place {count - 1}" in picture.words
    assert f"place {count}" not in picture.words


def test_the_channels_of_a_convolution_add_up():
    out = layers.conv2d_forward(RGB[np.newaxis], FILTER[..., np.newaxis], [0.5])[0, :, :, 0]
    picture = plots.show_channels.picture(RGB, FILTER, 0.5, at=(1, 2))
    parts = [layers.correlate2d(RGB[..., c], FILTER[..., c])[1, 2] for c in range(3)]
    assert sum(parts) + 0.5 == out[1, 2]
    sentence = next(words for words in picture.words if words.startswith("out[1, 2]"))
    assert sentence.endswith(f"+ 0.5 (bias) = {sheet.number(out[1, 2])}")
    for part, name in zip(parts, ("red", "green", "blue"), strict=True):
        assert f"{sheet.number(part).replace('−', '(−')}" in sentence
        assert f"({name})" in sentence


def test_a_pixel_is_found_in_both_orders_of_memory():
    x = np.arange(18).reshape(1, 2, 3, 3)
    picture = plots.show_memory.picture(x, (0, 1, 2))
    first = list(np.flatnonzero(np.isin(x.transpose(0, 3, 1, 2).ravel(), x[0, 1, 2])))
    assert "at places 15, 16, 17" in picture.alt
    assert f"at places {', '.join(map(str, first))}" in picture.alt


def test_a_receptive_field_agrees_with_brute_force():
    stack = [(3, 2), (2, 1), (3, 2)]
    reach = [{p} for p in range(40)]
    for k, s in stack:
        reach = [set().union(*reach[p : p + k]) for p in range(0, len(reach) - k + 1, s)]
    title = plots.show_receptive_field.picture(stack).words[0]
    assert f"sees {len(reach[0])} input pixels" in title
    assert f"starts {min(reach[1]) - min(reach[0])} further on" in title


def test_a_sum_that_leaves_uint8_is_counted_as_numpy_does():
    for start, add in ((200, 100), (0, -1), (255, 255)):
        held = int(np.array([start + add]).astype(np.uint8)[0])
        assert f"uint8 holds {held}" in plots.show_wraparound.picture(start, add).alt


def test_a_difference_names_the_first_wrong_number():
    expected = np.arange(2 * 3 * 4 * 2.0).reshape(2, 3, 4, 2)
    yours = expected.copy()
    yours[1, 2, 0, 1] += 5
    picture = plots.show_difference.picture(expected, yours)
    value = int(expected[1, 2, 0, 1])
    assert picture.words[0] == f"First wrong number: [1, 2, 0, 1] is {value + 5}, not {value}"
    assert "1 of 48 numbers differ" in picture.alt
    assert "The two are equal" in plots.show_difference.picture(expected, expected).words


@pytest.mark.parametrize(
    ("expected", "yours"),
    [
        (np.ones((3, 3)), np.ones((2, 3))),
        (np.ones((3, 3)), np.ones((0, 3))),
        (np.ones(3), 2.0),
        (2.0, 3.0),
        (np.ones(3), [np.nan, np.inf, 1]),
        ([np.inf, np.nan], [np.inf, 0]),
        (np.ones((40, 40)), np.zeros((40, 40))),
        (np.ones((1, 2, 2, 2, 2)), np.zeros((1, 2, 2, 2, 2))),
        ([True, False], [False, False]),
    ],
    ids=str,
)
def test_any_two_results_can_be_compared(expected, yours):
    assert plots.show_difference.picture(expected, yours).alt


def test_numbers_are_written_in_squares_only_when_there_are_few():
    few, many = np.full((5, 9), 7), np.full((6, 10), 7)
    assert plots.show_grid.picture(few, title="Few").words.count("7") == 45
    assert plots.show_grid.picture(many, title="Many").words.count("7") == 0


def test_filters_are_the_students_own():
    calls = []

    def twice(image, kernel):
        calls.append((image, kernel))
        return image * 2.0

    plots.show_filters.picture(PHOTO, EDGES, twice)
    assert [kernel.tolist() for _, kernel in calls] == [
        np.array(k).tolist() for k in EDGES.values()
    ]
    assert all(image is PHOTO for image, _ in calls)


WRONG = {
    "a kernel that does not fit": (
        lambda: plots.show_window.picture(KERNEL, IMAGE),
        r"`kernel` is 4×5 but the image is 2×3",
    ),
    "a place outside the output": (
        lambda: plots.show_window.picture(IMAGE, KERNEL, at=(3, 0)),
        r"`at` is \(3, 0\) but the output is 3×3",
    ),
    "half a place": (
        lambda: plots.show_window.picture(IMAGE, KERNEL, at=(0.5, 0)),
        r"`at` is \(0.5, 0\) but must be \(row, column\)",
    ),
    "an image with channels": (
        lambda: plots.show_window.picture(RGB, KERNEL),
        r"`image` has shape \(4, 5, 3\) but must have 2 axes",
    ),
    "words for numbers": (
        lambda: plots.show_grid.picture([["a"]], title="A"),
        r"`parts\[0\]` holds <U1 but a figure needs real numbers",
    ),
    "a window outside": (
        lambda: plots.show_grid.picture(IMAGE, title="A", window=(3, 0, 2, 2)),
        r"has \(3, 0, 2, 2\) but the grid is 4×5",
    ),
    "too few labels": (
        lambda: plots.show_images.picture([PHOTO, PHOTO], ["one"], title="Two"),
        r"`labels` has 1 entries but there are 2 images",
    ),
    "two channels": (
        lambda: plots.show_images.picture(np.zeros((4, 4, 2)), title="Two"),
        r"has 2 channels but a picture has 1, 3 or 4",
    ),
    "a filter that returns nothing": (
        lambda: plots.show_filters.picture(PHOTO, EDGES, lambda image, kernel: None),
        r"`filter` gave None for 'standing' but must give a matrix",
    ),
    "a color photograph to filter": (
        lambda: plots.show_filters.picture(COLOR, EDGES),
        r"`photo` has shape \(24, 36, 3\) but must be gray",
    ),
    "a row outside": (
        lambda: plots.show_profile.picture(PHOTO, 24, title="None"),
        r"`row` is 24 but the images have rows 0 to 23",
    ),
    "channels that differ": (
        lambda: plots.show_channels.picture(RGB, FILTER[..., :2]),
        r"`w` has 2 channels but `x` has 3",
    ),
    "a pixel outside": (
        lambda: plots.show_memory.picture(np.zeros((1, 2, 2, 3)), (0, 2, 0)),
        r"`pixel` is \(0, 2, 0\) but `x` is 1×2×2×3",
    ),
    "a number that is no byte": (
        lambda: plots.show_wraparound.picture(256, 1),
        r"`start` is 256 but must be a whole number from 0 to 255",
    ),
    "too many pixels to write": (
        lambda: plots.show_zoom.picture(PHOTO, (0, 0, 8, 8)),
        r"`window` holds 8×8 pixels but only 59 can be written",
    ),
    "a field too wide to draw": (
        lambda: plots.show_receptive_field.picture([(9, 4)] * 3),
        r"sees 169 pixels with jump 64 but the figure holds 60",
    ),
    "a row that is too short": (
        lambda: plots.show_table([[1, 2], [3]], ["a", "b"]),
        r"row 1 has 1 entries but there are 2 columns",
    ),
    "an image too large for sliders": (
        lambda: widgets.explore_window(PHOTO, KERNEL),
        r"`image` is 24×36 but the sliders show at most 12×12",
    ),
    "a kernel that is not 3 by 3": (
        lambda: widgets.explore_kernel(PHOTO, {"wide": KERNEL}),
        r"kernel 'wide' is 2×3 but there are 3×3 numbers",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_argument_is_named_with_both_values(case):
    call, message = WRONG[case]
    with pytest.raises(ValueError, match=message):
        call()


def test_a_table_is_read_in_html_and_in_plain_text(monkeypatch):
    shown = []
    monkeypatch.setattr(plots.tables, "display", shown.append)
    rows = [["3×3 <kernels>", 896, 0.5], ["dense", 38_535_168, 12.25]]
    plots.show_table(rows, ["layer", "parameters", "share"], title="Dense is dear")
    bundle = shown[0]._repr_mimebundle_()
    assert "38,535,168" in bundle["text/html"]
    assert "3×3 &lt;kernels&gt;" in bundle["text/html"]
    assert "color" not in bundle["text/html"]  # the theme's own colors
    lines = bundle["text/plain"].splitlines()
    assert lines[0] == "Dense is dear"
    assert lines[1].split() == ["layer", "parameters", "share"]
    assert lines[3].split() == ["3×3", "<kernels>", "896", "0.5"]


def controls(box, kind):
    """Find the widgets of a kind by their description."""
    found, todo = {}, [box]
    while todo:
        widget = todo.pop()
        todo += getattr(widget, "children", ())
        if isinstance(widget, kind):
            found[widget.description] = widget
    return found


def test_no_position_of_the_sliders_is_without_a_picture():
    image, kernel = IMAGE[:2, :4], KERNEL[:, :2]
    box = widgets.window_sliders(image, kernel)
    sliders = controls(box, ipywidgets.IntSlider)
    view = controls(box, ipywidgets.HTML)[""]
    for stride, pad in itertools.product(
        range(sliders["stride"].min, sliders["stride"].max + 1),
        range(sliders["padding"].min, sliders["padding"].max + 1),
    ):
        sliders["stride"].value, sliders["padding"].value = stride, pad
        out = layers.correlate2d(image, kernel, stride, pad)
        for axis, name in enumerate(("row", "column")):
            assert sliders[name].max == max(1, out.shape[axis] - 1)
            assert sliders[name].disabled == (out.shape[axis] == 1)
        for i, j in ((0, 0), (out.shape[0] - 1, out.shape[1] - 1)):
            sliders["row"].value, sliders["column"].value = i, j
            alt = Images(view.value).found[0]["alt"]
            assert f"out[{i}, {j}] = {sheet.number(out[i, j])}" in alt


def test_the_window_stays_inside_when_the_stride_grows():
    box = widgets.window_sliders(IMAGE, KERNEL)
    sliders = controls(box, ipywidgets.IntSlider)
    sliders["row"].value = sliders["column"].value = 2
    sliders["stride"].value = 2
    assert (sliders["row"].value, sliders["column"].value) == (1, 1)


def test_the_button_walks_over_every_place_and_back_to_the_first():
    box = widgets.window_sliders(IMAGE, KERNEL)
    sliders = controls(box, ipywidgets.IntSlider)
    button = controls(box, ipywidgets.Button)["next place"]
    places = []
    for _ in range(9):
        button.click()
        places.append((sliders["row"].value, sliders["column"].value))
    assert places == [*list(np.ndindex(3, 3))[1:], (0, 0)]


@pytest.mark.parametrize(
    "build",
    [
        lambda: widgets.pixel_sliders(PHOTO, (2, 4, 7, 8)),
        lambda: widgets.memory_sliders(np.arange(18).reshape(1, 2, 3, 3), (0, 0, 1)),
        lambda: widgets.sum_sliders(200, 100),
        lambda: widgets.channel_sliders(np.ones((3, 4, 2)), np.ones((2, 2, 2)), 1.0),
    ],
    ids=["pixels", "memory", "sum", "channels"],
)
def test_both_ends_of_every_slider_have_a_picture(build):
    box = build()
    view = controls(box, ipywidgets.HTML)[""]
    for slider in controls(box, ipywidgets.IntSlider).values():
        slider.value = slider.max
        for end in (slider.min, slider.max):
            view.value = ""
            slider.value = end
            assert len(Images(view.value).found) == 1


def test_nine_numbers_make_the_kernel():
    box = widgets.kernel_numbers(PHOTO, widgets.KERNELS)
    view = controls(box, ipywidgets.HTML)[""]
    choice = controls(box, ipywidgets.Dropdown)["start with"]
    numbers = box.children[1].children
    assert "sum to 0" in view.value
    choice.value = "blur"
    assert "sum to 1" in view.value
    numbers[4].value = -3
    assert [number.value for number in numbers][3:6] == [0.1111, -3, 0.1111]
    assert "0.11 −3 0.11" in view.value
    numbers[0].value = float("nan")
    assert "nine numbers" in view.value


def test_a_still_picture_comes_before_the_sliders(monkeypatch):
    shown = []
    monkeypatch.setattr(sheet, "display", shown.append)
    monkeypatch.setattr(widgets, "display", lambda bundle, raw: shown.append(bundle))
    widgets.explore_window(IMAGE, KERNEL)
    widgets.explore_kernel(PHOTO)
    still, sliders, photos, numbers = shown
    assert still == plots.show_walk.picture(IMAGE, KERNEL)
    assert photos == plots.show_filters.picture(PHOTO, widgets.KERNELS)
    for bundle, word in ((sliders, "sliders"), (numbers, "nine numbers")):
        assert "application/vnd.jupyter.widget-view+json" in bundle
        assert word in bundle["text/plain"]
