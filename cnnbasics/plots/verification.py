"""How alike pairs are, what a threshold makes of them, and where embeddings lie."""

import numpy as np

from cnnbasics import layers
from cnnbasics.plots.matrices import LABEL, LABEL_STEP
from cnnbasics.plots.reading import read_array, read_labels
from cnnbasics.plots.sheet import (
    DASHES,
    INK,
    LINE,
    MUTED,
    PADDING,
    SERIES,
    WINDOW,
    Sheet,
    number,
    shown,
    wrap,
)

_KINDS = (("two people", SERIES[2]), ("one person", SERIES[1]))
_BINS = 40
_STEPS = 200


@shown
def show_rates(scores, same, threshold=None, *, title, xlabel="score", alt=None):
    """Show how the scores of both kinds of pairs lie, and both errors at each threshold.

    Parameters
    ----------
    scores : ndarray, shape (N,)
        One for each pair: the larger, the more alike.
    same : ndarray of bool, shape (N,)
        Whether a pair is of one person. There are pairs of both kinds.
    threshold : float or dict of str to float, optional
        One that is drawn, with its two rates; or several by name, without.
    title : str
        What to see.
    xlabel : str
        What a score is.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the numbers of scores and kinds differ, or one kind is missing.
    """
    scores, same = read_array("scores", scores, 1), np.asarray(same, dtype=bool)
    if scores.shape != same.shape:
        raise ValueError(f"`scores` has {scores.size} pairs but `same` has {same.size}")
    if same.all() or not same.any():
        raise ValueError(f"`same` has {same.sum()} of {same.size} pairs True but needs both kinds")
    marks = threshold if isinstance(threshold, dict) else {}
    single = threshold if threshold is not None and not marks else None
    ends = float(scores.min()), float(scores.max())
    margin = 0.02 * (ends[1] - ends[0] or 1)
    limits = ends[0] - margin, ends[1] + margin
    grid = np.linspace(*limits, _STEPS)
    rates = np.array([layers.far_frr(scores, same, t) for t in grid])
    sheet = Sheet(title)
    left, wide, y = sheet.left + 0.95, sheet.width - 1.05, sheet.bottom
    key = sheet.left
    for name, color in _KINDS:
        sheet.rectangle(key, y + 0.06, 0.3, LABEL_STEP - 0.12, facecolor=color, alpha=0.6)
        sheet.text(key + 0.4, y + LABEL_STEP / 2, f"pairs of {name}", LABEL)
        key += 2.3
    upper = sheet.plot(left, y + LABEL_STEP + 0.12, wide, 1.6)
    bins = np.linspace(*limits, _BINS + 1)
    for kind, (_, color) in enumerate(_KINDS):
        counts = np.histogram(scores[same == bool(kind)], bins)[0]
        upper.stairs(counts / counts.sum(), bins, fill=True, color=color, alpha=0.55)
        upper.stairs(counts / counts.sum(), bins, color=color, linewidth=1.4)
    upper.set_ylabel("share of pairs", fontsize=12)
    upper.set_xticklabels([])
    y += LABEL_STEP + 0.12 + 1.6 + 0.2
    key = sheet.left
    for k, name in enumerate(("FAR: two people, accepted", "FRR: one person, rejected")):
        color = _KINDS[k][1]
        middle = y + LABEL_STEP / 2
        sheet.line([(key, middle), (key + 0.5, middle)], color, 2.4, DASHES[k])
        sheet.text(key + 0.6, middle, name, LABEL)
        key += 3.4
    lower = sheet.plot(left, y + LABEL_STEP + 0.12, wide, 1.7)
    for k in range(2):
        lower.plot(grid, rates[:, k], color=_KINDS[k][1], linewidth=2.2, linestyle=DASHES[k])
    lower.set_ylim(-0.03, 1.03)
    lower.set_ylabel("rate", fontsize=12)
    lower.set_xlabel(xlabel, fontsize=12.5)
    for axes in (upper, lower):
        axes.set_xlim(*limits)
        axes.grid(axis="y", color=PADDING, linewidth=1)
        axes.spines[["left", "bottom"]].set_color(LINE)
        axes.set_axisbelow(True)
        for value in [single] if single is not None else marks.values():
            axes.axvline(value, color=INK, linewidth=3.4)
            axes.axvline(value, color=WINDOW, linewidth=1.8)
    sheet.bottom = y + LABEL_STEP + 0.12 + 1.7 + 0.5
    said = []
    if single is not None:
        far, frr = layers.far_frr(scores, same, single)
        words = f"At {single:.2f}: FAR {far:.1%}, FRR {frr:.1%}".replace("-", "−")
        sheet.paragraph(left, sheet.bottom, words, bold=True)
        said.append(words.replace("−", "minus "))
    for place, (name, value) in enumerate(sorted(marks.items(), key=lambda item: item[1])):
        side = "right" if place == 0 and len(marks) > 1 else "left"
        offset = -5 if side == "right" else 5
        upper.annotate(
            name,
            (value, 1.0),
            xycoords=("data", "axes fraction"),
            xytext=(offset, -2),
            textcoords="offset points",
            ha=side,
            va="top",
            fontsize=LABEL,
        )
        said.append(f"{name}: {number(value)}")
    means = [number(scores[same == bool(kind)].mean()) for kind in range(2)]
    return sheet.picture(
        alt,
        f"Scores of {np.sum(~same)} pairs of two people, {means[0]} on the mean, and of "
        f"{np.sum(same)} pairs of one person, {means[1]} on the mean",
        *said,
    )


