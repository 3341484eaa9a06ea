"""A face detector: faces pasted into photographs, a network that searches, and mining."""

from typing import NamedTuple

import numpy as np

from cnnbasics import datasets, layers
from cnnbasics.experiments.faces import LEAST_SPREAD, SIDE, face_network, split_faces
from cnnbasics.layers.detection import iou_table

MINED = ("camera", "cat", "clock", "retina", "cell", "brick", "grass")
"""Photographs that the network may learn from: none shows a face as the training faces do."""

UNUSED = ("coffee", "rocket", "text", "gravel")
"""Photographs that no training sees: the grounds of the test scenes."""

ASTRONAUT = np.array([[172.0, 62.0, 290.0, 180.0]])
"""The face in the picture of the astronaut, framed as the training faces are."""

STEP = 4
"""Pixels from one window to the next, as the network halves a picture twice."""

CANVAS = 61
"""Side of the small pictures that the network learns from; the face is in the middle."""

_MIDDLE = (CANVAS - SIDE) // 2
_PER_FACE = 12
_SPOILED = 300
_PLAIN = 2000
_MOST_WINDOWS = 300


class Detector(NamedTuple):
    """A network that scores windows, and numbers that move and stretch them.

    Attributes
    ----------
    model : keras.Model
        Pictures in, logits out, as `face_network` builds it.
    parts : keras.Model
        The same layers; gives the maps before the last layer, too.
    matrix : ndarray, shape (65, 4)
        Makes the deltas of a window from its 64 numbers and a 1.
    """

    model: object
    parts: object
    matrix: np.ndarray


# Pictures


def grays(names):
    """Load photographs as gray pictures.

    Parameters
    ----------
    names : sequence of str
        Of photographs or textures. Of "camera" only the part below the man's head is given.

    Returns
    -------
    list of ndarray of float32, shape (H, W)
        From 0 to 255.
    """
    stock = datasets.load("photographs") | datasets.load("textures")
    photos = [stock[name].astype(np.float32) for name in names]
    photos = [p @ np.float32([0.299, 0.587, 0.114]) if p.ndim == 3 else p for p in photos]
    return [p[190:] if name == "camera" else p for name, p in zip(names, photos, strict=True)]


def resized(photo, height, width):
    """Scale a gray picture, smoothing it first where it becomes smaller.

    Parameters
    ----------
    photo : ndarray, shape (H, W)
    height, width : int

    Returns
    -------
    ndarray of float32, shape (height, width)
    """
    import keras

    pixels = np.asarray(photo, dtype=np.float32)[..., np.newaxis]
    return np.asarray(keras.ops.image.resize(pixels, (height, width), antialias=True))[..., 0]


def evened(x):
    """Take the local mean off each pixel and divide by the local spread.

    Both are taken over the 25x25 pixels around it, as a window's own would be at its center. So a
    whole photograph is prepared once, for all its windows.

    Parameters
    ----------
    x : ndarray, shape (..., H, W)
        Gray levels from 0 to 255.

    Returns
    -------
    ndarray of float32, shape (..., H, W)
    """
    x = np.asarray(x, dtype=float)
    mean = _around(x)
    spread = np.sqrt(np.maximum(_around(x**2) - mean**2, 0))
    return ((x - mean) / (spread + LEAST_SPREAD)).astype(np.float32)


def _around(x):
    """Average over 25x25 pixels around each, mirrored at the border, by sums of sums."""
    half = SIDE // 2
    pad = [(0, 0)] * (x.ndim - 2) + [(half + 1, half)] * 2
    total = np.pad(x, pad, mode="symmetric").cumsum(axis=-2).cumsum(axis=-1)
    rows = total[..., SIDE:, :] - total[..., :-SIDE, :]
    return (rows[..., SIDE:] - rows[..., :-SIDE]) / SIDE**2


