"""Unit 10: cases, mistakes, hints and questions of the network in Keras, and of its training."""

import itertools
import math

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.collect import Answer
from cnnbasics.checking.exercise import (
    Case,
    Exercise,
    Mistake,
    Question,
    Refusal,
    Seeded,
    numbers,
)
from cnnbasics.exercises import keras_models

_FORBIDDEN = ("cnnbasics.layers.keras_cnn",)


def _judged_by(find):
    """Make `refuses` of a function that finds what is wrong: the mistake's id, and why."""

    def refuses(case, value):
        found = find(case, value)
        return Refusal(found[1]) if found else None

    return refuses


def _found(find, *names, raised=()):
    """Recognize a mistake by what is found wrong, or by words of the exception that it raises."""

    def shows(case, answer: Answer):
        if answer.raised:
            return any(word in answer.raised.message for word in raised)
        found = find(case, answer.value)
        return found is not None and found[0] in names

    return shows


_NO_MODEL = ("", "It should return a Keras model. Is the `return` missing?")

# lesson_model

_RELU, _POOL = {"activation": "relu"}, ("MaxPooling2D", {"pool_size": (2, 2), "padding": "valid"})
_LESSON = (
    ("Conv2D", {"filters": 32, "kernel_size": (3, 3), "strides": (1, 1), **_RELU}),
    _POOL,
    ("Conv2D", {"filters": 64, "kernel_size": (3, 3), "strides": (1, 1), **_RELU}),
    _POOL,
    ("Flatten", {}),
    ("Dense", {"units": 128, **_RELU}),
    ("Dense", {"units": 1, "activation": "sigmoid"}),
)
"""The lesson's layers, and the settings that matter of each."""

_LESSON_PARAMS = 1_625_281


def _lesson_cases(rng, hidden):
    return [Case("built once"), Case("built once more")]


def _words(kind, settings):
    inside = ", ".join(f"{name}={value!r}" for name, value in settings.items())
    return f"`{kind}({inside})`"


def _wrong_in_lesson(case, value):
    """Return the mistake in a model that should be the lesson's, and why it is one."""
    if not keras_models.is_model(value):
        return _NO_MODEL
    found = keras_models.layers_of(value)
    if any(layer.get("padding") == "same" for layer in found):
        return "same-padding", (
            "A layer has `padding='same'`, so its maps keep their size. The lesson's have no "
            "padding: 64 becomes 62, then 31."
        )
    hidden = [layer for layer in found[:-1] if layer["kind"] in ("Conv2D", "Dense")]
    if hidden and all(layer.get("activation") == "linear" for layer in hidden):
        return "no-relu", (
            "No layer has `activation='relu'`: then convolutions and dense layers in a row are "
            "one linear map."
        )
    if any(layer["kind"].startswith("Global") for layer in found):
        return "global-pooling", (
            "A global pooling stands where the lesson has `Flatten()`: it keeps one number a map."
        )
    if found and found[-1]["kind"] == "Dense" and found[-1].get("units") != 1:
        return "two-units", (
            f"The last layer has {found[-1].get('units')} units. One is enough for yes or no, with "
            "a sigmoid: the other probability is what is left of 1."
        )
    why = _wrong_layers(found)
    if why:
        return "", why
    shape, params = keras_models.shape_of(value, "input"), value.get("params")
    if shape != (64, 64, 3):
        return "", f"The input should be of shape (64, 64, 3), and it is {shape}."
    if params != _LESSON_PARAMS:
        return "", f"It should have {_LESSON_PARAMS:,} parameters, and it has {params:,}."
    return _wrong_in_compile(value)


def _wrong_layers(found):
    for number, (kind, settings) in enumerate(_LESSON, 1):
        if number > len(found):
            return f"It ends after {len(found)} layers; next comes {_words(kind, settings)}."
        layer = found[number - 1]
        got = {name: _as_tuple(layer.get(name)) for name in settings}
        if layer["kind"] != kind or got != settings:
            return (
                f"Layer {number} should be {_words(kind, settings)}, and it is "
                f"{_words(layer['kind'], {k: v for k, v in got.items() if v is not None})}."
            )
    if len(found) > len(_LESSON):
        return f"After the last layer comes one more, `{found[len(_LESSON)]['kind']}`."
    return ""


def _as_tuple(value):
    return tuple(value) if isinstance(value, list) else value


def _wrong_in_compile(value):
    loss, logits = keras_models.loss_of(value)
    if not value["compiled"]:
        return "not-compiled", "It is not compiled: `fit` would not know a loss or an optimizer."
    if loss != "binary_crossentropy":
        return "", f"The loss should be binary cross-entropy, and it is `{value.get('loss')}`."
    if logits:
        return "from-logits-after-sigmoid", (
            "The loss is told `from_logits=True`, and it gets what the sigmoid made of the logits."
        )
    if value.get("optimizer") != "adam":
        return "", f"The optimizer should be Adam, and it is `{value.get('optimizer')}`."
    if not any("acc" in name for name in value["metrics"]):
        return "", "It does not count its right answers: `metrics=['accuracy']` is missing."
    return None


lesson_model = Exercise(
    answer=layers.lesson_model,
    needs=("keras",),
    cases=_lesson_cases,
    mistakes=(
        Mistake(
            "same-padding",
            "a convolution or a pooling is padded: 64 becomes 62, not 64, and the parameters are "
            "others",
            shows=_found(_wrong_in_lesson, "same-padding"),
        ),
        Mistake(
            "no-relu",
            "the ReLUs are left out: all layers together are then one linear map",
            shows=_found(_wrong_in_lesson, "no-relu"),
        ),
        Mistake(
            "two-units",
            "the last layer has more than one unit: yes or no is one probability, from a sigmoid",
            shows=_found(_wrong_in_lesson, "two-units"),
        ),
        Mistake(
            "global-pooling",
            "the maps are averaged where they should be flattened",
            shows=_found(_wrong_in_lesson, "global-pooling"),
        ),
        Mistake(
            "not-compiled",
            "the model is built and not compiled: an optimizer, a loss and metrics are missing",
            shows=_found(_wrong_in_lesson, "not-compiled"),
        ),
        Mistake(
            "from-logits-after-sigmoid",
            "the loss expects logits, and the last layer has a sigmoid already",
            shows=_found(_wrong_in_lesson, "from-logits-after-sigmoid"),
        ),
    ),
    hints=(
        "Seven layers in the order of the table, in a `keras.Sequential`, and before them "
        "`keras.Input` with the shape of one image. Then `compile`.",
        "(64, 64, 3), (62, 62, 32), (31, 31, 32), (29, 29, 64), (14, 14, 64), (12544,), (128,), "
        "(1,).",
        "`keras.Sequential([keras.Input((64, 64, 3)), keras.layers.Conv2D(32, (3, 3), "
        "activation='relu'), keras.layers.MaxPooling2D(), ...])`, and `model.compile("
        "optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])`.",
    ),
    success="98.8 percent of its parameters are in one layer, the first dense one: 12,544 numbers "
    "in, 128 units.",
    forbidden=_FORBIDDEN,
    observe=lambda result, inputs: keras_models.summary(result),
    refuses=_judged_by(_wrong_in_lesson),
)

