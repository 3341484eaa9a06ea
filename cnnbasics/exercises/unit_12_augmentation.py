"""Unit 12: cases, mistakes, hints and questions of augmentation."""

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import (
    READY_MADE,
    Case,
    Exercise,
    Mistake,
    Question,
    Refusal,
    Seeded,
    numbers,
)
from cnnbasics.exercises import keras_models

_FORBIDDEN = (
    "cnnbasics.layers.augmentation",
    *(name for name in READY_MADE if name != "cnnbasics.layers"),
)
_SURE = 6.0
"""How many standard deviations a count may be off: no right answer in a million checks is."""


def _judged_by(find):
    """Make `refuses` of a function that finds what is wrong: the mistake's id, and why."""

    def refuses(case, value):
        found = find(case, value)
        return Refusal(found[1]) if found else None

    return refuses


def _found(find, name):
    def shows(case, answer):
        found = None if answer.raised else find(case, answer.value)
        return found is not None and found[0] == name

    return shows


_MUTATES = Mistake(
    "mutates",
    "the images that came in are changed: the next epoch would start from augmented ones",
    shows=lambda case, answer: bool(answer.changed) and not answer.raised,
)


_WHOLE_BATCH = "the draw is made once and used for all images: every image needs its own"
_GLOBAL_RNG = "chance comes from elsewhere and not from `rng`"
_UPPER_END = "the last one never comes: `rng.integers` leaves its upper end out"


def _case(rng, label, shape, dtype=float, **more):
    x = numbers(rng, *shape)
    x = x if dtype is float else np.abs(4 * x).astype(dtype)
    return Case(label, x=x, rng=Seeded(int(rng.integers(1, 10_000))), **more)


def _as_drawn(result, inputs):
    """Keep the images, and whether the generator was used."""
    rng = inputs["rng"]
    fresh = np.random.default_rng(rng.seed)
    used = rng.bit_generator.state != fresh.bit_generator.state
    return {"images": result, "used": bool(used)}


def _batch(case, value, shape):
    """Return the images that came, or what is wrong with their form."""
    images = value.get("images") if isinstance(value, dict) else None
    x = case.inputs["x"]
    if not isinstance(images, np.ndarray):
        return None, ("", "It should return an array. Is the `return` missing?")
    if images.shape != shape:
        return None, ("", f"The shape should be {shape}, and it is {images.shape}.")
    if images.dtype != x.dtype:
        why = f"The dtype should stay {x.dtype}, and it is {images.dtype}: pixels only move."
        return None, ("", why)
    return images, None


def _no_chance(value):
    """Say that the generator was not used, if it was not."""
    if value.get("used") is not True:
        return "global-rng", "It does not draw from `rng`, so nobody can repeat it."
    return None


def _same(images, others):
    """Tell for each image whether it is the other one."""
    return (images == others).reshape(len(images), -1).all(axis=1)


# random_flip


def _flip_cases(rng, hidden):
    if not hidden:
        return [
            _case(rng, "always", (2, 2, 3, 2), p=1.0),
            _case(rng, "never", (2, 2, 3, 2), p=0.0),
            _case(rng, "half of many", (200, 2, 3, 2), p=0.5),
            _case(rng, "a quarter of many", (200, 3, 2, 3), p=0.25),
        ]
    return [
        _case(rng, "always", (5, 3, 4, 2), p=1.0),
        _case(rng, "never", (4, 2, 5, 2), p=0.0),
        _case(rng, "half of many", (300, 3, 4, 3), p=0.5),
        _case(rng, "one in five", (400, 2, 4, 2), p=0.2),
        _case(rng, "four in five", (400, 2, 3, 2), p=0.8),
        _case(rng, "bytes", (200, 3, 3, 3), np.uint8, p=0.5),
    ]