def oval(side):
    """Make a mask that is 1 in the middle of a square and falls to 0 towards its border.

    Parameters
    ----------
    side : int

    Returns
    -------
    ndarray, shape (side, side)
    """
    t = (np.arange(side) + 0.5) / side * 2 - 1
    return np.clip(4 * (1 - np.hypot(t[:, np.newaxis], t / 0.95)), 0, 1)


def _square(side):
    t = 1 - np.abs((np.arange(side) + 0.5) / side * 2 - 1)
    return np.clip(8 * np.minimum(t[:, np.newaxis], t), 0, 1)


def _grounds(photos, count, rng):
    """Cut squares out of photographs at many scales."""
    scaled = []
    for photo in photos:
        scale = 1.0
        while min(photo.shape) * scale >= CANVAS + 4:
            scaled.append(resized(photo, *(int(side * scale) for side in photo.shape)))
            scale /= 1.6
    cut = []
    for k in rng.integers(0, len(scaled), count):
        row, column = (int(rng.integers(0, side - CANVAS + 1)) for side in scaled[k].shape)
        cut.append(scaled[k][row : row + CANVAS, column : column + CANVAS])
    return np.stack(cut)


def _placed(images, turn, stretch, shift):
    """Turn, stretch and shift each small picture and lay it on an empty canvas."""
    t = np.arange(CANVAS) - (CANVAS - 1) / 2
    x = t[np.newaxis, np.newaxis] - shift[:, 0, np.newaxis, np.newaxis]
    y = t[np.newaxis, :, np.newaxis] - shift[:, 1, np.newaxis, np.newaxis]
    cos, sin, size = (v[:, np.newaxis, np.newaxis] for v in (np.cos(turn), np.sin(turn), stretch))
    last = images.shape[1] - 1
    columns = np.clip((cos * x + sin * y) / size + last / 2, 0, last)
    rows = np.clip((cos * y - sin * x) / size + last / 2, 0, last)
    top, left = (np.minimum(v.astype(int), last - 1) for v in (rows, columns))
    down, right = rows - top, columns - left
    n = np.arange(len(images))[:, np.newaxis, np.newaxis]
    upper = images[n, top, left] * (1 - right) + images[n, top, left + 1] * right
    lower = images[n, top + 1, left] * (1 - right) + images[n, top + 1, left + 1] * right
    return upper * (1 - down) + lower * down


def _pasted(images, photos, rng, turn, stretch, shift):
    """Paste small pictures into the middle of pieces of photographs; return evened canvases."""
    count = len(images)
    masks = np.stack([np.pad(make(SIDE), 1) for make in (oval, _square)])
    masks = masks[(rng.random(count) < 0.3).astype(int)]
    mask = _placed(masks, turn, stretch, shift)
    light = rng.uniform(0.6, 1.3, (count, 1, 1))
    shown = np.clip(_placed(images, turn, stretch, shift) * light, 0, 255)
    return evened(_grounds(photos, count, rng) * (1 - mask) + shown * mask)


def _in_the_middle(canvases):
    return canvases[:, _MIDDLE : _MIDDLE + SIDE, _MIDDLE : _MIDDLE + SIDE]


def _spoil(face, rng):
    """Make something of a face that has its parts and is none."""
    kind = rng.integers(4)
    if kind == 0:
        return face[::-1]
    if kind == 1:
        return np.rot90(face, rng.choice([1, 3]))
    if kind == 2:  # strips in another order
        return face[rng.permutation(5).repeat(5) * 5 + np.tile(np.arange(5), 5)]
    order = rng.permutation(5).repeat(5) * 5 + np.tile(np.arange(5), 5)
    return face[order][:, rng.permutation(order.reshape(5, 5)).ravel()]


# Learning


