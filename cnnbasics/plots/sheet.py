"""The paper that the figures of the course are drawn on: colors, letters, squares and frames.

A `Sheet` is measured in inches from its top left corner, and an inch is 100 pixels of the
notebook. What is drawn does not depend on the machine, on a style set elsewhere or on a screen.
"""

import base64
import functools
import html
import io
from dataclasses import dataclass, field

import matplotlib
import numpy as np
from IPython.display import display
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.collections import PatchCollection
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyArrowPatch, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from PIL import Image

PAPER = "#ffffff"
INK = "#1b2230"
MUTED = "#5a6475"
LINE = "#c3cad5"
PADDING = "#e9edf3"
WINDOW = "#ffb000"
"""The color of the window, in every figure of the course."""

SERIES = ("#1b2230", "#0072b2", "#d55e00", "#009e73")
"""The colors of curves, in order; a curve also has its own dashes and its own label."""

CHANNELS = ("#f6c5bb", "#c4e5cc", "#c3d6f5", "#e6dcc3")
"""Light colors of the channels red, green, blue and any fourth; a letter always says which."""

GRAYS = matplotlib.colormaps["gray"]
"""The sequential color map: what is larger is lighter."""

SIGNED = LinearSegmentedColormap.from_list(
    "signed", ["#0b3a78", "#5d9bd0", "#f7f7f7", "#f2a07d", "#cf4b32"]
)
"""The diverging color map: blue below zero, white at zero, red above; in gray, blue is darker."""

WIDTH = 9.0
MARGIN = 0.2
PIXELS_PER_INCH = 100
SHARPNESS = 1.6
# A notebook keeps its pictures: above this many bytes a picture of photographs is kept as WebP, a
# tenth of the size and the same to the eye.
LARGE = 200_000
NUMBERS_BELOW = 60
"""A grid with fewer cells than this has its numbers written in."""

DASHES = ("-", (0, (6, 2)), (0, (2, 1.5)), (0, (6, 2, 1.5, 2)))

_STYLE = {
    name: value
    for name, value in matplotlib.rcParamsDefault.items()
    if not name.startswith(("backend", "interactive", "toolbar", "webagg", "savefig.directory"))
} | {
    "font.family": ["DejaVu Sans"],
    "text.parse_math": False,
    "text.hinting": "no_hinting",
    "text.color": INK,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "axes.unicode_minus": True,
    "image.resample": True,
}


_RULER = RendererAgg(8, 8, PIXELS_PER_INCH * SHARPNESS)


@dataclass(frozen=True)
class Picture:
    """A finished figure, with its words for those who do not see it.

    Attributes
    ----------
    data : bytes
        PNG, or WebP where a PNG would be large.
    alt : str
        What the figure shows, in words.
    words : tuple of str
        Every text in the figure.
    width, height : int
        Pixels in the page; `data` has `SHARPNESS` times as many.
    """

    data: bytes = field(repr=False)
    alt: str
    words: tuple
    width: int
    height: int

    @property
    def html(self):
        """The picture as an ``<img>`` with its text alternative.

        JupyterLab and nbconvert both drop the ``alt`` of an ``image/png`` output; they keep this.
        """
        kind = "png" if self.data.startswith(b"\x89PNG") else "webp"
        data = base64.b64encode(self.data).decode("ascii")
        alt = html.escape(self.alt, quote=True)
        # The height is known before the picture is decoded, so that a page does not jump.
        return (
            f'<img src="data:image/{kind};base64,{data}" alt="{alt}" width="{self.width}" '
            f'height="{self.height}" style="max-width: 100%; height: auto">'
        )

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html, "text/plain": self.alt}


def shown(draw):
    """Turn a function that draws a `Picture` into one that shows it.

    Parameters
    ----------
    draw : callable
        Returns a `Picture`.

    Returns
    -------
    callable
        Takes the same arguments, displays the picture and returns nothing. Its attribute
        ``picture`` is the function that returns the picture and displays nothing.
    """

    @functools.wraps(draw)
    def picture(*args, **kwargs):
        with matplotlib.rc_context(_STYLE):
            return draw(*args, **kwargs)

    @functools.wraps(draw)
    def show(*args, **kwargs):
        display(picture(*args, **kwargs))

    show.picture = picture
    return show


