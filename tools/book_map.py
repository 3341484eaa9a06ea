"""Draw the map of the units as SVG, from the lines that docs/course.md has for Mermaid.

A row is a unit. What needs the one just above it hangs on it by a straight line; other arrows run
in lanes on the left. So the map is as narrow as a phone, and each row is a link.
"""

import html
import re
from collections import defaultdict
from typing import NamedTuple

ROW = 32
LANE = 12
LETTERS = 362
"""Width of the column of names, in pixels."""


class Lane(NamedTuple):
    """Arrows that share a vertical line.

    Parameters
    ----------
    sources, targets : list of int
        Rows where it begins and where it leads to; one of the two has one entry.
    """

    sources: list[int]
    targets: list[int]

    @property
    def rows(self) -> tuple[int, int]:
        """The first and the last row that it passes."""
        return min(self.sources), max(self.targets)


def read(text: str) -> tuple[dict[str, str], list[tuple[int, int]]]:
    """Return the units and the arrows of a Mermaid flowchart.

    Parameters
    ----------
    text : str
        Lines such as ``u00["00 · Images"]`` and ``u00 --> u01``.

    Returns
    -------
    names : dict of str to str
        What the chart calls each unit, and its name.
    arrows : list of (int, int)
        Rows: from the unit that is needed to the one that needs it.
    """
    names = dict(re.findall(r'^ *(\w+)\["(.+)"\]$', text, re.MULTILINE))
    row = {key: index for index, key in enumerate(names)}
    found = re.findall(r"^ *(\w+) --> (\w+)$", text, re.MULTILINE)
    return names, [(row[source], row[target]) for source, target in found]


def lanes(arrows: list[tuple[int, int]]) -> list[list[Lane]]:
    """Bundle the arrows that lead further than to the next row, and give each bundle a place.

    Arrows from one unit share a line, and so do the others that lead to one unit.

    Returns
    -------
    list of list of Lane
        For each place, from the names outward, the lanes that it holds without touching.
    """
    far = [(source, target) for source, target in arrows if target > source + 1]
    leaving, arriving = defaultdict(list), defaultdict(list)
    for source, target in far:
        leaving[source].append(target)
    for source, target in far:
        if len(leaving[source]) == 1:
            arriving[target].append(source)
    bundles = [Lane([s], targets) for s, targets in leaving.items() if len(targets) > 1]
    bundles += [Lane(sources, [target]) for target, sources in arriving.items()]
    places: list[list[Lane]] = []
    for lane in sorted(bundles, key=lambda lane: lane.rows[1] - lane.rows[0]):
        first, last = lane.rows
        for place in places:
            if all(last < other.rows[0] or other.rows[1] < first for other in place):
                place.append(lane)
                break
        else:
            places.append([lane])
    return places


def draw(text: str, links: dict[str, str]) -> str:
    """Draw the map.

    Parameters
    ----------
    text : str
        A Mermaid flowchart.
    links : dict of str to str
        For each name, the address that its row leads to.

    Returns
    -------
    str
        An ``<svg>`` element; its colors are those of the page.
    """
    names, arrows = read(text)
    places = lanes(arrows)
    dots = LANE * (len(places) + 1)
    width, height = dots + LETTERS, ROW * len(names)

    def y(row: int) -> float:
        return ROW * (row + 0.5)

    lines = []
    for source, target in arrows:
        if target == source + 1:
            lines.append(f'<path d="M{dots} {y(source) + 5}V{y(target) - 7}"/>')
    for number, place in enumerate(places, 1):
        x = dots - LANE * number
        for lane in place:
            # Corners are round, so that a crossing is not taken for a junction.
            for row in lane.sources:
                start = f"M{dots - 4} {y(row) + 4}H{x + 5}Q{x} {y(row) + 4} {x} {y(row) + 9}"
                lines.append(f'<path class="lane-{number}" d="{start}V{y(lane.rows[1]) - 9}"/>')
            for row in lane.targets:
                end = f"M{x} {y(row) - 9}Q{x} {y(row) - 4} {x + 5} {y(row) - 4}H{dots - 8}"
                lines.append(f'<path class="lane-{number}" d="{end}"/>')
    # The heads are drawn by hand: those of a marker would not take the color of their line.
    heads = [
        f'<path class="head" d="M{dots} {y(target) - 5}l-4 -6h8z"/>'
        for source, target in arrows
        if target == source + 1
    ]
    heads += [
        f'<path class="head lane-{number}" d="M{dots - 5} {y(row) - 4}l-7 -4v8z"/>'
        for number, place in enumerate(places, 1)
        for lane in place
        for row in lane.targets
    ]
    rows = []
    for row, name in enumerate(names.values()):
        words = f'<text x="{dots + 13}" y="{y(row) + 5}">{html.escape(name)}</text>'
        if name in links:
            words = f'<a href="{html.escape(links[name])}">{words}</a>'
        rows.append(f'<circle cx="{dots}" cy="{y(row)}" r="4"/>{words}')
    return (
        f'<svg class="map" viewBox="0 0 {width} {height}" role="group" '
        f'aria-label="The map; the table below says the same in words">'
        f'<g class="arrows" aria-hidden="true">{"".join(lines + heads)}</g>{"".join(rows)}</svg>'
    )
