"""Boxes: how much two overlap, which of many to keep, where they move, how good they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cnnbasics.layers.arguments import as_array


def iou(a: np.ndarray, b: np.ndarray) -> float:
    """Divide the area that two boxes share by the area that they cover together.

    Parameters
    ----------
    a, b : ndarray, shape (4,)
        x1, y1, x2, y2, with x1 < x2 and y1 < y2; points of the plane, not numbers of pixels.

    Returns
    -------
    float
        From 0, they share nothing, to 1, they are the same.
    """
    a, b = _one_box("a", a), _one_box("b", b)
    return float(iou_table(a[np.newaxis], b[np.newaxis])[0, 0])


def nms(boxes: np.ndarray, scores: np.ndarray, threshold: float) -> np.ndarray:
    """Keep the best of boxes that overlap: non-maximum suppression.

    Parameters
    ----------
    boxes : ndarray, shape (N, 4)
        x1, y1, x2, y2.
    scores : ndarray, shape (N,)
    threshold : float
        A box goes if its IoU with one that is kept and has a higher score lies above it.

    Returns
    -------
    ndarray of int, shape (kept,)
        Indices of the boxes that stay, the highest score first.
    """
    boxes, scores = _boxes("boxes", boxes), as_array("scores", scores, "N")
    if len(scores) != len(boxes):
        raise ValueError(f"`scores` has {len(scores)} entries but there are {len(boxes)} boxes")
    left = np.argsort(-scores.astype(float), kind="stable")
    kept = []
    while len(left):
        best, left = left[0], left[1:]
        kept.append(best)
        left = left[iou_table(boxes[[best]], boxes[left])[0] <= threshold]
    return np.array(kept, dtype=int)


def decode_boxes(anchors: np.ndarray, deltas: np.ndarray) -> np.ndarray:
    """Move and stretch boxes by what a network says of each.

    Parameters
    ----------
    anchors : ndarray, shape (N, 4)
        x1, y1, x2, y2.
    deltas : ndarray, shape (N, 4)
        dx and dy: by how much the center moves, in widths and heights of the anchor. dw and dh: the
        natural logarithms of the factors for the width and the height.

    Returns
    -------
    ndarray, shape (N, 4)
        x1, y1, x2, y2.
    """
    anchors, deltas = _boxes("anchors", anchors), _rows("deltas", deltas)
    if len(anchors) != len(deltas):
        raise ValueError(f"`deltas` has {len(deltas)} rows but there are {len(anchors)} anchors")
    size = anchors[:, 2:] - anchors[:, :2]
    center = (anchors[:, 2:] + anchors[:, :2]) / 2 + deltas[:, :2] * size
    half = size * np.exp(deltas[:, 2:]) / 2
    return np.concatenate([center - half, center + half], axis=1)


def average_precision(
    boxes: Sequence[np.ndarray],
    scores: Sequence[np.ndarray],
    truths: Sequence[np.ndarray],
    threshold: float = 0.5,
) -> float:
    """Measure a detector: the area under its curve of precision over recall.

    Parameters
    ----------
    boxes : list of ndarray, shape (K, 4)
        What was found in each image, x1, y1, x2, y2.
    scores : list of ndarray, shape (K,)
    truths : list of ndarray, shape (M, 4)
        What is there, in the same images.
    threshold : float
        The least IoU of a hit.

    Returns
    -------
    float
        From 0 to 1.
    """
    if not len(boxes) == len(scores) == len(truths):
        counts = f"{len(boxes)}, {len(scores)} and {len(truths)}"
        raise ValueError(f"`boxes`, `scores` and `truths` are of {counts} images")
    found = []  # score and whether it is a hit, of all images
    for own, sure, there in zip(boxes, scores, truths, strict=True):
        own, there = _boxes("boxes", own), _boxes("truths", there)
        sure = as_array("scores", sure, "K")
        if len(sure) != len(own):
            raise ValueError(f"`scores` has {len(sure)} entries for an image of {len(own)} boxes")
        free = np.ones(len(there), dtype=bool)
        for k in np.argsort(-sure.astype(float), kind="stable"):
            overlaps = np.append(iou_table(own[[k]], there)[0], 0)
            best = int(overlaps.argmax())
            hit = overlaps[best] >= threshold and best < len(there) and bool(free[best])
            if hit:
                free[best] = False
            found.append((float(sure[k]), hit))
    count = sum(len(there) for there in truths)
    if not count:
        raise ValueError("`truths` has 0 boxes but there must be at least 1")
    found.sort(key=lambda each: -each[0])
    hits = np.array([hit for _, hit in found], dtype=float)
    precision = hits.cumsum() / np.arange(1, len(hits) + 1)
    at_least = np.maximum.accumulate(precision[::-1])[::-1]  # the best from here on
    return float((at_least * hits).sum() / count)


def iou_table(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Compute the IoU of each box of one array with each of another.

    Parameters
    ----------
    a : ndarray, shape (N, 4)
    b : ndarray, shape (M, 4)

    Returns
    -------
    ndarray, shape (N, M)
    """
    a, b = a.astype(float)[:, np.newaxis], b.astype(float)[np.newaxis]
    sides = np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2])
    shared = np.maximum(sides, 0).prod(axis=-1)
    areas = [(box[..., 2:] - box[..., :2]).prod(axis=-1) for box in (a, b)]
    return shared / (areas[0] + areas[1] - shared)


def _rows(name: str, value: np.ndarray) -> np.ndarray:
    rows = as_array(name, value, "N 4")
    if rows.shape[1] != 4:
        raise ValueError(f"`{name}` has shape {rows.shape} but must be (N, 4)")
    return rows


def _boxes(name: str, value: np.ndarray) -> np.ndarray:
    boxes = _rows(name, value)
    wrong = ~(boxes[:, :2] < boxes[:, 2:]).all(axis=1)
    if wrong.any():
        box = boxes[wrong.argmax()].tolist()
        raise ValueError(f"`{name}` has the box {box} but x1 < x2 and y1 < y2 must be")
    return boxes


def _one_box(name: str, value: np.ndarray) -> np.ndarray:
    box = as_array(name, value, "4")
    if box.shape != (4,):
        raise ValueError(f"`{name}` has shape {box.shape} but must be (4,)")
    return _boxes(name, box[np.newaxis])[0]


def detector_card() -> dict[str, str]:
    """Fill in the model card of the face detector of unit 19.

    Returns
    -------
    dict of str to str
        What it says of each part.
    """
    return {
        "data": "Learned from 75 faces of Labeled Faces in the Wild (press photographs, 2002 to "
        "2003), pasted into seven photographs; negatives mined from the same seven. Tested on 25 "
        "held-out faces pasted into four other photographs.",
        "intended_use": "To show how a detector works. Not for finding or counting people, and "
        "not for anything that happens to a person afterwards.",
        "figures": "Average precision at an IoU of 0.5 on the pasted faces: above 0.75 on each of "
        "ten seeds; at 0.7 it is lower and swings. In one real photograph the face is the first "
        "box on most seeds. One photograph is a demonstration, not a measurement.",
        "failures": "Round things with dark spots, such as a helmet, a glove or a patch, get boxes "
        "in the real photograph. Boxes are often a third too large or too small.",
        "harm": "People who look unlike the 75 are missed more often, and nobody has measured how "
        "often. A false box sends somebody to look at the wrong person.",
    }
