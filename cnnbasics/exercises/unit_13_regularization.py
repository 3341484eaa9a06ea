"""Unit 13: cases, mistakes, hints and questions of dropout, weight decay and early stopping."""

import operator
from typing import NamedTuple

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import (
    Case,
    Exercise,
    Mistake,
    Question,
    Refusal,
    Seeded,
    numbers,
)

# What was dropped, read from a result


class _Drop(NamedTuple):
    """What one call dropped, and by how much the rest was multiplied; read from `y` alone."""

    training: bool
    rate: float
    asked: bool
    kept: np.ndarray
    scale: float | None


class _Record(dict):
    """The drops of one check, by the number of the case: some faults show in several together."""


def _recorded(cases):
    """Give the cases one record, and each its number in it."""
    record = _Record()
    for number, case in enumerate(cases):
        case.probe = record, number
    return cases


def _observed(result, inputs):
    """Keep the result, and whether the generator was asked for a number."""
    made = inputs["rng"].bit_generator
    asked = made.state != np.random.default_rng(made.seed_seq).bit_generator.state
    return {"result": result, "asked": asked}


def _is_near(found, right):
    """Compare numbers, as closely as float32 can."""
    return bool(np.allclose(found, right, rtol=1e-5, atol=1e-6))


def _is_array(value, shape):
    return (
        isinstance(value, np.ndarray)
        and value.shape == shape
        and value.dtype.kind in "fiu"
        and bool(np.isfinite(value).all())
    )


def _not_an_array(name, value, shape):
    """Return why a part of the result is no such array, or None."""
    if _is_array(value, shape):
        return None
    if not isinstance(value, np.ndarray):
        return Refusal(f"`{name}` should be an array, and it is a {type(value).__name__}.")
    if value.shape != shape:
        return Refusal(f"The shape of `{name}` should be {shape}, and it is {value.shape}.")
    if value.dtype.kind not in "fiu":
        return Refusal(f"`{name}` should hold numbers, and it holds {value.dtype}.")
    return Refusal(f"`{name}` holds numbers that are not finite.")


def _note(case, y, value):
    """Put what was dropped on the case's record, where `y` can be read; return it."""
    record, number = case.probe
    if number == 0:
        record.clear()
    record.pop(number, None)
    x = case.inputs["x"]
    if not _is_array(y, x.shape):
        return None
    ratio = y / x  # the inputs hold no 0
    kept = ratio != 0
    scale = float(np.median(ratio[kept])) if kept.any() else None
    if scale is not None and not _is_near(ratio[kept], scale):
        scale = None
    training = case.inputs.get("training", True)
    drop = _Drop(training, case.inputs["rate"], bool(value.get("asked")), kept, scale)
    record[number] = drop
    return drop


def _is_share(kept, share):
    """Tell whether about such a share was kept: six standard deviations are allowed."""
    spread = np.sqrt(kept.size * share * (1 - share))
    return abs(int(kept.sum()) - kept.size * share) <= 6 * spread


def _together(kept, rate):
    """Return the axis along which numbers are dropped together, or take turns; None if none is."""
    same = rate**2 + (1 - rate) ** 2
    shared = max(rate**3 + (1 - rate) ** 3 - same**2, 0)  # two pairs have a number in common
    for axis in range(kept.ndim):
        rows = np.moveaxis(kept, axis, 0)
        for lag in range(1, min(4, len(rows))):
            pairs = rows[lag:] == rows[:-lag]
            spread = np.sqrt(pairs.size * (same * (1 - same) + 2 * shared))
            if abs(int(pairs.sum()) - pairs.size * same) > 6.5 * spread:
                return axis
    return None


def _is_exact(kept, rate):
    return abs(kept.size - int(kept.sum()) - kept.size * rate) < 1


def _always_exact(case, choices):
    """Tell, at the last case that drops, whether each of them dropped exactly its share."""
    record, number = case.probe
    dropping = [drop for drop in record.values() if drop.training and drop.rate]
    last = max((k for k, drop in record.items() if drop.training and drop.rate), default=None)
    exact = all(_is_exact(choices(drop.kept), drop.rate) for drop in dropping)
    return number == last and len(dropping) >= _DROPPING and exact


_DROPPING = 4
"""So many cases of each check drop something, and no chance makes all of them exact."""


