"""Figures to play with. Each begins with a still picture, which tells the story on its own."""

import ipywidgets
import numpy as np
from IPython.display import display

from cnnbasics import layers
from cnnbasics.plots import (
    show_bars,
    show_biases,
    show_boxes,
    show_channels,
    show_cover,
    show_filters,
    show_flatten,
    show_images,
    show_layers,
    show_levels,
    show_memory,
    show_motion,
    show_passage,
    show_pool,
    show_rates,
    show_reliability,
    show_stop,
    show_strides,
    show_tangent,
    show_threshold,
    show_votes,
    show_walk,
    show_window,
    show_wraparound,
    show_zoom,
)
from cnnbasics.plots.reading import shape_of
from cnnbasics.plots.sheet import number

_LARGEST = 12

KERNELS = {
    "edges standing": [[1, 0, -1], [1, 0, -1], [1, 0, -1]],
    "edges lying": [[1, 1, 1], [0, 0, 0], [-1, -1, -1]],
    "blur": [[1 / 9] * 3] * 3,
}
"""The kernels that `explore_kernel` starts with."""


def explore_window(image, kernel):
    """Show the walk of a window, then sliders that move it.

    The strip of stills is always there; the sliders need a running kernel.

    Parameters
    ----------
    image : ndarray, shape (H, W)
        At most 12 rows and columns.
    kernel : ndarray, shape (kH, kW)

    Raises
    ------
    ValueError
        When the image is too large, or the kernel does not fit.
    """
    box = window_sliders(image, kernel)
    show_walk(image, kernel)
    _show(box, "Here are sliders for the window's row and column, the stride and the padding.")


def explore_kernel(photo, kernels=None, filter=layers.correlate2d):
    """Show a photograph through some kernels, then nine numbers to change.

    Parameters
    ----------
    photo : ndarray, shape (H, W)
    kernels : dict of str to ndarray, shape (3, 3), optional
        To start with.
    filter : callable
        Called as ``filter(photo, kernel)``; gives a matrix. Usually the student's own function.

    Raises
    ------
    ValueError
        When the photograph is not gray or a kernel is not 3×3.
    """
    kernels = KERNELS if kernels is None else kernels
    box = kernel_numbers(photo, kernels, filter)
    show_filters(photo, kernels, filter)
    _show(box, "Here are nine numbers, the kernel, and the photograph seen through them.")


def explore_pixels(photo, window):
    """Show a few pixels of a photograph as numbers, then sliders that look elsewhere.

    Parameters
    ----------
    photo : ndarray, shape (H, W) or (H, W, C)
    window : (int, int, int, int)
        Row, column, height and width of the pixels to begin with.

    Raises
    ------
    ValueError
        When the window leaves the photograph or holds too many pixels.
    """
    show_zoom(photo, window)
    _show(pixel_sliders(photo, window), "Here are sliders for the row and the column.")


def explore_memory(x, pixel=(0, 0, 0)):
    """Show where the numbers of one pixel lie in memory, then sliders that take another pixel.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)
        At most 48 numbers and 4 channels.
    pixel : (int, int, int)
        Image, row and column to begin with.

    Raises
    ------
    ValueError
        When `x` is too large, or has no such pixel.
    """
    show_memory(x, pixel)
    _show(memory_sliders(x, pixel), "Here are sliders for the image, the row and the column.")


def explore_channels(x, w, b=0.0):
    """Show a convolution over several channels taken apart, then sliders for its window.

    Parameters
    ----------
    x : ndarray, shape (H, W, C)
        With at most 4 channels.
    w : ndarray, shape (kH, kW, C)
        One filter.
    b : float
        Its bias.

    Raises
    ------
    ValueError
        When the channels of `x` and `w` differ, or a shape does not fit.
    """
    show_channels(x, w, b)
    _show(channel_sliders(x, w, b), "Here are sliders for the row and the column of the window.")


def explore_sum(start, add):
    """Show what becomes of a sum in uint8, then sliders for its two numbers.

    Parameters
    ----------
    start : int
        From 0 to 255.
    add : int
        From -255 to 255.

    Raises
    ------
    ValueError
        When a number is out of range.
    """
    show_wraparound(start, add)
    _show(sum_sliders(start, add), "Here are sliders for the two numbers.")


