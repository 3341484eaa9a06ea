"""Unit 02: cases, mistakes and hints of the convolution layer."""

import math

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import (
    Case,
    Crash,
    Exercise,
    Mistake,
    Question,
    distinct,
    numbers,
)
from cnnbasics.checking.window import look
from cnnbasics.exercises.wrong_layers import LAYER_MISTAKES, changed, is_same, silent_if

# Questions, in the order of the notebook

predict_channel_sum = Question(
    "predict_channel_sum",
    answer=3,
    says={
        3: "0 from red, 1 from green, 1 from blue, and the bias of 1, once.",
        2: "The sums of the channels are right; the bias is missing. It is added once.",
        5: "The bias is in there three times. It belongs to the filter, not to a channel.",
        1: "That is one channel's part, and the bias. All three channels are added up.",
        0: "That is what red gives. Green and blue and the bias are added to it.",
        6: "That is the first number again. Move the window one column to the right.",
    },
    otherwise="Take the channels one by one: the window at rows 0 and 1, columns 1 and 2; four "
    "products; their sum. Then add the three sums and the bias.",
)

predict_feature_maps = Question(
    "predict_feature_maps",
    answer="a",
    says={
        "a": "Each filter reaches through all three channels and adds everything up, so it gives "
        "one map: 8 filters, 8 maps. The 3x3 window has 62 places along 64 pixels.",
        "b": "24 would be one map for each pair of a channel and a filter. But a filter adds its "
        "three channels up into one number, so it gives one map.",
        "c": "The 3 belongs to the input. A layer has as many output channels as filters: here 8.",
        "d": "The number of maps is right. But without padding the 3x3 window has only 62 places "
        "along 64 pixels.",
    },
)

predict_same_side = Question(
    "predict_same_side",
    answer="c",
    says={
        "a": "One on each side would be 8 columns, and a window of 3 with stride 2 ends at column "
        "6: the last zero would never be looked at.",
        "b": "One zero is enough, and a program could put it before. TensorFlow puts an odd zero "
        "after.",
        "c": "The output has 6 / 2 = 3 columns. Three windows of 3 at stride 2 cover 7 columns: "
        "one more than there are. An odd zero goes after.",
        "d": "Without a zero the window has 2 places, at columns 0 and 2; `same` asks for "
        "ceil(6 / 2) = 3.",
    },
)

predict_double_image = Question(
    "predict_double_image",
    answer="b",
    says={
        "a": "The weights do not multiply: the same filters slide over the larger image.",
        "b": "The filters are the same, so nothing more is learned. They stand at four times as "
        "many places, and each place costs the same.",
        "c": "Nothing more is learned, right. But four times as many places have to be worked out.",
        "d": "It is the other way round: the filters stay as they are, and the places multiply.",
    },
)

predict_three_layers = Question(
    "predict_three_layers",
    answer="c",
    says={
        "a": "3 is what one layer sees. The second layer looks at 3 numbers, and each of them has "
        "seen 3 pixels of its own.",
        "b": "5 is what two layers see. The third adds one pixel on each side.",
        "c": "3, then 5, then 7: each layer adds k - 1 = 2. Three 3x3 layers see what one 7x7 "
        "layer sees, with 27 weights for each pair of channels in place of 49.",
        "d": "9 would be 3 + 3 + 3. Neighboring windows overlap, so a layer adds only k - 1.",
    },
)

# same_padding

_SAME_TABLE = (
    (5, 3, 1),
    (6, 3, 2),
    (5, 2, 1),
    (7, 4, 2),
    (4, 6, 3),
    (9, 4, 1),
    (6, 2, 3),
    (8, 1, 3),
    (7, 2, 4),
    (5, 5, 2),
    (6, 1, 1),
)


def _same_cases(rng, hidden):
    if not hidden:
        return [Case(f"n={n}, k={k}, stride={s}", n=n, k=k, stride=s) for n, k, s in _SAME_TABLE]
    bounds = ((1, 40), (1, 9), (1, 6))
    cases = []
    for _ in range(60):
        n, k, stride = (int(rng.integers(*pair)) for pair in bounds)
        cases.append(Case("a random size", n=n, k=k, stride=stride))
    for _ in range(6):
        n, k = int(rng.integers(5, 30)), int(rng.integers(1, 4))
        stride = k + int(rng.integers(1, 4))
        cases.append(Case("a stride larger than the window", n=n, k=k, stride=stride))
    return cases


def _total(n, k, stride):
    return sum(layers.same_padding(n, k, stride))