def _unlike_chance(case, drop, kept, what):
    """Return why what was kept is not what a generator would have drawn, or None."""
    if not _is_share(kept, 1 - drop.rate):
        dropped = 1 - float(kept.mean())
        why = f"About {drop.rate:.0%} of the {what} should be dropped; yours drops {dropped:.0%}."
        return Refusal(why, drop.rate, round(dropped, 2))
    if not drop.asked:
        return Refusal("It drops without asking `rng`: take the random numbers from there.")
    axis = _together(kept, drop.rate)
    if axis is not None:
        return Refusal(
            f"What is dropped along axis {axis} of {kept.shape} hangs together: each of the {what} "
            "is to be decided on its own."
        )
    counts = kept.reshape(len(kept), -1).sum(axis=1)
    if len(counts) > 5 and np.ptp(counts) == 0:
        return Refusal(f"Each example loses the same number of {what}: that is no chance.")
    return None


def _wrong_scale(drop):
    """Return why what stays is multiplied by a wrong number, or None."""
    right = 1 / (1 - drop.rate)
    if drop.scale is None and not drop.kept.any():
        return Refusal("Everything is dropped.")
    if drop.scale is None:
        return Refusal("What stays should be multiplied by one number, the same for all.")
    if not _is_near(drop.scale, right):
        why = f"What stays should be multiplied by {right:.4g}, and it is by {drop.scale:.4g}."
        return Refusal(why, float(f"{right:.6g}"), float(f"{drop.scale:.6g}"))
    return None


def _dropped(test):
    """Recognize a mistake by what was dropped; ``test(drop, record)`` says whether it fits."""

    def shows(case, answer):
        record, number = case.probe
        if case.inputs["rate"] == 0 and case.inputs.get("training", True):
            return True  # 1 / 0, or nothing kept: it says nothing about which mistake it was
        if answer.raised:
            return False
        drop = record.get(number)
        return drop is not None and drop.scale is not None and bool(test(drop, record))

    return shows


def _scaled_by(drop, *scales):
    return any(_is_near(drop.scale, scale) for scale in scales)


def _is_right_scale(drop):
    return _scaled_by(drop, 1 / (1 - drop.rate))


_KEEP = (
    "`rate` is read as the share that stays: in Keras and in this course it is the share that is "
    "dropped"
)
_GLOBAL = (
    "the random numbers do not come from `rng`: then nobody can repeat your experiment, you neither"
)

# dropout_forward


def _forward_cases(rng, hidden):
    def case(label, shape, rate, training=True, kind=float):
        x = numbers(rng, *shape)
        x = x.astype(kind) if kind is not int else rng.integers(1, 9, shape)
        seeded = Seeded(int(rng.integers(10_000)))
        return Case(label, x=x, rate=rate, rng=seeded, training=training)

    if not hidden:
        return _recorded(
            [
                case("at inference", (2, 3), 0.5, training=False),
                case("at inference, maps", (2, 2, 3, 2), 0.2, training=False),
                case("half of it dropped", (40, 60), 0.5),
                case("a fifth dropped", (60, 40), 0.2),
                case("three quarters dropped", (9, 5, 6, 10), 0.75),
                case("maps, a quarter dropped", (9, 6, 5, 8), 0.25),
            ]
        )
    return _recorded(
        [
            case("at inference", (3, 4), 0.3, training=False),
            case("at inference, maps", (2, 3, 2, 4), 0.6, training=False),
            case("at inference, whole numbers", (4, 5), 0.5, training=False, kind=int),
            case("a rate of nothing", (3, 5), 0.0),
            case("few dropped", (60, 40), 0.1),
            case("more than half dropped", (30, 50), 0.6),
            case("most dropped", (50, 40), 0.9),
            case("maps", (7, 6, 4, 10), 0.3),
            case("maps, most dropped", (12, 5, 6, 5), 0.8),
            case("three axes", (20, 10, 9), 0.4),
            case("float32", (40, 40), 0.25, kind=np.float32),
            case("whole numbers", (40, 35), 0.2, kind=int),
        ]
    )


def _forward_wrong(case, value):
    value = value if isinstance(value, dict) else {}
    x, rate, training = (case.inputs[key] for key in ("x", "rate", "training"))
    result = value.get("result")
    pair = isinstance(result, tuple | list) and len(result) == 2
    y, mask = result if pair else (None, None)
    drop = _note(case, y, value)
    if not pair:
        return Refusal("It should return two arrays, `y` and `mask`.")
    found = _not_an_array("y", y, x.shape) or _not_an_array("mask", mask, x.shape)
    if found:
        return found
    if not training or rate == 0:
        words = "at inference" if not training else "with a rate of 0"
        if not _is_near(y, x):
            return Refusal(f"Nothing is dropped or changed {words}: `y` should equal `x`.", x, y)
        if not _is_near(mask, 1):
            return Refusal(f"The mask should be all ones {words}.", np.ones(x.shape), mask)
        return None
    found = _wrong_scale(drop)
    if found:
        return found
    if not _is_near(mask, np.where(drop.kept, 1 / (1 - rate), 0)):
        return Refusal("`y` should be `x * mask`: 0 where a number went, 1 / (1 - rate) elsewhere.")
    found = _unlike_chance(case, drop, drop.kept, "numbers")
    if found is None and _always_exact(case, lambda kept: kept):
        return Refusal("Each time exactly the same share is dropped: that is no chance.")
    return found