def explore_bias(feature_map, biases, activation=layers.relu):
    """Show what an activation makes of a feature map at some biases, then a slider for the bias.

    Parameters
    ----------
    feature_map : ndarray, shape (H, W)
        Before the activation.
    biases : list of float
        Of the still picture.
    activation : callable
        Called as ``activation(feature_map + bias)``. Usually the student's own function.

    Raises
    ------
    ValueError
        When the map is no matrix, or there is no bias.
    """
    show_biases(feature_map, biases, activation)
    _show(bias_slider(feature_map, activation), "Here is a slider for the bias.")


def explore_pooling(image, size):
    """Show the steps of a pooling window, then sliders that move it and change it.

    Parameters
    ----------
    image : ndarray, shape (H, W)
        From 3 to 12 rows and columns.
    size : int
        Length of the window to begin with, both ways.

    Raises
    ------
    ValueError
        When the image is too large or too small, or the window does not fit.
    """
    box = pool_sliders(image, size)
    show_strides(image, size, [size, 1, size + 1])
    _show(box, "Here are sliders for the window's row and column, its size and its stride.")


def window_sliders(image, kernel):
    """Build the sliders of `explore_window`.

    Parameters
    ----------
    image : ndarray, shape (H, W)
    kernel : ndarray, shape (kH, kW)

    Returns
    -------
    ipywidgets.VBox
        Its sliders can take no position that has no picture: when stride or padding change, the
        limits of row and column follow.
    """
    image, kernel = np.asarray(image), np.asarray(kernel)
    if max(image.shape, default=0) > _LARGEST:
        raise ValueError(
            f"`image` is {shape_of(image)} but the sliders show at most {_LARGEST}×{_LARGEST}"
        )
    show_window.picture(image, kernel)  # refuses what does not fit, before any widget
    stride = _slider("stride", max(3, *kernel.shape), least=1)
    pad = _slider("padding", max(1, max(kernel.shape) - 1))
    return _walk(
        [stride, pad],
        lambda: layers.correlate2d(image, kernel, stride.value, pad.value).shape,
        lambda at: show_window.picture(image, kernel, at, stride.value, pad.value),
    )


def pool_sliders(image, size):
    """Build the sliders of `explore_pooling`.

    Parameters
    ----------
    image : ndarray, shape (H, W)
    size : int

    Returns
    -------
    ipywidgets.VBox
        As with `window_sliders`, no position is without a picture.
    """
    image = np.asarray(image)
    sides = image.shape
    if len(sides) != 2 or min(sides) < 3 or max(sides) > _LARGEST:
        raise ValueError(
            f"`image` is {shape_of(image)} but the sliders show from 3×3 to {_LARGEST}×{_LARGEST}"
        )
    most = min(*sides, 4)
    if size not in range(1, most + 1):
        raise ValueError(f"`size` is {size!r} but the sliders have windows of 1 to {most}")
    kind = ipywidgets.Dropdown(options=["max", "average"], description="keep the")
    length, stride = _slider("window", most, least=1), _slider("stride", most + 1, least=1)
    length.value = stride.value = size

    def places():
        return layers.conv_output_shape(sides, length.value, stride.value)

    return _walk(
        [length, stride, kind],
        places,
        lambda at: show_pool.picture(image, length.value, stride.value, at, kind.value),
    )


def kernel_numbers(photo, kernels, filter=layers.correlate2d):
    """Build the nine numbers of `explore_kernel`.

    Parameters
    ----------
    photo : ndarray, shape (H, W)
    kernels : dict of str to ndarray, shape (3, 3)
    filter : callable

    Returns
    -------
    ipywidgets.VBox
    """
    kernels = {str(name): np.asarray(kernel, dtype=float) for name, kernel in kernels.items()}
    for name, kernel in kernels.items():
        if kernel.shape != (3, 3):
            raise ValueError(f"kernel {name!r} is {shape_of(kernel)} but there are 3×3 numbers")
    choice = ipywidgets.Dropdown(options=list(kernels), description="start with")
    weights = [
        ipywidgets.FloatText(
            tooltip=f"row {i}, column {j}", layout=ipywidgets.Layout(width="76px"), step=0.5
        )
        for i, j in np.ndindex(3, 3)
    ]
    view = ipywidgets.HTML()
    busy = False

    def draw(_change=None):
        if busy:
            return
        kernel = np.array([weight.value for weight in weights]).reshape(3, 3)
        if not np.isfinite(kernel).all():
            view.value = "<p>A kernel needs nine numbers.</p>"
            return
        total = number(kernel.sum())
        title = f"Your kernel's numbers sum to {total}: a flat wall is multiplied by {total}"
        view.value = show_filters.picture(photo, {"your kernel": kernel}, filter, title=title).html

    def start(_change=None):
        nonlocal busy
        busy = True
        for weight, value in zip(weights, kernels[choice.value].flat, strict=True):
            weight.value = round(float(value), 4)
        busy = False
        draw()

    start()
    choice.observe(start, "value")
    for weight in weights:
        weight.observe(draw, "value")
    grid = ipywidgets.GridBox(
        weights, layout=ipywidgets.Layout(grid_template_columns="repeat(3, 84px)")
    )
    return ipywidgets.VBox([choice, grid, view])


