"""Charts as inline SVG, which print sharply and take the colors of the page they stand in.

Colors are those of Okabe and Ito, which color-blind readers can tell apart. A black and white print
tells them apart by a texture, a shape or a number, and lines that cross a bar have a pale edge. The
textures stand in the page: `templates/textures.svg`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from autograder.desk.facts import STATUSES, WRONG
from autograder.desk.measures import ItemNumbers, Summary

WIDTH = 720
"""Of a chart, in its own units; the page scales it."""

MOST_BINS = 20
LETTER = 6.4
"""Width of a letter of a label, about."""

SPOT = 9
"""Radius of a numbered spot."""


def _svg(height: float, alt: str, parts: Iterable[str]) -> Markup:
    return Markup(
        '<svg viewBox="0 0 {} {:.0f}" role="img" aria-label="{}" xmlns="http://www.w3.org/2000/svg">'
        "{}</svg>"
    ).format(WIDTH, height, alt, Markup("").join(parts))


def _text(x: float, y: float, words: object, kind: str = "", anchor: str = "middle") -> Markup:
    return Markup('<text x="{:.1f}" y="{:.1f}" class="{}" text-anchor="{}">{}</text>').format(
        x, y, kind, anchor, words
    )


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    return Markup('<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" class="{}"/>').format(
        x1, y1, x2, y2, kind
    )


def _box(x: float, y: float, width: float, height: float, kind: str, title: str = "") -> Markup:
    inside = Markup("<title>{}</title>").format(title) if title else ""
    return Markup(
        '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" class="{}">{}</rect>'
    ).format(x, y, max(width, 0), height, kind, inside)


def _bar(x: float, y: float, width: float, height: float, status: str, title: str) -> Markup:
    """Draw a part of a bar in the color of a status, with the texture that it has in print."""
    kind = kind_of(status)
    return _box(x, y, width, height, kind, title) + _box(x, y, width, height, f"over-{kind}")


def kind_of(status: str) -> str:
    """Return the class by which the page's style knows a status.

    Examples
    --------
    >>> kind_of("partly right")
    'partly-right'
    """
    return status.replace(" ", "-")


def edges(points: float) -> list[float]:
    """Return where the bars of a histogram of marks begin and end: whole marks, if they can be.

    Examples
    --------
    >>> edges(34)[:3], edges(34)[-1]
    ([0.0, 2.0, 4.0], 34.0)
    >>> edges(3)
    [0.0, 1.0, 2.0, 3.0]
    """
    step = float(max(1, math.ceil(points / MOST_BINS)))
    return [step * number for number in range(max(1, math.ceil(points / step)) + 1)]


def counts(values: Iterable[float], bounds: Sequence[float]) -> list[int]:
    """Count the values in each bin; the last one holds its upper edge, and the ends all beyond.

    Examples
    --------
    >>> counts([0, 1, 2, 3, 4, 9], [0, 2, 4])
    [2, 4]
    """
    found = [0] * (len(bounds) - 1)
    step = bounds[1] - bounds[0]
    for value in values:
        found[min(max(int(value // step), 0), len(found) - 1)] += 1
    return found


def histogram(values: Sequence[float], points: float, unit: str, described: Summary) -> Markup:
    """Draw how marks are distributed.

    Parameters
    ----------
    values : sequence of float
        A student each.
    points : float
        The most that there is to earn.
    unit : str
        Of the axis: "marks" or "% of the marks".
    described : Summary
        Of the values: the median and the middle half are drawn.

    Returns
    -------
    Markup
    """
    bounds = edges(points)
    bars = counts(values, bounds)
    left, right, top, height = 34, 10, 34, 190
    scale, most = (WIDTH - left - right) / bounds[-1], max(bars)
    alt = (
        f"Histogram of {unit}, {described.n} students, from 0 to {points:g}. Half of them are "
        f"between {described.lower:.3g} and {described.upper:.3g}; the median is "
        f"{described.median:.3g}. "
        + "; ".join(
            f"{low:g} to {high:g}: {bar}"
            for low, high, bar in zip(bounds, bounds[1:], bars, strict=False)
        )
    )
    bottom = top + height

    def place(value: float) -> float:
        return left + scale * min(max(value, 0), bounds[-1])

    low, high, middle = map(place, (described.lower, described.upper, described.median))
    parts, numbers = [_box(low, bottom + 2, max(high - low, 2), 5, "half")], []
    for begin, end, bar in zip(bounds, bounds[1:], bars, strict=False):
        x, width = place(begin) + 1, scale * (end - begin) - 2
        tall = height * bar / most
        parts.append(_box(x, bottom - tall, width, tall, "bar", f"{begin:g} to {end:g}: {bar}"))
        if bar:
            numbers.append(_text(x + width / 2, bottom - tall - 4, bar, "small edged"))
    every = max(1, round(len(bounds) / 10))
    parts += [_text(place(edge), bottom + 21, f"{edge:g}", "small") for edge in bounds[::every]]
    parts += [
        _line(left, bottom, WIDTH - right, bottom, "axis"),
        *_mark(middle, top - 14, bottom),
        *numbers,
        _text(middle, top - 19, f"median {described.median:.3g}", "strong"),
        _text(left + (WIDTH - left - right) / 2, bottom + 37, unit, "label"),
    ]
    return _svg(bottom + 44, alt, parts)


def _mark(x: float, top: float, bottom: float) -> list[Markup]:
    """Draw an upright line that is seen on a dark bar, too."""
    return [_line(x, top, x, bottom, kind) for kind in ("edge", "mark")]


def stacks(found: Sequence[ItemNumbers], n: int) -> Markup:
    """Draw what became of each item: a bar of all students each, by status.

    Parameters
    ----------
    found : sequence of ItemNumbers
        The items.
    n : int
        How many students there are.
    """
    labels = [f"{place}  {one.item.id}" for place, one in enumerate(found, 1)]
    left = _margin(labels, 250)
    scale, tall, gap = (WIDTH - left - 8) / max(n, 1), 20, 7
    parts, words = [], []
    for row, (label, one) in enumerate(zip(labels, found, strict=True)):
        y, x = row * (tall + gap) + 2, left
        parts.append(_text(left - 8, y + 14.5, _cut(label, left - 12), "label", "end"))
        for status in STATUSES:
            count = one.counts[status]
            if not count:
                continue
            wide = scale * count
            parts.append(_bar(x, y, wide, tall, status, f"{one.item.id}: {count} {status}"))
            if wide > LETTER * len(str(count)) + 4:
                parts.append(_text(x + wide / 2, y + 14.5, count, f"on-{kind_of(status)}"))
            x += wide
        told = ", ".join(f"{count} {status}" for status, count in one.counts.items() if count)
        words.append(f"{one.item.id}: {told}")
    alt = f"What became of each exercise, of {n} students. " + "; ".join(words)
    return _svg(len(found) * (tall + gap) + 4, alt, parts)


def _margin(labels: Iterable[str], most: float) -> float:
    return min(most, LETTER * max(map(len, labels), default=0) + 16)


def _cut(text: str, room: float) -> str:
    most = int(room / LETTER)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def spots(found: Sequence[ItemNumbers]) -> Markup:
    """Draw items by difficulty and discrimination, numbered as in the table."""
    known = [
        (place, one)
        for place, one in enumerate(found, 1)
        if one.difficulty is not None and one.discrimination is not None
    ]
    left, right, top, height = 56, 18, 16, 300
    least = min([0.0, *(one.discrimination for _, one in known)])
    low = math.floor(least * 5) / 5
    bottom, wide = top + height, WIDTH - left - right

    def down(value: float) -> float:
        return bottom - height * (value - low) / (1 - low)

    parts = [_box(left, down(0.2), wide, bottom - down(0.2), "weak")]
    parts.append(
        _text(left + 8, bottom - 8, "tells strong and weak students hardly apart", "small", "start")
    )
    for step in range(6):
        x = left + wide * step / 5
        parts += [
            _line(x, top, x, bottom, "grid"),
            _text(x, bottom + 17, f"{20 * step}%", "small"),
        ]
    for step in range(round(low * 5), 6):
        y = down(step / 5)
        parts += [
            _line(left, y, WIDTH - right, y, "axis" if step == 0 else "grid"),
            _text(left - 8, y + 4, f"{step / 5:.1f}".replace("-", "−"), "small", "end"),
        ]
    places = [
        (left + wide * min(max(one.difficulty, 0), 1), down(one.discrimination)) for _, one in known
    ]
    shown = _apart(places, (left, WIDTH - right), (top, bottom))
    parts += [
        _line(*true, *seen, "lead")
        for true, seen in zip(places, shown, strict=True)
        if true != seen
    ]
    for (place, one), (x, y) in zip(known, shown, strict=True):
        title = f"{one.item.id}: {one.difficulty:.0%} of the marks, {one.discrimination:.2f}"
        parts += [_spot(x, y, one.item.question, title), _text(x, y + 4, place, "in-spot")]
    parts += [
        _text(left + wide / 2, bottom + 36, "mean share of the marks: hard ← → easy", "label"),
        Markup(
            '<text transform="translate(14 {:.0f}) rotate(-90)" class="label" text-anchor="middle">'
            "discrimination</text>"
        ).format(top + height / 2),
    ]
    alt = "Exercises by difficulty and discrimination. " + "; ".join(
        f"{place} {one.item.id}: mean share {one.difficulty:.0%}, discrimination "
        f"{one.discrimination:.2f}"
        for place, one in known
    )
    return _svg(bottom + 42, alt, parts)


def _spot(x: float, y: float, question: bool, title: str) -> Markup:
    """Draw a square for a question, a circle for any other exercise."""
    size, round_ = (2 * SPOT - 2, 2) if question else (2 * SPOT, SPOT)
    return Markup(
        '<rect x="{:.1f}" y="{:.1f}" width="{}" height="{}" rx="{}" class="{}">'
        "<title>{}</title></rect>"
    ).format(
        x - size / 2, y - size / 2, size, size, round_, "spot question" * question or "spot", title
    )


def _apart(
    places: Sequence[tuple[float, float]],
    across: tuple[float, float],
    down: tuple[float, float],
) -> list[tuple[float, float]]:
    """Move spots that would hide one another to the nearest free place within the chart."""
    taken: list[tuple[float, float]] = []
    around = [
        (radius * math.cos(turn), radius * math.sin(turn))
        for radius in range(0, 40 * SPOT, 3)
        for turn in ([step * math.pi / 8 for step in range(16)] if radius else [0.0])
    ]
    for x, y in places:
        free = (
            (x + right, y + up)
            for right, up in around
            if all(math.dist((x + right, y + up), one) > 2 * SPOT + 1 for one in taken)
            and (not (right or up) or (_within(x + right, across) and _within(y + up, down)))
        )
        taken.append(next(free, (x, y)))
    return taken


def _within(value: float, ends: tuple[float, float]) -> bool:
    return ends[0] <= value <= ends[1]


def steps(found: Sequence[ItemNumbers], n: int) -> Markup:
    """Draw how many students were still at work at each item: those who had not stopped before."""
    labels = [f"{place}  {one.item.id}" for place, one in enumerate(found, 1)]
    left = _margin(labels, 250)
    tall, gap, side = 16, 5, 84
    scale, going = (WIDTH - left - side) / max(n, 1), n
    parts, words = [], []
    for row, (label, one) in enumerate(zip(labels, found, strict=True)):
        y = row * (tall + gap) + 2
        before, going = going, going - one.stopped
        x = left + scale * going
        parts += [
            _text(left - 8, y + 12, _cut(label, left - 12), "label", "end"),
            _box(left, y, scale * going, tall, "bar", f"{going} went on"),
            _bar(x, y, scale * one.stopped, tall, WRONG, f"{one.stopped} stopped here"),
        ]
        if one.stopped:
            told = f"−{one.stopped}"
            parts.append(_text(left + scale * before + 6, y + 12, told, "strong", "start"))
            words.append(f"{one.stopped} at {one.item.id}")
    alt = f"Where students stopped, of {n}: " + ("; ".join(words) or "nowhere")
    return _svg(len(found) * (tall + gap) + 4, alt, parts)


def boxes(units: Sequence[tuple[str, Summary | None]]) -> Markup:
    """Draw the share of the marks in each unit: the middle half, the median, and the ends.

    Parameters
    ----------
    units : sequence of (str, Summary or None)
        Units and their students' shares, from 0 to 1.
    """
    left = _margin([name for name, _ in units], 230)
    wide, tall, gap, top = WIDTH - left - 54, 18, 9, 4
    bottom = top + len(units) * (tall + gap)
    parts, words = [], []
    for step in range(6):
        x = left + wide * step / 5
        parts += [
            _line(x, top, x, bottom, "grid"),
            _text(x, bottom + 15, f"{20 * step}%", "small"),
        ]
    for row, (name, one) in enumerate(units):
        y = top + row * (tall + gap) + gap / 2
        parts.append(_text(left - 8, y + 13, _cut(name, left - 10), "label", "end"))
        if one is None:
            words.append(f"{name}: nothing graded")
            continue
        least, lower, median, upper, most = (
            left + wide * min(max(value, 0), 1)
            for value in (one.least, one.lower, one.median, one.upper, one.most)
        )
        parts += [
            _line(least, y + tall / 2, most, y + tall / 2, "axis"),
            _box(lower, y, max(upper - lower, 1.5), tall, "bar"),
            *_mark(median, y - 3, y + tall + 3),
            _text(WIDTH - 4, y + 13, f"{one.median:.0%}", "strong", "end"),
        ]
        words.append(
            f"{name}: median {one.median:.0%}, half of the class between {one.lower:.0%} and "
            f"{one.upper:.0%}"
        )
    alt = "Share of the marks in each unit. " + "; ".join(words)
    return _svg(bottom + 22, alt, parts)