def number(value):
    """Write a number the way the figures do.

    Parameters
    ----------
    value : float or int

    Returns
    -------
    str
        Whole numbers in full, others with at most three digits that count; a true minus sign.

    Examples
    --------
    >>> [number(v) for v in (3.0, 0.5, 1 / 9, 12.345, 0.00123, 250)]
    ['3', '0.5', '0.11', '12.3', '0.001', '250']
    """
    value = float(value)
    if not np.isfinite(value):
        words = "nan" if np.isnan(value) else "∞" if value > 0 else "-∞"
    elif value == round(value) and abs(value) < 1e6:
        words = f"{round(value):d}"
    elif 0 < abs(value) < 0.005:
        words = f"{value:.1g}"
    elif abs(value) >= 1e6:
        words = f"{value:.3g}"
    else:
        decimals = 2 if abs(value) < 10 else 1 if abs(value) < 1000 else 0
        words = f"{value:.{decimals}f}"
        if decimals:
            words = words.rstrip("0").rstrip(".")
    return words.replace("-", "−")


def is_exact(value):
    """Tell whether `number` writes all of `value`, up to the rounding of a computer."""
    written = float(number(value).replace("−", "-").replace("∞", "inf"))
    return bool(np.isclose(written, value, rtol=1e-12, atol=1e-12))


@functools.lru_cache(maxsize=4096)
def text_width(words, size, bold=False, mono=False):
    """Measure a line of text in inches."""
    family = "DejaVu Sans Mono" if mono else "DejaVu Sans"
    font = FontProperties(family=family, size=size, weight="bold" if bold else "normal")
    with matplotlib.rc_context({"text.hinting": "no_hinting"}):
        width, _, _ = _RULER.get_text_width_height_descent(words, font, False)
    return width / _RULER.dpi


def wrap(words, size, width, bold=False, mono=False, indent=""):
    """Break a text at its spaces into lines that are at most `width` inches wide."""
    lines = []
    for paragraph in words.split("\n"):
        lead = paragraph[: len(paragraph) - len(paragraph.lstrip(" "))]
        line = ""
        for word in paragraph.strip(" ").split(" "):
            longer = f"{line} {word}" if line else lead + word
            if line and text_width(longer, size, bold, mono) > width:
                lines.append(line)
                longer = indent + word
            line = longer
        lines.append(line)
    return lines


def balance(words, size, width, bold=False):
    """Break a text into as few lines as `wrap` does, but of nearly equal length."""
    lines = wrap(words, size, width, bold)
    if len(lines) == 1:
        return lines
    for narrower in np.linspace(0.5, 1.0, 11) * width:
        shorter = wrap(words, size, narrower, bold)
        if len(shorter) == len(lines):
            return shorter
    return lines


def aloud(*sentences):
    """Join sentences for someone who hears them: the signs that a screen reader skips in words."""
    words = ". ".join(sentence.strip().rstrip(".") for sentence in sentences if sentence) + "."
    for sign, spoken in (("×", " by "), ("·", " times "), ("\u00a0", " "), ("\n", " ")):
        words = words.replace(sign, spoken)
    return " ".join(words.split())


def is_signed(array):
    """Tell whether a picture needs the diverging map: a tenth of its weight is below zero."""
    values = np.nan_to_num(np.asarray(array, dtype=float))
    total = np.abs(values).sum()
    return bool(total > 0 and -values[values < 0].sum() > 0.1 * total)


def gray_limits(array):
    """Find black and white of an unsigned picture: 0 to 1, 0 to 255, or 0 to its largest."""
    array = np.asarray(array)
    top = float(np.nanmax(array)) if array.size else 0.0
    if top <= 1:
        return 0.0, 1.0
    if array.dtype == np.uint8:
        return 0.0, 255.0
    return 0.0, top


def luminance(color):
    """Relative luminance of a color, from 0 to 1, as in WCAG 2."""
    rgb = np.asarray(matplotlib.colors.to_rgb(color))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def ink_on(color):
    """Return the color of letters, dark or light, that stands out more from `color`."""
    # Contrast is (lighter + 0.05) / (darker + 0.05); the two are equal at a luminance of 0.213.
    return INK if luminance(color) > 0.213 else PAPER