def pixel_sliders(photo, window):
    """Build the sliders of `explore_pixels`.

    Parameters
    ----------
    photo : ndarray, shape (H, W) or (H, W, C)
    window : (int, int, int, int)

    Returns
    -------
    ipywidgets.VBox
    """
    photo = np.asarray(photo)
    height, width = window[2:]
    return _play(
        lambda row, column: show_zoom.picture(photo, (row, column, height, width)),
        row=(window[0], 0, photo.shape[0] - height),
        column=(window[1], 0, photo.shape[1] - width),
    )


def memory_sliders(x, pixel):
    """Build the sliders of `explore_memory`.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)
    pixel : (int, int, int)

    Returns
    -------
    ipywidgets.VBox
    """
    x = np.asarray(x)
    return _play(
        lambda image, row, column: show_memory.picture(x, (image, row, column)),
        image=(pixel[0], 0, x.shape[0] - 1),
        row=(pixel[1], 0, x.shape[1] - 1),
        column=(pixel[2], 0, x.shape[2] - 1),
    )


def channel_sliders(x, w, b=0.0):
    """Build the sliders of `explore_channels`.

    Parameters
    ----------
    x : ndarray, shape (H, W, C)
    w : ndarray, shape (kH, kW, C)
    b : float

    Returns
    -------
    ipywidgets.VBox
    """
    x, w = np.asarray(x), np.asarray(w)
    rows, columns = layers.conv_output_shape(x.shape[:2], w.shape[:2])
    return _play(
        lambda row, column: show_channels.picture(x, w, b, at=(row, column)),
        row=(0, 0, rows - 1),
        column=(0, 0, columns - 1),
    )


def sum_sliders(start, add):
    """Build the sliders of `explore_sum`.

    Parameters
    ----------
    start, add : int

    Returns
    -------
    ipywidgets.VBox
    """
    return _play(show_wraparound.picture, start=(start, 0, 255), add=(add, -255, 255))


def bias_slider(feature_map, activation=layers.relu):
    """Build the slider of `explore_bias`.

    Parameters
    ----------
    feature_map : ndarray, shape (H, W)
    activation : callable

    Returns
    -------
    ipywidgets.VBox
        The slider goes as far as the largest number of the map, so that everything can be
        silenced and everything can pass.
    """
    reach = float(np.abs(feature_map).max()) or 1.0
    slider = ipywidgets.FloatSlider(
        value=0.0,
        min=-reach,
        max=reach,
        step=reach / 50,
        description="bias",
        continuous_update=False,
    )
    view = ipywidgets.HTML()

    def draw(change):
        view.value = show_biases.picture(feature_map, [change.new], activation).html

    slider.observe(draw, "value")
    return ipywidgets.VBox([slider, view])


def _walk(settings, places, picture):
    """Build sliders for the row and the column of a window, and under them what it sees.

    `settings` are the widgets that change the walk; `places()` counts its places down and across,
    and `picture(at)` draws one of them.
    """
    view = ipywidgets.HTML()
    row, column = _slider("row", 1), _slider("column", 1)
    following = ipywidgets.Button(description="next place", icon="arrow-right")
    busy = False

    def follow(_change=None, to=None):
        """Set the limits, move the sliders inside them, and draw once."""
        nonlocal busy
        if busy:
            return
        busy = True
        at = []
        for slider, count, value in zip((row, column), places(), to or (None, None), strict=True):
            # A slider of one place cannot be drawn: it keeps two, and rests.
            slider.disabled = count == 1
            value = min(slider.value if value is None else value, count - 1)
            slider.value = 0
            slider.max = max(1, count - 1)
            slider.value = value
            at.append(value)
        busy = False
        view.value = picture(tuple(at)).html

    def step(_button):
        height, width = places()
        index = (row.value * width + column.value + 1) % (height * width)
        follow(to=divmod(index, width))

    for widget in (row, column, *settings):
        widget.observe(follow, "value")
    following.on_click(step)
    follow()
    return ipywidgets.VBox(
        [ipywidgets.HBox([row, column, following]), ipywidgets.HBox(settings), view]
    )