class Lesson(NamedTuple):
    """What a detector learns from: windows, prepared, and where the faces lie in the first ones.

    Attributes
    ----------
    faces : ndarray of float32, shape (N, 25, 25)
    deltas : ndarray, shape (N, 4)
        From each window to the box of its face.
    others : ndarray of float32, shape (M, 25, 25)
    """

    faces: np.ndarray
    deltas: np.ndarray
    others: np.ndarray


def lesson(seed):
    """Make windows to learn from: training faces in photographs, and what is none.

    Parameters
    ----------
    seed : int

    Returns
    -------
    Lesson
    """
    rng = np.random.default_rng(seed)
    x, y, _, _ = split_faces()
    faces, nots = (x[y == label, :, :, 0].astype(float) for label in (1, 0))
    photos = grays(MINED)
    many = np.tile(faces, (_PER_FACE, 1, 1))
    many[::2] = many[::2, :, ::-1]
    n = len(many)
    stretch = np.exp(rng.uniform(-0.15, 0.15, n))
    shift = rng.uniform(-2.5, 2.5, (n, 2))
    canvases = _pasted(many, photos, rng, rng.normal(0, 0.12, n), stretch, shift)
    deltas = np.column_stack([shift / SIDE, np.log(stretch), np.log(stretch)])
    others = [_beside(canvases, rng)]
    spoiled = np.stack([_spoil(faces[k % len(faces)], rng) for k in range(_SPOILED)])
    zoomed = faces[rng.integers(0, len(faces), _SPOILED)]
    for images, sizes in (
        (spoiled, np.exp(rng.uniform(-0.15, 0.15, _SPOILED))),
        (zoomed, rng.choice([0.5, 0.6, 1.6, 1.9, 2.3], _SPOILED)),
        (np.tile(nots, (4, 1, 1)), np.exp(rng.uniform(-0.15, 0.15, 4 * len(nots)))),
    ):
        m = len(images)
        moves = rng.uniform(-2, 2, (m, 2))
        others.append(_in_the_middle(_pasted(images, photos, rng, np.zeros(m), sizes, moves)))
    others.append(_in_the_middle(evened(_grounds(photos, _PLAIN, rng))))
    return Lesson(_in_the_middle(canvases), deltas, np.concatenate(others))


def _beside(canvases, rng):
    """Cut windows that hold a part of the face only."""
    cut = []
    for canvas in canvases:
        away = 0
        while away < 7:
            row, column = rng.integers(0, CANVAS - SIDE + 1, 2)
            away = max(abs(row - _MIDDLE), abs(column - _MIDDLE))
        cut.append(canvas[row : row + SIDE, column : column + SIDE])
    return np.stack(cut)


def new_detector(seed):
    """Build a detector that has learned nothing.

    Parameters
    ----------
    seed : int
        Of the first weights, and of what training draws.

    Returns
    -------
    Detector
    """
    import keras

    keras.utils.set_random_seed(seed)
    model = face_network()
    model.compile(
        keras.optimizers.Adam(0.001),
        keras.losses.BinaryCrossentropy(from_logits=True),
        jit_compile=False,
        steps_per_execution=8,
    )
    parts = keras.Model(model.inputs[0], [model.layers[-2].output, model.layers[-1].output])
    return Detector(model, parts, np.zeros((65, 4)))


def train(detector, windows, epochs):
    """Train a detector's network, then fit the matrix that corrects its windows.

    Parameters
    ----------
    detector : Detector
        Its network goes on from the weights it has.
    windows : Lesson
    epochs : int

    Returns
    -------
    Detector
        With the same network and a new matrix.
    """
    x = np.concatenate([windows.faces, windows.others])[..., np.newaxis]
    y = np.repeat([1.0, 0.0], [len(windows.faces), len(windows.others)]).reshape(-1, 1, 1, 1)
    weights = np.where(y.ravel() == 1, 3.0, 1.0)  # there are fewer faces
    detector.model.fit(x, y, sample_weight=weights, epochs=epochs, batch_size=64, verbose=0)
    found, _ = detector.parts(windows.faces[..., np.newaxis], training=False)
    found = np.asarray(found, dtype=float).reshape(len(windows.faces), -1)
    found = np.column_stack([found, np.ones(len(found))])
    ridge = 0.003 * len(found) * np.diag(np.append(np.full(64, found[:, :-1].var()), 1e-9))
    matrix = np.linalg.solve(found.T @ found + ridge, found.T @ windows.deltas)
    return detector._replace(matrix=matrix)