def _scaled_at_inference(record):
    return any(
        not drop.training and drop.scale is not None and drop.kept.all()
        # The factor 1 - rate, or its inverse, or the wrong one of the two shares.
        and _scaled_by(drop, 1 - drop.rate, 1 / (1 - drop.rate), drop.rate)
        for drop in record.values()
    )  # fmt: skip


def _no_scaling(drop, record):
    unscaled = drop.training and _scaled_by(drop, 1) and _is_share(drop.kept, 1 - drop.rate)
    return unscaled and not _scaled_at_inference(record)


def _scales_at_inference(drop, record):
    if drop.training:
        unscaled = _scaled_by(drop, 1) and _is_share(drop.kept, 1 - drop.rate)
        return unscaled and _scaled_at_inference(record)
    return _scaled_at_inference({0: drop})


def _keep_prob(drop, record):
    scaled = _scaled_by(drop, 1 / drop.rate, 1 / (1 - drop.rate))
    return drop.training and scaled and _is_share(drop.kept, drop.rate)


def _over_rate(drop, record):
    return drop.training and _scaled_by(drop, 1 / drop.rate) and _is_share(drop.kept, 1 - drop.rate)


def _active(drop, record):
    return not drop.training and not drop.kept.all() and _is_right_scale(drop)


def _one_mask(drop, record):
    alike = bool(np.all(drop.kept == drop.kept[:1])) and not drop.kept.all()
    return drop.training and alike and _is_right_scale(drop)


def _unasked(drop, record):
    return drop.training and not drop.asked and _is_share(drop.kept, 1 - drop.rate)


dropout_forward = Exercise(
    answer=layers.dropout_forward,
    cases=_forward_cases,
    mistakes=(
        Mistake("keep-prob-reading", _KEEP, shows=_dropped(_keep_prob)),
        Mistake(
            "no-scaling",
            "what stays is not made larger: then the next layer gets less while training than at "
            "inference",
            shows=_dropped(_no_scaling),
        ),
        Mistake(
            "scales-at-inference",
            "numbers are changed at inference: that was done in the first papers, and today what "
            "stays is made larger while training instead",
            shows=_dropped(_scales_at_inference),
        ),
        Mistake(
            "active-at-inference",
            "it drops at inference, too: then the same picture gets another answer each time",
            shows=_dropped(_active),
        ),
        Mistake(
            "mask-per-batch",
            "all examples of the batch share one mask: draw one of the shape of `x`",
            shows=_dropped(_one_mask),
        ),
        Mistake(
            "scales-by-1-over-rate",
            "what stays is divided by `rate`: the share that stays is 1 - rate",
            shows=_dropped(_over_rate),
        ),
        Mistake(
            "global-rng",
            _GLOBAL,
            shows=_dropped(lambda drop, record: _unasked(drop, record) and _is_right_scale(drop)),
        ),
    ),
    hints=(
        "Toss a coin for each number: with probability `rate` it becomes 0. What stays is made "
        "larger, so that the sum stays the same on average.",
        "`rng.random(x.shape)` gives a number from 0 to 1 for each of `x`. The mask has that "
        "shape, and holds 0 and 1 / (1 - rate).",
        "mask = (rng.random(x.shape) >= rate) / (1 - rate); y = x * mask. Without `training`: a "
        "copy of x, and np.ones(x.shape).",
    ),
    success="The layer behind sees the same mean with and without dropout, so at inference it can "
    "be left out as if it had never been there.",
    observe=_observed,
    refuses=_forward_wrong,
)

# dropout_backward


def _backward_cases(rng, hidden):
    def case(label, shape, rate, kind=float):
        dout = numbers(rng, *shape).astype(kind)
        mask = np.ones(int(np.prod(shape)))
        dropped = round(rate * mask.size)
        mask[rng.permutation(mask.size)[:dropped]] = 0
        return Case(label, dout=dout, mask=(mask / (1 - rate)).reshape(shape).astype(kind))

    if not hidden:
        return [
            Case("by hand", dout=np.array([3.0, -1.0, 5.0]), mask=np.array([2.0, 2.0, 0.0])),
            case("half of it dropped", (3, 6), 0.5),
            case("a fifth dropped", (6, 8), 0.2),
            case("maps", (2, 3, 2, 4), 0.75),
            case("at inference", (2, 3), 0.0),
        ]
    return [
        case("half of it dropped", (4, 7), 0.5),
        case("few dropped", (10, 12), 0.1),
        case("most dropped", (6, 5), 0.8),
        case("maps", (2, 4, 3, 3), 0.25),
        case("three axes", (3, 4, 5), 0.6),
        case("float32", (5, 6), 0.4, np.float32),
        case("at inference", (3, 4), 0.0),
        Case(
            "whole numbers",
            dout=rng.integers(1, 9, (4, 5)),
            mask=rng.permutation(np.repeat([0, 2], 10)).reshape(4, 5),
        ),
    ]