def _wrong_flip(case, value):
    x, p = case.inputs["x"], case.inputs["p"]
    images, wrong = _batch(case, value, x.shape)
    if wrong:
        return wrong
    kept, flipped = _same(images, x), _same(images, x[:, :, ::-1])
    bad = ~(kept | flipped)
    if bad.any():
        for name, other, why in (
            ("vertical", x[:, ::-1], "upside down"),
            ("vertical", x[:, ::-1, ::-1], "turned by 180 degrees"),
            ("reverses-channels", x[..., ::-1], "with their channels in reverse"),
        ):
            if _same(images, other)[bad].all():
                return name, f"{bad.sum()} of {len(x)} images came {why}."
        return "", f"{bad.sum()} of {len(x)} images are neither as they were nor mirrored."
    number, wanted = int((flipped & ~kept).sum()), p * len(x)
    why = f"With `p={p}` {number} of {len(x)} images are mirrored."
    if p in (0, 1):
        return ("p-is-kept" if len(x) - number == wanted else "", why) if number != wanted else None
    if number in (0, len(x)):
        return "whole-batch", why
    off = _SURE * np.sqrt(len(x) * p * (1 - p))
    if abs(number - wanted) > off:
        return ("p-is-kept" if abs(len(x) - number - wanted) <= off else ""), why
    return _no_chance(value)


random_flip = Exercise(
    answer=layers.random_flip,
    cases=_flip_cases,
    mistakes=(
        Mistake("whole-batch", _WHOLE_BATCH, shows=_found(_wrong_flip, "whole-batch")),
        Mistake(
            "vertical",
            "rows are reversed and not columns: the axes are (N, H, W, C)",
            shows=_found(_wrong_flip, "vertical"),
        ),
        Mistake(
            "reverses-channels",
            "the channels are reversed: red becomes blue, and left stays left",
            shows=_found(_wrong_flip, "reverses-channels"),
        ),
        Mistake(
            "p-is-kept",
            "`p` is taken for the probability that an image stays as it is",
            shows=_found(_wrong_flip, "p-is-kept"),
        ),
        Mistake("global-rng", _GLOBAL_RNG, shows=_found(_wrong_flip, "global-rng")),
        _MUTATES,
    ),
    hints=(
        "Draw one number for each image, and compare it with p. Where it is below, take the mirror "
        "image.",
        "`rng.random(N)` gives N numbers from 0 to 1. The columns are the axis 2 of (N, H, W, C).",
        "`flips = rng.random(len(x)) < p`, then `out = x.copy()` and "
        "`out[flips] = x[flips][:, :, ::-1]`.",
    ),
    success="The network never sees the same epoch twice, and the data on disk stay as they are.",
    forbidden=_FORBIDDEN,
    may_view=True,
    observe=_as_drawn,
    refuses=_judged_by(_wrong_flip),
)

# random_shift


def _shift_cases(rng, hidden):
    if not hidden:
        return [
            _case(rng, "no shift", (2, 2, 3, 1), max_px=0),
            _case(rng, "one pixel", (240, 3, 4, 1), max_px=1),
            _case(rng, "two pixels", (300, 4, 5, 2), max_px=2),
        ]
    return [
        _case(rng, "no shift", (3, 4, 3, 2), max_px=0),
        _case(rng, "one pixel", (300, 4, 3, 2), max_px=1),
        _case(rng, "two pixels", (400, 5, 6, 1), max_px=2),
        _case(rng, "three pixels", (500, 7, 5, 1), max_px=3),
        _case(rng, "bytes", (240, 4, 5, 3), np.uint8, max_px=1),
    ]


def _shifts_of(images, x, max_px, mode="constant"):
    """Return by how many pixels each image was moved; None for one that was not."""
    m, (h, w) = max_px, x.shape[1:3]
    padded = np.pad(x, ((0, 0), (m, m), (m, m), (0, 0)), mode=mode)
    found = [None] * len(x)
    for r in range(2 * m + 1):
        for c in range(2 * m + 1):
            for number in np.flatnonzero(_same(images, padded[:, r : r + h, c : c + w])):
                found[number] = (r, c)
    return found