def _play(picture, **places):
    """Build a slider for each argument of `picture`, and under them what it draws.

    The still picture stands above already, so the view stays empty until a slider moves. Each of
    `places` is the value to begin with, the least and the most.
    """
    sliders = {name: _slider(name, most, least) for name, (_, least, most) in places.items()}
    view = ipywidgets.HTML()

    def draw(_change):
        view.value = picture(**{name: slider.value for name, slider in sliders.items()}).html

    for name, slider in sliders.items():
        slider.value = places[name][0]
        slider.continuous_update = False
        slider.observe(draw, "value")
    # A slider of one place cannot be drawn, and has nothing to choose.
    shown = [slider for slider in sliders.values() if slider.max > slider.min]
    return ipywidgets.VBox([ipywidgets.HBox(shown), view])


def _slider(name, most, least=0):
    return ipywidgets.IntSlider(value=least, min=least, max=most, description=name)


def _show(box, words):
    """Display widgets, with `words` where a page can show none."""
    bundle = box._repr_mimebundle_()
    display(bundle | {"text/plain": words}, raw=True)


def explore_flatten(x, at):
    """Show where one number of the maps lands in the vector, then sliders that take another.

    Parameters
    ----------
    x : ndarray, shape (H, W, C)
        At most 48 numbers and 4 channels.
    at : (int, int, int)
        Row, column and channel to begin with.

    Raises
    ------
    ValueError
        When `x` is too large or has no such number.
    """
    show_flatten(x, at)
    _show(flatten_sliders(x, at), "Here are sliders for the row, the column and the channel.")


def flatten_sliders(x, at):
    """Build the sliders of `explore_flatten`.

    Parameters
    ----------
    x : ndarray, shape (H, W, C)
    at : (int, int, int)

    Returns
    -------
    ipywidgets.VBox
    """
    x = np.asarray(x)
    return _play(
        lambda row, column, channel: show_flatten.picture(x, (row, column, channel)),
        row=(at[0], 0, x.shape[0] - 1),
        column=(at[1], 0, x.shape[1] - 1),
        channel=(at[2], 0, x.shape[2] - 1),
    )


def explore_votes(images, kernels, biases, at):
    """Show how the pixels of a picture vote for one output, then sliders for picture and output.

    Parameters
    ----------
    images : ndarray, shape (N, H, W)
    kernels : ndarray, shape (H, W, M)
        The weights of each output, laid out like a picture.
    biases : ndarray, shape (M,)
    at : (int, int)
        Picture and output to begin with.

    Raises
    ------
    ValueError
        When pictures and kernels have different shapes.
    """
    image, output = at
    show_votes(images[image], kernels[..., output], biases[output])
    _show(
        vote_sliders(images, kernels, biases, at),
        "Here are sliders for the picture and the output.",
    )


def vote_sliders(images, kernels, biases, at):
    """Build the sliders of `explore_votes`.

    Parameters
    ----------
    images : ndarray, shape (N, H, W)
    kernels : ndarray, shape (H, W, M)
    biases : ndarray, shape (M,)
    at : (int, int)

    Returns
    -------
    ipywidgets.VBox
    """
    images, kernels = np.asarray(images), np.asarray(kernels)
    return _play(
        lambda image, output: show_votes.picture(
            images[image], kernels[..., output], biases[output]
        ),
        image=(at[0], 0, len(images) - 1),
        output=(at[1], 0, kernels.shape[-1] - 1),
    )


def explore_softmax(logits, names, softmax=layers.softmax):
    """Show what becomes of probabilities when logits are multiplied, then sliders to do it.

    Parameters
    ----------
    logits : ndarray, shape (C,)
    names : list of str
        Of the classes.
    softmax : callable
        Called as ``softmax(z)`` with z of shape (1, C). Usually the student's own function.
    """
    groups = {
        f"logits times {number(factor)}": _probabilities(softmax, logits, factor, 0)
        for factor in (0.3, 1, 3)
    }
    show_bars(groups, names, title="Larger logits, surer answers; the order stays")
    box = softmax_sliders(logits, names, softmax)
    _show(box, "Here are sliders that multiply all logits by a factor, and add a number to all.")


