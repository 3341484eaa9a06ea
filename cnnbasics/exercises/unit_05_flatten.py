"""Unit 05: cases, mistakes, hints and questions on the way from maps to a vector."""

import math
import re

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import Case, Exercise, Mistake, Question, numbers
from cnnbasics.checking.window import Window

# flatten

_BY_HAND = np.array([[[[1, 10], [2, 20], [3, 30]], [[4, 40], [5, 50], [6, 60]]]])
"""Two maps of 2x3, as the unit walks through them by hand."""


def _flatten_cases(rng, hidden):
    def case(label, *shape, change=lambda x: x):
        return Case(label, x=change(numbers(rng, *shape)))

    def integers(low, high, dtype, *shape):
        return rng.integers(low, high, shape).astype(dtype)

    def turned(x):
        """Return the same numbers, walked through in another order in memory."""
        return np.ascontiguousarray(x.transpose(0, 3, 1, 2)).transpose(0, 2, 3, 1)

    if not hidden:
        return [
            Case("the maps done by hand", x=_BY_HAND),
            case("two images", 2, 2, 3, 2),
            case("two images of other sizes", 2, 3, 1, 3),
            case("three images", 3, 2, 3, 3),
            case("two images, one channel", 2, 3, 5, 1),
            case("made by turning channels-first maps", 2, 2, 3, 5, change=turned),
            case("columns first in memory", 2, 2, 3, 2, change=np.asfortranarray),
            case("columns first in memory", 3, 3, 2, 2, change=np.asfortranarray),
            Case("bytes", x=integers(0, 256, np.uint8, 2, 3, 3, 2)),
        ]
    return [
        case("several images", 3, 4, 5, 2),
        case("several images", 2, 3, 7, 3),
        case("several images", 5, 5, 2, 3),
        case("one image", 1, 5, 3, 3),
        case("one image, one channel", 1, 5, 4, 1),
        case("one row", 3, 1, 7, 2),
        case("one column", 3, 5, 1, 4),
        case("one pixel", 4, 1, 1, 5),
        case("many channels", 2, 2, 3, 11),
        case("made by turning channels-first maps", 2, 5, 2, 7, change=turned),
        case("made by turning channels-first maps", 3, 3, 5, 2, change=turned),
        case("columns first in memory", 2, 5, 3, 2, change=np.asfortranarray),
        case("columns first in memory", 3, 2, 5, 3, change=np.asfortranarray),
        case("every second column of an image", 2, 3, 10, 2, change=lambda x: x[:, :, ::2]),
        case("a mirrored image", 2, 3, 5, 3, change=lambda x: x[:, :, ::-1]),
        Case("a photograph", x=integers(0, 256, np.uint8, 2, 5, 7, 3)),
        Case("integers", x=integers(-50, 51, np.int64, 3, 2, 7, 2)),
        Case("float32", x=numbers(rng, 2, 4, 5, 2).astype(np.float32)),
    ]


def _ordered(*axes):
    """Make a mistaken flatten that walks through the axes of the batch in another order."""
    return lambda x: x.transpose(0, *axes).reshape(len(x), -1)


def _size_is_fixed(case, answer):
    """Recognize sizes that are typed in: an error, or a shape that is not made of those of `x`."""
    x = case.inputs["x"]
    n, h, w, c = x.shape
    forgetful = {c, h * w, h * c, w * c}  # sizes of `x` after all, but not all of them
    if answer.raised:
        if answer.raised.type == "IndexError":
            return "out of bounds" in answer.raised.message
        fits = re.search(r"into shape \(([^)]*)\)", answer.raised.message)
        sizes = [int(size) for size in re.findall(r"\d+", fits[1])] if fits else []
        return bool(sizes) and sizes[-1] not in forgetful
    value = answer.value
    if not isinstance(value, np.ndarray) or value.ndim != 2:
        return False
    if value.size == x.size:
        right = (n, h * w * c)
        made_of_x = {right, right[::-1], (1, x.size), (x.size, 1), (n * h, w * c), (n * h * w, c)}
        # One image alone can look like anything; the other cases tell.
        made_of_x = made_of_x if n > 1 else {right}
        return value.shape not in made_of_x and np.array_equal(value.ravel(), x.ravel())
    return len(value) == n and value.shape[1] not in forgetful