def _uneven(drawn, ends):
    """Say what is wrong with whole numbers that should all be as likely; None if nothing is."""
    counts = np.bincount(drawn, minlength=ends + 1)
    wanted = len(drawn) / (ends + 1)
    if ends and 0 in (counts[0], counts[-1]):
        return "upper-end-missing", f"Of {len(drawn)} draws none is the one at the end."
    if np.abs(counts - wanted).max() > _SURE * np.sqrt(wanted):
        return "", f"The {ends + 1} possible places came {counts.tolist()} times."
    return None


def _uneven_pair(rows, columns, ends, value):
    """Say what is wrong with places that should be drawn for each image, along both axes."""
    if (rows == rows[0]).all() and (columns == columns[0]).all():
        return "whole-batch", f"All {len(rows)} images get the same draw."
    for one, what, most in ((rows, "up or down", ends[0]), (columns, "left or right", ends[1])):
        if most and (one == one[0]).all():
            return "one-axis", f"Nothing moves {what}."
    if ends[0] == ends[1] and ((rows == columns).all() or (rows + columns == ends[0]).all()):
        return "one-draw-for-both", "Each image gets the same number for rows and columns."
    wrong = [_uneven(one, most) for one, most in ((rows, ends[0]), (columns, ends[1]))]
    return next(filter(None, wrong), None) or _no_chance(value)


def _wrong_shift(case, value):
    x, m = case.inputs["x"], case.inputs["max_px"]
    images, wrong = _batch(case, value, x.shape)
    if wrong:
        return wrong
    found = _shifts_of(images, x, m)
    bad = [number for number, one in enumerate(found) if one is None]
    if bad:
        for name, mode, what in (
            ("roll-wraparound", "wrap", "What leaves on one side comes in on the other"),
            ("edge-values", "edge", "The border is repeated"),
        ):
            if None not in _shifts_of(images[bad], x[bad], m, mode):
                return name, f"{what}; zeros should move in."
        return "", f"{len(bad)} of {len(x)} images are not moved by at most {m} pixels, zeros in."
    return _uneven_pair(*np.array(found).T, (2 * m, 2 * m), value) if m else None


random_shift = Exercise(
    answer=layers.random_shift,
    cases=_shift_cases,
    mistakes=(
        Mistake("whole-batch", _WHOLE_BATCH, shows=_found(_wrong_shift, "whole-batch")),
        Mistake(
            "roll-wraparound",
            "what leaves on one side comes in on the other, as with `np.roll`: zeros move in",
            shows=_found(_wrong_shift, "roll-wraparound"),
        ),
        Mistake(
            "edge-values",
            "the border is repeated where zeros should move in",
            shows=_found(_wrong_shift, "edge-values"),
        ),
        Mistake(
            "one-axis",
            "images move along one axis only",
            shows=_found(_wrong_shift, "one-axis"),
        ),
        Mistake(
            "one-draw-for-both",
            "one number is drawn for both axes: images move along a diagonal",
            shows=_found(_wrong_shift, "one-draw-for-both"),
        ),
        Mistake("upper-end-missing", _UPPER_END, shows=_found(_wrong_shift, "upper-end-missing")),
        Mistake("global-rng", _GLOBAL_RNG, shows=_found(_wrong_shift, "global-rng")),
        _MUTATES,
    ),
    hints=(
        "Put a frame of zeros around each image, as in unit 01. A window of the old size, "
        "somewhere in the larger picture, is a shifted image.",
        "A frame of max_px on each side. The window's corner is one of 2 * max_px + 1 rows and as "
        "many columns; two draws for each image.",
        "`padded = np.pad(x, ((0, 0), (m, m), (m, m), (0, 0)))`; for image i "
        "`r, c = rng.integers(0, 2 * m + 1, 2)` and `padded[i, r : r + h, c : c + w]`.",
    ),
    success="A convolution moves with its image anyway (unit 04). It is the flatten and the dense "
    "layer behind it that have to be shown a digit in many places.",
    forbidden=_FORBIDDEN,
    may_view=True,
    observe=_as_drawn,
    refuses=_judged_by(_wrong_shift),
)

# random_crop