# build_cnn


def _size_cases(rng, hidden):
    def case(label, shape, n_classes):
        return Case(label, input_shape=shape, n_classes=n_classes)

    if not hidden:
        return [
            case("the digits of this course", (8, 8, 1), 10),
            case("small, and not square", (9, 8, 3), 4),
            case("three classes", (16, 12, 3), 3),
            case("more classes", (12, 20, 1), 26),
        ]
    h, w = (int(n) for n in rng.integers(12, 30, 2))
    return [
        case("very small", (8, 9, 3), int(rng.integers(3, 8))),
        case("small, and not square", (9, 8, 1), int(rng.integers(11, 30))),
        case("any size", (h, w + 1, 3), int(rng.integers(3, 10))),
        case("any size", (h + 3, w, 2), int(rng.integers(11, 40))),
    ]


def _probes(shape):
    """Make images: none, one, another, and their sum, which a linear network cannot hide from."""
    one, other, third = numbers(np.random.default_rng(10), 3, *shape).astype(np.float32)
    return np.stack([np.zeros_like(one), one, other, one + other, third])


def _seen(result, inputs):
    """Describe a model, with what it says of a few images and, where no name tells, its loss."""
    if not keras_models.is_model(keras_models.summary(result)):
        return result
    x = _probes(inputs["input_shape"])
    rows = np.asarray(result(x))
    described = keras_models.summary(result) | {"rows": rows}  # it may be built by the call
    if described["compiled"] and not keras_models.loss_of(described)[0]:
        result.run_eagerly = True
        truth = np.arange(len(x)) % inputs["n_classes"]
        described["loss_of_rows"] = float(result.test_on_batch(x, truth, return_dict=True)["loss"])
    return described


def _is_affine(z):
    """Tell whether what a network says of a sum is the sum of what it says, of `_probes`."""
    if len(z) < 4:
        return True
    none, one, other, both = (row - row.mean() for row in z[:4])
    size = max(np.abs(one - none).max(), np.abs(other - none).max())
    return size > 0 and np.abs(both - one - other + none).max() < 1e-3 * size


def _wrong_head(value, n_classes):
    """Return what is wrong in how a model ends, and in its loss."""
    rows = value.get("rows")
    if not isinstance(rows, np.ndarray) or rows.ndim != 2 or rows.dtype.kind != "f":
        shape = rows.shape if isinstance(rows, np.ndarray) else "no array of numbers"
        return "", f"An image should give {n_classes} numbers; the output is {shape}."
    if not np.isfinite(rows).all():
        return "", "There are numbers in its output that are not finite."
    if rows.shape[1] != n_classes:
        return "hard-coded-classes", (
            f"There are {n_classes} classes, and it gives {rows.shape[1]} numbers for an image."
        )
    if not value["compiled"]:
        return "", "It is not compiled: call `model.compile` with an optimizer and a loss."
    loss, logits = keras_models.loss_of(value)
    sure = keras_models.are_probabilities(rows)
    if loss in ("categorical_crossentropy", "binary_crossentropy"):
        return "one-hot-loss", (
            f"The loss is `{loss}`, and the labels are integers: `sparse_categorical_crossentropy` "
            "takes those."
        )
    if not loss:
        return _wrong_own_loss(value, rows, sure)
    if sure and logits:
        return "softmax-plus-from-logits", (
            "The loss is told `from_logits=True`, and it gets probabilities: the model ends with a "
            "softmax. Keras sees it, warns, and repairs it; another framework would not."
        )
    if not sure and not logits:
        between = bool(np.all((rows >= 0) & (rows <= 1)))
        if between and all(one["activation"] == "sigmoid" for one in value["layers"][-1:]):
            return "sigmoid-multiclass", (
                "Each class has a sigmoid of its own, so the numbers of an image do not sum to 1. "
                "Exactly one class is right: a softmax shares one whole."
            )
        return "logits-as-probabilities", (
            "The loss expects probabilities, and the numbers of an image do not sum to 1. End with "
            "a softmax, or tell the loss `from_logits=True`."
        )
    return None


def _wrong_own_loss(value, rows, sure):
    truth = np.arange(len(rows)) % rows.shape[1]
    p = np.asarray(rows, dtype=np.float64) if sure else layers.softmax(rows)
    right = float(-np.mean(np.log(np.maximum(p[np.arange(len(rows)), truth], 1e-7))))
    got = value.get("loss_of_rows")
    if isinstance(got, float) and np.isclose(got, right, rtol=1e-3):
        return None
    return "", f"The loss `{value.get('loss')}` gives {got}; the cross-entropy is {right:.4f}."


def _bends_nothing(value, found):
    """Tell whether a network is linear up to its last layer, by its layers or by what it says."""
    bends = [keras_models.bends(layer) for layer in found[:-1]]
    if value["shows_all"] and (any(bends) or None not in bends):
        return not any(bends)
    rows = np.asarray(value["rows"], dtype=np.float64)
    return _is_affine(
        np.log(np.maximum(rows, 1e-30)) if keras_models.are_probabilities(rows) else rows
    )


def _wrong_in_cnn(case, value):
    """Return the mistake in a CNN that is judged by what it does, and why it is one."""
    if not keras_models.is_model(value):
        return _NO_MODEL
    found = keras_models.layers_of(value)
    slides = [number for number, one in enumerate(found) if keras_models.is_convolution(one)]
    flat = [n for n, one in enumerate(found) if one["kind"] == "Flatten" or "Global" in one["kind"]]
    if not slides and not value["kernels"]:
        return "no-convolution", "It has no convolution: it is a network, and not a CNN."
    if value["shows_all"] and flat and slides and flat[0] < slides[0]:
        return "flatten-before-conv", (
            "It flattens the image before the first convolution, which then has no neighbors to "
            "look at."
        )
    if not value["kernels"]:
        return "no-convolution", (
            "Its kernels see one pixel at a time: no convolution looks at rows and columns."
        )
    wrong = _wrong_head(value, case.inputs["n_classes"])
    if wrong:
        return wrong
    if _bends_nothing(value, found):
        return "no-nonlinearity", (
            "No layer before the last has an activation: its convolutions and dense layers in a "
            "row are one linear map."
        )
    return None


