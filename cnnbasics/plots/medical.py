"""A threshold among scores, the curve of all thresholds, and masks beside the truth."""

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
    text_width,
)

_BINS = 24
_HEALTHY, _ILL = SERIES[1], SERIES[2]
_MARKS = (("both", "#ffffff"), ("missed", SERIES[2]), ("only the network", "#56b4e9"))
"""What a pixel of two masks can be, and its color: all three differ in gray, too."""


@shown
def show_threshold(y, scores, threshold, *, title, alt=None):
    """Show the scores of ill and healthy scans, a threshold, and its place on the ROC curve.

    Parameters
    ----------
    y : ndarray of int, shape (N,)
        1 is ill, 0 is healthy.
    scores : ndarray, shape (N,)
        What is at least the threshold is called ill.
    threshold : float
    title : str
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the lengths differ, or a class does not occur.
    """
    scores, y = read_array("scores", scores, 1), np.asarray(y)
    layers.roc_auc(y, scores)  # says what does not fit
    called = scores >= threshold
    found, ill = int(np.sum(called & (y == 1))), int(np.sum(y == 1))
    alarms, healthy = int(np.sum(called & (y == 0))), int(np.sum(y == 0))
    sensitivity, specificity = layers.sensitivity_specificity(y, called.astype(int))
    sheet = Sheet(title)
    top, tall = sheet.bottom + 0.05, 2.7
    left, right = sheet.left + 0.6, sheet.left + 5.6
    axes = sheet.plot(left, top, 4.1, tall)
    edges = np.linspace(scores.min(), scores.max() + 1e-9, _BINS + 1)
    wide = edges[1] - edges[0]
    most = 1
    for kind, side, color in ((1, 1, _ILL), (0, -1, _HEALTHY)):
        counts = np.histogram(scores[y == kind], edges)[0]
        axes.bar(edges[:-1], side * counts, width=wide, align="edge", color=color, linewidth=0)
        most = max(most, counts.max())
    axes.axhline(0, color=INK, linewidth=1)
    at = float(np.clip(threshold, edges[0] - wide / 2, edges[-1] + wide / 2))
    axes.axvline(at, color=INK, linewidth=4.4)
    axes.axvline(at, color=WINDOW, linewidth=2.6)
    axes.set_ylim(-1.15 * most, 1.15 * most)
    axes.set_xlim(edges[0] - wide, edges[-1] + wide)
    # Where the scores of the other kind are: there the bars leave room.
    for words, place, side, color in (
        ("ill", (0.02, 0.96), "left", _ILL),
        ("healthy", (0.98, 0.05), "right", _HEALTHY),
    ):
        look = {"color": color, "fontsize": 12, "weight": "bold", "ha": side, "va": "center"}
        axes.annotate(words, place, xycoords="axes fraction", **look)
    axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
    axes.set_xlabel("score; right of the line: called ill", fontsize=12.5)
    axes.set_ylabel("scans", fontsize=12.5)
    curve = sheet.plot(right, top, sheet.left + sheet.width - right - 0.1, tall)
    alarmed, seen = _roc(y, scores)
    curve.plot([0, 1], [0, 1], color=MUTED, linewidth=1.2, linestyle=DASHES[2])
    curve.plot(alarmed, seen, color=SERIES[0], linewidth=2.2)
    curve.plot([1 - specificity], [sensitivity], "o", color=WINDOW, markersize=11,
               markeredgecolor=INK, markeredgewidth=1.6, zorder=5)  # fmt: skip
    _square(curve)
    said = (
        f"found {found} of {ill} ill: sensitivity {number(sensitivity)}",
        f"{alarms} false alarms among {healthy} healthy: specificity {number(specificity)}",
    )
    y_text = top + tall + 0.62
    for words, color in zip(said, (_ILL, _HEALTHY), strict=True):
        sheet.text(left, y_text, words, LABEL, color, bold=True)
        y_text += LABEL_STEP
    sheet.bottom = y_text - LABEL_STEP / 2
    return sheet.picture(alt, f"{len(y)} scores with a threshold at {number(threshold)}", *said)


def _roc(y, scores):
    """Return the corners of the ROC curve, from (0, 0) up: one for each different score."""
    cuts = np.unique(scores)[::-1]
    shares = [[np.mean(scores[y == kind] >= cut) for cut in cuts] for kind in (0, 1)]
    return [np.concatenate([[0.0], share]) for share in shares]


def _square(axes):
    axes.set_xlim(-0.03, 1.03)
    axes.set_ylim(-0.03, 1.03)
    axes.set_xlabel("1 \N{MINUS SIGN} specificity: false alarms", fontsize=12.5)
    axes.set_ylabel("sensitivity: found", fontsize=12.5)
    axes.grid(color=PADDING, linewidth=1)
    axes.spines[["left", "bottom"]].set_color(LINE)
    axes.set_axisbelow(True)