def softmax_sliders(logits, names, softmax=layers.softmax):
    """Build the sliders of `explore_softmax`.

    Parameters
    ----------
    logits : ndarray, shape (C,)
    names : list of str
    softmax : callable

    Returns
    -------
    ipywidgets.VBox
    """
    factor = ipywidgets.FloatSlider(value=1.0, min=0.0, max=5.0, step=0.1, description="times")
    add = ipywidgets.IntSlider(value=0, min=-1000, max=1000, description="plus")
    view = ipywidgets.HTML()

    def draw(_change):
        z = np.asarray(logits) * factor.value + add.value
        p = _probabilities(softmax, logits, factor.value, add.value)
        picture = show_bars.picture({"logits": z, "probabilities": p}, names, title="Your softmax")
        view.value = picture.html

    for slider in (factor, add):
        slider.continuous_update = False
        slider.observe(draw, "value")
    return ipywidgets.VBox([ipywidgets.HBox([factor, add]), view])


def _probabilities(softmax, logits, factor, add):
    return softmax(np.asarray(logits, dtype=float)[np.newaxis] * factor + add)[0]


def explore_passage(images, steps_of):
    """Show an image on its way through a network, then a slider that chooses another image.

    Parameters
    ----------
    images : ndarray, shape (N, H, W, C)
    steps_of : callable
        Called as ``steps_of(image)`` with one image of shape (1, H, W, C). Gives a dict of what
        comes out of each step, by name, each for a batch of one.
    """
    display(_passage(images, steps_of, 0))
    box = passage_slider(images, steps_of)
    _show(box, "Here is a slider that sends another image through the network.")


def passage_slider(images, steps_of):
    """Build the slider of `explore_passage`.

    Parameters
    ----------
    images : ndarray, shape (N, H, W, C)
    steps_of : callable

    Returns
    -------
    ipywidgets.VBox
    """
    return _play(lambda image: _passage(images, steps_of, image), image=(0, 0, len(images) - 1))


def _passage(images, steps_of, number):
    steps = steps_of(images[number : number + 1])
    return show_passage.picture(
        {name: part[0] for name, part in steps.items()}, title=f"Image {number} on its way"
    )


def explore_tangent(f, gradient, at, low, high, name="weight"):
    """Show the slope of a loss at one weight, then a slider that moves the weight.

    Parameters
    ----------
    f : callable
        Takes one number, gives the loss.
    gradient : callable
        Takes one number, gives the slope there.
    at : float
        Where the still picture stands.
    low, high : float
        The ends of the axis and of the slider.
    name : str
        Of the weight.

    Raises
    ------
    ValueError
        When `low` is not below `high`.
    """
    show_tangent(f, at, gradient(at), low, high, name=name)
    _show(tangent_slider(f, gradient, at, low, high, name), "Here is a slider for the weight.")


def tangent_slider(f, gradient, at, low, high, name="weight"):
    """Build a slider for one weight, and under it the loss with its tangent there.

    Parameters
    ----------
    f, gradient : callable
        Take one number; give the loss and its slope.
    at : float
        Where the slider begins.
    low, high : float
        Its ends.
    name : str
        Of the weight.

    Returns
    -------
    ipywidgets.VBox
        The slider and the figure.
    """
    slider = ipywidgets.FloatSlider(value=at, min=low, max=high, step=0.05, description=name)
    view = ipywidgets.HTML()

    def draw(change):
        picture = show_tangent.picture(f, change.new, gradient(change.new), low, high, name=name)
        view.value = picture.html

    slider.observe(draw, "value")
    return ipywidgets.VBox([slider, view])


def explore_parameters(stack_of, side=64, kernel=3, filters=32, sides=(24, 96)):
    """Show how many parameters each layer of a network has, then sliders that change the network.

    Parameters
    ----------
    stack_of : callable
        Called as ``stack_of(side, kernel, filters)``. Gives the shape of an image and the list of
        layers, as `cnnbasics.layers.shape_trace` takes them.
    side, kernel, filters : int
        To begin with.
    sides : (int, int)
        The least and the largest side.
    """
    display(_parameters(stack_of, side, kernel, filters))
    box = parameter_sliders(stack_of, side, kernel, filters, sides)
    _show(box, "Here are sliders for the side of the image, the kernel and the number of filters.")