build_cnn = Exercise(
    answer=layers.build_cnn,
    needs=("keras",),
    cases=_size_cases,
    mistakes=(
        Mistake(
            "softmax-plus-from-logits",
            "the model ends with a softmax and the loss is told `from_logits=True`: one of the two "
            "is enough",
            shows=_found(_wrong_in_cnn, "softmax-plus-from-logits"),
        ),
        Mistake(
            "flatten-before-conv",
            "the image is flattened before the convolution: there are no rows and columns left for "
            "a window",
            shows=_found(_wrong_in_cnn, "flatten-before-conv", raised=("ndim=",)),
        ),
        Mistake(
            "pool-to-zero",
            "a small image is pooled, or cut by convolutions without padding, until no pixel is "
            "left",
            shows=_found(_wrong_in_cnn, raised=("zero or negative", "Negative dimension")),
        ),
        Mistake(
            "sigmoid-multiclass",
            "each class has a sigmoid of its own: exactly one of them is right, so they share one "
            "whole, by a softmax",
            shows=_found(_wrong_in_cnn, "sigmoid-multiclass"),
        ),
        Mistake(
            "no-nonlinearity",
            "there is no activation between the layers: together they are one linear map",
            shows=_found(_wrong_in_cnn, "no-nonlinearity"),
        ),
        Mistake(
            "hard-coded-classes",
            "the number of outputs is fixed: it should be `n_classes`",
            shows=_found(_wrong_in_cnn, "hard-coded-classes"),
        ),
        Mistake(
            "one-hot-loss",
            "the loss expects a row of 0s and 1s for each label, and the labels are integers",
            shows=_found(_wrong_in_cnn, "one-hot-loss"),
        ),
        Mistake(
            "logits-as-probabilities",
            "the model ends without a softmax and the loss is not told: it takes logits for "
            "probabilities",
            shows=_found(_wrong_in_cnn, "logits-as-probabilities"),
        ),
        Mistake(
            "no-convolution",
            "there is no convolution in it",
            shows=_found(_wrong_in_cnn, "no-convolution"),
        ),
    ),
    hints=(
        "Look at pixels with neighbors, bend, shrink, look again, and only then forget where "
        "things are. The last layer has one unit for each class.",
        "An image of 9x8 must survive: `padding='same'` keeps the sides, one pooling halves them. "
        "`GlobalAveragePooling2D` takes maps of any size: (N, h, w, 32) becomes (N, 32).",
        "`Input(input_shape)`, `Conv2D(16, 3, padding='same', activation='relu')`, "
        "`MaxPooling2D()`, another convolution, `Flatten()` or `GlobalAveragePooling2D()`, "
        "`Dense(n_classes, activation='softmax')`; the loss: `'sparse_categorical_crossentropy'`.",
    ),
    success="Nothing in it depends on the size of the image or the number of classes but its two "
    "ends: that is what makes a network a building set.",
    forbidden=_FORBIDDEN,
    observe=_seen,
    refuses=_judged_by(_wrong_in_cnn),
)

# make_splits


def _split_cases(rng, hidden):
    def case(label, n, frac, **more):
        seed = int(rng.integers(1, 10_000))
        return Case(label, n=n, frac=frac, rng=Seeded(seed), **more)

    def families(sizes):
        return rng.permutation(np.repeat(np.arange(len(sizes)), sizes))

    if not hidden:
        return [
            case("ten examples", 10, 0.3),
            case("a share that does not come out even", 11, 0.25),
            case("a share that does not come out even", 13, 0.3),
            case("many", 200, 0.5),
            case("groups of two", 20, 0.4, groups=families([2] * 10)),
            case("groups of several sizes", 32, 0.5, groups=families([6, 3, 5, 2, 4, 4, 3, 5])),
            case("two classes", 30, 0.2, groups=None, labels=families([20, 10])),
            case("three classes", 60, 0.3, groups=None, labels=families([30, 20, 10])),
            case("four classes", 40, 0.5, groups=None, labels=families([20, 10, 6, 4])),
        ]
    some = [int(size) for size in rng.integers(3, 9, 9)]
    return [
        case("a share that does not come out even", int(rng.integers(20, 40)) * 4 + 3, 0.25),
        case("a share that does not come out even", int(rng.integers(20, 40)) * 3 + 1, 1 / 3),
        case("many", int(rng.integers(100, 200)) * 2, 0.5),
        case("groups of several sizes", sum(some), 0.3, groups=families(some)),
        case("many groups", 60, 0.25, groups=families([3] * 20) + 7),
        case("three classes", 90, 0.2, groups=None, labels=families([50, 30, 10])),
        case("four classes", 60, 0.5, groups=None, labels=families([24, 18, 12, 6])),
        case("five classes", 100, 0.4, groups=None, labels=families([40, 25, 20, 10, 5])),
    ]


def _split_as_data(result, inputs):
    """Say which numbers came, and whether the generator was used."""
    rng = inputs["rng"]
    fresh = np.random.default_rng(rng.seed)
    used = rng.bit_generator.state != fresh.bit_generator.state
    return {"parts": result, "used": bool(used)}


def _is_part(value, n):
    return (
        isinstance(value, np.ndarray)
        and value.ndim == 1
        and (value.dtype.kind in "iu" or value.size == 0)
        and bool(np.all((value >= 0) & (value < n)))
    )


def _parts_of(value):
    parts = value.get("parts") if isinstance(value, dict) else None
    if not isinstance(parts, tuple | list) or len(parts) != 2:
        return None
    return tuple(np.asarray(part) if isinstance(part, list) else part for part in parts)


def _wrong_in_split(case, value):
    """Return the mistake in a split, and why it is one."""
    n, frac = case.inputs["n"], case.inputs["frac"]
    groups, labels = case.inputs.get("groups"), case.inputs.get("labels")
    parts = _parts_of(value)
    if parts is None or not all(_is_part(part, n) for part in parts):
        return "", f"It should return two arrays of whole numbers from 0 to {n - 1}, train first."
    train, held = parts
    if len(set(train.tolist())) < train.size or len(set(held.tolist())) < held.size:
        return "with-replacement", "A number stands in one part more than once."
    if both := np.intersect1d(train, held).size:
        return "overlap", f"{both} of {n} examples are in both parts: training examples are tested."
    if lost := n - train.size - held.size:
        return "drops-remainder", f"{lost} of {n} examples are in neither part."
    if groups is not None and (torn := np.intersect1d(groups[train], groups[held])).size:
        return "group-leak", (
            f"{torn.size} of {len(np.unique(groups))} groups are in both parts: what is learned of "
            "one member is tested on another."
        )
    wrong = _wrong_share(train, held, n, frac, groups, labels)
    if wrong:
        return wrong
    if value.get("used") is not True:
        ordered, telling = _in_order(held, n, groups, labels)
        if ordered:
            id = "no-shuffle" if telling else "either"
            return id, "The parts are cut in the order in which the examples came."
        return "global-rng", "It does not draw from `rng`, so nobody can repeat the split."
    return None