@shown
def show_points(panels, who, pictures=None, *, title, alt=None):
    """Show embeddings on a plane: each point is a letter, and each person has a letter.

    Parameters
    ----------
    panels : dict of str to ndarray, shape (N, D)
        Vectors of the same pictures, by what stands above. The plane is that of the two
        directions in which they vary most.
    who : ndarray of int, shape (N,)
        The person on each picture; at most 8 people.
    pictures : ndarray, shape (N, H, W, 1), optional
        The first picture of each person is shown beside the letter.
    title : str
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there are more than 8 people, or vectors and people differ in number.
    """
    panels = {str(name): read_array(f"panels[{name!r}]", v, 2) for name, v in panels.items()}
    who = read_array("who", who, 1)
    people = list(dict.fromkeys(who.tolist()))
    if len(people) > 8:
        raise ValueError(f"`who` has {len(people)} people but the figure holds 8")
    for name, vectors in panels.items():
        if len(vectors) != len(who):
            raise ValueError(f"{name!r} has {len(vectors)} vectors but `who` has {len(who)}")
    letters = dict(zip(people, "ABCDEFGH", strict=False))
    sheet = Sheet(title)
    y = sheet.bottom
    if pictures is not None:
        side, step = 0.62, sheet.width / 8
        for place, person in enumerate(people):
            x = sheet.left + place * step
            color = SERIES[place % len(SERIES)]
            sheet.text(x, y + side / 2, letters[person], 14, color, bold=True)
            first = pictures[int(np.argmax(who == person))][..., 0]
            sheet.image(x + 0.25, y, side, side, first, "gray", (0, 255))
        y = sheet.bottom + 0.12
    gap = 0.4
    room = (sheet.width - gap * (len(panels) - 1)) / len(panels)
    said = []
    for place, (name, vectors) in enumerate(panels.items()):
        x = sheet.left + place * (room + gap)
        for line, words in enumerate(wrap(name, LABEL, room, bold=True)):
            sheet.text(x, y + (line + 0.5) * LABEL_STEP, words, LABEL, bold=True)
        top = y + LABEL_STEP + 0.08
        tall = min(room, 3.6)
        sheet.rectangle(x, top, room, tall, fill=False, edgecolor=MUTED, linewidth=1)
        flat = _plane(vectors)
        reach = np.abs(flat).max() or 1.0
        for (across, up), person in zip(flat / reach, who.tolist(), strict=True):
            color = SERIES[people.index(person) % len(SERIES)]
            sheet.text(
                x + room * (0.5 + 0.46 * across),
                top + tall * (0.5 - 0.46 * up),
                letters[person],
                11,
                color,
                ha="center",
                bold=True,
            )
        said.append(f"{name}: {_nearest(vectors, who):.0%} have their nearest of the same person")
    sheet.bottom = sheet.bottom + 0.05
    return sheet.picture(alt, f"{len(who)} pictures of {len(people)} people", *said)


def _plane(vectors):
    """Project vectors on the two directions in which they vary most; signs are fixed."""
    centered = vectors - vectors.mean(axis=0)
    _, _, directions = np.linalg.svd(centered, full_matrices=False)
    flat = centered @ directions[:2].T
    return flat * np.where(flat[np.abs(flat).argmax(axis=0), (0, 1)] < 0, -1, 1)


def _nearest(vectors, who):
    """Tell of which share of vectors the nearest other one belongs to the same person."""
    distances = layers.pairwise_distance(vectors, vectors)
    np.fill_diagonal(distances, np.inf)
    return float(np.mean(who[distances.argmin(axis=1)] == who))


@shown
def show_pairs(pairs, labels=None, *, title, alt=None):
    """Show pictures two by two.

    Parameters
    ----------
    pairs : list of (ndarray, ndarray), each (H, W, 1)
        At most 16.
    labels : list of str, optional
        What stands above each pair.
    title : str
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there is no pair, or more than 16.
    """
    if not 1 <= len(pairs) <= 16:
        raise ValueError(f"`pairs` has {len(pairs)} entries but the figure holds 1 to 16")
    labels = read_labels("labels", labels, len(pairs), "pairs")
    sheet = Sheet(title)
    columns = min(len(pairs), 4)
    room = (sheet.width - 0.35 * (columns - 1)) / columns
    side = min((room - 0.05) / 2, 1.0)
    y = sheet.bottom
    for start in range(0, len(pairs), columns):
        row = range(start, min(start + columns, len(pairs)))
        lines = [wrap(labels[k], LABEL, room) if labels[k] else [] for k in row]
        top = y + max(map(len, lines)) * LABEL_STEP + 0.04
        for place, (k, words) in enumerate(zip(row, lines, strict=True)):
            x = sheet.left + place * (room + 0.35)
            for line, text in enumerate(words):
                sheet.text(x, y + (line + 0.5) * LABEL_STEP, text, LABEL)
            for which, picture in enumerate(pairs[k]):
                left = x + which * (side + 0.05)
                sheet.image(left, top, side, side, picture[..., 0], "gray", (0, 255))
        y = sheet.bottom + 0.15
    said = f"{len(pairs)} pairs of pictures, the two of each side by side"
    return sheet.picture(alt, said, "; ".join(filter(None, labels)))