_FEW = 8


def _other_mask(case, answer):
    """Recognize slopes that went through some mask, only not through this one."""
    dout, mask = (case.inputs[key].astype(float) for key in ("dout", "mask"))
    if answer.raised or not _is_array(answer.value, dout.shape):
        return False
    through = answer.value / dout
    passed = through != 0
    alike = not passed.any() or _is_near(through[passed], np.median(through[passed]))
    if dout.size < _FEW:
        return alike  # so few that another mask may well be the same
    known = (mask > 0, mask == 0, np.ones(mask.shape))  # those are other mistakes
    return alike and not any(np.array_equal(passed, other) for other in known)


dropout_backward = Exercise(
    answer=layers.dropout_backward,
    cases=_backward_cases,
    mistakes=(
        Mistake(
            "new-mask-backward",
            "a new mask is drawn: what was dropped on the way forward did not count, so exactly "
            "that gets no slope",
            shows=_other_mask,
        ),
        Mistake(
            "no-scaling",
            "the slopes that pass are not made larger: on the way forward a number was multiplied "
            "by the mask, so its slope is, too",
            lambda dout, mask: dout * (mask > 0),
        ),
        Mistake(
            "scales-twice",
            "the slopes are divided by 1 - rate once more: the mask already holds that factor",
            lambda dout, mask: dout * mask * mask.max(),
        ),
        Mistake(
            "mask-ignored",
            "the slopes pass as if nothing had been dropped",
            lambda dout, mask: dout * 1.0,
        ),
    ),
    hints=(
        "Forward, each number was multiplied by one number of the mask. What is the slope of a "
        "multiplication?",
        "`dout`, `mask` and the result have one shape.",
        "`dout * mask`, and nothing else: the mask already holds 1 / (1 - rate).",
    ),
    success="It is the ReLU's way back once more, with another mask: what was shut on the way "
    "forward lets nothing back.",
)

# spatial_dropout


def _spatial_cases(rng, hidden):
    def case(label, shape, rate, kind=float):
        x = rng.integers(1, 9, shape) if kind is int else numbers(rng, *shape).astype(kind)
        return Case(label, x=x, rate=rate, rng=Seeded(int(rng.integers(10_000))))

    if not hidden:
        return _recorded(
            [
                case("half of the maps", (20, 2, 3, 20), 0.5),
                case("a quarter of the maps", (20, 3, 2, 36), 0.25),
                case("most of the maps", (24, 3, 3, 50), 0.8),
                case("a fifth of the maps", (30, 2, 3, 50), 0.2),
            ]
        )
    return _recorded(
        [
            case("a rate of nothing", (2, 3, 2, 4), 0.0),
            case("half of the maps", (24, 3, 2, 20), 0.5),
            case("some of the maps", (25, 3, 2, 40), 0.35),
            case("more than half of the maps", (25, 3, 4, 20), 0.6),
            case("three quarters of the maps", (20, 4, 2, 40), 0.75),
            case("float32", (30, 2, 2, 40), 0.3, np.float32),
            case("whole numbers", (30, 3, 2, 50), 0.2, int),
        ]
    )


def _spatial_wrong(case, value):
    value = value if isinstance(value, dict) else {}
    x, rate, y = case.inputs["x"], case.inputs["rate"], value.get("result")
    drop = _note(case, y, value)
    found = _not_an_array("y", y, x.shape)
    if found:
        return found
    if rate == 0:
        words = "Nothing is dropped or changed with a rate of 0: `y` should equal `x`."
        return None if _is_near(y, x) else Refusal(words, x, y)
    found = _wrong_scale(drop)
    if found:
        return found
    if not _is_whole(drop.kept):
        return Refusal("A map should go or stay as a whole; here parts of maps are dropped.")
    found = _unlike_chance(case, drop, _maps(drop.kept), "maps")
    if found is None and _always_exact(case, _maps):
        return Refusal("Each time exactly the same share is dropped: that is no chance.")
    return found


def _maps(kept):
    """Return which maps were kept, (N, C), where they go or stay as a whole."""
    return kept[:, 0, 0, :]


def _is_whole(kept):
    return bool(np.all(kept == kept[:, :1, :1, :]))


def _lone_numbers(drop, record):
    apart = _together(drop.kept, drop.rate) is None and not _is_whole(drop.kept)
    return apart and _is_right_scale(drop) and _is_share(drop.kept, 1 - drop.rate)