@shown
def show_roc(arms, *, title, columns=2, alt=None):
    """Show ROC curves, a panel for each group of them, all with their areas.

    Parameters
    ----------
    arms : dict of str to dict of str to (ndarray, ndarray), shapes (N,) and (N,)
        For each panel its curves by name, at most 4: the truth, 1 or 0, and the scores.
    title : str
        What to see.
    columns : int
        Panels in a row.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When a panel has no curve or too many, or truth and scores do not fit.
    """
    for panel, curves in arms.items():
        if not 1 <= len(curves) <= len(SERIES):
            raise ValueError(f"`arms[{panel!r}]` has {len(curves)} curves but holds 1 to 4")
    sheet = Sheet(title)
    gap, tall = 0.85, 3.0
    wide = min((sheet.width - gap * columns) / columns, 3.4)
    said, top = [], sheet.bottom
    for place, (panel, curves) in enumerate(arms.items()):
        left = sheet.left + gap + (place % columns) * (wide + gap)
        if place and place % columns == 0:
            top = sheet.bottom + 0.15
        y = top
        sheet.text(left, y + LABEL_STEP / 2, panel, LABEL, bold=True)
        y += LABEL_STEP
        pairs = {n: (np.asarray(t), read_array(n, s, 1)) for n, (t, s) in curves.items()}
        for k, (name, pair) in enumerate(pairs.items()):
            middle = y + LABEL_STEP / 2
            look = {"color": SERIES[k], "weight": 2.4, "dashes": DASHES[k]}
            sheet.line([(left, middle), (left + 0.45, middle)], **look)
            words = f"{name}: {layers.roc_auc(*pair):.2f}"
            sheet.text(left + 0.55, middle, words, LABEL)
            said.append(f"{panel}, {name}: area {layers.roc_auc(*pair):.2f}")
            y += LABEL_STEP
        axes = sheet.plot(left, y + 0.1, wide, tall)
        axes.plot([0, 1], [0, 1], color=MUTED, linewidth=1.2, linestyle=DASHES[2])
        for k, pair in enumerate(pairs.values()):
            axes.plot(*_roc(*pair), color=SERIES[k], linestyle=DASHES[k], linewidth=2.4)
        _square(axes)
        if place % columns:
            axes.set_ylabel("")
        sheet.bottom = max(sheet.bottom, y + 0.1 + tall + 0.5)
    return sheet.picture(
        alt, "ROC curves: sensitivity against the share of false alarms", "; ".join(said)
    )


@shown
def show_masks(scans, truths, found, labels, *, title, alt=None):
    """Show scans, and under each how a mask covers the true one.

    Parameters
    ----------
    scans : list of ndarray, shape (H, W)
        At most 8.
    truths, found : list of ndarray of bool, shape (H, W)
        Where a lesion is, and what was marked.
    labels : list of str
        What stands above each.
    title : str
        What to see.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When there are no scans, or a mask has another shape.
    """
    scans = [read_array(f"scans[{k}]", scan, 2) for k, scan in enumerate(scans)]
    labels = read_labels("labels", labels, len(scans), "scans")
    if not 1 <= len(scans) <= 8:
        raise ValueError(f"`scans` has {len(scans)} entries but the figure holds 1 to 8")
    for name, masks in (("truths", truths), ("found", found)):
        if [np.shape(mask) for mask in masks] != [scan.shape for scan in scans]:
            raise ValueError(f"`{name}` must hold a mask of the shape of each of the scans")
    sheet = Sheet(title)
    x, y = sheet.left, sheet.bottom
    for name, color in _MARKS:
        sheet.rectangle(x, y + 0.06, 0.2, 0.2, facecolor=color, edgecolor=INK, linewidth=1)
        sheet.text(x + 0.3, y + LABEL_STEP / 2, name, LABEL)
        x += 0.7 + text_width(name, LABEL)
    y += LABEL_STEP + 0.1
    gap = 0.14
    side = min((sheet.width - gap * (len(scans) - 1)) / len(scans), 2.0)
    low = min(float(scan.min()) for scan in scans)
    high = max(float(scan.max()) for scan in scans)
    said = []
    for k, (scan, truth, mask) in enumerate(zip(scans, truths, found, strict=True)):
        truth, mask = np.asarray(truth, dtype=bool), np.asarray(mask, dtype=bool)
        left, tall = sheet.left + k * (side + gap), side * scan.shape[0] / scan.shape[1]
        sheet.text(left, y + LABEL_STEP / 2, labels[k], LABEL)
        sheet.image(left, y + LABEL_STEP, side, tall, scan, "gray", (low, high))
        picture = np.zeros((*scan.shape, 3))
        kinds = (truth & mask, truth & ~mask, mask & ~truth)
        for pixels, (_, color) in zip(kinds, _MARKS, strict=True):
            picture[pixels] = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        sheet.image(left, y + LABEL_STEP + tall + gap, side, tall, picture)
        counts = ", ".join(
            f"{np.sum(pixels)} {name}" for pixels, (name, _) in zip(kinds, _MARKS, strict=True)
        )
        said.append(f"{labels[k]}: {counts}")
    return sheet.picture(alt, f"{len(scans)} scans and their masks", "; ".join(said))