class Sheet:
    """A white sheet with a title, measured in inches from the top left corner.

    Parameters
    ----------
    title : str
        What to see in the figure.
    """

    def __init__(self, title):
        self.title = title
        self.figure = Figure(figsize=(WIDTH, 1), facecolor=PAPER)
        FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_autoscale_on(False)
        self.axes.set_xlim(0, WIDTH)
        self.plots = []
        self.left = MARGIN
        self.width = WIDTH - 2 * MARGIN
        self.bottom = 0.16
        lines = "\n".join(balance(title, 15, self.width, bold=True))
        self.bottom = self.paragraph(MARGIN, self.bottom, lines, size=15, bold=True) + 0.14

    def _reach(self, y):
        self.bottom = max(self.bottom, y)

    def text(self, x, y, words, size=12, color=INK, ha="left", bold=False, mono=False, halo=None):
        """Write one line whose middle is at the height `y`."""
        effects = [withStroke(linewidth=3, foreground=halo)] if halo else None
        self.axes.text(
            x,
            y,
            words,
            size=size,
            color=color,
            ha=ha,
            va="center_baseline",
            family="DejaVu Sans Mono" if mono else "DejaVu Sans",
            weight="bold" if bold else "normal",
            path_effects=effects,
        )

    def paragraph(
        self,
        x,
        y,
        words,
        size=12,
        color=INK,
        bold=False,
        mono=False,
        width=None,
        indent="",
    ):
        """Write lines from `y` down, broken where they reach `width`; return where they end."""
        step = size / 72 * 1.42
        for line in wrap(words, size, width or self.width, bold, mono, indent):
            self.text(x, y + step / 2, line, size, color, bold=bold, mono=mono)
            y += step
        self._reach(y)
        return y

    def rectangle(self, x, y, width, height, **look):
        """Draw a rectangle."""
        self.axes.add_patch(Rectangle((x, y), width, height, **look))
        self._reach(y + height)

    def frame(self, x, y, width, height, weight=3.0):
        """Draw the window: always the same color, with dark edges so that it shows on anything."""
        edge = withStroke(linewidth=weight + 1.8, foreground=INK)
        self.axes.add_patch(
            Rectangle(
                (x, y),
                width,
                height,
                fill=False,
                edgecolor=WINDOW,
                linewidth=weight,
                joinstyle="miter",
                path_effects=[edge],
                zorder=5,
            )
        )

    def line(self, points, color=INK, weight=1.4, dashes="-", zorder=4):
        """Draw a line through `points`."""
        self.axes.plot(
            *zip(*points, strict=True),
            color=color,
            linewidth=weight,
            linestyle=dashes,
            zorder=zorder,
            solid_capstyle="butt",
            scalex=False,
            scaley=False,
        )

    def arrow(self, start, end, color=INK, weight=1.6, bend=0.0):
        """Draw an arrow from `start` to `end`."""
        self.axes.add_patch(
            FancyArrowPatch(
                start,
                end,
                arrowstyle="-|>,head_length=6,head_width=3.2",
                connectionstyle=f"arc3,rad={bend}",
                color=color,
                linewidth=weight,
                shrinkA=0,
                shrinkB=0,
                zorder=4,
            )
        )

    def image(self, x, y, width, height, pixels, cmap=None, limits=(None, None)):
        """Lay a picture down, with a thin edge."""
        self.axes.imshow(
            pixels,
            cmap=cmap,
            vmin=limits[0],
            vmax=limits[1],
            aspect="auto",
            extent=(x, x + width, y + height, y),
        )
        self.rectangle(x, y, width, height, fill=False, edgecolor=LINE, linewidth=1)

    def plot(self, x, y, width, height):
        """Add axes for curves at this place."""
        axes = self.figure.add_axes((0, 0, 1, 1))
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(labelsize=11)
        self.plots.append((axes, x, y, width, height))
        self._reach(y + height)
        return axes

    def cells(
        self,
        x,
        y,
        cell,
        array,
        *,
        signed=False,
        words=None,
        below=None,
        padded=None,
        empty=None,
        bold=None,
        limits=None,
    ):
        """Draw a matrix as squares.

        Parameters
        ----------
        x, y, cell : float
            Top left corner of the matrix, and the side of a square.
        array : ndarray, shape (H, W)
        signed : bool
            Whether to color with the diverging map.
        words : ndarray of str, shape (H, W), optional
            What stands in the squares.
        below : ndarray of str, shape (H, W), optional
            A smaller second line; left out where it would be too small to read.
        padded, empty, bold : ndarray of bool, shape (H, W), optional
            Squares that belong to the padding; that hold nothing yet; that stand out.
        limits : (float, float), optional
            Values of the two ends of the color map.
        """
        rows, columns = array.shape
        finite = array[np.isfinite(array)]
        if limits is None and signed:
            reach = float(np.abs(finite).max(initial=0)) or 1.0
            limits = (-reach, reach)
        elif limits is None:
            limits = (min(0.0, float(finite.min(initial=0))), float(finite.max(initial=0)) or 1.0)
        colors = (SIGNED if signed else GRAYS)(Normalize(*limits, clip=True)(array))
        colors = np.asarray(colors, dtype=float)
        colors[~np.isfinite(array)] = matplotlib.colors.to_rgba(PADDING)
        flags = {"padded": padded, "empty": empty, "bold": bold}
        flags = {
            name: np.zeros(array.shape, dtype=bool) if flag is None else flag
            for name, flag in flags.items()
        }
        size = cell * 72 * (0.44 if cell < 0.4 else 0.36)
        if words is not None:
            longest = max(text_width(word, 100, bold=True) for word in np.ravel(words))
            size = min(size, 16.0, 100 * 0.84 * cell / max(longest, 0.01))
        widest = 0 if below is None else max(text_width(word, 100) for word in np.ravel(below))
        second_size = min(size * 0.78, 100 * 0.86 * cell / max(widest, 0.01))
        squares = []
        for place in np.ndindex(array.shape):
            left, top = x + place[1] * cell, y + place[0] * cell
            look = {"facecolor": colors[place], "edgecolor": LINE, "linewidth": 1}
            color = ink_on(colors[place])
            if flags["padded"][place]:
                look |= {"facecolor": PADDING, "linestyle": (0, (2, 2))}
                color = MUTED
            if flags["empty"][place]:
                look |= {"facecolor": PAPER}
            squares.append(Rectangle((left, top), cell, cell, **look))
            if words is None or not words[place] or flags["empty"][place]:
                continue
            two = below is not None and below[place] and second_size > 6.5
            middle = left + cell / 2
            self.text(
                middle,
                top + cell * (0.34 if two else 0.5),
                words[place],
                size,
                color,
                ha="center",
                bold=bool(flags["bold"][place]),
            )
            if two:
                self.text(middle, top + cell * 0.73, below[place], second_size, color, ha="center")
        self.axes.add_collection(PatchCollection(squares, match_original=True))
        self.rectangle(x, y, columns * cell, rows * cell, fill=False, edgecolor=MUTED, linewidth=1)

    def picture(self, alt, *said):
        """Finish the sheet.

        Parameters
        ----------
        alt : str or None
            The text alternative; if None, the title and `said`.
        *said : str
            Sentences that say what the figure shows.

        Returns
        -------
        Picture
        """
        height = self.bottom + 0.2
        self.figure.set_size_inches(WIDTH, height)
        self.axes.set_ylim(height, 0)
        for axes, x, y, w, h in self.plots:
            axes.set_position((x / WIDTH, 1 - (y + h) / height, w / WIDTH, h / height))
        self.figure.set_dpi(PIXELS_PER_INCH * SHARPNESS)
        self.figure.canvas.draw()
        pixels = np.asarray(self.figure.canvas.buffer_rgba())[..., :3]  # the paper is opaque
        image = Image.fromarray(np.ascontiguousarray(pixels))
        file = io.BytesIO()
        image.save(file, "png")
        if file.tell() > LARGE:
            file = io.BytesIO()
            image.save(file, "webp", quality=90)
        size = (round(side * PIXELS_PER_INCH) for side in (WIDTH, height))
        words = tuple(t.get_text() for t in self.figure.findobj(Text) if t.get_text())
        alt = aloud(self.title, *said) if alt is None else str(alt)
        return Picture(file.getvalue(), alt, words, *size)