def _same_maps(drop, record):
    alike = bool(np.all(drop.kept == drop.kept[:1])) and not drop.kept.all()
    return alike and _is_whole(drop.kept) and _is_right_scale(drop)


def _whole_rows(drop, record):
    along_rows = bool(np.all(drop.kept == drop.kept[:, :, :1]))
    along_columns = bool(np.all(drop.kept == drop.kept[:, :1]))
    return along_rows != along_columns and _is_right_scale(drop)


def _maps_unscaled(drop, record):
    right = _is_whole(drop.kept) and _is_share(_maps(drop.kept), 1 - drop.rate)
    return right and _scaled_by(drop, 1)


def _maps_keep_prob(drop, record):
    scaled = _scaled_by(drop, 1 / drop.rate, 1 / (1 - drop.rate))
    return scaled and _is_whole(drop.kept) and _is_share(_maps(drop.kept), drop.rate)


def _maps_unasked(drop, record):
    right = _is_whole(drop.kept) and _is_share(_maps(drop.kept), 1 - drop.rate)
    return right and not drop.asked and _is_right_scale(drop)


spatial_dropout = Exercise(
    answer=layers.spatial_dropout,
    cases=_spatial_cases,
    mistakes=(
        Mistake(
            "elementwise",
            "each number is dropped on its own: its neighbors in the map say nearly the same, so "
            "little is lost; here a map goes as a whole",
            shows=_dropped(_lone_numbers),
        ),
        Mistake(
            "same-for-batch",
            "all images lose the same maps: draw for each image and each channel",
            shows=_dropped(_same_maps),
        ),
        Mistake(
            "drops-rows",
            "whole rows or columns are dropped: the mask has the size 1 where it should not, or "
            "the other way round; it is (N, 1, 1, C)",
            shows=_dropped(_whole_rows),
        ),
        Mistake(
            "no-scaling",
            "the maps that stay are not made larger",
            shows=_dropped(_maps_unscaled),
        ),
        Mistake("keep-prob-reading", _KEEP, shows=_dropped(_maps_keep_prob)),
        Mistake("global-rng", _GLOBAL, shows=_dropped(_maps_unasked)),
    ),
    hints=(
        "One coin for each map: all its numbers share its fate.",
        "There are N * C maps. A mask of shape (N, 1, 1, C) is stretched over the rows and columns "
        "when it is multiplied by `x`.",
        "mask = (rng.random((N, 1, 1, C)) >= rate) / (1 - rate), with N and C from x.shape; "
        "return x * mask.",
    ),
    success="In Keras it is SpatialDropout2D: the same mask, drawn while training only.",
    observe=_observed,
    refuses=_spatial_wrong,
)

# l2_penalty and l2_gradient


def _l2_cases(rng, hidden):
    def case(label, lam, *shapes, kind=float):
        if kind is int:
            weights = [rng.integers(1, 9, shape) * rng.choice([-1, 1], shape) for shape in shapes]
        else:
            weights = [numbers(rng, *shape).astype(kind) for shape in shapes]
        return Case(label, weights=weights, lam=lam)

    if not hidden:
        return [
            Case("by hand", weights=[np.array([3.0, -1.0]), np.array([[2.0]])], lam=0.1),
            case("one vector", 0.5, (3,)),
            case("two matrices", 0.01, (2, 3), (3, 4)),
            case("a kernel and a matrix", 0.003, (3, 2, 1, 2), (4, 3)),
        ]
    return [
        case("one matrix", 0.02, (3, 4)),
        case("matrices of several sizes", 0.5, (2, 5), (5, 3), (3, 1)),
        case("kernels and a matrix", 0.001, (3, 3, 1, 2), (2, 3, 2, 3), (6, 4)),
        case("a large factor", 4.0, (5,), (2, 2)),
        case("a factor of 0", 0.0, (3,), (2, 3)),
        case("whole numbers", 0.25, (3, 2), (4,), kind=int),
        case("float32", 0.1, (3, 3, 2, 2), (8, 3), kind=np.float32),
    ]


def _squares(weights):
    return sum(np.sum(np.square(w, dtype=float)) for w in weights)


def _sizes(weights):
    return sum(w.size for w in weights)


def _norm(w):
    return np.sqrt(np.sum(np.square(w, dtype=float)))


_TWICE = (
    "a factor of 2 is wrong: the penalty has 0.5 in front, as in this course and as in the "
    "formula for weight decay, and Keras' `L2` has not"
)
_MEAN = "the squares are averaged: the penalty is their sum, however many weights there are"
_ROOT = "a square root is taken: the penalty is the sum of the squares, not a length"
_ABS = "the weights' absolute values are used: that is L1, which pulls small and large ones alike"

