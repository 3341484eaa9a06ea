"""Unit 00: cases, mistakes, hints and questions on images as arrays."""

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import Case, Crash, Exercise, Mistake, Question, numbers

# image_facts


def _photo(rng, *shape, darkest=0):
    """Make a uint8 image whose smallest and largest numbers stand in its second row."""
    image = rng.integers(30, 200, shape).astype(np.uint8)
    image.reshape(shape[0], -1)[1, :2] = darkest, rng.integers(210, 250)
    return image


def _facts_cases(rng, hidden):
    if not hidden:
        gray = np.array([[40, 80, 120], [250, 0, 90]], dtype=np.uint8)
        return [
            Case("a small gray image", img=gray),
            Case("4 rows, 6 columns, 3 channels", img=_photo(rng, 4, 6, 3)),
            Case("a gray image of floats", img=np.array([[0.25, 0.5], [0.75, 0], [0.5, 0.25]])),
            Case("a color image of floats", img=numbers(rng, 3, 2, 3)),
            Case("a gray image 3 pixels wide", img=_photo(rng, 4, 3)),
            Case("one channel with an axis of its own", img=_photo(rng, 3, 5, 1, darkest=9)),
        ]
    return [
        Case("a gray image", img=_photo(rng, 5, 7)),
        Case("a gray image of floats", img=numbers(rng, 6, 4) / 4),
        Case("a gray image 3 pixels wide", img=_photo(rng, 6, 3)),
        Case("a color image", img=_photo(rng, 7, 5, 3)),
        Case("a color image", img=_photo(rng, 3, 8, 3, darkest=7)),
        Case("4 channels", img=_photo(rng, 5, 6, 4)),
        Case("one channel with an axis of its own", img=_photo(rng, 4, 2, 1)),
        Case("a gray image of 1 pixel", img=rng.integers(130, 250, (1, 1)).astype(np.uint8)),
        Case("a color image of 1 pixel", img=rng.permutation(200)[:3].reshape(1, 1, 3) / 200),
        Case("a float32 image", img=numbers(rng, 5, 4, 3).astype(np.float32)),
        Case("a uint16 image", img=rng.integers(300, 5000, (4, 5, 3)).astype(np.uint16)),
    ]


def _facts_with(change, gray=None):
    """Make mistaken facts: `change` maps an image to what is told wrongly of it."""

    def facts_wrongly(img):
        wrong = gray(img) if gray and img.ndim == 2 else change(img)
        return layers.image_facts(img) | wrong

    return facts_wrongly


def _nothing(img):
    return {}


def _crash(img):
    raise Crash


def _exchanged(img):
    height, width = img.shape[:2]
    return {"height": width, "width": height}


def _read_channels_first(img):
    channels, height, width = img.shape
    return {"channels": channels, "height": height, "width": width}


def _range_of(part):
    """Tell of a part of an image, or of what became of its numbers, in place of the image."""

    def told(img):
        numbers_seen = part(img)
        return {"min": numbers_seen.min().item(), "max": numbers_seen.max().item()}

    return told


def _range_by_negatives(img):
    return {"min": (-((-img).max())).item(), "max": (-((-img).min())).item()}


def _first_and_last(img):
    """Tell what a loop finds that compares by `pixel - best > 0` and `pixel - best < 0`."""
    return {"min": img.ravel()[0].item(), "max": img.ravel()[-1].item()}


def _of_kind(kind, told):
    """Make facts that are mistaken for images of one kind of dtype only."""
    return _facts_with(lambda img: told(img) if np.issubdtype(img.dtype, kind) else {})