def _flat_window(inputs, index):
    x = inputs["x"]
    n, place = index
    _, w, c = x.shape[1:]
    pixel, channel = divmod(place, c)
    i, j = divmod(pixel, w)
    where = f"row {i}, column {j}, all channels"
    if len(x) > 1:
        where = f"image {n}, {where}"
    says = f"Channel {channel} of them lands at ({i} * {w} + {j}) * {c} + {channel} = {place}."
    return Window(where, x[n, i, j], np.ones(c), says=says)


flatten = Exercise(
    answer=layers.flatten,
    cases=_flatten_cases,
    mistakes=(
        Mistake(
            "flattens-batch",
            "the images are joined to one vector: each image keeps a row of its own",
            lambda x: x.reshape(-1),
            lambda x: x.reshape(1, -1),
            lambda x: x.reshape(-1, 1),
            lambda x: x.ravel(order="F"),
        ),
        Mistake(
            "fortran-order",
            "the numbers are read in another order, the first axis fastest: the channel runs "
            "fastest, then the column, then the row, however the array lies in memory",
            lambda x: x.reshape(len(x), -1, order="F"),
            lambda x: x.ravel(order="F").reshape(len(x), -1),
            lambda x: x.reshape(len(x), -1, order="A"),
            lambda x: x.ravel(order="K").reshape(len(x), -1),
            lambda x: x.ravel(order="A").reshape(len(x), -1),
            lambda x: np.stack([image.ravel(order="K") for image in x]),
        ),
        Mistake(
            "channel-first-order",
            "one whole map comes after the other: in Keras' order the channels of one pixel stand "
            "side by side",
            _ordered(3, 1, 2),
        ),
        Mistake(
            "hard-coded-size",
            "a size is typed in where it should be read from `x.shape`",
            shows=_size_is_fixed,
        ),
        Mistake(
            "transposed-result",
            "the result is turned: a row for each image, (N, H * W * C)",
            lambda x: x.reshape(len(x), -1).T,
            lambda x: x.reshape(-1, len(x)),
            lambda x: x.T.reshape(-1, len(x)),
        ),
    ),
    hints=(
        "No number changes and none gets lost: four axes become two. Which axis stays?",
        "(N, H, W, C) becomes (N, H * W * C). Read the sizes from `x.shape`.",
        "`out[n, (i * W + j) * C + c] = x[n, i, j, c]`. `reshape` walks in just that order if it "
        "is told nothing else.",
    ),
    success="It has no weights and no arithmetic, and costs nothing: NumPy does not even copy the "
    "numbers. The bill comes with the next layer.",
    keeps_dtype=True,
    may_view=True,
    window=_flat_window,
)

# flattened_features


def _conv(filters, k, stride=1, padding="valid"):
    return ("conv", filters, k, stride, padding)


_LESSON = [_conv(32, 3), ("pool", 2, 2), _conv(64, 3), ("pool", 2, 2)]


def _feature_cases(rng, hidden):
    def case(label, shape, *network):
        return Case(label, input_shape=shape, layers=list(network))

    if not hidden:
        return [
            case("one convolution", (9, 7, 3), _conv(5, 3, 2, "same")),
            case("one pooling that does not divide", (9, 12, 4), ("pool", 2, 2)),
            case("one pooling that overlaps", (8, 10, 3), ("pool", 3, 2)),
            case("no layer at all", (8, 6, 3)),
            case("a stride that does not divide", (10, 9, 2), _conv(4, 3, 2)),
            case("two convolutions", (10, 8, 3), _conv(4, 3), _conv(7, 3, 1, "same")),
            case("the course's own network", (64, 64, 3), *_LESSON),
            case("LeNet-5", (32, 32, 1), _conv(6, 5), ("pool", 2, 2), _conv(16, 5), ("pool", 2, 2)),
            case(
                "strides in place of pooling",
                (28, 37, 3),
                _conv(8, 3, 2, "same"),
                _conv(12, 4, 2, "same"),
                _conv(20, 3, 2),
            ),
        ]
    cases = [
        case("an image as it is", (11, 6, 5)),
        case("poolings alone", (23, 30, 6), ("pool", 2, 2), ("pool", 3, 2)),
        case("a pooling with a gap", (22, 15, 5), ("pool", 2, 3), _conv(3, 3, 1, "same")),
        case("a pooling that overlaps", (21, 16, 5), ("pool", 3, 1), ("pool", 4, 3)),
        case("a kernel of even size", (14, 19, 3), _conv(6, 4, 1, "same"), _conv(8, 2, 3, "same")),
        case("a large stride", (40, 33, 3), _conv(9, 3, 4, "same"), ("pool", 2, 1)),
        case(
            "a convolution last, with a row left over", (30, 29, 3), ("pool", 2, 2), _conv(11, 3, 2)
        ),
        case("fewer channels at the end", (20, 24, 8), _conv(5, 3, 1, "same"), _conv(2, 1)),
    ]
    for _ in range(14):
        shape = (int(rng.integers(60, 91)), int(rng.integers(60, 91)), int(rng.integers(2, 7)))
        network = []
        for place in range(int(rng.integers(2, 5))):
            k = int(rng.integers(2, 6))
            if place % 2 == 1 or rng.random() < 0.2:
                network.append(("pool", k, int(rng.integers(1, 4))))
            else:
                padding = "same" if rng.random() < 0.6 else "valid"
                filters = int(rng.integers(2, 40))
                network.append(_conv(filters, k, int(rng.integers(1, 3)), padding))
        if min(_mapped(shape, network, sizes={"same": _valid})[:2]) >= 1:
            cases.append(case("a random network", shape, *network))
    return cases