l2_penalty = Exercise(
    answer=layers.l2_penalty,
    cases=_l2_cases,
    mistakes=(
        Mistake(
            "factor-2",
            _TWICE,
            lambda weights, lam: lam * _squares(weights),
            lambda weights, lam: 2 * lam * _squares(weights),
        ),
        Mistake(
            "mean",
            _MEAN,
            *(
                lambda weights, lam, half=half: half * lam * _squares(weights) / _sizes(weights)
                for half in (0.5, 1)
            ),
            *(
                lambda weights, lam, half=half: (
                    half * lam * sum(np.mean(np.square(w, dtype=float)) for w in weights)
                )
                for half in (0.5, 1)
            ),
            lambda weights, lam: 0.5 * lam * _squares(weights) / len(weights),
        ),
        Mistake(
            "sqrt",
            _ROOT,
            *(
                lambda weights, lam, half=half: half * lam * np.sqrt(_squares(weights))
                for half in (0.5, 1)
            ),
            *(
                lambda weights, lam, half=half: half * lam * sum(map(_norm, weights))
                for half in (0.5, 1)
            ),
        ),
        Mistake(
            "abs",
            _ABS,
            *(
                lambda weights, lam, half=half: half * lam * sum(np.abs(w).sum() for w in weights)
                for half in (0.5, 1)
            ),
        ),
    ),
    hints=(
        "Square every weight, add all of them up, multiply once.",
        "`weights` is a list of arrays of any shapes: one sum for each, then the sum of these. The "
        "result is one number.",
        "0.5 * lam * sum(np.sum(w**2) for w in weights).",
    ),
    success="A weight of 10 costs a hundred times as much as one of 1: rather many small ones than "
    "one large one.",
)


def _each(change):
    return lambda weights, lam: [change(np.asarray(w, dtype=float), lam) for w in weights]


l2_gradient = Exercise(
    answer=layers.l2_gradient,
    cases=_l2_cases,
    mistakes=(
        Mistake(
            "factor-2",
            _TWICE + "; the slope of 0.5 w² is w",
            _each(lambda w, lam: 2 * lam * w),
            _each(lambda w, lam: 0.5 * lam * w),
        ),
        Mistake(
            "mean",
            _MEAN,
            _each(lambda w, lam: lam * w / w.size),
            _each(lambda w, lam: 2 * lam * w / w.size),
            lambda weights, lam: [lam * w / _sizes(weights) for w in weights],
            lambda weights, lam: [lam * w / len(weights) for w in weights],
        ),
        Mistake(
            "sqrt",
            _ROOT,
            _each(lambda w, lam: lam * w / _norm(w)),
            _each(lambda w, lam: 0.5 * lam * w / _norm(w)),
            lambda weights, lam: [lam * w / np.sqrt(_squares(weights)) for w in weights],
            lambda weights, lam: [0.5 * lam * w / np.sqrt(_squares(weights)) for w in weights],
        ),
        Mistake(
            "abs",
            _ABS,
            _each(lambda w, lam: lam * np.sign(w)),
            _each(lambda w, lam: 0.5 * lam * np.sign(w)),
            _each(lambda w, lam: lam * np.abs(w)),
        ),
        Mistake(
            "square-not-derived",
            "that is the penalty of each weight, not its slope: the slope of 0.5 w² is w",
            _each(lambda w, lam: 0.5 * lam * w**2),
            _each(lambda w, lam: lam * w**2),
        ),
    ),
    hints=(
        "The slope of 0.5 w² is w. What is that of 0.5 lam w²?",
        "A list comes back: one array for each of `weights`, of its shape.",
        "[lam * w for w in weights].",
    ),
    success="With plain gradient steps it multiplies each weight by 1 - lr * lam: that is why it "
    "is called weight decay. With Adam the two differ (Loshchilov and Hutter, 2019).",
)

# early_stopping


