"""Circles, five-pointed stars and other shapes, drawn from a seed: the lesson's input.

The same seed gives the same bytes on every machine. NumPy promises the raw numbers of PCG64, and
what is done with them is plus, minus, times, divide and square root, element by element, which
IEEE 754 rounds alike everywhere. Sine and cosine may differ in their last digit from machine to
machine: they are rounded to six digits.
"""

import numpy as np

from cnnbasics.datasets.results import TrainValTest

SIZE = 64
LABELS = ("circle", "star")

_CHOICES = 28  # random numbers an image takes, without its noise
_BATCH = 50  # images drawn at a time: few enough to stay in the processor's cache

# Of a star with tips at 1 and inner corners at 0.5 from its middle.
_EDGE_X, _EDGE_Y = 0.442566, 0.896736  # across the edge beside the tip on the x axis, outwards
_SAME_AREA = 0.683919  # radius of the circle with the same area

# Of the others, with the same area too, rounded so that they are the same on every machine.
_FROM_MIDDLE = {3: 0.531788, 4: 0.606107, 6: 0.651304}  # from the middle to a side, by sides
_ARM = 0.813178, 0.271059  # half the length and half the width of a bar of the cross
_BAND = 0.592291, 0.197430  # middle radius and half the width of the ring
_FOUR_TIP, _FOUR_X, _FOUR_Y = 1.074486, 0.422911, 0.906171  # as for the star, inner corners at 0.45

# Pixel coordinates, from -31.5 to 31.5, 0 in the middle.
_Y, _X = np.indices((SIZE, SIZE)) - (SIZE - 1) / 2


def load_shapes(seed=0, n_train=1500, n_val=500, n_test=500, kinds=LABELS):
    """Draw circles and stars, or other shapes, 64x64x3.

    Parameters
    ----------
    seed : int
        From 0 on. Training, validation and test images come from streams of their own: asking
        for fewer of one gives the first of them and leaves the others as they are.
    n_train, n_val, n_test : int
        How many images of each; half of them are circles.
    kinds : sequence of str
        What to draw, a class each, from `KINDS`; each gets an equal share of the images.

    Returns
    -------
    TrainValTest
    """
    counts = {"n_train": n_train, "n_val": n_val, "n_test": n_test}
    for name, value in {"seed": seed, **counts}.items():
        if not isinstance(value, int | np.integer) or value < 0:
            raise ValueError(f"`{name}` must be a whole number from 0 on, but it is {value!r}.")
    kinds = tuple(kinds)
    if len(kinds) < 2 or len(set(kinds)) < len(kinds) or not set(kinds) <= set(KINDS):
        raise ValueError(
            f"`kinds` must be two or more different ones of {list(KINDS)}, but it is {kinds!r}."
        )
    parts = [part for i, n in enumerate(counts.values()) for part in _draw(n, int(seed), i, kinds)]
    return TrainValTest(*parts, labels=kinds)


def _draw(n, seed, part, kinds):
    """`n` images (n, 64, 64, 3) and their classes (n,)."""
    bits, noise = (
        np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(part, use))) for use in (0, 1)
    )
    raw = bits.random_raw(n * _CHOICES) >> np.uint64(11)
    choices = raw.reshape(n, _CHOICES) * 2.0**-53  # from 0 to below 1, as Generator.random has it
    # As many in a row as there are kinds hold one of each, in turn, from a random one on.
    start, k = np.arange(n) // len(kinds) * len(kinds), len(kinds)
    y = (k - 1 - (choices[start, 0] * k).astype(np.int64) + np.arange(n) - start) % k
    x = np.empty((n, SIZE, SIZE, 3), np.uint8)
    for start in range(0, n, _BATCH):
        batch = slice(start, start + _BATCH)
        image = _picture(choices[batch, 1:], y[batch], kinds) + _noise(noise, len(y[batch]))
        x[batch] = np.clip(np.rint(image), 0, 255)
    return x, y