def _crop_cases(rng, hidden):
    if not hidden:
        return [
            _case(rng, "the whole image", (2, 2, 3, 1), size=(2, 3)),
            _case(rng, "a square", (240, 4, 5, 1), size=2),
            _case(rng, "not square", (240, 4, 5, 2), size=(2, 3)),
        ]
    return [
        _case(rng, "the whole image", (3, 4, 3, 2), size=(4, 3)),
        _case(rng, "a square", (300, 5, 6, 2), size=3),
        _case(rng, "a standing window", (300, 6, 5, 1), size=(4, 2)),
        _case(rng, "a lying window", (300, 4, 7, 3), size=(2, 5)),
        _case(rng, "bytes", (240, 5, 5, 2), np.uint8, size=3),
    ]


def _corners_of(images, x):
    h, w = images.shape[1:3]
    found = [None] * len(x)
    for r in range(x.shape[1] - h + 1):
        for c in range(x.shape[2] - w + 1):
            for number in np.flatnonzero(_same(images, x[:, r : r + h, c : c + w])):
                found[number] = (r, c)
    return found


def _wrong_crop(case, value):
    x, size = case.inputs["x"], case.inputs["size"]
    h, w = (int(n) for n in np.broadcast_to(size, 2))
    given = value.get("images") if isinstance(value, dict) else None
    if isinstance(given, np.ndarray) and given.shape == x.shape and (h, w) != x.shape[1:3]:
        return "crop-resizes", f"It gives images of the old size: {(h, w)} is asked for."
    images, wrong = _batch(case, value, (len(x), h, w, x.shape[3]))
    if wrong:
        return wrong
    found = _corners_of(images, x)
    if None in found:
        bad = found.count(None)
        return "", f"{bad} of {len(x)} results are no window of their image."
    room = x.shape[1] - h, x.shape[2] - w
    rows, columns = np.array(found).T
    if room == (0, 0):
        return None
    still = (rows == rows[0]).all() and (columns == columns[0]).all()
    if still and value.get("used") is not True:
        return "always-the-same", "Every window lies at the same place, and nothing was drawn."
    return _uneven_pair(rows, columns, room, value)


random_crop = Exercise(
    answer=layers.random_crop,
    cases=_crop_cases,
    mistakes=(
        Mistake("whole-batch", _WHOLE_BATCH, shows=_found(_wrong_crop, "whole-batch")),
        Mistake(
            "crop-resizes",
            "the result has the size of the images: a crop is smaller",
            shows=_found(_wrong_crop, "crop-resizes"),
        ),
        Mistake("upper-end-missing", _UPPER_END, shows=_found(_wrong_crop, "upper-end-missing")),
        Mistake(
            "always-the-same",
            "every window lies at the same place, such as the middle: nothing is drawn",
            shows=_found(_wrong_crop, "always-the-same"),
        ),
        Mistake("global-rng", _GLOBAL_RNG, shows=_found(_wrong_crop, "global-rng")),
    ),
    hints=(
        "How many places can a window of this size have in a row of pixels? Draw one of them for "
        "each image, along each axis.",
        "(H - h + 1) rows and (W - w + 1) columns for its corner; the result is (N, h, w, C).",
        "For image i: `r = rng.integers(0, H - h + 1)`, `c = rng.integers(0, W - w + 1)`, then "
        "`x[i, r : r + h, c : c + w]`; `np.stack` puts them together.",
    ),
    success="AlexNet was trained on windows of 224 of images of 256, and their mirror images "
    "(Krizhevsky and others, 2012): over two thousand versions of each.",
    forbidden=_FORBIDDEN,
    may_view=True,
    observe=_as_drawn,
    refuses=_judged_by(_wrong_crop),
)

# flip_boxes


def _boxes(rng, n, width, height=20):
    """Make boxes of quarters of a pixel inside an image."""
    ends = [np.sort(rng.permutation(4 * side + 1)[:2]) / 4 for side in (width, height) * n]
    return np.array(ends).reshape(n, 2, 2).transpose(0, 2, 1).reshape(n, 4)