def _members(n, groups, labels):
    """Return what shares are taken of, each with what it is called."""
    if labels is not None:
        return [(np.flatnonzero(labels == one), f"of class {one}") for one in np.unique(labels)]
    return [(np.arange(n), "examples") if groups is None else (np.unique(groups), "groups")]


def _in_order(held, n, groups, labels):
    """Tell whether the first or the last of all, or of each class, are held out; and whether
    there are so many ways to choose that it cannot be by chance.
    """
    held = held if groups is None else np.unique(groups[held])
    chosen = [np.isin(members, held) for members, _ in _members(n, groups, labels)]
    steps = [np.diff(each.astype(int)) for each in chosen]
    ordered = all(np.all(step <= 0) for step in steps) or all(np.all(step >= 0) for step in steps)
    ways = math.prod(math.comb(each.size, int(each.sum())) for each in chosen)
    return ordered, ways > 10**6


def _wrong_share(train, held, n, frac, groups, labels):
    if groups is not None:
        train, held = np.unique(groups[train]), np.unique(groups[held])
    members = _members(n, groups, labels)
    wanted = np.array([frac * of.size for of, _ in members])
    shares, others = (
        np.array([np.isin(of, part).sum() for of, _ in members]) for part in (held, train)
    )
    off = np.abs(shares - wanted) >= 1 - 1e-9
    if not off.any():
        return None
    first = int(off.argmax())
    of, what = members[first]
    why = f"Of {of.size} {what}, {shares[first]} are held out; a share of {frac:.3g} is asked for."
    if np.all(np.abs(others - wanted) < 1):
        return "parts-swapped", why
    return "labels-ignored" if labels is not None else "", why


make_splits = Exercise(
    answer=layers.make_splits,
    cases=_split_cases,
    mistakes=(
        Mistake(
            "overlap",
            "examples are in both parts: the network is tested on what it has learned by heart",
            shows=_found(_wrong_in_split, "overlap"),
        ),
        Mistake(
            "no-shuffle",
            "the parts are cut in the order of the file: if it is sorted, a class can be missing",
            shows=_found(_wrong_in_split, "no-shuffle", "either"),
        ),
        Mistake(
            "group-leak",
            "members of one group are in both parts",
            shows=_found(_wrong_in_split, "group-leak"),
        ),
        Mistake(
            "drops-remainder",
            "both sizes are rounded down: what is left over is in neither part",
            shows=_found(_wrong_in_split, "drops-remainder"),
        ),
        Mistake(
            "with-replacement",
            "numbers are drawn with replacement: some come twice",
            shows=_found(_wrong_in_split, "with-replacement"),
        ),
        Mistake(
            "labels-ignored",
            "the share is not taken of each class when there are labels",
            shows=_found(_wrong_in_split, "labels-ignored"),
        ),
        Mistake(
            "global-rng",
            "chance comes from elsewhere and not from `rng`",
            shows=_found(_wrong_in_split, "global-rng", "either"),
        ),
        Mistake(
            "parts-swapped",
            "the share is kept for training and the rest is held out",
            shows=_found(_wrong_in_split, "parts-swapped"),
        ),
    ),
    hints=(
        "Put the numbers 0 to n - 1 into a random order, and cut once. Groups: shuffle and cut the "
        "groups. Labels: shuffle and cut each class.",
        "`held_out` has about frac * n numbers, `train` the others; together they are n, each "
        "once. Round one size only, and let the other be what is left.",
        "`order = rng.permutation(n)`; `held = order[:k]`, `train = order[k:]`, with "
        "`k = round(frac * n)`. Groups: `names = np.unique(groups)`, permute those, and "
        "`np.isin(groups, chosen)`.",
    ),
    success="A split by group gives a lower accuracy than one by example, and the lower one is "
    "what a new patient, photographer or year will see.",
    forbidden=_FORBIDDEN,
    observe=_split_as_data,
    refuses=_judged_by(_wrong_in_split),
)

# diagnose


def _curve(rng, start, end, epochs, bend=3.0):
    """Go from one number to another, fast first, with a little noise in between."""
    t = np.linspace(0, 1, epochs)
    way = (1 - np.exp(-bend * t)) / (1 - np.exp(-bend))
    noise = rng.uniform(-0.01, 0.01, epochs) * (t > 0) * (t < 1)
    return [float(number) for number in np.round(start + (end - start) * way + noise, 3)]


def _history_case(rng, label, loss, val_loss, accuracy, val_accuracy):
    history = {"loss": loss, "val_loss": val_loss}
    return Case(label, history=history | {"accuracy": accuracy, "val_accuracy": val_accuracy})


def _curves(rng, epochs):
    """Give one case of each kind; where they end is drawn."""

    def near(number, by=0.04):
        return float(number + rng.uniform(-by, by))

    def go(start, end, n=epochs):
        return _curve(rng, near(start), near(end), n)

    down = epochs // 2
    turning = [*go(1.7, 0.7, down), *go(0.75, 1.9, epochs - down)]
    nan = [*go(2.0, 3.5, 2), *[float("nan")] * (epochs - 2)]
    return [
        ("good", go(1.8, 0.15), go(1.8, 0.25), go(0.3, 0.95), go(0.35, 0.92)),
        (
            "no better than before, and not yet worse",
            go(1.8, 0.1),
            go(1.8, 0.5),
            go(0.3, 0.96),
            go(0.3, 0.8),
        ),
        ("it learns by heart", go(1.8, 0.05), turning, go(0.3, 0.97), go(0.35, 0.65)),
        ("it hardly learns", go(2.2, 1.7), go(2.2, 1.75), go(0.2, 0.4), go(0.2, 0.4)),
        ("both stay low", go(2.0, 1.1), go(2.0, 1.0), go(0.3, 0.62), go(0.3, 0.66)),
        ("it gets worse", go(2.2, 5.0), go(2.2, 5.2), go(0.2, 0.12), go(0.2, 0.12)),
        ("it is lost", nan, nan, go(0.15, 0.1), go(0.15, 0.1)),
        ("too good too early", go(1.2, 0.1), go(0.12, 0.05), go(0.6, 0.95), [0.985] * epochs),
    ]