def _stop_cases(rng, hidden):
    def case(label, pattern, patience, size=1.0, kind=list):
        # Only the order of the losses matters, so their values are drawn.
        levels = np.sort(rng.permutation(np.arange(1, 40))[: max(pattern) + 1]) / 8 * size
        losses = levels[list(pattern)]
        losses = losses.tolist() if kind is list else losses
        return Case(label, val_losses=losses, patience=patience)

    def walk(length, patience):
        pattern = rng.integers(0, 6, length) + np.maximum(5 - np.arange(length), 0)
        label = f"up and down, patience {patience}"
        return case(label, pattern.tolist(), patience, kind=np.array)

    if not hidden:
        return [
            Case("by hand", val_losses=[0.9, 0.5, 0.6, 0.5, 0.3], patience=2),
            case("better each time", [4, 3, 2, 1, 0], 2),
            case("worse from the second epoch on", [1, 2, 3, 4, 5], 2),
            case("as good as the best, again and again", [5, 2, 2, 2, 2, 2, 1], 3),
            case("two bad epochs here, one there", [8, 9, 7, 8, 9, 6, 7, 5, 4], 3),
            case("down and up, not below the best", [8, 1, 7, 5, 4, 3, 2], 2),
            case("the best comes after the stop", [6, 3, 4, 5, 4, 0, 1], 3),
            case("an array", [5, 4, 6, 3, 7, 8, 9, 2], 3, kind=np.array),
            case("no patience at all", [5, 3, 4, 1, 2], 1),
        ]
    return [
        case("no better than the first", [0, 3, 2, 1, 4, 5], 3),
        case("better each time", [6, 5, 4, 3, 2, 1, 0], 1),
        case("ties with the best", [7, 3, 3, 4, 3, 3, 2], 4),
        case("ties at the end", [7, 6, 2, 2, 2], 2),
        case("ties, then better, too late", [6, 2, 2, 3, 2, 3, 1, 0], 3),
        case("bad epochs that are not in a row", [9, 10, 8, 9, 7, 8, 6, 7, 5, 6], 2),
        case("down, but not below the best", [9, 2, 8, 7, 6, 5, 4, 3], 4),
        case("the best of all comes too late", [6, 4, 5, 5, 5, 1, 0], 3),
        case("the last epoch is the one that stops", [6, 4, 5, 5, 5], 3),
        case("one epoch", [0], 2),
        case("large losses", [5, 4, 6, 3, 7, 8, 9], 3, size=1e4),
        case("more patience than epochs", [3, 2, 4, 5], 10),
        walk(14, 2),
        walk(14, 3),
        walk(18, 4),
        walk(12, 1),
    ]


def _stopped(
    better=operator.lt, resets=operator.lt, limit=0, result=lambda stop, best, losses: (stop, best)
):
    """Stop early in a mistaken way.

    `better` says what is a new best, `resets` what makes the count begin anew (None: nothing does),
    `limit` how many epochs more than `patience` are waited for, `result` what is returned.
    """

    def stopped(val_losses, patience):
        if patience + limit < 1:
            raise ValueError  # where the count is looked at decides, so it says nothing here
        best, waited, stop = 0, 0, len(val_losses) - 1
        for epoch in range(1, len(val_losses)):
            loss, least = val_losses[epoch], val_losses[best]
            if better(loss, least):
                best = epoch
            if resets and resets(loss, least):
                waited = 0
            elif not better(loss, least):
                waited += 1
            if waited >= patience + limit:
                stop = epoch
                break
        return result(stop, best, val_losses)

    return stopped


def _previous(best_of_all):
    """Compare each loss with the one before."""

    def stopped(val_losses, patience):
        best, waited, stop = 0, 0, len(val_losses) - 1
        for epoch in range(1, len(val_losses)):
            falls = val_losses[epoch] < val_losses[epoch - 1]
            waited = 0 if falls else waited + 1
            best = epoch if falls else best
            if waited >= patience:
                stop = epoch
                break
        return stop, int(np.argmin(val_losses[: stop + 1])) if best_of_all else best

    return stopped


early_stopping = Exercise(
    answer=layers.early_stopping,
    cases=_stop_cases,
    mistakes=(
        Mistake(
            "off-by-one",
            "a count is off by one: epochs count from 0, and training ends with the epoch that "
            "makes it `patience` without anything better",
            _stopped(limit=1),
            _stopped(limit=-1),
            _stopped(result=lambda stop, best, losses: (stop + 1, best + 1)),
            _stopped(result=lambda stop, best, losses: (stop + 1, best)),
            _stopped(result=lambda stop, best, losses: (min(stop + 1, len(losses) - 1), best)),
        ),
        Mistake(
            "equal-resets",
            "an epoch that is only as good as the best counts as better: better means strictly "
            "lower",
            _stopped(operator.le, operator.le),
            _stopped(operator.lt, operator.le),
            _stopped(operator.le, operator.lt),
        ),
        Mistake(
            "returns-last",
            "the last epoch is returned as the best: the weights to keep are those from before "
            "the waiting began",
            _stopped(result=lambda stop, best, losses: (stop, stop)),
            _stopped(result=lambda stop, best, losses: (best, best)),
        ),
        Mistake(
            "never-resets",
            "the count of bad epochs never begins anew: `patience` of them have to come in a row",
            _stopped(resets=None),
        ),
        Mistake(
            "maximises",
            "the largest loss is taken for the best: that would be right for an accuracy",
            _stopped(operator.gt, operator.gt),
            _stopped(operator.gt, operator.gt, result=lambda stop, best, losses: (stop, stop)),
        ),
        Mistake(
            "compares-with-previous",
            "each loss is compared with the one before: down from a peak is no progress, only a "
            "new lowest loss is",
            _previous(best_of_all=True),
            _previous(best_of_all=False),
        ),
        Mistake(
            "best-after-stop",
            "the best of all epochs is returned, those after the stop among them: training would "
            "never have come there",
            _stopped(result=lambda stop, best, losses: (stop, int(np.argmin(losses)))),
        ),
    ),
    hints=(
        "Walk through the losses once. Remember the lowest so far and the epoch it came in.",
        "`val_losses` has one number for each epoch. Two ints come back; without a stop the first "
        "is len(val_losses) - 1.",
        "If the loss is strictly below the best, best = epoch. If then epoch - best == patience, "
        "return epoch, best.",
    ),
    success="epoch - best is the number of epochs without anything better: no counter is needed.",
    integers=True,
)