def _box_cases(rng, hidden):
    if not hidden:
        return [
            Case("by hand", boxes=np.array([[1.0, 2.0, 4.0, 6.0]]), width=10),
            Case("at the border", boxes=np.array([[0.0, 0.0, 3.0, 2.0]]), width=8),
            Case("several", boxes=_boxes(rng, 3, 12), width=12),
        ]
    whole = np.array([[2, 3, 7, 9], [0, 1, 5, 4], [8, 0, 16, 13]])
    return [
        Case("one", boxes=_boxes(rng, 1, 20), width=20),
        Case("several", boxes=_boxes(rng, 6, 31), width=31),
        Case("whole numbers", boxes=whole, width=int(rng.integers(17, 25))),
        Case("a width that is not whole", boxes=_boxes(rng, 3, 9), width=9.5),
        Case("no box", boxes=np.empty((0, 4)), width=12),
    ]


def _boxes_by(change):
    def changed(boxes, width):
        x1, y1, x2, y2 = np.moveaxis(np.asarray(boxes, dtype=float), -1, 0)
        return np.stack(change(x1, y1, x2, y2, width), axis=-1)

    return changed


flip_boxes = Exercise(
    answer=layers.flip_boxes,
    cases=_box_cases,
    mistakes=(
        Mistake(
            "x1-above-x2",
            "both ends are mirrored and keep their places: then the right end stands first",
            _boxes_by(lambda x1, y1, x2, y2, w: (w - x1, y1, w - x2, y2)),
        ),
        Mistake(
            "off-by-one",
            "boxes are mirrored as pixels are, at width - 1: coordinates reach from 0 to the width",
            _boxes_by(lambda x1, y1, x2, y2, w: (w - 1 - x2, y1, w - 1 - x1, y2)),
        ),
        Mistake(
            "flips-y",
            "the rows are mirrored: left-right changes x",
            _boxes_by(lambda x1, y1, x2, y2, w: (x1, w - y2, x2, w - y1)),
        ),
        Mistake(
            "normalized-assumed",
            "coordinates are taken for shares of the image, from 0 to 1: they are pixels",
            _boxes_by(lambda x1, y1, x2, y2, w: (1 - x2, y1, 1 - x1, y2)),
        ),
        Mistake(
            "unchanged",
            "the image is mirrored and the boxes stay where they were",
            _boxes_by(lambda x1, y1, x2, y2, w: (x1, y1, x2, y2)),
        ),
    ),
    hints=(
        "A point at x goes to width - x. Which end of the box is the left one afterwards?",
        "(K, 4) in, (K, 4) out; y1 and y2 do not change.",
        "`np.stack([width - x2, y1, width - x1, y2], axis=1)`, with `x1 = boxes[:, 0]` and so on.",
    ),
    success="Labels that say where something is have to move with the image; so do masks, and the "
    "points of a face.",
    forbidden=_FORBIDDEN,
)

# label_preserving


def _task_cases(rng, hidden):
    return [
        Case(f"{task}, {transform}", task=task, transform=transform)
        for task, transform in layers.LABELS_KEPT
    ]


def _but(change):
    """Answer as the table does, but for what `change` makes of a row."""

    def answered(task, transform):
        return change(transform, *layers.LABELS_KEPT[task, transform])

    return answered