image_facts = Exercise(
    answer=layers.image_facts,
    cases=_facts_cases,
    mistakes=(
        Mistake(
            "hw-swapped",
            "height and width are exchanged: `img.shape` counts the rows first, and the number of "
            "rows is the height",
            _facts_with(_exchanged),
            _facts_with(_exchanged, gray=_nothing),
            _facts_with(_exchanged, gray=_crash),
        ),
        Mistake(
            "gray-crash",
            "a gray image is asked for a third axis: its shape is (H, W), and it has 1 channel",
            _facts_with(_nothing, gray=_crash),
        ),
        Mistake(
            "channels-first-read",
            "the shape is read as (C, H, W): here the channels stand last",
            _facts_with(_read_channels_first, gray=_nothing),
            _facts_with(_read_channels_first, gray=_crash),
            _facts_with(lambda img: {"channels": img.shape[0]}, gray=_nothing),
        ),
        Mistake(
            "min-max-of-first-row",
            "`img[0]` is searched for the smallest and the largest number: that is the first row, "
            "not the image",
            _facts_with(_range_of(lambda img: img[0])),
        ),
        Mistake(
            "uint8-wraps",
            "the numbers go round on the way to `min` and `max`: 8 bits hold 256 values, and "
            "arithmetic that leaves them begins again at the other end",
            _of_kind(np.unsignedinteger, _range_by_negatives),
            _of_kind(np.unsignedinteger, _range_of(lambda img: img.ravel()[-1])),
            _of_kind(np.unsignedinteger, _first_and_last),
            _of_kind(np.uint8, _range_of(lambda img: img.astype(np.int8))),
            _facts_with(_range_of(lambda img: img.astype(np.int64).astype(np.int8))),
            _facts_with(_range_of(lambda img: img.astype(np.int64).astype(np.uint8))),
        ),
    ),
    hints=(
        "Everything is in the array already: `img.shape`, `img.dtype`, `img.min()`, `img.max()`.",
        "A gray image has the shape (H, W) and a color image (H, W, C): `img.ndim` tells them "
        "apart.",
        "`img.shape[0]` is the height and `img.shape[1]` the width. `img.shape[2]` is the number "
        "of channels if `img.ndim` is 3; otherwise the number is 1.",
    ),
    success="Multiply height, width and channels and you have the cost: a color photograph of 12 "
    "megapixels is 36 million numbers, 36 MB as uint8 and 288 MB as float64.",
)

# nchw_to_nhwc and nhwc_to_nchw

_TO_LAST, _TO_FIRST = (0, 2, 3, 1), (0, 3, 1, 2)


def _labeled(shape, image, row, column):
    """Make black NHWC images of `shape` in which one pixel is 10, 20, 30."""
    images = np.zeros(shape, dtype=int)
    images[image, row, column] = 10, 20, 30
    return images


def _images(rng, hidden):
    """Make labels and NHWC images, for both directions."""
    if not hidden:
        return [
            ("one labeled pixel", _labeled((1, 2, 2, 3), 0, 0, 1)),
            ("one labeled pixel in a batch of 2", _labeled((2, 2, 4, 3), 1, 1, 2)),
            ("a batch with 2 channels", numbers(rng, 2, 3, 2, 2)),
            ("all four sizes differ", numbers(rng, 2, 3, 4, 5)),
            ("all four sizes are 2", numbers(rng, 2, 2, 2, 2)),
            ("uint8 images", rng.integers(0, 256, (3, 4, 2, 3)).astype(np.uint8)),
        ]
    return [
        ("all four sizes differ", numbers(rng, 2, 5, 4, 3)),
        ("all four sizes differ", numbers(rng, 3, 2, 6, 4)),
        ("all four sizes differ", numbers(rng, 5, 6, 3, 2)),
        ("square images", numbers(rng, 2, 4, 4, 3)),
        ("all four sizes are 3", numbers(rng, 3, 3, 3, 3)),
        ("a batch of 1", numbers(rng, 1, 4, 3, 2)),
        ("1 channel", numbers(rng, 3, 2, 4, 1)),
        ("1 row", numbers(rng, 2, 1, 5, 3)),
        ("uint8 images", rng.integers(0, 256, (4, 3, 5, 3)).astype(np.uint8)),
        ("float32 images", numbers(rng, 2, 3, 5, 4).astype(np.float32)),
    ]


def _layout_cases(stored, other):
    """Make the cases of one direction.

    Parameters
    ----------
    stored : tuple of int
        The permutation that makes an input of NHWC images.
    other : tuple of int
        The permutation of the other direction.
    """

    def cases(rng, hidden):
        return [
            *(
                Case(label, x=np.ascontiguousarray(images.transpose(stored)))
                for label, images in _images(rng, hidden)
            ),
            # A view, as a transpose makes it: in memory its numbers lie in the result's order.
            Case("a round trip", x=numbers(rng, 2, 3, 5, 4).transpose(other)),
        ]

    return cases


