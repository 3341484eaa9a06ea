"""Unit 20: cases, mistakes, hints and questions of clips: time, and what a split pretends."""

import collections
import math

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import (
    READY_MADE,
    Case,
    Crash,
    Exercise,
    Mistake,
    Question,
    Refusal,
    Seeded,
    numbers,
)
from cnnbasics.exercises.model_card import model_card

# temporal_difference


def _difference_cases(rng, hidden):
    def case(label, *shape, change=lambda clip: clip):
        return Case(label, clip=change(numbers(rng, *shape)))

    def pixels(label, *shape):
        return Case(label, clip=_pixels(rng, *shape))

    if not hidden:
        by_hand = np.array([[[5, 1, 1], [1, 1, 1]], [[1, 5, 1], [1, 1, 1]], [[1, 1, 1], [1, 1, 5]]])
        return [
            Case("by hand: a bright pixel moves", clip=by_hand[..., np.newaxis]),
            case("two frames", 2, 2, 3, 1),
            case("a gray clip", 4, 3, 2, 1),
            case("a color clip", 3, 2, 4, 3),
            case("as many channels as frames", 4, 3, 2, 4),
            pixels("pixels of one byte", 3, 2, 3, 1),
            pixels("pixels of one byte, in color", 4, 3, 2, 3),
            Case("pixels of two bytes", clip=300 * _pixels(rng, 3, 2, 2, 1).astype(np.uint16) // 2),
            Case("any fractions", clip=rng.normal(0, 3, (3, 2, 3, 1))),
        ]
    return [
        case("two frames", 2, 4, 3, 2),
        case("a gray clip", 6, 5, 4, 1),
        case("a color clip", 5, 4, 6, 3),
        case("a long clip", 12, 2, 3, 2),
        case("as many rows as frames", 4, 4, 5, 2),
        case("as many channels as frames", 3, 5, 4, 3),
        case("whole numbers", 4, 3, 5, 2, change=lambda clip: (4 * clip).astype(int)),
        case("float32", 5, 3, 4, 2, change=lambda clip: clip.astype(np.float32)),
        pixels("pixels of one byte", 5, 4, 3, 1),
        pixels("pixels of one byte, in color", 3, 4, 5, 3),
        pixels("two frames of pixels of one byte", 2, 5, 4, 2),
        Case("pixels of two bytes", clip=250 * _pixels(rng, 4, 3, 5, 2).astype(np.uint16)),
        Case("any fractions", clip=rng.normal(0, 3, (4, 5, 3, 2))),
    ]


def _pixels(rng, *shape):
    """Draw bytes that go up and down in time, by a lot."""
    high = (np.arange(shape[0]) % 2).reshape(-1, 1, 1, 1) ^ rng.integers(0, 2, shape)
    return (high * 150 + rng.integers(1, 100, shape)).astype(np.uint8)


def _difference_by(change):
    return lambda clip: change(layers.temporal_difference(clip))


def _of_floats(change):
    return lambda clip: change(clip.astype(float))


def _wraps(clip):
    if clip.dtype.kind != "u":
        return layers.temporal_difference(clip)
    return clip[1:] - clip[:-1]


_BACKWARD = "the later frame is taken off the earlier one: a pixel that becomes brighter is above 0"
_LOST_SIGN = "the sign is lost: up or down is half of what a difference says, so it is kept"

temporal_difference = Exercise(
    answer=layers.temporal_difference,
    cases=_difference_cases,
    mistakes=(
        Mistake(
            "time-as-channel",
            "time is taken for the last axis, where the channels are: in a clip, time comes first",
            _of_floats(lambda clip: np.diff(clip, axis=-1)),
            _difference_by(lambda out: np.moveaxis(out, 0, -1)),
            _difference_by(lambda out: np.moveaxis(out[..., 0], 0, -1)),
            _difference_by(lambda out: np.moveaxis(out, 0, 2).reshape(*out.shape[1:3], -1)),
            _difference_by(lambda out: np.moveaxis(out, 0, 3).reshape(*out.shape[1:3], -1)),
        ),
        Mistake(
            "off-by-one",
            "the frames are off by one: T frames have T - 1 steps in time, each of one frame",
            _of_floats(lambda clip: clip[2:] - clip[:-2]),
            _difference_by(lambda out: out[:-1]),
            _difference_by(lambda out: out[1:]),
        ),
        Mistake(
            "keeps-length",
            "the result has a frame for each of the clip: between T frames there are T - 1 steps",
            _difference_by(lambda out: np.concatenate([np.zeros_like(out[:1]), out])),
            _difference_by(lambda out: np.concatenate([out, np.zeros_like(out[:1])])),
            _of_floats(lambda clip: np.concatenate([clip[:1], clip[1:] - clip[:-1]])),
            _of_floats(lambda clip: clip - np.roll(clip, 1, axis=0)),
            _of_floats(lambda clip: np.roll(clip, -1, axis=0) - clip),
        ),
        Mistake("backward", _BACKWARD, _difference_by(np.negative)),
        Mistake(
            "absolute",
            _LOST_SIGN,
            _difference_by(np.abs),
            _difference_by(lambda out: np.maximum(out, 0)),
            _difference_by(np.square),
        ),
        Mistake(
            "uint8-wraps",
            "bytes are subtracted from bytes: below 0 they begin again at 255. Make floats first",
            _wraps,
        ),
        Mistake(
            "from-the-first",
            "each frame is compared with the first one: compare it with the one just before",
            _of_floats(lambda clip: clip[1:] - clip[0]),
        ),
        Mistake(
            "along-space",
            "neighbors in the picture are subtracted: that finds edges. Take neighbors in time",
            _of_floats(lambda clip: np.diff(clip, axis=1)),
            _of_floats(lambda clip: np.diff(clip, axis=2)),
        ),
    ),
    hints=(
        "What stands still cancels. Take the clip without its first frame, and the clip without "
        "its last one: they fit on each other, one frame apart.",
        "(T, H, W, C) goes in, (T - 1, H, W, C) comes out, of floats: bytes have nothing below 0.",
        "`clip = clip.astype(float)`, then result[t] = clip[t + 1] - clip[t].",
    ),
    success="It is a convolution in time, with the kernel -1, 1: a layer that sees two frames can "
    "learn it. And what stands still, such as a wall behind the scene, is gone.",
)

# conv3d_output_shape


def _shape_cases(rng, hidden):
    def case(label, shape, filters, kernel, **more):
        return Case(label, input_shape=shape, filters=filters, kernel=kernel, **more)

    if not hidden:
        return [
            case("by hand", (6, 24, 24, 1), 16, 3),
            case("a kernel of its own length in time", (8, 11, 14, 3), 5, (2, 3, 5)),
            case("a stride", (9, 12, 17, 2), 4, (3, 2, 4), stride=2),
            case("a stride that does not divide", (10, 13, 9, 2), 7, (3, 4, 2), stride=(2, 3, 4)),
            case("zeros on each side", (7, 9, 10, 3), 6, (4, 3, 5), stride=1, padding=2),
            case("zeros in time too", (5, 8, 11, 1), 4, (3, 5, 2), stride=2, padding=(1, 2, 0)),
            case('"same"', (6, 9, 11, 2), 8, (3, 5, 2), stride=1, padding="same"),
            case('"same" with a stride', (7, 10, 9, 3), 5, 3, stride=(2, 3, 2), padding="same"),
            case(
                '"same" with a stride',
                (7, 13, 9, 2),
                6,
                (2, 4, 3),
                stride=(1, 2, 2),
                padding="same",
            ),
            case(
                '"same" and a kernel longer than the clip',
                (3, 9, 8, 1),
                4,
                (5, 3, 9),
                padding="same",
            ),
            case("a kernel longer than the clip", (3, 9, 8, 1), 4, (4, 3, 3)),
            case("a kernel wider than the frames", (6, 9, 4, 2), 4, (3, 3, 7), stride=2, padding=1),
        ]

    def whole(low, high):
        return int(rng.integers(low, high))

    def drawn(label, padding=None, strides=(1, 5)):
        kernel = tuple(rng.permutation([2, 3, 5]).tolist())
        stride = tuple(whole(*strides) for _ in range(3))
        shape = (whole(7, 20), whole(21, 33), whole(34, 48), whole(2, 5))
        more = {} if padding is None else {"padding": padding}
        return case(label, shape, whole(6, 40), kernel, stride=stride, **more)

    def pads():
        return tuple(rng.permutation([1, 2, 4]).tolist())

    drawn_cases = [
        *(drawn("drawn: no padding") for _ in range(8)),
        *(drawn("drawn: zeros on each side", pads()) for _ in range(8)),
        *(drawn("drawn: as many zeros everywhere", whole(1, 5)) for _ in range(4)),
        *(drawn('drawn: "same"', "same") for _ in range(8)),
        *(drawn('drawn: "valid"', "valid", strides=(2, 6)) for _ in range(4)),
    ]
    t = whole(4, 8)
    return [
        *drawn_cases,
        case("one number for the kernel", (t, 9, 11, 2), 7, 3, stride=(1, 2, 3)),
        case('"same" for even kernels', (t, 9, 14, 2), 7, (2, 4, 6), stride=1, padding="same"),
        case('"same" for even kernels', (t + 3, 8, 9, 3), 5, (4, 2, 2), stride=1, padding="same"),
        case('"same" and a kernel longer than the clip', (t, 19, 8, 3), 7, (t + 2, 3, 4),
             stride=(2, 3, 1), padding="same"),
        case('"same" and a kernel wider than the frames', (t, 19, 8, 3), 7, (3, 2, 11),
             stride=(1, 2, 3), padding="same"),
        case("one number for all", (t + 9, 16, 13, 2), 5, 4, stride=3, padding=1),
        case("a kernel as long as the clip", (t, 9, 8, 2), 6, (t, 3, 2)),
        case("a kernel longer than the clip, not than the padded one", (t, 9, 8, 2), 6,
             (t + 2, 3, 2), stride=1, padding=(1, 0, 1)),
        case("a kernel longer than the clip", (t, 19, 18, 3), 6, (t + 1, 3, 2)),
        case("a kernel taller than the frames", (t, 5, 18, 3), 6, (2, 8, 3), stride=2, padding=1),
        case("a kernel wider than the frames", (t, 15, 5, 3), 6, (2, 3, 6), stride=(1, 2, 2)),
    ]  # fmt: skip


def _right_size(n, k, s, total):
    return (n + total - k) // s + 1


def _shape_by(size, result=lambda out, shape, filters: (*out, filters), order=(0, 1, 2)):
    """Make a mistaken shape in three spellings, by whether they refuse sizes below 1.

    One always does, one never, and one does except for "same".

    `size(axis, n, k, s, total, same)` says how long the result is in one direction, where `total`
    is what is added in all; None stands for the right size.
    """

    def spelled(refuses, same_too=True):
        def shape(input_shape, filters, kernel, stride=1, padding="valid"):
            layers.conv3d_output_shape(input_shape, filters, kernel, stride, padding)
            same = padding == "same"
            pads = 0 if isinstance(padding, str) else padding
            out = []
            for axis, (n, k, s, pad) in enumerate(
                zip(
                    input_shape,
                    np.broadcast_to(kernel, 3)[list(order)].tolist(),
                    np.broadcast_to(stride, 3)[list(order)].tolist(),
                    np.broadcast_to(pads, 3)[list(order)].tolist(),
                    strict=False,
                )
            ):
                total = sum(layers.same_padding(n, k, s)) if same else 2 * pad
                length = size(axis, n, k, s, total, same)
                out.append(_right_size(n, k, s, total) if length is None else length)
            if refuses and (same_too or not same) and min(out) < 1:
                raise Crash
            return result(tuple(out), input_shape, filters)

        return shape

    return spelled(True), spelled(False), spelled(True, same_too=False)


def _only(condition, wrong):
    """Make a size that is wrong where the condition holds."""
    return lambda *given: wrong(*given) if condition(*given) else None


def _same(axis, n, k, s, total, same):
    return same


def _added(axis, n, k, s, total, same):
    return not same


def _in_time(axis, n, k, s, total, same):
    return axis == 0


def _always(*given):
    return True


def _as_it_is(*given):
    return None


def _fits_anything(least):
    """Give a shape for a kernel that does not fit, too, with no size below the least."""

    def shape(input_shape, filters, kernel, stride=1, padding="valid"):
        if padding == "same":
            return layers.conv3d_output_shape(input_shape, filters, kernel, stride, padding)
        triples = (np.broadcast_to(v, 3).tolist() for v in (kernel, stride, _pads_of(padding)))
        sizes = zip(input_shape, *triples, strict=False)
        return (*(max(_right_size(n, k, s, 2 * pad), least) for n, k, s, pad in sizes), filters)

    return shape


def _pads_of(padding):
    return 0 if isinstance(padding, str) else padding


def _is_float_shape(case, answer):
    """Recognize the right sizes as floats, also before they are rounded down."""
    right = layers.conv3d_output_shape(**case.inputs)
    values = answer.value
    if not isinstance(values, tuple | list) or len(values) != len(right):
        return False
    if not any(isinstance(value, float | np.floating) for value in values):
        return False
    return all(math.floor(got) == one for got, one in zip(values, right, strict=True))


conv3d_output_shape = Exercise(
    answer=layers.conv3d_output_shape,
    cases=_shape_cases,
    mistakes=(
        Mistake(
            "time-as-channel",
            "time is treated as channels are, which the kernel does not slide over: in a 3-D "
            "convolution it moves in time as it does down and across",
            *_shape_by(_as_it_is, lambda out, shape, filters: (*out[1:], filters)),
            *_shape_by(_as_it_is, lambda out, shape, filters: (1, *out[1:], filters)),
            *_shape_by(_as_it_is, lambda out, shape, filters: (*out[1:], out[0] * filters)),
            *_shape_by(_as_it_is, lambda out, shape, filters: (*out[1:], out[0], filters)),
            *_shape_by(_only(_in_time, lambda axis, n, *_: n)),
        ),
        Mistake(
            "off-by-one",
            "the first place of the kernel is not counted: there is one place more than steps",
            *_shape_by(lambda axis, n, k, s, total, same: (n + total - k) // s),
            *_shape_by(_only(_added, lambda axis, n, k, s, total, same: (n + total - k) // s)),
            *_shape_by(_only(_in_time, lambda axis, n, k, s, total, same: (n + total - k) // s)),
            *_shape_by(
                lambda axis, n, k, s, total, same: None if axis or same else (n + total - k) // s
            ),
        ),
        Mistake(
            "padding-in-time-ignored",
            "the padding is counted down and across, but not in time: there it comes before the "
            "first frame and after the last",
            *_shape_by(_only(_in_time, lambda axis, n, k, s, *_: _right_size(n, k, s, 0))),
            *_shape_by(
                lambda axis, n, k, s, total, same: (
                    _right_size(n, k, s, 0) if axis == 0 and not same else None
                )
            ),
        ),
        Mistake(
            "stride-in-time-ignored",
            "the stride is used down and across, but not in time",
            *_shape_by(
                lambda axis, n, k, s, total, same: (
                    None if axis else n if same else _right_size(n, k, 1, total)
                )
            ),
        ),
        Mistake(
            "ignores-padding",
            "the padding is left out",
            *_shape_by(lambda axis, n, k, s, *_: _right_size(n, k, s, 0)),
            *_shape_by(_only(_added, lambda axis, n, k, s, *_: _right_size(n, k, s, 0))),
        ),
        Mistake(
            "pad-counted-once",
            "the padding is added once: it is added on each side, so twice",
            *_shape_by(
                _only(_added, lambda axis, n, k, s, total, _: _right_size(n, k, s, total // 2))
            ),
        ),
        Mistake(
            "wrong-same",
            '`"same"` gives as many places as steps of the stride begin in the clip: n / stride, '
            "rounded up",
            *_shape_by(_only(_same, lambda axis, n, *_: n)),
            *_shape_by(_only(_same, lambda axis, n, k, s, *_: n // s)),
            *_shape_by(_only(_same, lambda axis, n, k, s, *_: _right_size(n, k, s, 0))),
            *_shape_by(_only(_same, lambda axis, n, k, s, *_: _right_size(n, k, s, 2 * (k // 2)))),
        ),
        Mistake(
            "ceil",
            "the division is rounded up: that counts a kernel that hangs over the border",
            *_shape_by(
                _only(_added, lambda axis, n, k, s, total, same: -((k - n - total) // s) + 1)
            ),
        ),
        Mistake(
            "keeps-input-channels",
            "the channels of the clip come out: each filter looks at all of them and gives one map",
            *_shape_by(_as_it_is, lambda out, shape, filters: (*out, shape[3])),
            *_shape_by(_as_it_is, lambda out, shape, filters: (*out, shape[3] * filters)),
        ),
        Mistake(
            "time-last",
            "time is read as the last of three: kernel, stride and padding begin with time, as the "
            "clip does",
            *_shape_by(_as_it_is, order=(2, 0, 1)),
        ),
        Mistake(
            "fits-anything",
            "a kernel that is longer than the padded clip gets a shape, too: raise a `ValueError`",
            _fits_anything(-math.inf),
            _fits_anything(0),
            _fits_anything(1),
        ),
        Mistake(
            "returns-float",
            "`/` divides: it gives a float, and a size is an int, as `//` gives",
            shows=_is_float_shape,
        ),
    ),
    hints=(
        "It is the size of unit 01, three times: in time, down and across, each with its own "
        "kernel length, stride and padding. The filters are the channels of the result.",
        "Make three numbers of `kernel`, `stride` and `padding` where there is one. Time comes "
        "first in all of them, and in the result: (T', H', W', filters).",
        '(n + 2 * pad - k) // s + 1 for each; pad is 0 for "valid". For "same" it is -(-n // s), '
        "n / s rounded up. If k > n + 2 * pad, raise ValueError.",
    ),
    success="A kernel in time sees what moves: two layers of length 3 see five frames, by the rule "
    "of unit 02. Ten layers see 21, not a second of film; hence strides and pooling in time.",
    integers=True,
)

# clip_prediction


def _clip_cases(rng, hidden):
    def case(label, n, t, k, kind=float):
        return Case(label, frame_probs=_frame_probs(rng, n, t, k).astype(kind))

    ties = np.array([[[0.25, 0.5, 0.25], [0.25, 0.25, 0.5]], [[0.5, 0.125, 0.375], [0, 0.5, 0.5]]])
    if not hidden:
        by_hand = [[[0.6, 0.3, 0.1], [0.5, 0.4, 0.1], [0.0, 0.9, 0.1]]]
        return [
            Case("by hand: two frames against one that is sure", frame_probs=np.array(by_hand)),
            case("three frames", 5, 3, 4),
            case("as many frames as classes", 6, 4, 4),
            case("many frames", 4, 9, 3),
            case("eight directions", 8, 5, 8),
            case("one frame", 4, 1, 5),
            Case("means that differ by little", frame_probs=_frame_probs(rng, 6, 3, 4, True)),
            Case("equal means", frame_probs=ties),
        ]
    return [
        case("three frames", 12, 3, 4),
        case("four frames", 12, 4, 3),
        case("five frames, eight classes", 16, 5, 8),
        case("as many clips, frames and classes", 5, 5, 5),
        case("as many clips as frames", 6, 6, 9),
        case("many frames", 12, 12, 4),
        case("one clip", 1, 7, 6),
        case("one frame", 6, 1, 5),
        case("two classes", 14, 5, 2),
        case("float32", 12, 5, 6, np.float32),
        Case("means that differ by little", frame_probs=_frame_probs(rng, 8, 4, 3, True)),
        Case("equal means", frame_probs=np.tile(ties[:, ::-1], (2, 1, 1))),
    ]


def _frame_probs(rng, n, t, k, close=False):
    """Draw probabilities, some of them sure; if `close`, the later of two near means is larger."""
    low, high = (0.0005, 0.004) if close else (0.01, 1)
    clips = []
    while len(clips) < n:
        probs = rng.dirichlet(np.full(k, 0.4), (200, t))
        order = probs.mean(axis=1).argsort(axis=1)
        means = np.sort(probs.mean(axis=1), axis=1)
        lead = means[:, -1] - means[:, -2]
        fits = (low < lead) & (lead <= high)
        if close:
            fits &= order[:, -1] > order[:, -2]
        clips += list(probs[fits])
    return np.array(clips[:n])


def _labels(frame_probs):
    return frame_probs.argmax(axis=2)


def _votes(frame_probs):
    k = frame_probs.shape[2]
    return np.array([np.bincount(row, minlength=k).argmax() for row in _labels(frame_probs)])


def _first_votes(frame_probs):
    rows = _labels(frame_probs).tolist()
    return np.array([collections.Counter(row).most_common(1)[0][0] for row in rows])


def _last_votes(frame_probs):
    k = frame_probs.shape[2]
    counts = np.array([np.bincount(row, minlength=k) for row in _labels(frame_probs)])
    return k - 1 - counts[:, ::-1].argmax(axis=1)


_VOTE = (
    "each frame is made a class before the mean is taken: a frame that hesitates then counts as "
    "much as one that is sure. First the mean of the probabilities, then the class"
)

clip_prediction = Exercise(
    answer=layers.clip_prediction,
    cases=_clip_cases,
    mistakes=(
        Mistake(
            "argmax-before-mean",
            _VOTE,
            _votes,
            _first_votes,
            _last_votes,
            lambda frame_probs: np.round(_labels(frame_probs).mean(axis=1)).astype(int),
            lambda frame_probs: _labels(frame_probs).mean(axis=1).astype(int),
            lambda frame_probs: _labels(frame_probs).mean(axis=1),
            lambda frame_probs: np.median(_labels(frame_probs), axis=1).astype(int),
            lambda frame_probs: np.median(_labels(frame_probs), axis=1),
        ),
        Mistake(
            "surest-frame",
            "the one frame that is surest decides: the mean asks all of them",
            lambda frame_probs: frame_probs.max(axis=1).argmax(axis=1),
            lambda frame_probs: np.array(
                [clip[clip.max(axis=1).argmax()].argmax() for clip in frame_probs]
            ),
        ),
        Mistake(
            "one-frame-only",
            "one frame decides for the whole clip: take the mean over all of them",
            lambda frame_probs: frame_probs[:, 0].argmax(axis=1),
            lambda frame_probs: frame_probs[:, -1].argmax(axis=1),
            lambda frame_probs: frame_probs[:, frame_probs.shape[1] // 2].argmax(axis=1),
        ),
        Mistake(
            "multiplies",
            "the probabilities are multiplied, which one frame with a 0 ends: take their mean",
            lambda frame_probs: frame_probs.prod(axis=1).argmax(axis=1),
        ),
        Mistake(
            "mixes-clips",
            "the mean is taken over the clips: each clip has its own answer",
            lambda frame_probs: frame_probs.mean(axis=0).argmax(axis=1),
            lambda frame_probs: frame_probs.mean(axis=(0, 1)).argmax(),
            lambda frame_probs: frame_probs.mean(axis=1).argmax(),
            lambda frame_probs: frame_probs.mean(axis=1).argmax(axis=0),
        ),
        Mistake(
            "every-frame",
            "each frame gets a class: a clip gets one",
            _labels,
        ),
        Mistake(
            "returns-probabilities",
            "probabilities come out: the answer is the number of a class",
            lambda frame_probs: frame_probs.mean(axis=1),
            lambda frame_probs: frame_probs.mean(axis=1).max(axis=1),
        ),
    ),
    hints=(
        "Every frame gives its opinion, the sure ones loudly. Put the opinions together first, and "
        "decide once.",
        "(N, T, K) goes in. The mean over the frames is (N, K), and the class of each clip (N,).",
        "`frame_probs.mean(axis=1).argmax(axis=1)`.",
    ),
    success="Noise that differs from frame to frame averages out: that is why a pooled answer is "
    "right more often than any of its frames. An error that all frames share stays.",
    integers=True,
)

# video_split


def _split_cases(rng, hidden):
    def case(label, lengths, clip_len, step, frac):
        # At least one clip ends with its video, which tells who counts one too few.
        lengths[0] = clip_len + step * ((max(lengths) - clip_len) // step)
        seed = int(rng.integers(1, 10_000))
        return Case(
            label,
            lengths=rng.permutation(lengths),
            clip_len=clip_len,
            step=step,
            frac=frac,
            rng=Seeded(seed),
        )

    def several(videos, low, high):
        return rng.integers(low, high, videos).tolist()

    if not hidden:
        return [
            case("eight videos of one length", [12] * 8, 4, 2, 0.25),
            case("several lengths", several(10, 14, 30), 5, 3, 0.3),
            case("a share that does not come out even", several(11, 15, 28), 4, 3, 0.25),
            case("clips that do not overlap", several(12, 20, 41), 4, 4, 0.5),
            case("every frame begins a clip", several(9, 12, 20), 6, 1, 0.4),
            case("frames between the clips", several(14, 30, 50), 3, 5, 0.3),
            case("forty videos", several(40, 12, 20), 6, 2, 0.25),
            case("sixty videos", several(60, 9, 15), 3, 2, 0.2),
        ]
    return [
        case("videos of one length", [int(rng.integers(16, 24))] * 12, 6, 3, 0.25),
        case("several lengths", several(13, 18, 40), 7, 2, 0.3),
        case("a share that does not come out even", several(17, 18, 34), 5, 3, 1 / 3),
        case("clips that do not overlap", several(16, 24, 49), 6, 6, 0.5),
        case("every frame begins a clip", several(11, 14, 24), 8, 1, 0.4),
        case("frames between the clips", several(15, 30, 60), 4, 6, 0.3),
        case("forty videos", several(40, 14, 24), 6, 4, 0.25),
        case("fifty videos", several(50, 12, 20), 5, 3, 0.3),
    ]


def _split_as_data(result, inputs):
    """Say which clips came, and whether the generator was used."""
    rng = inputs["rng"]
    fresh = np.random.default_rng(rng.seed)
    used = rng.bit_generator.state != fresh.bit_generator.state
    return {"parts": result, "used": bool(used)}


def _clips_in(part):
    """Return the clips of a part as pairs of ints; None if it has another form."""
    array = np.asarray(part)
    if array.ndim != 2 or array.shape[1] != 2 or array.dtype.kind not in "iu":
        return None
    return [tuple(row) for row in array.tolist()]


def _cut(lengths, clip_len, step, over=0):
    """Cut videos into clips; `over` lets them begin later, or end them earlier."""
    return {
        (video, start)
        for video, length in enumerate(np.asarray(lengths).tolist())
        for start in range(0, length - clip_len + 1 + over, step)
    }


def _wrong_in_split(case, value):
    """Return the mistake in a split, and why it is one."""
    lengths, clip_len, step = (case.inputs[name] for name in ("lengths", "clip_len", "step"))
    parts = value.get("parts") if isinstance(value, dict) else None
    if not isinstance(parts, tuple | list) or len(parts) != 2:
        return "", "It should return two arrays, the clips to train on and those held out."
    train, held = map(_clips_in, parts)
    if train is None or held is None:
        return "", "Each part should be an array of ints, (clips, 2): video and first frame."
    wanted = _cut(lengths, clip_len, step)
    if {(video, start) for start, video in (*train, *held)} == wanted != {*train, *held}:
        return "", "The first frame stands first: a row is the video, then its first frame."
    if len(set(train)) < len(train) or len(set(held)) < len(held):
        return "clip-twice", "A clip stands in one part more than once."
    if both := len(set(train) & set(held)):
        return "overlap", f"{both} clips are in both parts: what was trained on is tested."
    of_train, of_held = ({video for video, _ in part} for part in (train, held))
    if torn := len(of_train & of_held):
        return "frames-across-splits", (
            f"{torn} of {len(lengths)} videos have clips in both parts: their frames are nearly "
            "the same, so the test asks what training has shown."
        )
    return (
        _wrong_clips({*train, *held}, lengths, clip_len, step)
        or _wrong_share(of_train, of_held, len(lengths), case.inputs["frac"])
        or _wrong_chance(of_held, lengths, value.get("used") is True)
    )


def _wrong_clips(clips, lengths, clip_len, step):
    wanted = _cut(lengths, clip_len, step)
    if clips == wanted:
        return None
    lost, extra = len(wanted - clips), len(clips - wanted)
    why = f"Of {len(wanted)} clips {lost} are missing, and {extra} are there that should not be."
    if clips == _cut(lengths, clip_len, step, over=-1):
        return "off-by-one", f"{why} The clips that end with the last frame of a video are lost."
    if clips in (_cut(lengths, clip_len, 1), _cut(lengths, clip_len, clip_len)):
        return "step-ignored", f"{why} They do not begin `step` = {step} frames apart."
    ends = {(video, start) for video, start in clips if start + clip_len > lengths[video]}
    if ends and clips - ends == wanted:
        return "runs-over-the-end", f"{why} {len(ends)} clips go on after their video has ended."
    seen = {video for video, _ in clips}
    if clips == {(video, start) for video, start in wanted if video in seen}:
        gone = len(lengths) - len(seen)
        return "drops-remainder", f"{gone} of {len(lengths)} videos are in neither part."
    return "", why


def _wrong_share(of_train, of_held, videos, frac):
    if abs(len(of_held) - frac * videos) < 1 - 1e-9:
        return None
    why = f"Of {videos} videos, {len(of_held)} are held out; a share of {frac:.3g} is asked for."
    return "parts-swapped" if abs(len(of_train) - frac * videos) < 1 else "", why


def _wrong_chance(of_held, lengths, used):
    videos = len(lengths)
    numbers_held = sorted(of_held)
    in_order = np.ptp(numbers_held) == len(numbers_held) - 1 and (
        numbers_held[0] == 0 or numbers_held[-1] == videos - 1
    )
    telling = math.comb(videos, len(numbers_held)) > 10**6
    if in_order and (telling or not used):
        id = "no-shuffle" if telling else "either"
        return id, "The first or the last videos are held out, in the order in which they came."
    if not used:
        return "global-rng", "It does not draw from `rng`, so nobody can repeat the split."
    return _wrong_choice(numbers_held, lengths) if telling else None


def _wrong_choice(numbers_held, lengths):
    """Say what rule the choice follows, where chance would not happen upon it in 100,000 draws."""
    held = np.isin(np.arange(len(lengths)), numbers_held)
    inside, outside = np.asarray(lengths)[held], np.asarray(lengths)[~held]
    if inside.min() >= outside.max() or inside.max() <= outside.min():
        return "", "The longest or the shortest videos are held out: which ones should be drawn."
    steps = np.diff(numbers_held)
    wide = steps.sum() > len(lengths) - 2 * len(lengths) / len(numbers_held)
    if np.ptp(steps) <= 1 and wide:
        return "", "Every so many videos one is held out: which ones should be drawn at random."
    return None


def _refuse_split(case, value):
    found = _wrong_in_split(case, value)
    return Refusal(found[1]) if found else None


def _split_shows(*ids):
    def shows(case, answer):
        if answer.raised:
            return False
        found = _wrong_in_split(case, answer.value)
        return found is not None and found[0] in ids

    return shows


video_split = Exercise(
    answer=layers.video_split,
    cases=_split_cases,
    mistakes=(
        Mistake(
            "frames-across-splits",
            "clips of one video are in both parts: the network is tested on videos that it knows. "
            "Draw videos, not clips",
            shows=_split_shows("frames-across-splits"),
        ),
        Mistake(
            "off-by-one",
            "the last clip of a video is lost: a clip may begin at length - clip_len, too",
            shows=_split_shows("off-by-one"),
        ),
        Mistake(
            "runs-over-the-end",
            "clips begin so late that they go on after their video has ended",
            shows=_split_shows("runs-over-the-end"),
        ),
        Mistake(
            "step-ignored",
            "the clips of a video do not begin `step` frames apart",
            shows=_split_shows("step-ignored"),
        ),
        Mistake(
            "overlap",
            "clips that are held out are trained on, too",
            shows=_split_shows("overlap"),
        ),
        Mistake(
            "clip-twice",
            "a clip comes twice in one part: draw videos without putting them back",
            shows=_split_shows("clip-twice"),
        ),
        Mistake(
            "drops-remainder",
            "both numbers of videos are rounded down: what is left over is in neither part",
            shows=_split_shows("drops-remainder"),
        ),
        Mistake(
            "no-shuffle",
            "the videos are divided in the order in which they came: neighbors in a list are often "
            "of one day and one camera",
            shows=_split_shows("no-shuffle", "either"),
        ),
        Mistake(
            "global-rng",
            "chance comes from elsewhere and not from `rng`",
            shows=_split_shows("global-rng", "either"),
        ),
        Mistake(
            "parts-swapped",
            "the share is kept for training and the rest is held out",
            shows=_split_shows("parts-swapped"),
        ),
    ),
    hints=(
        "Two steps that do not mix: draw which videos are held out; then cut every video into its "
        "clips, and put all of them where the video is.",
        "Each clip is a row (video, first frame). About frac times the number of *videos* are "
        "held out; how many clips that is depends on how long they are.",
        "`chosen = rng.permutation(len(lengths))[: round(frac * len(lengths))]`; the clips of "
        "video v begin at `range(0, lengths[v] - clip_len + 1, step)`.",
    ),
    success="UCF101 comes with lists for its splits, as several of its clips were cut from one "
    "video: with a split of your own by clip, figures are higher and worth less.",
    forbidden=(*READY_MADE, "sklearn"),
    observe=_split_as_data,
    refuses=_refuse_split,
)

# clips_card

clips_card = model_card(
    layers.clips_card,
    "Whoever reads it now knows what the network never saw: a clip in which nothing moves. That "
    "sentence will save somebody a bad day.",
)

# Questions

predict_one_frame = Question(
    "predict_one_frame",
    answer="a",
    says={
        "a": "A digit in the middle of a frame may have come from anywhere. All that is left is to "
        "guess among eight, and that is right one time in eight.",
        "b": "That would need a frame to say something about the way, such as which half of the "
        "ways are possible. A still digit leaves all eight open.",
        "c": "A network that scores this here has found a clue that is not motion. There is one "
        "only if the clips were made, or split, carelessly: section 6.",
        "d": "To be wrong that often it would have to know the right answers, and avoid them.",
    },
)

predict_change = Question(
    "predict_change",
    answer=-4,
    says={
        -4: "1 - 5: the bright pixel has left, so the number is below 0.",
        4: "That is the earlier minus the later, 5 - 1. What went away is below 0.",
        252: "That is what bytes make of 1 - 5: below 0 they begin again at 255. The sign is lost.",
        0: "Where nothing changes it is 0. Here a pixel became dark.",
        1: "That is the pixel in the later frame. By how much has it changed?",
        6: "That is the sum of the two frames.",
    },
    otherwise="The later frame minus the earlier: 1 - 5.",
)

predict_shuffled_frames = Question(
    "predict_shuffled_frames",
    answer="b",
    says={
        "a": "The same pictures are there, but each stands where another was in training. The "
        "network has a weight for frame 0, another for frame 1, and so on.",
        "b": "What it uses is the order. Without it the pictures still tell the line along which "
        "the digit moved, a little better than nothing; hardly which way along it.",
        "c": "For that it would have to see the opposite direction. Frames in reverse do that; a "
        "random order does not.",
    },
)

predict_conv3d_params = Question(
    "predict_conv3d_params",
    answer=608,
    says={
        608: "Each filter has 3 · 5 · 5 weights for the one channel, and a bias: 8 · 76.",
        600: "The weights are counted, 8 · 75. Each filter also has one bias.",
        208: "That is a 2-D kernel, 8 · (5 · 5 + 1). This one is three frames long.",
        3608: "That gives each filter a weight for each of the six frames and three in time. The "
        "kernel slides over time: the same three slices see all frames.",
        1208: "That gives each filter a slice for each of the six frames. The kernel is three "
        "frames long, and slides.",
        76: "That is one filter. There are eight.",
    },
    otherwise="Weights of one filter: length in time · height · width · channels. Add a bias, and "
    "multiply by the number of filters.",
)

predict_pooled = Question(
    "predict_pooled",
    answer=1,
    says={
        1: "The means are 0.37, 0.53 and 0.10. Two frames lean a little to class 0; the third is "
        "quite sure that it is not.",
        0: "That is how two of three frames vote. But their 0.6 and 0.5 hesitate, and the third "
        "says 0.0: the mean of class 0 is 0.37.",
        2: "Class 2 gets 0.1 from each frame: its mean is 0.10, the smallest.",
    },
    otherwise="Take the mean of each column, then the number of the largest: 0, 1 or 2.",
)

predict_leak = Question(
    "predict_leak",
    answer="c",
    says={
        "a": "So it should be, as one frame says nothing about a direction. But look at what the "
        "frames of one video have in common.",
        "b": "It learns more than that by heart, and what it has by heart is nearly what it is "
        "asked.",
        "c": "Each test clip has brothers among the training clips: the same wall, the same digit, "
        "a frame further. The network knows the wall, and which direction went with it.",
    },
)

predict_standing = Question(
    "predict_standing",
    answer="c",
    says={
        "a": "A softmax has no answer `none`: the eight probabilities always sum to 1, and "
        "training has only rewarded sure answers.",
        "b": "That would be sensible. But a network that never saw a digit at rest was never told "
        "to hesitate there.",
        "c": "Its eight answers share one whole, and something always comes out ahead. It had no "
        "reason to learn doubt: in training every clip moved.",
    },
)

predict_wagon_wheel = Question(
    "predict_wagon_wheel",
    answer="b",
    says={
        "a": "Between two frames lies nothing that anyone has seen. 22 to the right and 2 to the "
        "left give the same frames, to the last pixel.",
        "b": "24 - 22 = 2: on a canvas of 24 that wraps around, the frames are those of a digit "
        "that goes 2 to the left. The wheels of a coach in a film turn backward for this reason.",
        "c": "It has nothing to hesitate about: these are exactly the frames of a slow digit, of "
        "which it has learned hundreds.",
    },
)