def _picture(choices, y, kinds=LABELS):
    """Images (b, 64, 64, 3) without noise from numbers (b, 27) between 0 and 1."""
    columns = iter(choices.T[..., np.newaxis, np.newaxis])  # each (b, 1, 1)

    def between(low, high):
        return low + (high - low) * next(columns)

    def color(low, high):
        return np.stack([between(low, high) for _ in range(3)], axis=-1)  # (b, 1, 1, 3)

    image = color(10, 100)
    cos, sin = _direction(between(0, 1))
    image = image + (20 / (SIZE / 2) * (cos * _X + sin * _Y))[..., np.newaxis]

    for _ in range(2):  # clutter: bars, that brightness or an edge alone may not give it away
        x, y0 = _X - between(-32, 32), _Y - between(-32, 32)
        cos, sin = _direction(between(0, 1))
        along = np.abs(cos * x + sin * y0) - between(3, 8)
        across = np.abs(cos * y0 - sin * x) - between(1, 3)
        image = _paint(image, np.maximum(along, across), color(80, 250))

    radius = between(12, 20)
    room = SIZE / 2 - 1 - radius
    x, y0 = _X - room * between(-1, 1), _Y - room * between(-1, 1)
    turn = between(0, 1)
    outside = np.empty(x.shape)
    for number, kind in enumerate(kinds):
        of = y == number
        outside[of] = KINDS[kind](x[of], y0[of], radius[of], turn[of])
    return _paint(image, outside, color(140, 250))


def _circle(x, y, radius, turn=0):
    """How far each pixel lies outside the circle that has the star's area."""
    return np.sqrt(x * x + y * y) - _SAME_AREA * radius


def _ring(x, y, radius, turn=0):
    """How far each pixel lies outside a ring, half as wide as its outer radius."""
    middle, half = _BAND
    return np.abs(np.sqrt(x * x + y * y) - middle * radius) - half * radius


def _polygon(sides):
    """Make the function of the regular polygon with so many sides."""

    def outside(x, y, radius, turn):
        across = [_direction(turn + k / sides) for k in range(sides)]
        distance = np.max([cos * x + sin * y for cos, sin in across], axis=0)
        return distance - _FROM_MIDDLE[sides] * radius

    return outside


def _cross(x, y, radius, turn):
    """How far each pixel lies outside both bars of a cross."""
    cos, sin = _direction(turn)
    u, v = np.abs(cos * x + sin * y), np.abs(cos * y - sin * x)
    length, width = (part * radius for part in _ARM)
    return np.minimum(np.maximum(u - length, v - width), np.maximum(v - length, u - width))


def _star(x, y, radius, turn):
    """How far each pixel lies outside the nearest edge of the star."""
    along, across = _from_tip(x, y, turn, 5)
    return _EDGE_X * (along - radius) + _EDGE_Y * across


def _four_star(x, y, radius, turn):
    """How far each pixel lies outside the nearest edge of a star with four tips."""
    along, across = _from_tip(x, y, turn, 4)
    return _FOUR_X * (along - _FOUR_TIP * radius) + _FOUR_Y * across


def _from_tip(x, y, turn, tips):
    """Where each pixel lies: along the line from the middle to the nearest tip, and across it."""
    directions = [_direction(turn + k / tips) for k in range(tips)]
    along = np.max([cos * x + sin * y for cos, sin in directions], axis=0)
    return along, np.sqrt(np.maximum(x * x + y * y - along * along, 0))


def _direction(turn):
    angle = 2 * np.pi * turn
    return np.round(np.cos(angle), 6), np.round(np.sin(angle), 6)


def _paint(image, outside, color):
    """Lay a color over the pixels of a shape; its edge fades over two pixels."""
    cover = np.clip(0.5 - outside / 2, 0, 1)[..., np.newaxis]
    return image + cover * (color - image)


def _noise(bits, n):
    """Noise (n, 64, 64, 3) of standard deviation 12: four random bytes added are nearly normal."""
    raw = bits.random_raw(n * SIZE * SIZE * 3 // 2).astype("<u8").view(np.uint8)
    total = raw.reshape(n, 4, SIZE, SIZE, 3).sum(axis=1, dtype=np.int16)
    return (total - 510) * (12 / 147.8)


KINDS = {
    "circle": _circle,
    "star": _star,
    "triangle": _polygon(3),
    "square": _polygon(4),
    "hexagon": _polygon(6),
    "cross": _cross,
    "ring": _ring,
    "four-pointed star": _four_star,
}
"""What can be drawn: for each shape, how far a pixel lies outside it. All have one area."""