def _diagnose_cases(rng, hidden):
    lengths = (5, 7) if not hidden else (6, 8, 11)
    cases = [_history_case(rng, *one) for epochs in lengths for one in _curves(rng, epochs)]
    if hidden:
        # At a border: the loss on validation data ends a little above its lowest.
        for end, label in ((1.05, "a little above its lowest"), (1.3, "far above its lowest")):
            low = float(rng.uniform(0.4, 0.6))
            val = [2.0, 1.2, round(low, 3), round(low * end, 3)]
            curves = ([2.0, 1.0, 0.4, 0.2], val, [0.3, 0.6, 0.85, 0.95], [0.3, 0.6, 0.8, 0.8])
            cases.append(_history_case(rng, label, *curves))
        perfect = ([0.9, 0.3, 0.05], [0.1, 0.05, 0.02], [0.995, 1.0, 1.0], [0.985, 1.0, 1.0])
        cases.append(_history_case(rng, "an easy task", *perfect))
        cases.append(_history_case(rng, "it gets better, late", *_late(rng)))
    return cases


def _late(rng):
    end = float(rng.uniform(0.3, 0.4))
    return (
        [2.0, 1.4, 0.9, 0.5],
        [1.0, round(end, 3), 1.4, round(end + 0.01, 3)],
        [0.3, 0.5, 0.8, 0.9],
        [0.5, 0.8, 0.5, 0.8],
    )


def _told(**changes):
    """Return `diagnose` with one of its rules changed."""

    def told(history):
        loss, val_loss = (np.asarray(history[name], dtype=float) for name in ("loss", "val_loss"))
        accuracy, val_accuracy = history["accuracy"], history["val_accuracy"]
        lowest = int(np.argmin(val_loss))
        rules = {
            "lr-too-high": not np.all(np.isfinite(loss)) or loss[-1] > loss[0],
            "leak": val_accuracy[0] >= 0.98 and val_accuracy[0] > accuracy[0],
            "underfit": accuracy[-1] < 0.8,
            "overfit": val_loss[-1] > 1.1 * val_loss[lowest] and loss[-1] < loss[lowest],
        }
        rules |= {name: rule(history) for name, rule in changes.items()}
        return next((name for name, holds in rules.items() if holds), "good")

    return told


def _never(history):
    return False


diagnose = Exercise(
    answer=layers.diagnose,
    cases=_diagnose_cases,
    mistakes=(
        Mistake(
            "nan-unnoticed",
            "a loss that is not a number is compared: nothing is above it, and nothing below",
            _told(**{"lr-too-high": lambda h: h["loss"][-1] > h["loss"][0]}),
        ),
        Mistake(
            "leak-unnoticed",
            "nothing is too good: a leak looks like success",
            _told(leak=_never),
        ),
        Mistake(
            "overfit-unnoticed",
            "the validation loss is not looked at: a network that learns by heart looks good",
            _told(overfit=_never),
        ),
        Mistake(
            "gap-for-turn",
            "any gap between training and validation is called overfitting: ask whether the "
            "validation loss has turned upward",
            _told(overfit=lambda h: h["val_loss"][-1] > 1.1 * h["loss"][-1]),
            _told(overfit=lambda h: h["val_loss"][-1] > h["loss"][-1]),
            _told(overfit=lambda h: h["accuracy"][-1] - h["val_accuracy"][-1] > 0.1),
        ),
        Mistake(
            "validation-for-training",
            "underfitting is read from the validation accuracy: it is the training accuracy that "
            "shows whether the network can learn the task",
            _told(underfit=lambda h: h["val_accuracy"][-1] < 0.8),
        ),
    ),
    hints=(
        "Five sentences, in order; the first that holds is the answer. Each looks at two or three "
        "numbers of the history.",
        "Every list has a number for each epoch: `[0]` is after the first, `[-1]` after the last. "
        "`np.argmin(val_loss)` is the epoch of the lowest.",
        "`np.isfinite` finds what is not a number. Overfit: `val_loss[-1] > 1.1 * min(val_loss)` "
        "and `loss[-1] < loss[lowest]`.",
    ),
    success="Curves say what is wrong, not why. The six repairs that follow give the reasons.",
    forbidden=_FORBIDDEN,
)

# repair_shuffle


def _labeled(rng, *shapes):
    """Make cases of images of these shapes, each image with a label of its own."""
    return [
        Case(
            f"{shape[0]} images",
            x=numbers(rng, *shape),
            y=rng.permutation(shape[0]),
            rng=Seeded(int(rng.integers(1, 10_000))),
        )
        for shape in shapes
    ]


def _pair_cases(rng, hidden):
    if not hidden:
        return _labeled(rng, (8, 3, 4, 1), (9, 2, 3, 2))
    return _labeled(rng, (12, 3, 4, 2), (15, 5, 3, 1), (20, 2, 2, 3))


def _places(x, known):
    """Return where each image of `x` stands among the known ones; -1 if nowhere."""
    same = np.isclose(np.asarray(x)[:, None], known[None]).reshape(len(x), len(known), -1).all(-1)
    return np.where(same.any(axis=1), same.argmax(axis=1), -1)


def _arrays(value, shapes):
    """Tell whether a value is a tuple of arrays with these numbers of axes."""
    return (
        isinstance(value, tuple | list)
        and len(value) == len(shapes)
        and all(
            isinstance(one, np.ndarray) and one.ndim == n and one.dtype.kind in "biuf"
            for one, n in zip(value, shapes, strict=True)
        )
    )


def _wrong_pairs(case, value):
    x, y = case.inputs["x"], case.inputs["y"]
    if not _arrays(value, (4, 1)) or value[0].shape != x.shape or value[1].shape != y.shape:
        return "", f"It should return x and y, of shapes {x.shape} and {y.shape}."
    places = _places(value[0], x)
    if sorted(places.tolist()) != list(range(len(x))):
        return "drawn-twice", "Some images came twice, and others not at all."
    if not np.array_equal(value[1], y[places]):
        wrong = int(np.sum(value[1] != y[places]))
        why = f"{wrong} of {len(y)} images have another image's label."
        return ("labels-left-behind" if np.array_equal(value[1], y) else "two-orders"), why
    if np.array_equal(places, np.arange(len(x))):
        return "not-shuffled", "The images are in the order in which they came."
    return None