_THREE_AXES = (
    "axes don't match array",
    "too many values to unpack (expected 3",
)
"""What Python and NumPy say to a batch that is taken for one image."""


def _forgotten_batch(right, forgets_batch):
    """Recognize that axis 0 is dropped, moved, or not there for the function at all."""

    def shows(case, answer):
        if answer.raised:
            return any(words in answer.raised.message for words in _THREE_AXES)
        x = case.inputs["x"]
        moved = x.transpose(right)
        first_filled = np.zeros_like(moved)
        first_filled[0] = moved[0]
        wrong = (moved[0], moved[-1], moved[:1], moved[-1:], first_filled)
        return any(np.array_equal(answer.value, w) for w in (*wrong, x.transpose(forgets_batch)))

    return shows


def _layout_mistakes(right, other, channels, forgets_batch):
    """Make the mistakes of one direction.

    Parameters
    ----------
    right, other : tuple of int
        The permutation of this direction and that of the other one.
    channels : int
        The axis of the channels in the result.
    forgets_batch : tuple of int
        What becomes of this direction if the first three axes are taken for those of an image.
    """
    rows_and_columns = [axis for axis in (1, 2, 3) if axis != channels]
    return (
        Mistake(
            "reshape-not-transpose",
            "`reshape` is used: it keeps the numbers in their order and only cuts them into other "
            "rows, so the colors of different pixels get mixed; `transpose` moves the axes",
            lambda x: x.reshape([x.shape[axis] for axis in right]),
        ),
        Mistake(
            "swaps-h-w",
            "height and width change places too: the image is mirrored at its diagonal",
            lambda x: x.transpose(right).swapaxes(*rows_and_columns),
        ),
        Mistake(
            "same-permutation-both-ways",
            f"the axes are permuted by {other}, which is the other direction: this one needs its "
            "inverse",
            lambda x: x.transpose(other),
        ),
        Mistake(
            "reverses-rgb",
            "the channels come out in reverse order, blue first",
            lambda x: np.flip(x.transpose(right), channels),
        ),
        Mistake(
            "drops-batch",
            "the batch is left out: axis 0 counts the images, and all of them stay in their places",
            shows=_forgotten_batch(right, forgets_batch),
        ),
    )


nchw_to_nhwc = Exercise(
    answer=layers.nchw_to_nhwc,
    cases=_layout_cases(stored=_TO_FIRST, other=_TO_FIRST),
    mistakes=_layout_mistakes(_TO_LAST, _TO_FIRST, channels=3, forgets_batch=(1, 2, 3, 0)),
    hints=(
        "No number changes and none gets lost: the axes only change their order. NumPy has a "
        "function that does just that.",
        "(N, C, H, W) becomes (N, H, W, C): axis 0 stays, axis 1 goes to the end.",
        "`out[n, i, j, c] = x[n, c, i, j]`. For `np.transpose`, say for each axis of the result "
        "which axis of `x` it was: N was 0, H was 2, W was 3, C was 1.",
    ),
    success="`np.transpose` copies nothing, however large the batch: its result is a view, another "
    "way to walk through the same memory.",
    keeps_dtype=True,
    may_view=True,
)

nhwc_to_nchw = Exercise(
    answer=layers.nhwc_to_nchw,
    cases=_layout_cases(stored=(0, 1, 2, 3), other=_TO_LAST),
    mistakes=_layout_mistakes(_TO_FIRST, _TO_LAST, channels=1, forgets_batch=(3, 0, 1, 2)),
    hints=(
        "This is the way back: put the two functions behind each other, and nothing may change.",
        "(N, H, W, C) becomes (N, C, H, W): axis 0 stays, the last axis goes to place 1.",
        "`out[n, c, i, j] = x[n, i, j, c]`. For `np.transpose`, say for each axis of the result "
        "which axis of `x` it was: N was 0, C was 3, H was 1, W was 2.",
    ),
    success="One permutation undoes the other: `np.argsort((0, 2, 3, 1))` is (0, 3, 1, 2), and "
    "that works for any permutation.",
    keeps_dtype=True,
    may_view=True,
)