def parameter_sliders(stack_of, side=64, kernel=3, filters=32, sides=(24, 96)):
    """Build the sliders of `explore_parameters`.

    Parameters
    ----------
    stack_of : callable
    side, kernel, filters : int
    sides : (int, int)

    Returns
    -------
    ipywidgets.VBox
    """
    places = {"side": (side, *sides), "kernel": (kernel, 1, 7), "filters": (filters, 1, 64)}
    return _play(
        lambda side, kernel, filters: _parameters(stack_of, side, kernel, filters), **places
    )


def _parameters(stack_of, side, kernel, filters):
    shape, stack = stack_of(side, kernel, filters)
    counted = [row for row in layers.shape_trace(shape, stack) if row[2]]
    total, most = sum(row[2] for row in counted), max(row[2] for row in counted)
    return show_bars.picture(
        {"thousands of parameters": [row[2] / 1000 for row in counted]},
        [f"{name}, out {'x'.join(map(str, out))}" for name, out, _ in counted],
        title=f"{total:,} parameters, {100 * most / total:.0f} percent of them in one layer",
        marked=[[row[2] for row in counted].index(most)],
    )


def explore_occlusion(scores_of, image, heat, patch, names, of):
    """Show a picture with a patch on it where its score falls most, then sliders for the patch.

    Parameters
    ----------
    scores_of : callable
        Takes images (N, H, W, 1), gives scores (N, classes).
    image : ndarray, shape (H, W, 1)
    heat : ndarray, shape (rows, columns)
        What `occlusion_map` gives for one of the classes, with steps of one pixel.
    patch : int
    names : list of str
        Of the classes.
    of : str
        The class that `heat` belongs to.
    """
    row, column = np.unravel_index(heat.argmax(), heat.shape)
    display(_cover(scores_of, image, heat, patch, names, of, row, column))
    box = occlusion_sliders(scores_of, image, heat, patch, names, of)
    _show(box, "Here are sliders that move the patch.")


def occlusion_sliders(scores_of, image, heat, patch, names, of):
    """Build the sliders of `explore_occlusion`.

    Parameters
    ----------
    scores_of, image, heat, patch, names, of
        As there.

    Returns
    -------
    ipywidgets.VBox
    """
    start = np.unravel_index(heat.argmax(), heat.shape)
    ends = ((int(at), 0, count - 1) for at, count in zip(start, heat.shape, strict=True))
    return _play(
        lambda row, column: _cover(scores_of, image, heat, patch, names, of, row, column),
        **dict(zip(("row", "column"), ends, strict=True)),
    )


def _cover(scores_of, image, heat, patch, names, of, row, column):
    covered = image.copy()
    covered[row : row + patch, column : column + patch] = image.mean(axis=(0, 1))
    before, after = np.asarray(scores_of(np.stack([image, covered])))
    title = f"A gray patch at row {row}, column {column}: what do the scores become?"
    at = (int(row), int(column))
    return show_cover.picture(
        image[:, :, 0], heat, at, patch, before, after, names, of=of, title=title
    )


def explore_layers(rows, at, most, title):
    """Show which layers of a network learn, then a slider for the first of them.

    Parameters
    ----------
    rows : callable
        Takes a number of a layer, gives the layers as `show_layers` takes them.
    at : int
        Where the still picture stands.
    most : int
        The end of the slider, which begins at 0.
    title : str
        What to see in the still picture.
    """
    show_layers(rows(at), title=title)
    _show(layer_slider(rows, at, most), "Here is a slider for the first layer that learns.")


def layer_slider(rows, at, most):
    """Build the slider of `explore_layers`.

    Parameters
    ----------
    rows : callable
    at, most : int

    Returns
    -------
    ipywidgets.VBox
    """

    def picture(**place):
        (number_of,) = place.values()
        return show_layers.picture(rows(number_of), title=f"Layers from number {number_of} on")

    return _play(picture, **{"from layer": (at, 0, most)})


def explore_patience(val_losses, stopping, patience):
    """Show where early stopping ends a training, then a slider for its patience.

    Parameters
    ----------
    val_losses : ndarray, shape (epochs,)
    stopping : callable
        Called as ``stopping(val_losses, patience)``; gives the last epoch and the best one. Usually
        the student's own function.
    patience : int
        Of the still picture.

    Raises
    ------
    ValueError
        When `stopping` gives epochs that are not in order.
    """
    show_stop(val_losses, *stopping(val_losses, patience), title=_patience_title(patience))
    _show(patience_slider(val_losses, stopping, patience), "Here is a slider for the patience.")