label_preserving = Exercise(
    answer=layers.label_preserving,
    cases=_task_cases,
    mistakes=(
        Mistake(
            "always",
            "every transform is taken for harmless",
            _but(lambda transform, kept, why: (True, "same")),
        ),
        Mistake(
            "flips-are-harmless",
            "a flip left-right is taken for harmless everywhere: a mirrored 2 is no digit, and a "
            "mirrored left hand is a right one",
            _but(
                lambda transform, kept, why: (
                    (True, "same") if transform == "flip left-right" else (kept, why)
                )
            ),
        ),
        Mistake(
            "evidence-overlooked",
            "what the label hangs on is overlooked: ripe is a color, and a small lesion may lie "
            "outside of the crop",
            _but(lambda transform, kept, why: (True, "same") if why == "lost" else (kept, why)),
        ),
        Mistake(
            "too-careful",
            "every transform that changes what is seen is refused: many change nothing that "
            "matters",
            _but(lambda transform, kept, why: (False, "other") if kept else (kept, why)),
        ),
    ),
    hints=(
        "For each row: show the changed picture to somebody who knows the task and not the "
        "original. Would they give the same label?",
        "Ten rows, each a bool and a word: True always goes with 'same', False with 'other' or "
        "'lost'.",
        "Four rows are True: the shifted digit, the mirrored cat, the turned tomato, the land from "
        "above. Two are 'lost': the hue of a tomato, the crop around a lesion.",
    ),
    success="The question is never whether a picture looks natural, but whether its label is still "
    "right.",
    forbidden=("cnnbasics.layers.augmentation",),
)

# add_augmentation


def _model_cases(rng, hidden):
    return [
        Case(f"{classes} classes", model=_lively(rng, classes))
        for classes in ((3, 5) if hidden else (3, 4))
    ]


def _lively(rng, classes):
    """Make a network that gives another answer for nearly every image that is changed."""
    x = _pictures()
    while True:
        params = keras_models.small_network(rng, classes)
        before, after = (layers.forward(params, images) for images in (x, x[:, :, ::-1]))
        if (np.abs(before - after).max(axis=1) > 0.01).sum() >= 10:
            return params


def _built(inputs):
    return inputs | {"model": keras_models.in_keras(inputs["model"])}


def _pictures():
    return np.random.default_rng(12).random((12, 6, 6, 1)).astype(np.float32)


def _in_use(result, inputs):
    """Describe a model, with what it says of a few images when it is trained and when not."""
    described = keras_models.summary(result)
    if not keras_models.is_model(described):
        return described
    x = _pictures()
    tested = [np.asarray(result(x, training=False)) for _ in range(3)]
    trained = [np.asarray(result(x, training=True)) for _ in range(3)]
    return keras_models.summary(result) | {"tested": tested, "trained": trained}


def _runs(value, name, shape):
    rows = value.get(name)
    good = isinstance(rows, list | tuple) and all(
        isinstance(one, np.ndarray) and one.shape == shape and one.dtype.kind == "f" for one in rows
    )
    return np.array(rows, dtype=np.float64) if good and len(rows) == 3 else None


def _wrong_use(case, value):
    if not keras_models.is_model(value):
        return "", "It should return a Keras model. Is the `return` missing?"
    right = layers.forward(case.inputs["model"], _pictures())
    tested, trained = (_runs(value, name, right.shape) for name in ("tested", "trained"))
    if tested is None or trained is None:
        return "", f"For 12 images the output should be of shape {right.shape}."
    found = keras_models.layers_of(value)
    random = [n for n, one in enumerate(found) if str(one["kind"]).startswith("Random")]
    slides = [n for n, one in enumerate(found) if keras_models.is_convolution(one)]
    noisy = [n for n, one in enumerate(found) if _draws(one)]
    if value.get("shows_all") is True and noisy and slides and noisy[0] > slides[0]:
        return "after-head", "What changes at random stands behind the model, not before it."
    if _reaches_255(found):
        return "wrong-value-range", (
            "A layer is told that pixels go up to 255, or scales them as if; they lie between 0 "
            "and 1."
        )
    if not np.allclose(tested, tested[0], atol=1e-5):
        what = "with `training=False` the same images get several answers"
        if random:
            return "augments-validation", f"Keras' random layers are forced on: {what}."
        return "random-at-predict", f"Something draws at random whatever is asked: {what}."
    if not np.allclose(tested[0], right, atol=1e-4):
        return "", "When it is not trained it says something else than the model itself."
    moved = np.abs(trained - right).max(axis=2) > 1e-5
    if not moved.any():
        return "no-augmentation", "In training the images reach the model as they came."
    if np.allclose(trained, trained[0], atol=1e-6):
        return "", "In training it changes images, but every time in the same way."
    if moved.any(axis=0).sum() < 4:
        return "", f"In three runs {moved.any(axis=0).sum()} of 12 images were changed."
    return None