def _valid(n, k, stride):
    return (n - k) // stride + 1


def _same(n, k, stride):
    return -(-n // stride)


def _hanging(n, k, stride):
    return math.ceil((n - k) / stride) + 1


def _rounded(n, k, stride):
    return round((n - k) / stride) + 1


def _mapped(shape, network, sizes=None, channels=None):
    """Follow the shape of the maps through a network, in a mistaken way if that is said.

    `sizes` gives the size along an axis by "pool", "valid" or "same"; `channels` gives the channels
    behind a layer.
    """
    sizes = {"pool": _valid, "valid": _valid, "same": _same} | (sizes or {})
    h, w, c = shape
    for layer in network:
        kind, *_ = layer
        k, stride = layer[2:4] if kind == "conv" else layer[1:3]
        size = sizes[layer[4] if kind == "conv" else "pool"]
        h, w = size(h, k, stride), size(w, k, stride)
        if channels is not None:
            c = channels(kind, c, layer)
        elif kind == "conv":
            c = layer[1]
    return h, w, c


def _features(count=math.prod, **rules):
    """Make a mistaken count from mistaken rules, or from a mistaken last step."""

    def features(input_shape, layers):
        return count(_mapped(input_shape, layers, **rules))

    return features


def _behind_pool(change):
    """Change the channels at each pooling by `change(c, k, stride)`."""
    return lambda kind, c, layer: layer[1] if kind == "conv" else change(c, *layer[1:])


def _input_channels(input_shape, layers):
    h, w, _ = _mapped(input_shape, layers)
    return h * w * input_shape[2]


def _features_window(inputs, index):
    shape, network = inputs["input_shape"], inputs["layers"]
    walk = [_mapped(shape, network[:number]) for number in range(len(network) + 1)]
    steps = " -> ".join("x".join(map(str, sizes)) for sizes in walk)
    product = " * ".join(map(str, walk[-1]))
    says = f"The maps, layer by layer: {steps}. Then {product} = {math.prod(walk[-1])}."
    return Window("", np.array(walk[-1]), np.ones(3), says=says)


flattened_features = Exercise(
    answer=layers.flattened_features,
    cases=_feature_cases,
    mistakes=(
        Mistake(
            "forgets-channels",
            "the pixels of one map are counted: a flatten takes all maps",
            _features(count=lambda shape: shape[0] * shape[1]),
        ),
        Mistake(
            "ceil",
            "a size is rounded up: where a window does not fit any more, there is none",
            _features(sizes={"pool": _hanging}),
            _features(sizes={"pool": _same}),
            _features(sizes={"pool": _same, "valid": _same}),
            _features(sizes={"pool": _hanging, "valid": _hanging}),
            _features(sizes={"valid": _hanging}),
            _features(sizes={"pool": _rounded}),
            _features(sizes={"pool": _rounded, "valid": _rounded}),
            _features(sizes={"pool": _hanging, "valid": _hanging, "same": _hanging}),
        ),
        Mistake(
            "pool-changes-channels",
            "a pooling changes the number of maps: each map is pooled on its own",
            *(
                _features(channels=_behind_pool(change))
                for change in (
                    lambda c, k, stride: k,
                    lambda c, k, stride: stride,
                    lambda c, k, stride: 1,
                    lambda c, k, stride: c // 2,
                    lambda c, k, stride: -(-c // 2),
                    lambda c, k, stride: -(-c // k),
                    lambda c, k, stride: -(-c // stride),
                    lambda c, k, stride: c * 2,
                    lambda c, k, stride: c // k,
                    lambda c, k, stride: c // stride,
                    lambda c, k, stride: c // (k * k),
                    lambda c, k, stride: max(c // k, 1),
                    lambda c, k, stride: max(c // stride, 1),
                    lambda c, k, stride: (c - k) // stride + 1,
                    lambda c, k, stride: c * k,
                    lambda c, k, stride: c * stride,
                    lambda c, k, stride: c * k * k,
                )
            ),
        ),
        Mistake(
            "same-as-valid",
            'the padding "same" is not applied: with it a map has ceil(n / stride) rows',
            _features(sizes={"same": _valid}),
        ),
        Mistake(
            "keeps-input-channels",
            "the channels of the image are counted: behind a convolution there are as many maps as "
            "it has filters",
            _input_channels,
        ),
    ),
    hints=(
        "Walk through the layers and keep three numbers: height, width, channels. What does each "
        "layer do to them?",
        "A convolution changes all three, a pooling only height and width. At the end, multiply.",
        'A window of k with stride s: (n - k) // s + 1 for a pooling and for "valid", '
        'ceil(n / s), that is -(-n // s), for "same". Behind a convolution c is its filters.',
    ),
    success="Keras does this sum when a model is built: it is why the layer behind a flatten must "
    "know the size of the image, and why a network with one accepts no other size.",
    integers=True,
    window=_features_window,
)

# head_params


def _head_cases(rng, hidden):
    def case(label, h, w, c, classes, kind):
        return Case(label, h=h, w=w, c=c, classes=classes, kind=kind)

    def both(label, *sizes):
        return [case(label, *sizes, kind) for kind in ("flatten", "gap")]

    if not hidden:
        return [
            *both("small maps", 2, 3, 5, 7),
            *both("7x7 maps", 7, 7, 64, 10),
            *both("lying maps", 5, 9, 12, 3),
            *both("1000 classes", 7, 7, 512, 1000),
        ]
    cases = both("a single output", 6, 5, 13, 1)
    for _ in range(10):
        h, w = (2 * int(number) + 1 for number in rng.integers(1, 8, 2))  # no usual batch size
        c, classes = int(rng.integers(33, 60)), int(rng.integers(17, 31))
        cases += both("random sizes", h, w, c, classes)
    return cases


def _head_by(in_flatten=None, in_gap=None):
    """Make a mistaken count from h, w, c and classes: one for each kind, the right one if None."""

    def count(h, w, c, classes, kind):
        mistaken = in_flatten if kind == "flatten" else in_gap
        if mistaken is None:
            return layers.head_params(h, w, c, classes, kind)
        return mistaken(h, w, c, classes)

    return count


def _each_head(count):
    """Make a mistaken count of a layer, `count(inputs, classes)`: in both kinds, or in one."""

    def flat(h, w, c, classes):
        return count(h * w * c, classes)

    def mean(h, w, c, classes):
        return count(c, classes)

    return _head_by(flat, mean), _head_by(in_flatten=flat), _head_by(in_gap=mean)


def _counts_batch(case, answer):
    """Recognize a count that is multiplied by a number that is none of the contract's."""
    h, w, c, classes, kind = case.inputs.values()
    if not isinstance(answer.value, int | float | np.number):
        return False
    weights = (h * w * c if kind == "flatten" else c) * classes
    known = {h, w, h * w, classes}  # what other mistakes multiply by
    times = ((answer.value - classes) / weights, answer.value / (weights + classes))
    return any(m == round(m) and 1 < m <= 4096 and m not in known for m in times)


def _head_window(inputs, index):
    h, w, c, classes, kind = inputs.values()
    reach = h * w * c if kind == "flatten" else c
    says = (
        f"{reach} numbers reach the layer: {reach} * {classes} weights and {classes} biases, "
        f"{(reach + 1) * classes} together."
    )
    return Window("", np.array([reach, classes]), np.ones(2), says=says)


head_params = Exercise(
    answer=layers.head_params,
    cases=_head_cases,
    mistakes=(
        Mistake(
            "gap-keeps-hw",
            "the pixels of the maps are counted behind the global average: it leaves one number of "
            "each map",
            _head_by(in_gap=lambda h, w, c, classes: (h * w * c + 1) * classes),
            _head_by(in_gap=lambda h, w, c, classes: (h * w + 1) * classes),
            _head_by(in_gap=lambda h, w, c, classes: h * w * c * classes),
            _head_by(in_gap=lambda h, w, c, classes: (h * w + c + 1) * classes),
        ),
        Mistake(
            "bias-missing",
            "the biases are left out: each class has one",
            *_each_head(lambda inputs, classes: inputs * classes),
        ),
        Mistake(
            "classes-squared",
            "the classes are counted twice: each has one weight for each input, and one bias",
            *_each_head(lambda inputs, classes: inputs * classes**2 + classes),
            *_each_head(lambda inputs, classes: inputs * classes + classes**2),
            *_each_head(lambda inputs, classes: (inputs + 1) * classes**2),
            *_each_head(lambda inputs, classes: inputs * classes**2),
            *_each_head(lambda inputs, classes: inputs * classes * (classes + 1)),
        ),
        Mistake(
            "batch-included",
            "the images of a batch are counted: the same weights serve for all of them",
            shows=_counts_batch,
        ),
    ),
    hints=(
        "How many numbers reach the last layer? After that it is `dense_params` of unit 02.",
        '"flatten" hands on h * w * c numbers, "gap" hands on c.',
        "inputs * classes weights and classes biases: (inputs + 1) * classes.",
    ),
    success="For VGG-16's last maps, 7x7x512, and 1000 classes it is 25,089,000 or 513,000: a "
    "factor of 49, the pixels of one map.",
    window=_head_window,
)

# Questions


def _place():
    """Answer each place that a student may name with how it comes about."""
    h, w, c = 3, 4, 2
    i, j, channel = 1, 2, 1
    right = (i * w + j) * c + channel
    says = {
        right: f"Before it stand {i} whole row of {w * c} numbers, {j} whole pixels of {c}, and "
        f"channel 0 of its own pixel: {w * c} + {j * c} + 1 = {right}. Counting begins at 0.",
        right + 1: "So it would be if counting began at 1.",
        right - 1: "That is channel 0 of the same pixel. Channel 1 comes right after it.",
        i * w + j: "That counts pixels. Each pixel has two numbers.",
        channel * h * w + i * w + j: "So it would be if one whole map came after the other, as in "
        "PyTorch. Here both channels of a pixel stand side by side.",
        (j * h + i) * c
        + channel: "So it would be if the walk went down the columns. It goes along the rows.",
        i + h * (j + w * channel): "That is the order of Fortran and Matlab, the first axis "
        "fastest. Here the last one is.",
        (i * h + j) * c + channel: "A row is 4 pixels long, not 3: the map is 3 high and 4 wide.",
    }
    return Question(
        "predict_vector_place",
        answer=right,
        says=says,
        otherwise="How many numbers stand before it? First the whole rows, then the whole pixels "
        "of its own row, then the channels of its own pixel.",
    )


predict_vector_place = _place()

predict_shuffled = Question(
    "predict_shuffled",
    answer="b",
    says={
        "a": "Nothing of the kind: distances and sums do not ask in which order their terms come.",
        "b": "A distance is a sum over 64 places, and a sum does not ask for the order of its "
        "terms. As long as every picture is shuffled in the same way, nothing changes at all.",
        "c": "That would need each picture to be shuffled in a way of its own.",
        "d": "It was not easier before either: this classifier never knew which pixels are "
        "neighbors.",
    },
)

predict_moved_vector = Question(
    "predict_moved_vector",
    answer="c",
    says={
        "a": "The pixel has moved, so its numbers land elsewhere.",
        "b": "One pixel is not one number: it has a number in each of the 3 channels.",
        "c": "One column further is one pixel later, and a pixel takes 3 numbers.",
        "d": "That is one row further down: a row has 8 pixels of 3 numbers.",
    },
)

predict_double_sides = Question(
    "predict_double_sides",
    answer="b",
    says={
        "a": "The global average leaves one number of each map, whatever its size.",
        "b": "Twice as high and twice as wide are four times the pixels, and each has weights of "
        "its own behind a flatten. The global average leaves one number of each map.",
        "c": "Twice as high *and* twice as wide: the pixels are four times as many.",
        "d": "A convolution's own weights do not depend on the size of the image. Those behind a "
        "flatten do.",
    },
)