def patience_slider(val_losses, stopping, patience):
    """Build a slider for the patience, and under it the loss with the epoch where training stops.

    Parameters
    ----------
    val_losses : ndarray, shape (epochs,)
    stopping : callable
        As in `explore_patience`.
    patience : int
        Where the slider begins.

    Returns
    -------
    ipywidgets.VBox
        The slider and the figure.
    """
    most = max(len(val_losses) - 1, 1)
    slider = ipywidgets.IntSlider(value=patience, min=1, max=most, description="patience")
    view = ipywidgets.HTML()

    def draw(change):
        ends = stopping(val_losses, change.new)
        view.value = show_stop.picture(val_losses, *ends, title=_patience_title(change.new)).html

    slider.observe(draw, "value")
    return ipywidgets.VBox([slider, view])


def _patience_title(patience):
    epochs = "1 epoch" if patience == 1 else f"{patience} epochs"
    return f"With a patience of {epochs}: the best so far, and the end"


def explore_batch_norm(x):
    """Show what batch normalization makes of a batch, then sliders for gamma and beta.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)
        At most 4 channels.
    """
    box = batch_norm_sliders(x)
    display(_batch_norm(x, 1, 0))
    _show(box, "Here are sliders for gamma and beta.")


def batch_norm_sliders(x):
    """Build the sliders of `explore_batch_norm`.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)

    Returns
    -------
    ipywidgets.VBox
    """
    return _play(lambda gamma, beta: _batch_norm(x, gamma, beta), gamma=(1, -3, 3), beta=(0, -5, 5))


def _batch_norm(x, gamma, beta):
    channels = np.shape(x)[3]
    state = {"mean": np.zeros(channels), "var": np.ones(channels)}
    scale, shift = np.full(channels, float(gamma)), np.full(channels, float(beta))
    y, _ = layers.batchnorm_forward(x, scale, shift, state, training=True, eps=1e-8)
    title = f"Mean {beta} and std {abs(gamma)} in every channel, whatever came in"
    return show_levels.picture(x, y, title=title, names=("what came in", "what goes out"))


def explore_draws(images_of, labels, title):
    """Show what chance makes of an image, then a slider that draws anew.

    Parameters
    ----------
    images_of : callable
        ``images_of(seed)``. Gives a list of pictures.
    labels : list of str
        What stands above each.
    title : str
        What to see.
    """
    display(show_images.picture(images_of(0), labels, title=title, columns=6))
    box = draw_slider(images_of, labels, title)
    _show(box, "Here is a slider that draws anew.")


def draw_slider(images_of, labels, title):
    """Build the slider of `explore_draws`.

    Parameters
    ----------
    images_of, labels, title
        As there.

    Returns
    -------
    ipywidgets.VBox
    """
    return _play(
        lambda draw: show_images.picture(images_of(draw), labels, title=title, columns=6),
        draw=(0, 0, 50),
    )


def explore_temperature(z, y):
    """Show how sure a network is and how often it is right, then a slider for the temperature.

    Parameters
    ----------
    z : ndarray, shape (N, C)
        Logits.
    y : ndarray of int, shape (N,)
        The true classes.
    """
    display(_at_temperatures(z, y, 10, 20, 40))
    _show(temperature_slider(z, y), "Here is a slider for the temperature, in tenths.")


def temperature_slider(z, y):
    """Build the slider of `explore_temperature`, in tenths of a temperature.

    Parameters
    ----------
    z : ndarray, shape (N, C)
    y : ndarray of int, shape (N,)

    Returns
    -------
    ipywidgets.VBox
    """
    return _play(lambda tenths: _at_temperatures(z, y, tenths), tenths=(10, 3, 60))


def _at_temperatures(z, y, *tenths):
    found = {
        f"divided by {t / 10:g}": layers.reliability(np.asarray(z) / (t / 10), y) for t in tenths
    }
    title = "Divide all scores by one number until the bars end at their marks"
    return show_reliability.picture(found, title=title)


def explore_rates(scores, same, threshold, title):
    """Show both errors at a threshold, then a slider that moves it.

    Parameters
    ----------
    scores : ndarray, shape (N,)
        One for each pair: the larger, the more alike.
    same : ndarray of bool, shape (N,)
        Whether a pair is of one person.
    threshold : float
        Where the still picture stands.
    title : str
        What to see in it.
    """
    show_rates(scores, same, threshold, title=title)
    box = rates_slider(scores, same, threshold)
    _show(box, "Here is a slider that moves the threshold.")