# to_unit_range


def _unit_range_cases(rng, hidden):
    def bytes_from(low, high, *shape):
        return rng.integers(low, high, shape).astype(np.uint8)

    if not hidden:
        return [
            Case("black, gray, white", img=np.array([[0, 128, 255]], dtype=np.uint8)),
            Case("a gray image", img=bytes_from(20, 240, 2, 3)),
            Case("a color image", img=bytes_from(0, 256, 2, 3, 3)),
            Case("a nearly black image", img=np.array([[0, 1], [1, 0]], dtype=np.uint8)),
            Case("floats from 0 to 1", img=np.array([[0.0, 0.25], [0.5, 1.0]])),
            Case("floats up to 200", img=np.array([[20.0, 50.5], [200.0, 100.0]])),
            Case("floats below 0", img=numbers(rng, 2, 4)),
        ]
    return [
        Case("255 everywhere", img=np.full((3, 4), 255, dtype=np.uint8)),
        Case("0 everywhere", img=np.zeros((2, 3, 3), dtype=np.uint8)),
        Case("one gray everywhere", img=np.full((4, 2, 3), rng.integers(60, 200), dtype=np.uint8)),
        Case("a gray image", img=bytes_from(20, 240, 5, 4)),
        Case("a color image", img=bytes_from(0, 256, 4, 6, 3)),
        Case("a batch of images", img=bytes_from(10, 250, 2, 3, 4, 3)),
        Case("a nearly black image", img=bytes_from(0, 2, 3, 4)),
        Case("floats from 0 to 1", img=rng.integers(0, 17, (3, 5)) / 16),
        Case("floats up to 255", img=rng.integers(2, 256, (4, 3, 3)) / 1.0),
        Case("floats below 0", img=numbers(rng, 3, 4, 3)),
        Case("float32 up to 255", img=rng.integers(2, 256, (4, 3)).astype(np.float32)),
    ]


def _same(img):
    return img


def _scaled(of_bytes, of_floats=_same):
    """Make a mistaken scaling from what is done to uint8 images and to floats."""

    def scale_wrongly(img):
        return of_bytes(img) if img.dtype == np.uint8 else of_floats(img)

    return scale_wrongly


def _by_255(img):
    return img / 255


def _by_255_if_large(img):
    return img / 255 if img.max() > 1 else img


def _by_own_range(img):
    low, high = float(img.min()), float(img.max())
    return (img - low) / np.float64(high - low)


def _by_own_range_if_any(img):
    return np.zeros(img.shape) if img.min() == img.max() else _by_own_range(img)


def _by_own_largest(img):
    return img / img.max()


def _by_channel_range(img):
    low, high = img.min(axis=(0, 1)), img.max(axis=(0, 1))
    return (img - low) / (high - low)


_OWN_RANGES = (_by_own_range, _by_own_range_if_any, _by_own_largest, _by_channel_range)