def _draws(layer):
    kind = str(layer["kind"])
    return kind.startswith(("Random", "Gaussian")) or "Dropout" in kind


def _reaches_255(found):
    for layer in found:
        limits = layer.get("value_range")
        if isinstance(limits, list | tuple) and any(float(limit) > 2 for limit in limits):
            return True
        scale = layer.get("scale")
        if layer["kind"] == "Rescaling" and isinstance(scale, float) and scale < 0.1:
            return True
    return False


add_augmentation = Exercise(
    answer=layers.add_augmentation,
    needs=("keras",),
    cases=_model_cases,
    mistakes=(
        Mistake(
            "augments-validation",
            "the random layers are forced on: validation and test images are changed too, and "
            "their figures are measured on other images",
            shows=_found(_wrong_use, "augments-validation"),
        ),
        Mistake(
            "random-at-predict",
            "something of your own draws at random whether the model is trained or not: who uses "
            "it gets another answer each time",
            shows=_found(_wrong_use, "random-at-predict"),
        ),
        Mistake(
            "wrong-value-range",
            "a layer in front of the model takes the pixels for numbers up to 255",
            shows=_found(_wrong_use, "wrong-value-range"),
        ),
        Mistake(
            "after-head",
            "the augmentation stands behind the model, where there are no images any more",
            shows=_found(_wrong_use, "after-head"),
        ),
        Mistake(
            "no-augmentation",
            "nothing is changed in training",
            shows=_found(_wrong_use, "no-augmentation"),
        ),
    ),
    hints=(
        "Keras has layers that do it, and they hear from `fit` whether training is going on: "
        "`RandomFlip`, `RandomTranslation` and others. Put them in front.",
        "(H, W, C) in, through the random layers, through `model`, and out as before.",
        "`image = keras.Input(model.input_shape[1:])`, `x = keras.layers.RandomFlip('horizontal')"
        "(image)`, `x = keras.layers.RandomTranslation(0.1, 0.1)(x)`, "
        "`return keras.Model(image, model(x))`.",
    ),
    success="In the model it is saved with it, runs where the model runs, and cannot reach the "
    "test by accident.",
    forbidden=("cnnbasics.layers.augmentation",),
    prepare=_built,
    observe=_in_use,
    refuses=_judged_by(_wrong_use),
)

# Questions

predict_how_many = Question(
    id="predict_how_many",
    answer=81,
    says={
        81: "Nine ways up and down, from -4 to 4, times nine to the left and right.",
        16: "4 times 4 is only one direction on each axis, and leaves out standing still.",
        64: "8 times 8 leaves out standing still.",
        8: "That is one axis, and without standing still.",
        9: "That is one axis: there are two, and each is drawn by itself.",
        18: "The two axes are drawn independently, so their numbers are multiplied.",
    },
    otherwise="Count the whole numbers from -4 to 4, for each of the two axes.",
)

predict_training_accuracy = Question(
    id="predict_training_accuracy",
    answer="b",
    says={
        "a": "It would have to know 81 versions of each image by heart.",
        "b": "Each image comes in another place every time, so there is less to learn by heart. "
        "The training accuracy falls, and the test accuracy rises: both are what you want.",
        "c": "It takes as many steps, but it does not see the same images in them.",
        "d": "It would be guessing then, at a tenth.",
    },
)

predict_small_digits = Question(
    id="predict_small_digits",
    answer="b",
    says={
        "a": "More variety is no gain where the test does not have it.",
        "b": "The digits fill their 8x8 pixels and are centered, in the test too. Shifts show "
        "places where no test digit is, and cut off a stroke at the border; what is won and lost "
        "is about equal.",
        "c": "A digit is still read when it is one pixel off, mostly; it loses a stroke at most.",
        "d": "Then the training accuracy would have to rise, and with shifts there is more to "
        "learn by heart, not less.",
    },
)