def rates_slider(scores, same, threshold):
    """Build the slider of `explore_rates`.

    Parameters
    ----------
    scores, same, threshold
        As there.

    Returns
    -------
    ipywidgets.VBox
    """
    low, high = (round(float(end(scores)), 2) for end in (np.min, np.max))
    slider = ipywidgets.FloatSlider(
        value=threshold,
        min=low,
        max=high,
        step=0.02,
        description="threshold",
        continuous_update=False,
    )

    view = ipywidgets.HTML()

    def draw(change):
        words = "Move the threshold: one error falls, the other rises"
        view.value = show_rates.picture(scores, same, change.new, title=words).html

    slider.observe(draw, "value")
    return ipywidgets.VBox([slider, view])


def explore_threshold(y, scores, share=25):
    """Show scores with a threshold, then a slider for how many scans are called ill.

    Parameters
    ----------
    y : ndarray of int, shape (N,)
        1 is ill, 0 is healthy.
    scores : ndarray, shape (N,)
    share : int
        Of the still picture: percent of the scans that are called ill.
    """
    display(_threshold(y, scores, share))
    _show(threshold_slider(y, scores, share), "Here is a slider for the threshold.")


def threshold_slider(y, scores, share=25):
    """Build the slider of `explore_threshold`.

    Parameters
    ----------
    y, scores, share
        As there.

    Returns
    -------
    ipywidgets.VBox
    """
    return _play(lambda percent: _threshold(y, scores, percent), percent=(share, 0, 100))


def _threshold(y, scores, percent):
    scores = np.asarray(scores, dtype=float)
    least = np.quantile(scores, 1 - percent / 100) if percent else scores.max() + 1
    title = f"The {percent} percent with the highest scores are called ill"
    return show_threshold.picture(y, scores, least, title=title)


def explore_motion(clip, difference=layers.temporal_difference):
    """Show two frames of a clip and what changed between them, then a slider for the frame.

    Parameters
    ----------
    clip : ndarray, shape (T, H, W, 1)
    difference : callable
        Called with a clip; gives (T - 1, H, W, 1). Usually the student's own function.

    Raises
    ------
    ValueError
        When the clip is not gray or has fewer than 2 frames.
    """
    show_motion(clip, 0, difference)
    _show(motion_slider(clip, difference), "Here is a slider for the earlier of the two frames.")


def motion_slider(clip, difference=layers.temporal_difference):
    """Build the slider of `explore_motion`.

    Parameters
    ----------
    clip : ndarray, shape (T, H, W, 1)
    difference : callable

    Returns
    -------
    ipywidgets.VBox
    """
    return _play(
        lambda frame: show_motion.picture(clip, frame, difference), frame=(0, 0, len(clip) - 2)
    )


def explore_suppression(picture, boxes, scores, suppress=layers.nms, threshold=0.3):
    """Show which boxes non-maximum suppression keeps, then a slider for its threshold.

    Parameters
    ----------
    picture : ndarray, shape (H, W)
    boxes : ndarray, shape (N, 4)
    scores : ndarray, shape (N,)
    suppress : callable
        Called as ``suppress(boxes, scores, threshold)``. Usually the student's own function.
    threshold : float
        Of the still picture.
    """
    stills = [1.0, 0.6, threshold]
    kept = [suppress(boxes, scores, each) for each in stills]
    show_boxes(
        [picture] * 3,
        [boxes[each] for each in kept],
        [f"threshold {number(each)}: {len(k)} boxes" for each, k in zip(stills, kept, strict=True)],
        title="The lower the threshold, the fewer boxes stay for each thing",
    )
    box = suppression_slider(picture, boxes, scores, suppress, threshold)
    _show(box, "Here is a slider for the threshold.")


def suppression_slider(picture, boxes, scores, suppress, threshold):
    """Build the slider of `explore_suppression`.

    Parameters
    ----------
    picture, boxes, scores, suppress, threshold
        As there.

    Returns
    -------
    ipywidgets.VBox
    """
    slider = ipywidgets.FloatSlider(
        value=threshold, min=0.0, max=1.0, step=0.05, description="threshold"
    )
    view = ipywidgets.HTML()

    def draw(change):
        kept = suppress(boxes, scores, change.new)
        title = f"Threshold {number(change.new)}: {len(kept)} of {len(boxes)} boxes stay"
        view.value = show_boxes.picture([picture], [boxes[kept]], title=title).html

    slider.observe(draw, "value")
    return ipywidgets.VBox([slider, view])