repair_shuffle = Exercise(
    answer=layers.repair_shuffle,
    cases=_pair_cases,
    mistakes=(
        Mistake(
            "labels-left-behind",
            "the images are shuffled and the labels are not: every image has a label of another",
            shows=_found(_wrong_pairs, "labels-left-behind"),
        ),
        Mistake(
            "two-orders",
            "images and labels are shuffled, each into an order of its own",
            shows=_found(_wrong_pairs, "two-orders"),
        ),
        Mistake(
            "not-shuffled",
            "nothing is shuffled: batches of a sorted file hold one class each",
            shows=_found(_wrong_pairs, "not-shuffled"),
        ),
        Mistake(
            "drawn-twice",
            "examples are drawn with replacement: some come twice, others never",
            shows=_found(_wrong_pairs, "drawn-twice"),
        ),
    ),
    hints=(
        "The symptom: the loss does not fall below that of guessing. Who is whose label?",
        "One order for both: an array of N numbers that sorts x and y alike.",
        "`order = rng.permutation(len(x))`, then `x[order], y[order]`.",
    ),
    success="A loss that stays at log(classes) is the first thing to look for: the network sees no "
    "connection, so ask whether there is one.",
    forbidden=_FORBIDDEN,
    refuses=_judged_by(_wrong_pairs),
)

# repair_softmax


def _class_cases(rng, hidden):
    some = (3, 5) if not hidden else (int(n) for n in rng.choice(np.arange(4, 12), 3, False))
    return [Case(f"{n} classes", n_classes=n) for n in some]


def _seen_large(result, inputs):
    """Describe a model, with what it says of images so bright that it must be sure."""
    described = keras_models.summary(result)
    if not keras_models.is_model(described):
        return described
    x = 1e4 * numbers(np.random.default_rng(10), 12, 8, 8, 1).astype(np.float32)
    return described | {"rows": np.asarray(result(x))}


def _wrong_softmax(case, value):
    n = case.inputs["n_classes"]
    if not keras_models.is_model(value):
        return _NO_MODEL
    wrong = _wrong_head(value, n)
    if wrong:
        return wrong
    if keras_models.are_probabilities(value["rows"]) and value["rows"].max() < 0.9:
        most = np.e / (np.e + n - 1)
        return "softmax-twice", (
            f"Of the brightest images it is {value['rows'].max():.2f} sure at most. Softmax of a "
            f"softmax cannot go above {most:.2f} with {n} classes."
        )
    return None


repair_softmax = Exercise(
    answer=layers.repair_softmax,
    needs=("keras",),
    cases=_class_cases,
    mistakes=(
        Mistake(
            "softmax-twice",
            "a softmax stands on a softmax: the second gets numbers between 0 and 1, and cannot "
            "become sure",
            shows=_found(_wrong_softmax, "softmax-twice"),
        ),
        Mistake(
            "softmax-plus-from-logits",
            "the model ends with a softmax, and the loss is told to make another one",
            shows=_found(_wrong_softmax, "softmax-plus-from-logits"),
        ),
        Mistake(
            "logits-as-probabilities",
            "both softmaxes are gone: the loss takes logits for probabilities",
            shows=_found(_wrong_softmax, "logits-as-probabilities"),
        ),
        Mistake(
            "sigmoid-multiclass",
            "a sigmoid stands where the softmax was: the numbers of an image do not sum to 1",
            shows=_found(_wrong_softmax, "sigmoid-multiclass"),
        ),
    ),
    hints=(
        "The symptom: the accuracy is good and the loss stays high, as if the network did not dare "
        "to be sure. How often are the logits squeezed?",
        "(N, n_classes) logits, one softmax, (N, n_classes) probabilities: in the model, or in the "
        "loss, not in both.",
        "Take the layer `Softmax()` away and leave `activation='softmax'`. Or leave both away and "
        "give the loss `from_logits=True`.",
    ),
    success="The loss that two softmaxes leave over can be worked out: with ten classes, "
    "-log(e / (e + 9)) = 1.46.",
    forbidden=_FORBIDDEN,
    observe=_seen_large,
    refuses=_judged_by(_wrong_softmax),
)

# repair_scaling


def _pixel_cases(rng, hidden):
    def case(label, n, shape, low, high):
        x_train = rng.integers(0, 256, (n, *shape), dtype=np.uint8)
        x_test = rng.integers(low, high, (n - 2, *shape), dtype=np.uint8)
        x_train.flat[:2] = 0, 255  # the whole range is there
        return Case(label, x_train=x_train, x_test=x_test)

    if not hidden:
        return [
            case("gray", 6, (4, 5, 1), 0, 256),
            case("darker test images", 7, (3, 4, 3), 0, 120),
        ]
    return [
        case("gray", 8, (5, 4, 1), 0, 256),
        case("darker test images", 9, (4, 6, 3), 0, 100),
        case("brighter test images", 6, (6, 3, 2), 90, 256),
    ]


def _map_of(x, out):
    """Return the slope and the offset of each channel, if that is what was done; else None."""
    x = x.reshape(-1, x.shape[-1]).astype(np.float64)
    out = out.reshape(-1, x.shape[-1]).astype(np.float64)
    slope = np.array([np.polyfit(a, b, 1) for a, b in zip(x.T, out.T, strict=True)])
    fits = np.allclose(x * slope[:, 0] + slope[:, 1], out, atol=1e-4)
    return slope if fits else None


def _wrong_scale(case, value):
    given = case.inputs["x_train"], case.inputs["x_test"]
    if not _arrays(value, (4, 4)) or any(
        one.shape != x.shape for one, x in zip(value, given, strict=True)
    ):
        return "", f"It should return two arrays of shapes {given[0].shape} and {given[1].shape}."
    train, test = (np.asarray(one, dtype=np.float64) for one in value)
    if not (np.isfinite(train).all() and np.isfinite(test).all()):
        return "", "There are numbers that are not finite."
    if np.abs(train).max() > 10:
        return "not-scaled", f"The training images still go up to {train.max():g}."
    if len(np.unique(train)) < 20:
        return "integer-division", (
            f"Of 256 values {len(np.unique(train))} are left: whole numbers were kept."
        )
    first, second = _map_of(given[0], train), _map_of(given[1], test)
    if first is None:
        return "", "A pixel of the training images does not depend on its old value alone."
    if second is not None and np.allclose(second, [1, 0], atol=1e-4):
        return "test-not-scaled", "The test images are as they were: from 0 to 255."
    if second is None or not np.allclose(first, second, rtol=1e-3, atol=1e-4):
        return "own-numbers", (
            "The same gray becomes another number in training than in test images. Whatever is "
            "done to the first is done to the second, with the same numbers."
        )
    return None


