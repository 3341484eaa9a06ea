"""Unit 21: cases, mistakes, hints and questions of the capstone."""

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import (
    Case,
    Exercise,
    Mistake,
    Question,
    Refusal,
    distinct,
    numbers,
)
from cnnbasics.exercises import keras_models
from cnnbasics.exercises.capstone_candidates import FIRST, LAST, RIGHT, WRONG, candidate
from cnnbasics.exercises.model_card import model_card
from cnnbasics.experiments import capstone

# mended_conv


def _conv_cases(rng, hidden):
    def case(label, shape, kernel):
        w = numbers(rng, *kernel, shape[3], shape[3] + 1)
        return Case(label, x=numbers(rng, *shape), w=w, b=distinct(rng, shape[3] + 1))

    if not hidden:
        return [
            case("one channel", (2, 4, 5, 1), (2, 3)),
            case("two channels", (2, 5, 4, 2), (3, 2)),
            case("three channels", (3, 4, 6, 3), (2, 2)),
        ]
    return [
        case("three channels", (2, 5, 6, 3), (3, 2)),
        case("a flat kernel", (3, 4, 6, 2), (1, 3)),
        case("the kernel as large as the image", (2, 3, 4, 2), (3, 4)),
        case("a larger kernel", (2, 7, 6, 2), (4, 3)),
    ]


mended_conv = Exercise(
    answer=layers.mended_conv,
    cases=_conv_cases,
    mistakes=(
        Mistake(
            "still-mirrored",
            "the windows are still mirrored, right to left, before they meet the kernel",
            capstone.broken_conv,
        ),
        Mistake(
            "upside-down",
            "the windows are turned upside down",
            lambda x, w, b: layers.conv2d_forward(x, w[::-1], b),
        ),
        Mistake(
            "turned-twice",
            "the kernel is flipped along both axes: that is `convolve2d`, and a network correlates",
            lambda x, w, b: layers.conv2d_forward(x, w[::-1, ::-1], b),
        ),
        Mistake(
            "bias-lost",
            "the bias got lost in the repair",
            lambda x, w, b: layers.conv2d_forward(x, w, 0 * b),
        ),
    ),
    hints=(
        "Give it an image with a single 1. Which kernel number lands where, and which should?",
        "The shapes are right, so the fault is in which pixel meets which number: look at what "
        "happens to `patch` after it is cut.",
        "patch = x[:, i : i + kh, j : j + kw] and nothing else.",
    ),
    success="A mirrored kernel would even have trained well: its weights would have been learned "
    "mirrored. It shows only where weights come from elsewhere.",
)

# mended_pool


def _pool_cases(rng, hidden):
    if not hidden:
        shapes = (((1, 4, 6, 1), 2), ((2, 6, 7, 2), 3), ((2, 5, 8, 3), 2))
    else:
        shapes = (((2, 7, 4, 3), 2), ((3, 6, 9, 2), 3), ((2, 8, 10, 2), 4), ((1, 5, 6, 4), 2))
    return [
        Case(f"windows of {size}, maps of {shape[1]}x{shape[2]}", x=x, size=size)
        for shape, size in shapes
        for x in (numbers(rng, *shape), -abs(numbers(rng, *shape)))
    ]