def _negative_total(split):
    def padding(n, k, stride):
        return split((-(-n // stride) - 1) * stride + k - n)

    return padding


def _total_by(total):
    """Make a mistaken padding from a mistaken number of zeros, split as it should be."""

    def padding(n, k, stride):
        zeros = max(total(n, k, stride), 0)
        return zeros // 2, zeros - zeros // 2

    return padding


same_padding = Exercise(
    answer=layers.same_padding,
    cases=_same_cases,
    mistakes=(
        Mistake(
            "symmetric-always",
            "both sides get the same number of zeros: an odd zero goes after",
            lambda n, k, stride: (_total(n, k, stride) // 2,) * 2,
            lambda n, k, stride: (math.ceil(_total(n, k, stride) / 2),) * 2,
            lambda n, k, stride: (_total(n, k, stride) / 2,) * 2,
        ),
        Mistake(
            "extra-goes-before",
            "the odd zero goes before: TensorFlow puts it after",
            lambda n, k, stride: layers.same_padding(n, k, stride)[::-1],
        ),
        Mistake(
            "ignores-stride",
            "the stride is left out: k - 1 zeros are what stride 1 needs",
            _total_by(lambda n, k, s: k - 1),
            _total_by(lambda n, k, s: (-(-n // s) - 1) + k - n),
        ),
        Mistake(
            "negative-total",
            "the number of zeros is not kept from going below 0, where the windows leave pixels "
            "out",
            _negative_total(lambda total: (total // 2, total - total // 2)),
            _negative_total(lambda total: (int(total / 2), total - int(total / 2))),
            _negative_total(lambda total: (abs(total) // 2, abs(total) - abs(total) // 2)),
            _negative_total(lambda total: (total // 2, max(total - total // 2, 0))),
        ),
        Mistake(
            "floor-out",
            "the size of the output is rounded down: `same` rounds n / stride up",
            _total_by(lambda n, k, s: (n // s - 1) * s + k - n),
            _total_by(lambda n, k, s: (max(n // s, 1) - 1) * s + k - n),
            _total_by(lambda n, k, s: (n - k) // s * s + k - n),
        ),
        Mistake(
            "half-k-minus-1",
            "each side gets half a kernel, whatever n and the stride are: that keeps the size for "
            "an odd kernel at stride 1 only",
            lambda n, k, stride: ((k - 1) // 2,) * 2,
            lambda n, k, stride: ((k - 1) / 2,) * 2,
            lambda n, k, stride: (k // 2,) * 2,
        ),
    ),
    hints=(
        "First ask how long the output is, then how many pixels that many windows cover, then how "
        "many of those are missing.",
        "All of these are ints. `out` windows of length k at this stride cover (out - 1) * "
        "stride + k pixels; n are there. The missing ones, never fewer than 0, are split in two.",
        "out = -(-n // stride) rounds up. total = max((out - 1) * stride + k - n, 0); before = "
        "total // 2; after is the rest.",
    ),
    success="At stride 1 this is k - 1 zeros, whatever n is; at a larger stride it depends on n, "
    "so the same layer pads a 6-pixel and a 7-pixel image differently.",
)

# conv2d_forward

# The notebook works these out by hand: 3 rows, 4 columns, 3 channels, and a kernel of 2x2.
_HAND_IMAGE = np.array(
    [
        [[1.0, 0.0, 2.0, 1.0], [0.0, 1.0, 1.0, 3.0], [2.0, 1.0, 0.0, 1.0]],
        [[0.0, 1.0, 0.0, 2.0], [2.0, 1.0, 1.0, 0.0], [1.0, 1.0, 2.0, 0.0]],
        [[3.0, 0.0, 1.0, 0.0], [0.0, 2.0, 1.0, 1.0], [1.0, 0.0, 1.0, 2.0]],
    ]
).transpose(1, 2, 0)[np.newaxis]
_HAND_KERNEL = np.array(
    [[[1.0, -1.0], [0.0, 2.0]], [[0.0, 1.0], [1.0, 0.0]], [[-1.0, 0.0], [0.0, 1.0]]]
).transpose(1, 2, 0)[..., np.newaxis]

_SMALL_IMAGE = np.array(
    [[[1.0, 0.0], [2.0, 1.0], [0.0, 3.0]], [[0.0, 2.0], [1.0, 0.0], [3.0, 1.0]]]
)
_SMALL_KERNEL = np.array([[[1.0, 0.0], [-1.0, 2.0]], [[0.0, 1.0], [2.0, -1.0]]])
_ROWS = np.array([[1.0, 0.0, 2.0, 1.0, 3.0], [0.0, 1.0, 1.0, 3.0, 0.0]])
_SQUARE = np.array([[1.0, 2.0, 0.0], [3.0, 1.0, 1.0], [0.0, 2.0, 4.0]])
_TWO_FILTERS = np.array([[[1.0, 0.0], [-1.0, 1.0]], [[0.0, 2.0], [2.0, 1.0]]])[:, :, np.newaxis]


def _layer_case(rng, label, image, kernel, n=2, dtype=float, stride=None, padding=None):
    """Make a case from the (H, W, Cin) of its images and the (kH, kW, Cout) of its kernel."""
    kh, kw, cout = kernel
    if np.dtype(dtype).kind == "u":
        x = rng.integers(1, 256, (n, *image)).astype(dtype)
    elif np.dtype(dtype).kind == "i":
        x = rng.integers(-9, 10, (n, *image)).astype(dtype)
    else:
        x = numbers(rng, n, *image).astype(dtype)
    w, b = numbers(rng, kh, kw, image[2], cout), distinct(rng, cout)
    if dtype is np.float32:
        # None is negative: where terms cancel, a sum in float32 is less exact than the tolerance.
        x, w, b = np.abs(x), np.abs(w).astype(dtype), np.abs(b).astype(dtype)
    options = {"stride": stride or 1, "padding": padding}
    if padding is None:  # left out, so that the defaults are tested too
        options = {"stride": stride} if stride else {}
    return Case(label, x=x, w=w, b=b, **options)


def _layer_cases(rng, hidden):
    return _hidden_layer_cases(rng) if hidden else _visible_layer_cases(rng)


def _visible_layer_cases(rng):
    def case(*args, **options):
        return _layer_case(rng, *args, **options)

    return [
        Case(
            "small whole numbers",
            x=_SMALL_IMAGE[np.newaxis],
            w=_SMALL_KERNEL[..., np.newaxis],
            b=np.array([1.0]),
        ),
        Case("done by hand", x=_HAND_IMAGE, w=_HAND_KERNEL, b=np.array([1.0])),
        Case(
            "stride 2, whole numbers",
            x=_ROWS[np.newaxis, ..., np.newaxis],
            w=_TWO_FILTERS,
            b=np.array([1.0, -2.0]),
            stride=2,
        ),
        Case(
            "padding 1, whole numbers",
            x=_SQUARE[np.newaxis, ..., np.newaxis],
            w=_TWO_FILTERS,
            b=np.array([1.0, -2.0]),
            stride=1,
            padding=1,
        ),
        Case(
            "a constant image",
            x=np.full((2, 3, 4, 2), 2.0),
            w=numbers(rng, 3, 3, 2, 2),
            b=distinct(rng, 2),
            stride=1,
            padding=1,
        ),
        case("all square", (3, 3, 2), (2, 2, 2)),
        case("a wide image", (3, 5, 2), (2, 3, 3)),
        case("a square image, an oblong kernel", (4, 4, 3), (3, 2, 2), n=1),
        case("an oblong image, a square output", (3, 4, 1), (2, 3, 2), n=3),
        case("a tall image, stride 2", (6, 4, 2), (3, 2, 1), stride=2),
        case("a flat kernel", (2, 4, 1), (1, 3, 2)),
        case("a standing kernel", (4, 2, 2), (3, 1, 1)),
        case("stride (1, 2)", (3, 5, 2), (2, 2, 2), n=1, stride=(1, 2)),
        case("padding 2", (3, 2, 1), (2, 3, 2), padding=2),
        case("padding 2, stride 2", (2, 3, 2), (3, 3, 2), n=1, padding=2, stride=2),
        case("padding 1, stride 2", (3, 5, 2), (2, 2, 2), n=1, padding=1, stride=2),
        case("padding (2, 0)", (2, 3, 2), (2, 2, 3), n=1, padding=(2, 0)),
        case("each side padded differently", (2, 3, 2), (2, 2, 1), padding=((1, 0), (0, 2))),
        case('padding "same"', (3, 4, 2), (2, 3, 1), n=1, padding="same"),
        case('padding "same", stride 2', (3, 6, 1), (2, 3, 2), n=1, stride=2, padding="same"),
        case("integers", (3, 4, 2), (2, 2, 2), n=1, dtype=int),
        case('integers, padding "valid"', (4, 3, 1), (3, 2, 2), dtype=int, padding="valid"),
    ]


def _hidden_layer_cases(rng):
    def case(*args, **options):
        return _layer_case(rng, *args, **options)

    return [
        case("a wide image", (5, 8, 3), (2, 3, 4)),
        case("a tall image", (9, 5, 2), (3, 2, 3), n=3),
        case("all square", (5, 5, 2), (2, 2, 2)),
        case("all square", (4, 4, 3), (3, 3, 3), n=3),
        case("two of everything, stride 2", (4, 5, 2), (2, 2, 2), stride=2),
        case("an oblong image, a square output", (5, 6, 2), (2, 3, 3)),
        case("a square image, an oblong kernel", (5, 5, 3), (2, 4, 2)),
        case("a flat kernel", (2, 5, 2), (1, 3, 3)),
        case("a standing kernel", (5, 2, 3), (3, 1, 2)),
        case("a stride that does not divide", (8, 6, 2), (3, 3, 3), stride=2),
        case("a stride that does not divide", (6, 9, 3), (2, 4, 2), stride=3),
        case("a stride larger than the kernel", (9, 7, 2), (2, 2, 3), stride=3),
        case("stride (1, 3)", (5, 10, 2), (3, 2, 3), stride=(1, 3)),
        case("stride (2, 1)", (8, 4, 3), (2, 3, 2), stride=(2, 1)),
        case("padding 1", (4, 6, 2), (3, 2, 3), padding=1),
        case("padding 1, stride 2", (5, 3, 2), (2, 2, 3), padding=1, stride=2),
        case("padding (1, 0)", (4, 5, 2), (3, 2, 2), padding=(1, 0)),
        case("padding 2", (4, 3, 3), (3, 3, 2), padding=2),
        case("padding 3, stride 2", (3, 4, 2), (2, 3, 3), padding=3, stride=2),
        case("padding (2, 1)", (4, 3, 2), (3, 2, 3), padding=(2, 1)),
        case("padding (0, 2), stride (2, 3)", (6, 5, 3), (3, 4, 2), padding=(0, 2), stride=(2, 3)),
        case("each side padded differently", (4, 5, 2), (3, 2, 3), padding=((2, 0), (1, 3))),
        case("each side padded differently", (3, 3, 3), (2, 2, 2), padding=((0, 1), (2, 0))),
        case('padding "valid"', (5, 4, 2), (3, 3, 3), padding="valid"),
        case('padding "same"', (5, 4, 3), (3, 3, 2), padding="same"),
        case('padding "same", an even kernel', (4, 5, 2), (2, 4, 3), padding="same"),
        case('padding "same", stride 2', (6, 5, 2), (3, 3, 3), padding="same", stride=2),
        case('padding "same", stride (3, 2)', (7, 6, 3), (2, 3, 2), padding="same", stride=(3, 2)),
        case('padding "same", a small kernel', (6, 7, 2), (1, 2, 3), padding="same", stride=3),
        Case(
            "numbers of many digits, from (N, C, H, W)",
            x=rng.normal(size=(2, 2, 4, 5)).transpose(0, 2, 3, 1),
            w=rng.normal(size=(3, 2, 2, 2)),
            b=rng.normal(size=2),
        ),
        case("one input channel", (5, 6, 1), (3, 2, 3)),
        case("one filter", (6, 5, 3), (2, 3, 1)),
        case("a 1x1 kernel", (3, 4, 3), (1, 1, 2)),
        case("a 1x1 kernel, stride 2", (4, 5, 2), (1, 1, 3), stride=2),
        case("a kernel as large as the image", (3, 4, 2), (3, 4, 3), n=3),
        case("one image", (4, 5, 2), (2, 2, 3), n=1),
        case("integers", (4, 6, 3), (2, 3, 2), dtype=int),
        case("integers, stride 2, padding 1", (5, 4, 2), (3, 3, 3), dtype=int, stride=2, padding=1),
        case("a uint8 photograph", (5, 4, 3), (3, 2, 2), dtype=np.uint8),
        case("float32", (5, 6, 3), (2, 3, 2), dtype=np.float32),
    ]


def _layer_window(inputs, index):
    return look(
        inputs["x"],
        inputs["w"],
        index,
        inputs.get("stride", 1),
        inputs.get("padding", 0),
        float(inputs["b"][index[3]]),
    )


conv2d_forward = Exercise(
    answer=layers.conv2d_forward,
    cases=_layer_cases,
    mistakes=LAYER_MISTAKES,
    hints=(
        "It is unit 01 three times over: for each image and each filter, slide the window; under "
        "the window multiply all channels at once, add everything up, add that filter's bias.",
        "A padded image is (H, W, Cin); its window is (kH, kW, Cin), and so is one filter, "
        "w[:, :, :, f]. The output is (N, Hout, Wout, Cout): make it of floats.",
        "out[n, i, j, f] = sum of padded[n, i * sh : i * sh + kh, j * sw : j * sw + kw, :] * "
        "w[:, :, :, f], plus b[f].",
    ),
    success="The loop over channels is gone: it is inside the sum. That is all a layer adds to "
    "unit 01, and kH * kW * Cin multiply-adds are what each output number costs.",
    window=_layer_window,
)

# conv_params, conv_macs and dense_params

_LAYERS = (
    (3, 3, 3, 32),
    (3, 3, 32, 64),
    (5, 4, 3, 6),
    (1, 1, 16, 8),
    (2, 3, 1, 1),
    (7, 7, 3, 5),
)


def _param_cases(rng, hidden):
    if not hidden:
        return [
            *(
                Case(f"{kh}x{kw}, {cin} to {cout} channels", kh=kh, kw=kw, cin=cin, cout=cout)
                for kh, kw, cin, cout in _LAYERS
            ),
            Case("without a bias", kh=3, kw=2, cin=4, cout=5, bias=False),
            Case("without a bias", kh=5, kw=5, cin=3, cout=7, bias=False),
            Case("with a bias, said so", kh=4, kw=2, cin=3, cout=9, bias=True),
        ]
    cases = []
    for number in range(24):
        kh, kw, cin, cout = (
            int(rng.integers(*pair)) for pair in ((1, 8), (1, 8), (2, 70), (2, 70))
        )
        bias = {} if number % 3 == 0 else {"bias": bool(number % 3 == 1)}
        cases.append(Case("a random layer", kh=kh, kw=kw, cin=cin, cout=cout, **bias))
    return [
        *cases,
        Case("one channel, one filter", kh=3, kw=5, cin=1, cout=1),
        Case("a 1x1 kernel", kh=1, kw=1, cin=12, cout=5),
    ]


def _params_by(count):
    """Make a mistaken count from kh, kw, cin, cout and the number of biases, 0 or 1."""
    return lambda kh, kw, cin, cout, bias=True: count(kh, kw, cin, cout, int(bias))


def _has_space(case, answer):
    """Tell whether the weights, or all parameters, were multiplied by a number of places."""
    kh, kw, cin, cout = (case.inputs[name] for name in ("kh", "kw", "cin", "cout"))
    bias = int(case.inputs.get("bias", True))
    if not isinstance(answer.value, int | float | np.number):
        return False
    weights = kh * kw * cin * cout
    places = ((answer.value - bias * cout) / weights, answer.value / (weights + bias * cout))
    return any(
        number == round(number) and (number >= 16 or number == kh * kw > 1) for number in places
    )


conv_params = Exercise(
    answer=layers.conv_params,
    cases=_param_cases,
    mistakes=(
        Mistake(
            "no-cin",
            "the input channels are left out: a filter has kh * kw numbers for each of them",
            _params_by(lambda kh, kw, cin, cout, one: (kh * kw + one) * cout),
        ),
        Mistake(
            "one-bias-total",
            "one bias is counted for the whole layer: each filter has one",
            _params_by(lambda kh, kw, cin, cout, one: kh * kw * cin * cout + one),
        ),
        Mistake(
            "bias-per-weight",
            "more than one bias is counted for a filter: it is added once, to the sum",
            _params_by(lambda kh, kw, cin, cout, one: kh * kw * cin * cout * (1 + one)),
            _params_by(lambda kh, kw, cin, cout, one: (kh * kw + one) * cin * cout),
            _params_by(lambda kh, kw, cin, cout, one: kh * kw * (cin + one) * cout),
        ),
        Mistake(
            "params-include-space",
            "the size of the image is in the count: the same filters serve at every place",
            shows=_has_space,
        ),
        Mistake(
            "cin-counted-twice",
            "the input channels are counted twice",
            _params_by(lambda kh, kw, cin, cout, one: (kh * kw * cin * cin + one) * cout),
            _params_by(lambda kh, kw, cin, cout, one: (kh * kw * cin + one) * cin * cout),
        ),
        Mistake(
            "no-bias",
            "the biases are left out",
            _params_by(lambda kh, kw, cin, cout, one: kh * kw * cin * cout),
        ),
    ),
    hints=(
        "Count the numbers in one filter, then multiply by the number of filters.",
        "One filter is (kh, kw, cin), and one bias belongs to it. The size of the image is "
        "nowhere.",
        "(kh * kw * cin + 1) * cout; without bias the + 1 is not there.",
    ),
    success="A layer of 3x3 filters from 3 to 32 channels has 896 numbers, for a stamp or a "
    "poster.",
)


def _mac_cases(rng, hidden):
    if not hidden:
        sizes = (
            (62, 62, 3, 3, 3, 32),
            (29, 29, 3, 3, 32, 64),
            (4, 5, 2, 3, 6, 7),
            (1, 1, 5, 5, 2, 3),
        )
        sizes += ((8, 6, 1, 1, 4, 5),)
        return [
            Case(
                f"{h}x{w} places, {kh}x{kw}, {cin} to {cout} channels",
                hout=h,
                wout=w,
                kh=kh,
                kw=kw,
                cin=cin,
                cout=cout,
            )
            for h, w, kh, kw, cin, cout in sizes
        ]
    cases = []
    for _ in range(20):
        hout, wout = (int(number) for number in rng.integers(1, 120, 2))
        kh, kw = (int(number) for number in rng.integers(1, 8, 2))
        cin, cout = (int(number) for number in rng.integers(2, 70, 2))
        cases.append(Case("a random layer", hout=hout, wout=wout, kh=kh, kw=kw, cin=cin, cout=cout))
    return cases


conv_macs = Exercise(
    answer=layers.conv_macs,
    cases=_mac_cases,
    mistakes=(
        Mistake(
            "no-cin",
            "the input channels are left out: an output number sums over all of them",
            lambda hout, wout, kh, kw, cin, cout: hout * wout * kh * kw * cout,
        ),
        Mistake(
            "cin-counted-twice",
            "the input channels are counted twice",
            lambda hout, wout, kh, kw, cin, cout: hout * wout * kh * kw * cin * cin * cout,
        ),
    ),
    hints=(
        "How many products make one output number? How many output numbers are there?",
        "One output number: kh * kw * cin products. There are hout * wout * cout of them.",
        "It is the product of all six numbers.",
    ),
    success="896 parameters, 3.3 million multiply-adds: a layer is cheap to store and dear to run, "
    "the opposite of a fully connected one.",
)


def _dense_cases(rng, hidden):
    if not hidden:
        return [
            Case(f"{nin} to {nout}", nin=nin, nout=nout)
            for nin, nout in ((12544, 128), (128, 1), (3, 2), (1, 5), (10, 10))
        ]
    return [
        Case("random sizes", nin=int(nin), nout=int(nout))
        for nin, nout in rng.integers(2, 5000, (20, 2))
    ]


dense_params = Exercise(
    answer=layers.dense_params,
    cases=_dense_cases,
    mistakes=(
        Mistake(
            "one-bias-total",
            "one bias is counted for the whole layer: each output has one",
            lambda nin, nout: nin * nout + 1,
        ),
        Mistake(
            "bias-per-weight",
            "a bias is counted for every weight: each output has one",
            lambda nin, nout: 2 * nin * nout,
        ),
        Mistake("no-bias", "the biases are left out", lambda nin, nout: nin * nout),
    ),
    hints=(
        "Every output has a weight for every input. And a bias.",
        "nin + 1 numbers belong to one output.",
        "(nin + 1) * nout",
    ),
    success="A fully connected layer is a convolution whose kernel is as large as the image: no "
    "number in it is used twice.",
)

# im2col and conv2d_matmul


def _im2col_case(rng, label, image, window, stride=1, pad=0, n=2, dtype=float):
    x = rng.integers(-9, 10, (n, *image)) if dtype is int else numbers(rng, n, *image)
    return Case(label, x=x.astype(dtype), kh=window[0], kw=window[1], stride=stride, pad=pad)


def _im2col_cases(rng, hidden):
    def case(*args, **options):
        return _im2col_case(rng, *args, **options)

    if not hidden:
        return [
            Case(
                "done by hand",
                x=np.arange(1.0, 7.0).reshape(1, 2, 3, 1),
                kh=2,
                kw=2,
                stride=1,
                pad=0,
            ),
            Case(
                "two channels",
                x=np.arange(1.0, 13.0).reshape(1, 2, 3, 2),
                kh=2,
                kw=2,
                stride=1,
                pad=0,
            ),
            Case("stride 2", x=_ROWS[np.newaxis, ..., np.newaxis], kh=2, kw=2, stride=2, pad=0),
            case("a wide image", (3, 4, 2), (2, 3)),
            case("a tall image", (4, 2, 3), (3, 1)),
            case("all square", (3, 3, 2), (2, 2)),
            case("stride 2", (5, 4, 2), (2, 2), stride=2),
            case("stride (1, 2)", (3, 5, 1), (2, 2), stride=(1, 2)),
            case("windows side by side", (4, 4, 2), (2, 2), stride=2),
            case("windows side by side", (2, 6, 2), (2, 3), stride=(2, 3)),
            case("one zero on each side", (2, 3, 2), (2, 3), pad=1),
            case("integers, stride 2, pad 2", (3, 2, 1), (3, 2), stride=2, pad=2, dtype=int),
        ]
    return [
        case("a wide image", (4, 7, 2), (2, 3), n=3),
        case("a tall image", (8, 4, 3), (3, 2)),
        case("all square", (5, 5, 2), (3, 3)),
        case("one channel", (4, 5, 1), (2, 2)),
        case("one image", (5, 4, 3), (2, 2), n=1),
        case("a stride that does not divide", (6, 8, 2), (3, 3), stride=2),
        case("a stride larger than the window", (7, 9, 2), (2, 2), stride=3),
        case("stride (2, 1)", (6, 4, 2), (2, 3), stride=(2, 1)),
        case("stride (1, 3)", (4, 8, 3), (3, 2), stride=(1, 3)),
        case("windows side by side", (4, 6, 2), (2, 2), stride=2),
        case("windows side by side", (6, 4, 3), (3, 2), stride=(3, 2), n=3),
        case("pad 1", (4, 3, 2), (3, 2), pad=1),
        case("pad 2, stride 2", (3, 5, 2), (2, 3), pad=2, stride=2),
        case("a 1x1 window", (3, 4, 2), (1, 1)),
        case("a window as large as the image", (3, 4, 2), (3, 4)),
        case("integers", (4, 5, 2), (2, 3), dtype=int),
        case("float32", (5, 4, 2), (2, 2), stride=2, dtype=np.float32),
        Case(
            "images from (N, C, H, W)",
            x=numbers(rng, 2, 2, 4, 3).transpose(0, 2, 3, 1),
            kh=2,
            kw=2,
            stride=1,
            pad=0,
        ),
    ]


def _rows_by(order, columns="abc", shape=None):
    """Lay windows out with the axes in another order: n, i, j for rows, a, b, c for columns."""

    def rows(x, kh, kw, stride, pad):
        windows = layers.window_views(x, (kh, kw), stride, pad)
        sizes = dict(zip("nijabc", windows.shape, strict=True))
        out = np.einsum(f"nijabc->{order}{columns}", windows)
        if shape:
            return out.reshape([math.prod(sizes[letter] for letter in part) for part in shape])
        return out.reshape(-1, kh * kw * x.shape[3])

    return rows


def _in_memory_order(order):
    """Keep each window's numbers where they happen to lie and only reshape."""
    return _rows_by(order, columns="", shape=("nij", "abc"))


def _reshaped(fill):
    def rows(x, kh, kw, stride, pad):
        right = layers.im2col(x, kh, kw, stride, pad).shape
        flat = layers.zero_pad2d(x, pad).ravel()
        if fill == "repeat":
            return np.resize(flat, right)
        wanted = {"rows": (right[0], -1), "columns": (-1, right[1]), "both": right}[fill]
        try:
            return flat.reshape(wanted)
        except ValueError:
            raise Crash from None

    return rows


_MEMORY_ORDERS = ("nabijc", "abnijc", "nabcij", "ncabij", "abcnij", "abijnc", "cabnij")


def _stride_lost(x, kh, kw, stride, pad):
    return layers.im2col(x, kh, kw, 1, pad)


def _stride_lost_of(change):
    """Visit as many places as there are, but with steps of 1."""

    def rows(x, kh, kw, stride, pad):
        windows = layers.window_views(x, (kh, kw), 1, pad)
        hout, wout = layers.conv_output_shape(x.shape[1:3], (kh, kw), stride, pad)
        sh, sw = change(*layers.stride_pair(stride))
        windows = windows[:, ::sh, ::sw][:, :hout, :wout]
        return windows.reshape(-1, kh * kw * x.shape[3])

    return rows


im2col = Exercise(
    answer=layers.im2col,
    cases=_im2col_cases,
    mistakes=(
        Mistake(
            "c-first-order",
            "the numbers of a row go channel by channel: they go by window row, window column, "
            "channel",
            _rows_by("nij", "cab"),
            _rows_by("nij", "cba"),
        ),
        Mistake(
            "transposed",
            "rows and columns are exchanged: each window is one row",
            lambda x, kh, kw, stride, pad: layers.im2col(x, kh, kw, stride, pad).T,
        ),
        Mistake(
            "batch-interleaved",
            "the rows go by place and then by image: all windows of the first image come first",
            _rows_by("ijn"),
            _rows_by("inj"),
        ),
        Mistake(
            "stride-lost",
            "the windows are cut out at every place, not at every stride",
            _stride_lost,
            _stride_lost_of(lambda sh, sw: (1, 1)),
            _stride_lost_of(lambda sh, sw: (sh, 1)),
            _stride_lost_of(lambda sh, sw: (1, sw)),
            lambda x, kh, kw, stride, pad: layers.im2col(
                x, kh, kw, (layers.stride_pair(stride)[0], 1), pad
            ),
        ),
        Mistake(
            "reshape-not-gather",
            "the numbers are brought to the right shape by `reshape` alone: that keeps their order "
            "in memory, where a window's numbers do not lie side by side",
            *map(_reshaped, ("both", "rows", "columns", "repeat")),
            *map(_in_memory_order, _MEMORY_ORDERS),
        ),
        Mistake(
            "j-before-i",
            "the windows go down the columns first: they go along the rows",
            _rows_by("nji"),
        ),
    ),
    hints=(
        "Slide the window as before, but write its numbers down, one window a row, in place of "
        "multiplying them.",
        "There are N * Hout * Wout rows of kh * kw * C numbers. A window cut out of the padded "
        "image has shape (kh, kw, C): `.ravel()` puts its numbers in the order asked for.",
        "Row (n * Hout + i) * Wout + j is padded[n, i * sh : i * sh + kh, j * sw : j * sw + "
        "kw].ravel(). Loop over n, then i, then j, and append.",
    ),
    success="Overlapping windows write the same pixel down several times: a 3x3 window at stride 1 "
    "makes the matrix nearly nine times as large as the image. Memory is what the speed is paid "
    "with.",
    may_view=True,
)


def _matmul_cases(rng, hidden):
    def case(*args, **options):
        return _layer_case(rng, *args, **options)

    more = [
        case("windows side by side", (4, 4, 2), (2, 2, 3), stride=2),
        case("windows side by side", (2, 6, 2), (2, 3, 2), stride=(2, 3)),
        case("as many windows as numbers in one", (3, 3, 1), (2, 2, 2), n=1),
        case("as many windows as numbers in one", (2, 5, 2), (2, 2, 3), n=2),
    ]
    return _layer_cases(rng, hidden) + more


def _by_rows(rows, back="nij"):
    """Make a layer from a mistaken matrix of windows, or with its rows taken in another order."""

    def layer(x, w, b, stride=1, padding=0):
        kh, kw, _, cout = w.shape
        pads = layers.padding_pairs(padding, x.shape[1:3], (kh, kw), stride)
        hout, wout = layers.conv_output_shape(x.shape[1:3], (kh, kw), stride, padding)
        matrix = rows(layers.zero_pad2d(x, pads), kh, kw, stride, 0)
        try:
            out = matrix @ w.reshape(-1, cout) + b
            sizes = {"n": len(x), "i": hout, "j": wout}
            out = out.reshape(*(sizes[letter] for letter in back), cout)
        except ValueError:
            raise Crash from None
        return out.transpose(*map(back.index, "nij"), 3)

    return layer


def _full_size(x, w, b, stride=1, padding=0):
    """Work out every place, with the padding of the stride that was asked for."""
    pads = layers.padding_pairs(padding, x.shape[1:3], w.shape[:2], stride)
    return layers.conv2d_forward(x, w, b, 1, pads)


def _product_transposed(out, x, w, b):
    return np.moveaxis(out, 3, 0).reshape(out.shape)


def _product_transposed_then_bias(out, x, w, b):
    return np.moveaxis(out - b, 3, 0).reshape(out.shape) + b


_SHARED = (
    "flipped",
    "flip-up-down",
    "channels-reversed",
    "stride-rows-only",
    "pad-edge",
    "pad-ones",
    "pad-one-side",
    "pad-rows-only",
    "pad-hardcoded-1",
    "hout-wout-swapped",
    "first-image-only",
    "first-filter-only",
    "mean-not-sum",
    "bias-missing",
    "bias-per-weight",
    "bias-first-only",
    "bias-summed",
    "bias-subtracted",
    "relu-inside",
    "int-truncation",
    "mutates-x",
    "oihw-read-as-hwio",
)

conv2d_matmul = Exercise(
    answer=layers.conv2d_matmul,
    cases=_matmul_cases,
    mistakes=(
        Mistake(
            "c-first-order",
            "windows and kernel are laid out in different orders: one goes channel by channel, the "
            "other by window row, window column, channel",
            _by_rows(_rows_by("nij", "cab")),
            _by_rows(_rows_by("nij", "cba")),
            changed(
                lambda x, w, b: (x, w.transpose(2, 0, 1, 3).reshape(w.shape), b),
            ),
        ),
        Mistake(
            "transposed",
            "a matrix is transposed: windows are rows on the left, filters columns on the right",
            _by_rows(lambda *args: layers.im2col(*args).T),
            changed(after=_product_transposed),
            changed(after=_product_transposed_then_bias),
        ),
        Mistake(
            "batch-interleaved",
            "the rows of the product go by place and then by image, or are read back that way",
            _by_rows(_rows_by("ijn")),
            _by_rows(_rows_by("inj")),
            _by_rows(layers.im2col, back="ijn"),
        ),
        Mistake(
            "stride-lost",
            "the windows are cut out at every place, not at every stride",
            _by_rows(_stride_lost),
            _by_rows(_stride_lost_of(lambda sh, sw: (1, 1))),
            *silent_if(is_same, _full_size),
        ),
        Mistake(
            "reshape-not-gather",
            "the images are only reshaped: a window's numbers do not lie side by side in memory",
            *(_by_rows(_reshaped(fill)) for fill in ("both", "rows", "columns", "repeat")),
            *(_by_rows(_in_memory_order(order)) for order in _MEMORY_ORDERS),
        ),
        Mistake(
            "j-before-i",
            "the windows go down the columns first: they go along the rows",
            _by_rows(_rows_by("nji")),
            _by_rows(layers.im2col, back="nji"),
        ),
        *(mistake for mistake in LAYER_MISTAKES if mistake.id in _SHARED),
    ),
    hints=(
        "im2col makes every window a row. Make every filter a column, multiply the two matrices, "
        "and fold the result back into images.",
        "(N * Hout * Wout, kH * kW * Cin) times (kH * kW * Cin, Cout) gives (N * Hout * Wout, "
        "Cout); b adds itself to every row.",
        "rows @ w.reshape(kh * kw * cin, cout) + b, then .reshape(n, hout, wout, cout). Pad first, "
        "then call im2col with pad 0.",
    ),
    success="This is how most libraries do it: one large product of matrices, the operation that "
    "processors have been tuned for longer than for any other.",
    window=_layer_window,
)

# pointwise_conv


def _pointwise_cases(rng, hidden):
    def case(label, image, cout, n=2, dtype=float):
        x = rng.integers(-9, 10, (n, *image)) if dtype is int else numbers(rng, n, *image)
        return Case(label, x=x.astype(dtype), w=numbers(rng, image[2], cout))

    if not hidden:
        return [
            Case(
                "gray and twice green, by hand",
                x=np.array([[[[1.0, 2.0, 3.0], [0.0, 4.0, 2.0]]]]),
                w=np.array([[1.0, 0.0], [1.0, 2.0], [1.0, 0.0]]),
            ),
            case("three channels to two", (2, 3, 3), 2),
            case("two channels to three", (3, 2, 2), 3),
            case("as many as before", (2, 3, 2), 2),
            case("as many as before", (3, 2, 3), 3, n=1),
            case("integers", (2, 2, 2), 3, dtype=int),
        ]
    return [
        case("three channels to four", (4, 5, 3), 4),
        case("five channels to two", (3, 4, 5), 2, n=3),
        case("as many as before", (5, 3, 4), 4),
        case("as many as before", (2, 4, 2), 2),
        case("as many as before", (3, 2, 3), 3, n=3),
        case("one channel", (4, 3, 1), 3),
        case("one filter", (3, 5, 4), 1),
        case("one pixel", (1, 1, 3), 2),
        case("one image", (4, 4, 3), 2, n=1),
        case("integers", (3, 4, 3), 2, dtype=int),
        case("float32", (4, 3, 3), 2, dtype=np.float32),
        Case(
            "numbers of many digits, from (N, C, H, W)",
            x=rng.normal(size=(2, 3, 2, 4)).transpose(0, 2, 3, 1),
            w=rng.normal(size=(3, 2)),
        ),
    ]


def _pointwise(mix):
    """Make a mistaken mix that has the right number of values, in the shape of the right answer."""
    return lambda x, w: mix(x, w, *x.shape).reshape(*x.shape[:3], w.shape[1])


def _spread(picked):
    return lambda x, w: np.broadcast_to(picked(x), x.shape) @ w


def _square_w(x, w):
    if w.shape[0] != w.shape[1]:
        raise ValueError  # that a product of these shapes fails says little
    return x @ w.T


pointwise_conv = Exercise(
    answer=layers.pointwise_conv,
    cases=_pointwise_cases,
    mistakes=(
        Mistake(
            "reshape-mixes-pixels",
            "`reshape` moves numbers from one pixel to another: only the last axis is mixed",
            _pointwise(lambda x, w, n, h, wide, c: x.reshape(c, -1).T @ w),
            _pointwise(lambda x, w, n, h, wide, c: w.T @ x.reshape(c, -1)),
            _pointwise(lambda x, w, n, h, wide, c: w.T @ x.reshape(n, c, -1)),
            _pointwise(lambda x, w, n, h, wide, c: (w.T @ x.reshape(n, c, -1)).transpose(0, 2, 1)),
            _pointwise(lambda x, w, n, h, wide, c: (x.reshape(-1, c) @ w).T),
            _pointwise(
                lambda x, w, n, h, wide, c: (
                    (x.reshape(-1, c) @ w).reshape(n, -1, h, wide).transpose(0, 2, 3, 1)
                )
            ),
            lambda x, w: (x @ w).reshape(len(x), w.shape[1], *x.shape[1:3]),
            lambda x, w: (x @ w).reshape(len(x), x.shape[2], x.shape[1], w.shape[1]),
        ),
        Mistake(
            "sums-over-space",
            "the pixels of an image are added up: each pixel keeps its place",
            lambda x, w: x.sum(axis=(1, 2)) @ w,
            lambda x, w: x.sum(axis=(1, 2), keepdims=True) @ w,
            _spread(lambda x: x.sum(axis=(1, 2), keepdims=True)),
        ),
        Mistake(
            "transposed-w",
            "`w` is transposed: its rows are the input channels, its columns the filters",
            _square_w,
            lambda x, w: x @ w.reshape(w.shape[1], w.shape[0]).T,
        ),
        Mistake(
            "one-pixel-broadcast",
            "one pixel is mixed and its numbers are given to all of them",
            _spread(lambda x: x[:, :1, :1]),
            _spread(lambda x: x[:, -1:, -1:]),
            _spread(lambda x: x[:1, :1, :1]),
            lambda x, w: x[:, :1, :1] @ w,
            lambda x, w: x[:, 0, 0] @ w,
        ),
    ),
    hints=(
        "A 1x1 window is one pixel: a list of channels. Every output channel is a weighted sum of "
        "them, with the same weights at every pixel.",
        "(N, H, W, Cin) times (Cin, Cout): the last axis of x meets the first of w. The other axes "
        "stay where they are.",
        "out[n, i, j, f] = sum over c of x[n, i, j, c] * w[c, f]. NumPy's `@` does this for all "
        "leading axes at once.",
    ),
    success="It is a fully connected layer that visits every pixel. Networks use it to squeeze "
    "many channels into few before a costly 3x3 layer.",
)

# receptive_field


def _stack_cases(rng, hidden):
    if not hidden:
        stacks = (
            [(3, 1)],
            [(3, 1), (3, 1)],
            [(3, 1), (2, 2), (3, 1)],
            [(5, 2), (3, 2), (3, 1)],
            [(3, 2), (3, 3), (2, 1), (3, 2)],
            [(1, 1), (2, 3), (4, 2)],
            [(2, 2), (2, 2), (2, 2)],
        )
        return [Case(f"{len(stack)} layers", layers=list(stack)) for stack in stacks]
    cases = []
    for number in range(30):
        depth = 1 + number % 6
        sizes = rng.integers(1, 6, depth).tolist()
        strides = rng.integers(1, 4, depth).tolist()
        cases.append(Case(f"{depth} random layers", layers=list(zip(sizes, strides, strict=True))))
    return cases


def _field(step, start=1):
    """Make a mistaken field: `step` maps size, jump, k and s to the next size and jump."""

    def field(layers):
        size, jump = start, 1
        for k, s in layers:
            size, jump = step(size, jump, k, s)
        return size, jump

    return field


def _last_stride(layers):
    """Let each layer count with the stride of the one before it only."""
    size = jump = 1
    for k, s in layers:
        size += (k - 1) * jump
        jump = s
    return size, jump


receptive_field = Exercise(
    answer=layers.receptive_field,
    cases=_stack_cases,
    mistakes=(
        Mistake(
            "adds-k",
            "each layer adds k: neighboring windows overlap, so it adds k - 1 steps",
            _field(lambda size, jump, k, s: (size + k * jump, jump * s)),
            _field(lambda size, jump, k, s: (size + k * jump, jump * s), start=0),
            _field(lambda size, jump, k, s: (size + k, jump * s)),
            _field(lambda size, jump, k, s: (size + k, jump * s), start=0),
        ),
        Mistake(
            "ignores-jump",
            "k - 1 is added as it is: after a stride, one step of the window is several pixels",
            _field(lambda size, jump, k, s: (size + k - 1, jump * s)),
            _field(lambda size, jump, k, s: (size + k - 1, 1)),
            _field(lambda size, jump, k, s: (size + k - 1, s)),
        ),
        Mistake(
            "multiplies-sizes",
            "the windows' lengths are multiplied: overlapping windows see less than that",
            _field(lambda size, jump, k, s: (size * k, jump * s)),
            _field(lambda size, jump, k, s: (size * k, 1)),
            _field(lambda size, jump, k, s: (size * k, s)),
        ),
        Mistake(
            "jump-updated-first",
            "a layer's own stride is counted for its own window: it counts from the next layer on",
            _field(lambda size, jump, k, s: (size + (k - 1) * jump * s, jump * s)),
        ),
        Mistake(
            "jump-is-last-stride",
            "the jump is the stride of one layer: the strides multiply",
            _last_stride,
            _field(lambda size, jump, k, s: (size + (k - 1) * s, s)),
            _field(lambda size, jump, k, s: (size + (k - 1) * s, jump * s)),
            lambda layers: (
                _field(lambda size, jump, k, s: (size + (k - 1) * jump, jump * s))(layers)[0],
                layers[-1][1],
            ),
        ),
    ),
    hints=(
        "Go through the layers from the first to the last and keep two numbers: how many pixels "
        "one number sees, and how many pixels lie between two neighbors.",
        "Both begin at 1: a pixel sees itself. A window of k numbers reaches k - 1 steps further, "
        "and a step is as long as the jump so far.",
        "size += (k - 1) * jump, and only then jump *= s.",
    ),
    success="Strides early in a stack are what makes the field grow: each one multiplies all that "
    "comes after it.",
)