repair_scaling = Exercise(
    answer=layers.repair_scaling,
    cases=_pixel_cases,
    mistakes=(
        Mistake(
            "test-not-scaled",
            "only the training images are scaled: the network is tested on numbers 255 times as "
            "large",
            shows=_found(_wrong_scale, "test-not-scaled"),
        ),
        Mistake(
            "own-numbers",
            "the test images are scaled with numbers of their own: the same gray means two things",
            shows=_found(_wrong_scale, "own-numbers"),
        ),
        Mistake(
            "not-scaled",
            "nothing is scaled: both agree, and the numbers are still up to 255",
            shows=_found(_wrong_scale, "not-scaled"),
        ),
        Mistake(
            "integer-division",
            "`//` divides whole numbers: nearly every pixel becomes 0",
            shows=_found(_wrong_scale, "integer-division"),
        ),
    ),
    hints=(
        "The symptom: training goes well and the test accuracy is that of guessing. What does the "
        "network get to see in a test that it never saw in training?",
        "Two arrays of floats, of the shapes that came in, and one rule for both.",
        "`return x_train / 255, x_test / 255`.",
    ),
    success="A `Rescaling` layer inside the model does it once, for training, test and whoever "
    "loads the model later: then it cannot be forgotten.",
    forbidden=_FORBIDDEN,
    refuses=_judged_by(_wrong_scale),
)

# repair_frozen and repair_inference: models that are made from the numbers of a case


def _frozen_cases(rng, hidden):
    sizes = (3, 4) if not hidden else (3, 4, 5)
    return [
        Case(f"{classes} classes", model=keras_models.small_network(rng, classes))
        for classes in sizes
    ]


def _frozen(inputs):
    model = keras_models.in_keras(inputs["model"])
    for layer in model.layers[:2]:
        layer.trainable = False
    return inputs | {"model": model}


def _after_a_step(result, inputs):
    """Train one batch, and say which weights have moved."""
    described = keras_models.summary(result)
    if not keras_models.is_model(described) or not described["compiled"]:
        return described
    before = result.get_weights()
    given = inputs["model"].get_weights()
    kept = len(before) == len(given) and all(map(np.array_equal, before, given))
    x = np.abs(numbers(np.random.default_rng(10), 8, 6, 6, 1)).astype(np.float32)
    result.run_eagerly = True
    result.train_on_batch(x, np.arange(8) % described["output"][-1])
    moved = [not np.array_equal(a, b) for a, b in zip(before, result.get_weights(), strict=True)]
    return described | {"kept": kept, "moved": moved}


def _wrong_frozen(case, value):
    if not keras_models.is_model(value):
        return _NO_MODEL
    if not value["compiled"]:
        return "not-compiled", "It is not compiled."
    if value.get("kept") is not True:
        return "weights-lost", "It has other weights than the model that came: those are lost."
    moved = value.get("moved")
    if not (
        isinstance(moved, list) and len(moved) == 4 and all(isinstance(one, bool) for one in moved)
    ):
        return "", "It should be the model that came, with its two layers that have weights."
    if not any(moved[:2]):
        return "still-frozen", "After a batch the kernels of the convolution are what they were."
    if not all(moved):
        return "head-frozen", "After a batch the weights of the last layer are what they were."
    return None


repair_frozen = Exercise(
    answer=layers.repair_frozen,
    needs=("keras",),
    cases=_frozen_cases,
    mistakes=(
        Mistake(
            "still-frozen",
            "the convolution still has `trainable = False`: its kernels stay as chance made them",
            shows=_found(_wrong_frozen, "still-frozen"),
        ),
        Mistake(
            "head-frozen",
            "now the last layer is frozen",
            shows=_found(_wrong_frozen, "head-frozen"),
        ),
        Mistake(
            "not-compiled",
            "the model is not compiled: what can be trained is settled when it is",
            shows=_found(_wrong_frozen, "not-compiled"),
        ),
        Mistake(
            "weights-lost",
            "a new model is built: the weights of the one that came are lost",
            shows=_found(_wrong_frozen, "weights-lost"),
        ),
    ),
    hints=(
        "The symptom: the loss falls, but slowly, and stops early. Look which weights move.",
        "Each layer has `trainable`. The model has one too, but it is True already, and to set it "
        "to what it is changes nothing.",
        "`for layer in model.layers: layer.trainable = True`, then `model.compile('adam', "
        "'sparse_categorical_crossentropy')`, then `return model`.",
    ),
    success="Frozen random kernels are not useless: a network on top of them learns something, "
    "which is why this fault is easy to overlook.",
    forbidden=_FORBIDDEN,
    prepare=_frozen,
    observe=_after_a_step,
    refuses=_judged_by(_wrong_frozen),
)


def _inference_cases(rng, hidden):
    def case(label, classes, n):
        x = np.abs(numbers(rng, n, 6, 6, 1)).astype(np.float32)
        return Case(label, model=keras_models.small_network(rng, classes), x=x)

    if not hidden:
        return [case("three classes", 3, 4), case("four classes", 4, 3)]
    return [case(f"{n} classes", n, n + 1) for n in (3, 4, 5)]


def _with_dropout(inputs):
    return inputs | {"model": keras_models.in_keras(inputs["model"], dropout=0.5)}


def _said(model, x):
    return layers.forward(model, x)


def _said_with(weight):
    """Answer as the network does when the inputs of its last layer are multiplied."""
    return lambda model, x: layers.forward(model | {"dense_w": model["dense_w"] * weight}, x)


def _some_units_dropped(case, answer):
    """Tell whether each row is what the network says with half of its units at random."""
    model, x = case.inputs["model"], case.inputs["x"]
    masks = np.array(list(itertools.product((0.0, 2.0), repeat=len(model["dense_w"]))))
    vector = layers.flatten(
        layers.max_pool2d(
            layers.relu(layers.conv2d_forward(x, model["conv_w"], model["conv_b"])), 2
        )
    )
    every = (masks * vector[:, None]) @ model["dense_w"] + model["dense_b"]
    rows = np.asarray(answer.value, dtype=np.float64)[:, None]
    fits = np.isclose(layers.softmax(every), rows, atol=1e-4).all(-1)
    # The last mask keeps all: where it fits everywhere, all was scaled and nothing dropped.
    return bool(fits.any(1).all() and not fits[:, -1].all())