to_unit_range = Exercise(
    answer=layers.to_unit_range,
    cases=_unit_range_cases,
    mistakes=(
        Mistake(
            "integer-division",
            "what follows the point is cut off: every pixel below 255 becomes 0",
            _scaled(lambda img: img // 255),
            _scaled(lambda img: img // 255, lambda img: img // 255),
            _scaled(lambda img: img // 255, _by_255),
            _scaled(lambda img: img // 255, lambda img: np.trunc(img / 255)),
            _scaled(lambda img: img // 255, np.trunc),
        ),
        Mistake(
            "uint8-overflow",
            "the numbers go round before they are divided: arithmetic between uint8 and whole "
            "numbers stays in uint8, so divide first, or make floats first",
            _scaled(lambda img: (img + 1) / 256),
            *(_scaled(lambda img, k=k: (img * k) / (255 * k)) for k in (2, 3, 4, 10, 100, 255)),
            _scaled(lambda img: (img * 100 // 255) / 100),
            _scaled(lambda img: (img - 128) / 255 + 128 / 255),
            _scaled(lambda img: (img - 128) / 255 + 0.5),
            _scaled(lambda img: img.astype(np.int8) / 255),
            _scaled(_by_255, lambda img: img.astype(np.int64).astype(np.uint8) / 255),
        ),
        Mistake(
            "per-image-minmax",
            "each image is scaled by its own smallest and largest number: 255 is white in every "
            "image, and a dark image stays dark",
            *map(_scaled, _OWN_RANGES),
            *(_scaled(scale, scale) for scale in _OWN_RANGES),
        ),
        Mistake(
            "float-divided-again",
            "floats are divided as well: someone has chosen their range already, so they come back "
            "as they are",
            _scaled(_by_255, _by_255),
            _scaled(_by_255, _by_255_if_large),
            _scaled(_by_255_if_large, _by_255_if_large),
        ),
        Mistake(
            "divides-by-256",
            "256 divides: the largest uint8 is 255, and white should become 1",
            _scaled(lambda img: img / 256),
            _scaled(lambda img: img / 256, lambda img: img / 256),
        ),
    ),
    hints=(
        "The dtype says what a number means: in uint8, 255 is white. Floats already have the range "
        "that someone gave them.",
        "The result has the shape of `img`. `img.dtype == np.uint8` tells the two kinds apart.",
        "`out[i, j] = img[i, j] / 255` for uint8, with `/` and not `//`, as `/` gives floats; "
        "`out = img` for floats.",
    ),
    success="A network takes any numbers: one that learned from 0 to 1 and is shown 0 to 255 "
    "answers without a complaint, and wrongly. Unit 10 has such a script to repair.",
    may_view=True,
)

# Questions

predict_green = Question(
    "predict_green",
    answer="b",
    says={
        "a": "That is the pixel at row 300, column 90. Column first is how a point (x, y) is "
        "written; an array counts the row first.",
        "b": "Row, column, channel: the order of the shape. Red is channel 0, green is channel 1.",
        "c": "Row and column are right. Channel 2 is blue: counting begins at 0, with red.",
        "d": "That reads the shape as (C, H, W), channels first. Other libraries do; this course "
        "and Keras put the channels last.",
    },
)

predict_reshape = Question(
    "predict_reshape",
    answer="c",
    says={
        "a": "That is what `transpose` gives. `reshape` gives the right shape too, and it does not "
        "move a single number.",
        "b": "That is `transpose` with height and width exchanged. `reshape` moves no number; it "
        "only cuts the row of numbers in memory at other places.",
        "c": "The numbers stay in their order, R G B R G B ..., and the first third of them is the "
        "top third of the photograph, all colors mixed. The shape is right, so nothing complains.",
        "d": "The number of numbers is the same, 3 H W, and that is all that `reshape` asks for. "
        "An error would be kinder: the shape is right and the picture is not.",
    },
)

predict_place = Question(
    "predict_place",
    answer=7,
    says={
        7: "All 6 red numbers come first, at 0 to 5. Green begins at 6; column 1 is one further.",
        4: "That is its place in NHWC, where the green lies beside the red of the same pixel.",
        1: "That is the red of this pixel. The green lies a whole channel further on: 6 numbers.",
        6: "Green begins there, with the pixel in column 0. Yours is one further.",
        8: "That is the pixel in column 2: columns count from 0.",
        13: "That is its blue, two whole channels after the red.",
        5: "That is its blue in NHWC. In NCHW the 6 red numbers come first.",
        10: "That is row 1, column 1: the rows count from 0.",
    },
    otherwise="Write the 18 numbers in a row: all 6 red ones, then the 6 green ones, then the 6 "
    "blue ones, each color row by row. Count from 0.",
)

predict_brighter = Question(
    "predict_brighter",
    answer="d",
    says={
        "a": "That is what a photographer would do. NumPy does it only if asked: "
        "`np.clip` on a wider type.",
        "b": "A uint8 has no room for 310: it holds 0 to 255. NumPy would have to change the type, "
        "and between uint8 and a whole number it does not.",
        "c": "NumPy does not look: an error at each overflow would cost a test at each pixel.",
        "d": "250 + 60 = 310, and 310 - 256 = 54: counting begins again at 0. No warning is given.",
    },
)