mended_pool = Exercise(
    answer=layers.mended_pool,
    cases=_pool_cases,
    mistakes=(
        Mistake(
            "still-crowded",
            "the windows still begin one pixel apart, so only one corner of each map is looked at",
            capstone.broken_pool,
        ),
        Mistake(
            "mean",
            "the mean of each window is taken",
            lambda x, size: layers.avg_pool2d(x, size),
        ),
        Mistake(
            "init-zero",
            "the search starts at 0, so that a window of negative numbers gives 0",
            lambda x, size: np.maximum(layers.max_pool2d(x, size), 0),
        ),
        Mistake(
            "rows-only",
            "the rows are right now, and the columns still begin one pixel apart",
            lambda x, size: layers.max_pool2d(x, size, (size, 1))[:, :, : x.shape[2] // size],
        ),
    ),
    hints=(
        "Windows that tile a map see each pixel once. Which pixels do these never see?",
        "Window (i, j) of the output has its corner at another place of the input.",
        "x[:, i * size : (i + 1) * size, j * size : (j + 1) * size].max(axis=(1, 2))",
    ),
    success="The shape was right all along. A test of shapes alone would have passed it.",
)

# mended_flatten


def _flatten_cases(rng, hidden):
    shapes = (
        ((2, 2, 3, 2), (3, 3, 2, 4)) if not hidden else ((2, 4, 3, 2), (4, 2, 5, 3), (3, 1, 4, 2))
    )
    made = [Case(f"maps of {h}x{w}x{c}", x=numbers(rng, n, h, w, c)) for n, h, w, c in shapes]
    return [*made, Case("float32", x=numbers(rng, 2, 3, 4, 3).astype(np.float32))]


mended_flatten = Exercise(
    answer=layers.mended_flatten,
    cases=_flatten_cases,
    mistakes=(
        Mistake(
            "still-channels-first",
            "the maps are still laid down one after the other, and the weights expect all channels "
            "of a pixel side by side",
            capstone.broken_flatten,
        ),
        Mistake(
            "columns-first",
            "each map is read column by column",
            lambda x: x.transpose(0, 2, 1, 3).reshape(len(x), -1),
        ),
        Mistake(
            "images-mixed",
            "numbers of several images stand in one row",
            lambda x: x.reshape(-1, len(x)).T,
        ),
        Mistake("one-row", "the batch is gone: all images are in one row", lambda x: x.reshape(-1)),
    ),
    hints=(
        "The dense layer learned a weight for each place of the row. Which number stands where?",
        "From (N, H, W, C) to (N, H * W * C), the last axis running fastest.",
        "x.reshape(len(x), -1)",
    ),
    success="A permutation costs no accuracy if the network is trained with it, and all of it if "
    "the weights come from elsewhere, such as a PyTorch model.",
    keeps_dtype=True,
    may_view=True,
)

# mended_epoch


def _epoch_cases(rng, hidden):
    def case(label, n, d, k, batch_size, lr):
        return Case(
            label,
            x=numbers(rng, n, d),
            y=rng.permutation(np.arange(n) % k),
            w=numbers(rng, d, k) / 8,
            b=distinct(rng, k),
            lr=lr,
            batch_size=batch_size,
        )

    if not hidden:
        return [
            case("three batches", 6, 3, 2, 2, 0.5),
            case("the last batch is short", 7, 2, 3, 3, 0.25),
            case("a larger layer", 11, 4, 3, 4, 0.1),
        ]
    return [
        case("four batches", 12, 3, 4, 3, 0.2),
        case("the last batch has one example", 9, 4, 3, 4, 0.5),
        case("the last batch is short", 14, 5, 4, 4, 0.1),
        case("two classes", 10, 3, 2, 4, 0.3),
    ]


def _epoch(sign=1, mean=True, short=True, bias=True):
    """Make an epoch with a mistake."""

    def epoch(x, y, w, b, lr, batch_size):
        w, b = w.copy(), b.copy()
        for start in range(0, len(x) if short else len(x) // batch_size * batch_size, batch_size):
            xb, yb = x[start : start + batch_size], y[start : start + batch_size]
            slope = layers.softmax(xb @ w + b) - np.eye(len(b))[yb]
            slope = sign * slope / (len(xb) if mean else 1)
            w -= lr * xb.T @ slope
            b -= lr * slope.sum(axis=0) * bias
        return w, b

    return epoch


mended_epoch = Exercise(
    answer=layers.mended_epoch,
    cases=_epoch_cases,
    mistakes=(
        Mistake(
            "still-accumulates",
            "each step still adds the slopes of all batches before it: they must begin at 0 again",
            capstone.broken_epoch,
        ),
        Mistake("uphill", "the step goes up the slope: the loss grows", _epoch(sign=-1)),
        Mistake(
            "not-averaged",
            "the slopes of a batch are added up; the loss is the mean over the batch",
            _epoch(mean=False),
        ),
        Mistake("last-batch-lost", "the last, shorter batch is left out", _epoch(short=False)),
        Mistake("bias-not-trained", "the bias stays as it was", _epoch(bias=False)),
    ),
    hints=(
        "Do one step by hand, then two. The first is right. What does the second know of it?",
        "`slope_w` is (D, K), like `w`, and belongs to one batch.",
        "In the loop: slope_w = xb.T @ slope, slope_b = slope.sum(axis=0), with = instead of +=.",
    ),
    success="In PyTorch this fault has a name: a forgotten `optimizer.zero_grad()`.",
)

# pool_verdicts


_ENOUGH = 0.8


def _verdict_cases(rng, hidden):
    wrong = np.array(LAST if hidden else FIRST)
    right = -1 - np.arange(len(RIGHT))
    halves = [(wrong[n::2], right[n::2]) for n in (0, 1)]
    both = [rng.permutation(np.concatenate(half)).tolist() for half in halves]
    everyone = rng.permutation(np.concatenate([wrong, right])).tolist()
    labels = ("some functions", "other functions", "all of them")
    return [
        Case(label, pools=tuple(pools))
        for label, pools in zip(labels, (*both, everyone), strict=True)
    ]


def _count(case, value):
    """Count what was caught, the wrong ones, the refused right ones; None if it is no verdict."""
    numbers_ = np.array(case.inputs["pools"])
    if not isinstance(value, list | tuple | np.ndarray) or len(value) != len(numbers_):
        return None
    if not all(isinstance(one, bool | np.bool_) for one in value):
        return None
    accepted = np.array([bool(one) for one in value])
    wrong = numbers_ >= 0
    return wrong & ~accepted, wrong, ~wrong & ~accepted


def _wrong_verdicts(case, value):
    counted = _count(case, value)
    if counted is None:
        n = len(case.inputs["pools"])
        return Refusal(
            f"It should return a list of {n} times True or False, one for each function."
        )
    caught, wrong, refused = counted
    if caught.sum() >= _ENOUGH * wrong.sum() and not refused.any():
        return None
    missed = [WRONG[n][0] for n in np.array(case.inputs["pools"])[wrong & ~caught]]
    kind = f" One that you let pass: {missed[0].says}." if missed else ""
    return Refusal(
        f"Your tests catch {caught.sum()} of {wrong.sum()} wrong functions, and refuse "
        f"{refused.sum()} of {(~wrong).sum()} right ones. Asked for: {_ENOUGH:.0%} caught, and no "
        f"right one refused.{kind}"
    )


def _judged(test):
    def shows(case, answer):
        counted = None if answer.raised else _count(case, answer.value)
        return counted is not None and bool(test(*counted))

    return shows


pool_verdicts = Exercise(
    answer=layers.pool_verdicts,
    cases=_verdict_cases,
    mistakes=(
        Mistake(
            "accepts-everything",
            "every function passes: a test that cannot fail tells nothing",
            shows=_judged(lambda caught, wrong, refused: not caught.any() and not refused.any()),
        ),
        Mistake(
            "refuses-everything",
            "no function passes, the right ones neither: check your expected values, by hand",
            shows=_judged(
                lambda caught, wrong, refused: (caught == wrong).all() and (refused == ~wrong).all()
            ),
        ),
        Mistake(
            "refuses-right-ones",
            "a right function is refused: compare values with a tolerance, and ask for nothing "
            "that the contract leaves open, such as the dtype",
            shows=_judged(
                lambda caught, wrong, refused: (
                    refused.any() and caught.sum() + refused.sum() < len(wrong)
                )
            ),
        ),
        Mistake(
            "too-few-caught",
            "too many wrong functions pass: vary the sign of the numbers, the stride, the sides of "
            "the window, and a size that does not divide the image",
            shows=_judged(
                lambda caught, wrong, refused: (
                    caught.any() and not refused.any() and caught.sum() < _ENOUGH * wrong.sum()
                )
            ),
        ),
    ),
    hints=(
        "A test is an input for which a mistake gives something else. Which mistakes of unit 04 do "
        "you remember, and which input tells each of them?",
        "Compare shapes first, then values with `np.allclose`, against loops of your own.",
        "x = rng.normal(size=(2, 7, 8, 3)), and x - 9; size (2, 3), 2 and 3; stride None, 1 and "
        "(2, 1).",
    ),
    success="You have just tested tests by breaking what they test. It is called mutation testing, "
    "and this course's own checks are tested in that way.",
    forbidden=(),
    prepare=lambda inputs: {"pools": [candidate(number) for number in inputs["pools"]]},
    refuses=_wrong_verdicts,
)

# capstone_network


def _network_cases(rng, hidden):
    seeds = rng.choice(np.arange(100, 9000), 2, replace=False)
    return [Case(f"training number {n}", seed=int(seed)) for n, seed in enumerate(seeds, start=1)]


def _with_seed(inputs):
    import keras

    keras.utils.clear_session()
    keras.utils.set_random_seed(inputs["seed"])
    return inputs


def _after_training(result, inputs):
    described = keras_models.summary(result)
    if _unfit(described):
        return described
    return described | {"rows": capstone.trained_answers(result, inputs["seed"])}


def _unfit(value):
    """Return what keeps a described model from being trained: an id and a sentence, or None."""
    if not keras_models.is_model(value):
        return "", "It should return a Keras model."
    if keras_models.shape_of(value, "input") != (16, 16, 1) or (
        keras_models.shape_of(value, "output") != (10,)
    ):
        return "wrong-shapes", "It should take images of (16, 16, 1) and give 10 numbers for each."
    if value["params"] > capstone.LIMIT:
        return (
            "too-large",
            f"It has {value['params']:,} parameters; {capstone.LIMIT:,} are allowed.",
        )
    if not value["compiled"]:
        return "not-compiled", "It is not compiled: choose a loss and an optimizer."
    return None


def _network_fault(case, value):
    found = _unfit(value)
    if found:
        return found
    y = capstone.canvases(case.inputs["seed"]).y_test
    rows = value.get("rows")
    if not isinstance(rows, np.ndarray) or rows.shape != (len(y), 10):
        return "", "What it says of the test images cannot be read."
    share = float(np.mean(rows.argmax(axis=1) == y)) if np.isfinite(rows).all() else 0.0
    if share < capstone.GOOD:
        return "too-weak", (
            f"It is right on {share:.0%} of the test images; asked for are {capstone.GOOD:.0%} "
            f"after {capstone.EPOCHS} epochs, or {capstone.CPU_SECONDS:.0f} seconds of the CPU."
        )
    return None


def _network_shows(name):
    def shows(case, answer):
        found = None if answer.raised else _network_fault(case, answer.value)
        return found is not None and found[0] == name

    return shows


capstone_network = Exercise(
    answer=layers.capstone_network,
    cases=_network_cases,
    mistakes=(
        Mistake(
            "too-large",
            "the network is over its budget: count the layer between maps and vector first",
            shows=_network_shows("too-large"),
        ),
        Mistake(
            "too-weak",
            "the network learns too little: a digit may stand anywhere, so use what does not care "
            "where, and a learning rate that gets there in six epochs",
            shows=_network_shows("too-weak"),
        ),
        Mistake("not-compiled", "`compile` was not called", shows=_network_shows("not-compiled")),
        Mistake(
            "wrong-shapes",
            "the images are (16, 16, 1), and there are ten classes",
            shows=_network_shows("wrong-shapes"),
        ),
    ),
    hints=(
        "The same digit at another place is the same digit. Which layers know that without "
        "learning it?",
        "Convolutions and a pooling to halve the side, then a global pooling: (N, C), whatever "
        "the side was.",
        "Conv2D(24, 3), MaxPooling2D(), Conv2D(48, 3), Conv2D(64, 3), GlobalMaxPooling2D(), "
        "Dense(10); ReLU behind each convolution; Adam(0.003).",
    ),
    success="Its budget went into kernels, which are used at every place, and none into a table of "
    "places. That is the whole idea of this course.",
    forbidden=("cnnbasics.layers",),
    needs=("keras",),
    patience=5,  # a minute of the CPU for two trainings
    prepare=_with_seed,
    observe=_after_training,
    refuses=lambda case, value: (
        Refusal(found[1]) if (found := _network_fault(case, value)) else None
    ),
)

# capstone_card

capstone_card = model_card(
    layers.capstone_card,
    "A page that says what a network cannot do is the last layer of each network. That was the "
    "course.",
)

# Questions

predict_hidden_fault = Question(
    "predict_hidden_fault",
    answer="c",
    says={
        "a": "All four shapes are right. Look at the sources: no array has a wrong size.",
        "b": "Nothing crashes: each part does something sensible with its input, only the wrong "
        "thing.",
        "c": "Right shapes, no error, and numbers that look like numbers. Only a comparison with "
        "something known to be right, or the accuracy, shows such a fault.",
    },
)

predict_which_input = Question(
    "predict_which_input",
    answer="b",
    says={
        "a": "The largest of positive numbers is above 0 in any case: the wrong one is right here.",
        "b": "The largest is negative, and the wrong one answers 0.",
        "c": "Whatever its size: as long as one number of each window is above 0, nothing shows.",
    },
)

predict_budget = Question(
    "predict_budget",
    answer=65552,
    says={
        65552: "8 · 8 · 64 = 4,096 numbers in, times 16 units, and 16 biases: one layer, and the "
        "budget is spent. A global pooling leaves 64 numbers, and 1,040 parameters.",
        65536: "Nearly: each of the 16 units has a bias, too.",
        1040: "That is so after a global pooling. Flatten keeps all 8 · 8 places.",
    },
    otherwise="Flatten gives 8 · 8 · 64 numbers. Each unit has a weight for each, and a bias.",
)