repair_inference = Exercise(
    answer=layers.repair_inference,
    needs=("keras",),
    cases=_inference_cases,
    mistakes=(
        Mistake(
            "dropout-active",
            "half of the units are dropped, as in training: the same image gets another answer "
            "each time",
            shows=_some_units_dropped,
        ),
        Mistake(
            "scaled-again",
            "the share that is kept is multiplied in once more: Keras has done that in training",
            _said_with(0.5),
            _said_with(2.0),
        ),
    ),
    hints=(
        "The symptom: the same picture gets two different answers. Which layer draws lots?",
        "(N, 6, 6, 1) in, (N, classes) out, and the rows sum to 1.",
        "`model(x, training=False)`, or `model.predict(x, verbose=0)`.",
    ),
    success="`fit` switches dropout on, `predict` and `evaluate` off; only who calls the model "
    "itself has to say.",
    forbidden=_FORBIDDEN,
    prepare=_with_dropout,
    observe=lambda result, inputs: np.asarray(result) if hasattr(result, "__array__") else result,
    expected=_said,
)

# repair_leak


def _leak_cases(rng, hidden):
    if not hidden:
        return _labeled(rng, (8, 3, 4, 1), (12, 2, 5, 2))
    return _labeled(rng, (16, 3, 4, 1), (20, 4, 3, 3), (24, 2, 6, 2))


def _wrong_leak(case, value):
    x, y = case.inputs["x"], case.inputs["y"]
    if not _arrays(value, (4, 1, 4, 1)) or any(one.shape[1:] != x.shape[1:] for one in value[::2]):
        return "", "It should return x_train, y_train, x_test and y_test."
    x_train, y_train, x_test, y_test = value
    if len(x_train) != len(y_train) or len(x_test) != len(y_test):
        return "labels-missing", (
            f"{len(x_train)} training images have {len(y_train)} labels, {len(x_test)} test images "
            f"{len(y_test)}."
        )
    every = np.concatenate([x, x[:, :, ::-1]])
    train, test = _places(x_train, every), _places(x_test, every)
    if min(train.min(initial=0), test.min(initial=0)) < 0:
        return "", "There are images that are neither one of `x` nor a mirror image of one."
    twins = np.intersect1d(train % len(x), test % len(x)).size
    if twins:
        return "mirrored-before-split", (
            f"{twins} of {len(x)} images are in the training part, as they are or mirrored, and in "
            "the test."
        )
    if not (
        np.array_equal(y_train, y[train % len(x)]) and np.array_equal(y_test, y[test % len(x)])
    ):
        return "labels-mixed", "There are images with another image's label."
    if (test >= len(x)).any():
        return "test-mirrored", "There are mirror images in the test: it should be as it came."
    quarter = len(x) // 4
    if len(test) != quarter or len(train) != 2 * (len(x) - quarter):
        return "", (
            f"Of {len(x)} images, {quarter} should be held out and the others doubled; there are "
            f"{len(test)} and {len(train)}."
        )
    if len(set(test.tolist())) < quarter:
        return "", "A test image comes twice."
    if len(set(train.tolist())) < len(train):
        return "not-mirrored", "Training images come twice as they are: mirror the second ones."
    return None


repair_leak = Exercise(
    answer=layers.repair_leak,
    cases=_leak_cases,
    mistakes=(
        Mistake(
            "mirrored-before-split",
            "the images are doubled before the split: the twin of a training image is in the test",
            shows=_found(_wrong_leak, "mirrored-before-split"),
        ),
        Mistake(
            "test-mirrored",
            "the test images are doubled too: no leak, but it is no longer the test you were given",
            shows=_found(_wrong_leak, "test-mirrored"),
        ),
        Mistake(
            "labels-mixed",
            "the images are moved without their labels",
            shows=_found(_wrong_leak, "labels-mixed"),
        ),
        Mistake(
            "labels-missing",
            "the images are doubled and their labels are not",
            shows=_found(_wrong_leak, "labels-missing"),
        ),
        Mistake(
            "not-mirrored",
            "the training images are doubled as they are, and not mirrored",
            shows=_found(_wrong_leak, "not-mirrored"),
        ),
    ),
    hints=(
        "The symptom: the test accuracy is as good as the training accuracy, and new images are "
        "much worse. Which test images has the network seen, in a way?",
        "N // 4 test images, and twice as many training images as are left. First split, then "
        "double.",
        "`order = rng.permutation(len(x))`; test: `order[:len(x) // 4]`, train: the others. Then "
        "`np.concatenate([x[train], x[train][:, :, ::-1]])`, and the labels twice.",
    ),
    success="The rule behind it: whatever makes examples similar, such as doubling, cropping, "
    "resampling or scaling by statistics, comes after the split.",
    forbidden=_FORBIDDEN,
    refuses=_judged_by(_wrong_leak),
)

# Questions

predict_smaller_image = Question(
    id="predict_smaller_image",
    answer="b",
    says={
        "a": "The kernels do not depend on the size of the image, but one layer after them does: "
        "which one sees all pixels of all maps?",
        "b": "32 becomes 30, 15, 13, 6: the flatten gives 6 times 6 times 64 = 2,304 numbers and "
        "not 12,544. 128 units for each: 1,310,720 weights less.",
        "c": "The maps do shrink to about a quarter, but the convolutions keep their parameters.",
        "d": "Each kernel has 3 times 3 times its channels, whatever the size of the image.",
    },
)

predict_more_filters = Question(
    id="predict_more_filters",
    answer="c",
    says={
        "a": "The first layer has 32 kernels of 3x3x3 and 32 biases: 896 parameters, of more than "
        "a million and a half.",
        "b": "It doubles the first layer's 896, and something behind it sees twice as many maps.",
        "c": "The first layer gains 896, and the second sees 64 maps in place of 32: 64 kernels "
        "gain 3 times 3 times 32 weights each, 18,432. Together 1.2 percent more.",
        "d": "The dense layer sees the maps of the second convolution, and there are still 64.",
    },
)

predict_validation = Question(
    id="predict_validation",
    answer="d",
    says={
        "a": "The more epochs, the better it knows the training images. That is not the question.",
        "b": "Then the test set would choose the network, and its accuracy would no longer be a "
        "test.",
        "c": "Chance decides little here: the same images come in another order.",
        "d": "A choice, even of the number of epochs, is made on data that the final figure is not "
        "measured on.",
    },
)

predict_saved = Question(
    id="predict_saved",
    answer="a",
    says={
        "a": "Architecture, weights, the state of the optimizer and how it was compiled: the "
        "loaded model can go on training.",
        "b": "That is what `save_weights` does.",
        "c": "Images are never saved in a model.",
        "d": "The layers are saved as their settings, not as your code. That is why a layer of "
        "your own must say what its settings are.",
    },
)