# Searching


def pyramid(photo, smallest, largest, ratio=1.12):
    """Scale a photograph so that faces of growing sizes become as large as a window.

    Parameters
    ----------
    photo : ndarray, shape (H, W)
    smallest, largest : float
        Sides of faces to look for, in pixels of the photograph.
    ratio : float
        From one size to the next.

    Yields
    ------
    ndarray of float32, shape (h, w)
    """
    face = float(smallest)
    while face <= largest:
        shape = [round(side * SIDE / face) for side in photo.shape]
        if min(shape) >= SIDE:
            yield resized(photo, *shape)
        face *= ratio


class Windows(NamedTuple):
    """Windows of a photograph that a network takes for faces.

    Attributes
    ----------
    boxes : ndarray, shape (N, 4)
        x1, y1, x2, y2 in pixels of the photograph.
    logits : ndarray, shape (N,)
    deltas : ndarray, shape (N, 4)
        How to move and stretch each box.
    pixels : ndarray of float32, shape (N, 25, 25)
        What the network saw.
    """

    boxes: np.ndarray
    logits: np.ndarray
    deltas: np.ndarray
    pixels: np.ndarray


def heat(detector, scaled, mirror=False):
    """Run the network over a whole picture.

    Parameters
    ----------
    detector : Detector
    scaled : ndarray, shape (H, W)
        Gray levels from 0 to 255.
    mirror : bool
        Whether each window is looked at in the mirror, too, and the two are averaged.

    Returns
    -------
    logits : ndarray, shape (rows, columns)
        One for each window of 25x25, in steps of 4 pixels.
    deltas : ndarray, shape (rows, columns, 4)
    """
    x = evened(scaled)
    rows, columns = ((side - SIDE) // STEP + 1 for side in x.shape)
    x = x[: SIDE + STEP * (rows - 1), : SIDE + STEP * (columns - 1)]
    pair = np.stack([x, x[:, ::-1]] if mirror else [x])[..., np.newaxis]
    maps, logits = (np.asarray(part) for part in detector.parts(pair, training=False))
    deltas = maps @ detector.matrix[:-1] + detector.matrix[-1]
    logits = logits[..., 0]
    if mirror:
        other = deltas[1, :, ::-1] * np.array([-1, 1, 1, 1])
        return (logits[0] + logits[1, :, ::-1]) / 2, (deltas[0] + other) / 2
    return logits[0], deltas[0]


def lit(photo, logits, size):
    """Darken a gray photograph, and light it up where a map says face.

    Parameters
    ----------
    photo : ndarray, shape (H, W)
        Gray levels from 0 to 255.
    logits : ndarray, shape (rows, columns)
        As `heat` gives them for the photograph at the size where such faces are 25 pixels wide.
    size : float
        Side of the faces, in pixels of the photograph.

    Returns
    -------
    ndarray, shape (H, W, 3)
        From 0 to 1; each number of the map lies on the middle of its window.
    """
    chances = np.pad(1 / (1 + np.exp(-np.asarray(logits, dtype=float))), 1)  # 0 beyond the map
    places = (
        np.clip(np.round(((np.arange(n) + 0.5) * SIDE / size - SIDE / 2) / STEP), -1, last - 2) + 1
        for n, last in zip(photo.shape, chances.shape, strict=True)
    )
    chance = chances[np.ix_(*(place.astype(int) for place in places))][..., np.newaxis]
    dark = np.repeat(0.45 * photo[..., np.newaxis] / 255, 3, axis=2)
    return (1 - chance) * dark + chance * np.array([1.0, 0.85, 0.2])


def search(detector, photo, smallest=24, largest=None, *, least=0.0, mirror=False, ratio=1.12):
    """Search a photograph for faces of all sizes.

    Parameters
    ----------
    detector : Detector
    photo : ndarray, shape (H, W)
    smallest : float
        Side of the smallest faces, in pixels.
    largest : float, optional
        Of the largest; as large as the photograph if not given.
    least : float
        The lowest logit of a window that is returned.
    mirror : bool
        Whether each window is looked at in the mirror, too, and the two are averaged.
    ratio : float
        From one size of faces to the next.

    Returns
    -------
    Windows
    """
    found = []
    for scaled in pyramid(photo, smallest, largest or min(photo.shape), ratio):
        logits, deltas = heat(detector, scaled, mirror)
        rows, columns = np.nonzero(logits >= least)
        corners = np.stack([columns, rows, columns, rows], axis=1) * STEP
        corners = corners + np.array([0, 0, SIDE, SIDE])
        back = np.array(photo.shape[::-1]) / scaled.shape[::-1]
        pixels = np.lib.stride_tricks.sliding_window_view(evened(scaled), (SIDE, SIDE))
        found.append(
            (
                corners * np.tile(back, 2),
                logits[rows, columns],
                deltas[rows, columns],
                pixels[rows * STEP, columns * STEP],
            )
        )
    return Windows(*(np.concatenate(part) for part in zip(*found, strict=True)))


def scenes(seed, *, held_out=True, side=200):
    """Paste faces into pieces of photographs, two in each, at known places.

    Parameters
    ----------
    seed : int
    held_out : bool
        Whether to take the 25 faces of the test and the photographs that no training sees, or 24
        of the training faces and the photographs of the training.
    side : int
        Of each scene, in pixels.

    Returns
    -------
    list of (ndarray, ndarray)
        Gray scenes (side, side), and the boxes of the faces in each, (2, 4) or fewer.
    """
    rng = np.random.default_rng(seed)
    x, y, x_test, y_test = split_faces()
    if held_out:
        faces, photos = x_test[y_test == 1, :, :, 0], grays(UNUSED)
    else:
        faces, photos = rng.permutation(x[y == 1, :, :, 0])[:24], grays(MINED)
    order = rng.permutation(len(faces))
    return [
        _scene(faces[order[start : start + 2]], photos[k % len(photos)], rng, side)
        for k, start in enumerate(range(0, len(order), 2))
    ]


def _scene(faces, photo, rng, side):
    least = side / min(photo.shape)
    scale = rng.uniform(max(least, 0.45), max(1.1, 1.02 * least))
    photo = resized(photo, *(int(np.ceil(n * scale)) for n in photo.shape))
    row, column = (int(rng.integers(0, n - side + 1)) for n in photo.shape)
    scene = photo[row : row + side, column : column + side].copy()
    boxes = []
    while len(boxes) < len(faces):
        size = int(rng.integers(28, 81))
        x, y = (int(v) for v in rng.integers(0, side - size + 1, 2))
        box = np.array([x, y, x + size, y + size], dtype=float)
        if any(layers.iou(box, other) > 0 for other in boxes):
            continue
        part = scene[y : y + size, x : x + size]
        part += oval(size) * (resized(faces[len(boxes)], size, size) - part)
        boxes.append(box)
    return scene, np.array(boxes)


def hard_negatives(detector, seed, most=120):
    """Collect what a detector takes for faces in the photographs of the training.

    Parameters
    ----------
    detector : Detector
    seed : int
        Of the scenes with training faces; windows on such a face do not count.
    most : int
        From each photograph; a quarter of it from each scene.

    Returns
    -------
    ndarray of float32, shape (N, 25, 25)
        The windows that it was surest of.
    """
    found = []
    for photo in grays(MINED):
        seen = search(detector, photo, 25, least=-1.0, ratio=1.35)
        found.append(seen.pixels[np.argsort(-seen.logits)[:most]])
    for scene, boxes in scenes(seed, held_out=False):
        seen = search(detector, scene, 25, 120, least=-1.0, ratio=1.25)
        apart = iou_table(seen.boxes, boxes).max(axis=1) < 0.35
        order = np.argsort(-seen.logits[apart])[: most // 4]
        found.append(seen.pixels[apart][order])
    return np.concatenate(found)


def mine(detector, windows, seed, rounds=3):
    """Search the photographs of the training, and learn from what was wrongly found.

    Parameters
    ----------
    detector : Detector
        Trained once.
    windows : Lesson
        What it was trained on.
    seed : int
    rounds : int

    Returns
    -------
    detector : Detector
    counts : list of int
        How many windows each round added.
    """
    counts = []
    for number in range(rounds):
        hard = hard_negatives(detector, 100 * seed + number)
        windows = windows._replace(others=np.concatenate([windows.others, hard]))
        detector = train(detector, windows, epochs=3)
        counts.append(len(hard))
    return detector, counts


def voted(boxes, scores, least=0.6):
    """Add up the scores of the boxes that mean the same thing.

    Parameters
    ----------
    boxes : ndarray, shape (N, 4)
    scores : ndarray, shape (N,)
    least : float
        Boxes with a larger IoU than this vote for each other.

    Returns
    -------
    ndarray, shape (N,)
    """
    return (iou_table(boxes, boxes) > least) @ scores


def detect(
    detector, photo, smallest=24, largest=None, *, decode=layers.decode_boxes, suppress=layers.nms
):
    """Find the faces in a photograph.

    Parameters
    ----------
    detector : Detector
    photo : ndarray, shape (H, W)
    smallest, largest : float
        Sides of faces to look for, in pixels.
    decode, suppress : callable
        `decode_boxes` and `nms`, usually the student's own.

    Returns
    -------
    boxes : ndarray, shape (K, 4)
    scores : ndarray, shape (K,)
        The highest first.
    """
    seen = search(detector, photo, smallest, largest, mirror=True)
    if not len(seen.boxes):
        return np.empty((0, 4)), np.empty(0)
    best = np.argsort(-seen.logits)[:_MOST_WINDOWS]
    boxes = decode(seen.boxes[best], seen.deltas[best])
    logits = seen.logits[best]
    # A little of its own logit, so that no two boxes have the same votes.
    scores = voted(boxes, 1 / (1 + np.exp(-logits))) + 1e-6 * logits
    kept = suppress(boxes, scores, 0.3)
    return boxes[kept], scores[kept]


def measure(detector, seed, threshold=0.5):
    """Compute the average precision on held-out faces in unused photographs.

    Parameters
    ----------
    detector : Detector
    seed : int
        Of the scenes.
    threshold : float

    Returns
    -------
    float
    """
    made = scenes(seed)
    found = [detect(detector, scene, 24, 110) for scene, _ in made]
    boxes, scores = zip(*found, strict=True)
    return layers.average_precision(boxes, scores, [truth for _, truth in made], threshold)


def on_astronaut(detector):
    """Search the picture of the astronaut.

    Parameters
    ----------
    detector : Detector

    Returns
    -------
    place : int or None
        Of the first box with an IoU of 0.4 or more with the face; 1 is the first of all.
    overlap : float
        The IoU of the first box of all.
    """
    boxes, _ = detect(detector, grays(["astronaut"])[0], 30, 300)
    overlaps = iou_table(boxes, ASTRONAUT)[:, 0]
    hits = np.flatnonzero(overlaps >= 0.4)
    first = float(overlaps[0]) if len(overlaps) else 0.0
    return (int(hits[0]) + 1 if len(hits) else None), first