# Questions

predict_memorized = Question(
    "predict_memorized",
    answer="c",
    says={
        "a": "It has 151,306 parameters for 300 labels: it can store them all, the wrong ones "
        "included.",
        "b": "That would be guessing. It learns the right ones easily.",
        "c": "Nothing in the loss says which labels are wrong. Once the right ones are learned, "
        "the wrong ones are all that is left to lower it, so they are learned by heart.",
        "d": "The validation labels are clean and the digits are others. Wait for the two numbers.",
    },
)

predict_scaled_number = Question(
    "predict_scaled_number",
    answer=16,
    says={
        16: "Three quarters stay, so what stays is divided by 3/4: 12 · 4/3 = 16.",
        12: "It stays, and it is made larger: otherwise the sum would be a quarter smaller.",
        48: "That divides by the rate. What counts is the share that stays, 3/4.",
        9: "That makes it smaller. It has to make up for those that go.",
        3: "That is the share that is lost, 12 · 0.25.",
        15: "Nearly: 12 · 1.25 adds a quarter. But 15 · 3/4 is not 12 again, and 16 · 3/4 is.",
        24: "That is for a rate of 0.5.",
        0: "It would be 0 had it been dropped. This one stays.",
    },
    otherwise="With a rate of 0.25 three quarters stay. By which number must they be multiplied so "
    "that the sum is the same on average?",
)

predict_neighbors = Question(
    "predict_neighbors",
    answer="a",
    says={
        "a": "In a photograph neighbors are nearly alike, so the mean of those that stay says what "
        "the missing one was. Dropping single pixels takes hardly anything away.",
        "b": "Half of the numbers are gone, but what they said is not: their neighbors say the "
        "same.",
        "c": "That would be so if each pixel were drawn on its own. Look at a photograph.",
    },
)

predict_decayed_weight = Question(
    "predict_decayed_weight",
    answer=3.8,
    says={
        3.8: "The slope of the penalty is lam · w = 0.4, and half of that is taken off.",
        3.6: "That is without the learning rate: the step is lr · lam · w.",
        4.2: "Downhill is against the slope: the weight becomes smaller.",
        3.95: "That takes 0.05 off, whatever the weight: that is L1.",
        3.9: "That has the 0.5 of the penalty left in the slope: the slope of 0.5 w² is w.",
        3.2: "The slope belongs to 0.5 lam w², so it is lam · w; that took lam · w².",
        0.4: "That is the slope of the penalty. What is the weight after the step?",
        0.2: "That is the step. What is the weight after it?",
    },
    otherwise="The slope of 0.5 · lam · w² is lam · w. The step is lr times the slope, downhill.",
)

predict_stop_epoch = Question(
    "predict_stop_epoch",
    answer=6,
    says={
        6: "The best is at epoch 3. Epochs 4, 5 and 6 bring nothing better, and that makes three. "
        "The 0.5 of epoch 7 is never seen.",
        3: "That is the best epoch. Training goes on until three have brought nothing better.",
        7: "There it would have been better, but by then three epochs in a row had not been.",
        5: "Epochs 4 and 5 are two. The patience is three.",
        4: "Two epochs were worse, 2 and 4, but not in a row: epoch 3 was a new best.",
        2: "One epoch was worse. The patience is three.",
    },
    otherwise="Find the lowest so far, and count the epochs after it that bring nothing lower.",
)

predict_training_loss = Question(
    "predict_training_loss",
    answer="b",
    says={
        "a": "It can no longer learn the wrong labels by heart, and they are in the training loss.",
        "b": "They make it harder to learn by heart, so the training loss rises. What it loses are "
        "the wrong labels, so the validation loss falls.",
        "c": "That is what a bug, or far too much of them, would do.",
        "d": "They do make training slower. But these runs end where the bare network has long "
        "begun to learn mistakes by heart.",
    },
)
