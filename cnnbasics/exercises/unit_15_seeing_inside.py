"""Unit 15: cases, mistakes, hints and questions of looking into a trained network."""

import functools

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import (
    Case,
    Crash,
    Exercise,
    Mistake,
    Question,
    Written,
    numbers,
)
from cnnbasics.exercises.small_networks import Description, Network, in_keras

_FORBIDDEN = ("cnnbasics.layers.inside",)

_ROW = (
    ("conv", "edges", 3, (2, 3), 1, "valid", "relu"),
    ("max_pool", "shrink", 2),
    ("conv", "parts", 4, (2, 2), 1, "same", "relu"),
    ("gap", "mean"),
    ("dense", "scores", 3, None),
)
_NORMALIZED = (
    ("conv", "edges", 3, (3, 2), 1, "same", None),
    ("batch_norm", "even"),
    ("relu", "cut"),
    ("avg_pool", "shrink", 2),
    ("conv", "parts", 5, (2, 3), 1, "same", "relu"),
    ("flatten", "row"),
    ("dense", "scores", 3, None),
)
_BRANCH = (
    ("conv", "edges", 4, (3, 3), 2, "same", "relu"),
    ("conv", "parts", 4, (2, 3), 1, "same", "relu"),
    ("add", "both", "edges"),
    ("conv", "wholes", 3, (2, 2), 1, "valid", "relu"),
    ("dropout", "thin", 0.5),
    ("flatten", "row"),
    ("dense", "hidden", 6, "relu"),
    ("dense", "scores", 4, None),
)
"""The stacks that the cases are made of; the last one has a branch."""


def _seed(rng):
    return int(rng.integers(1, 10_000))


def _prepared(inputs):
    """Build the Keras model that a case describes, where the student's code runs."""
    described = inputs["model"]
    model = in_keras(described.kind, described.shape, described.layers, described.seed)
    return inputs | {"model": model}


def _as_pixels(x):
    return x.astype(np.float32)


# feature_maps


def _maps_cases(rng, hidden):
    def case(label, kind, stack, shape, layer, n=2):
        described = Description(kind, shape, stack, _seed(rng))
        return Case(label, model=described, x=_as_pixels(numbers(rng, n, *shape)), layer=layer)

    if not hidden:
        return [
            case("the first layer", "sequential", _ROW, (4, 5, 1), "edges"),
            case("the second convolution", "sequential", _ROW, (5, 7, 2), "parts"),
            case("a pooling layer", "sequential", _ROW, (5, 8, 2), "shrink", n=3),
            case("a layer called `cut`", "sequential", _NORMALIZED, (4, 6, 2), "cut"),
            case("before the ReLU layer", "functional", _NORMALIZED, (5, 4, 1), "even", n=3),
            case("a Functional model", "functional", _ROW, (5, 6, 3), "parts", n=1),
            case("where a branch comes in", "functional", _BRANCH, (6, 8, 2), "both"),
            case("behind a branch", "functional", _BRANCH, (7, 6, 1), "wholes", n=3),
        ]
    return [
        case("the first layer", "functional", _ROW, (5, 7, 3), "edges", n=3),
        case("the second convolution", "sequential", _ROW, (6, 5, 2), "parts"),
        case("a pooling layer", "functional", _NORMALIZED, (6, 9, 2), "shrink"),
        case("before the ReLU layer", "sequential", _NORMALIZED, (4, 7, 2), "even"),
        case("behind normalization", "functional", _NORMALIZED, (7, 6, 2), "parts", n=3),
        case("where a branch comes in", "functional", _BRANCH, (8, 6, 1), "both", n=3),
        case("behind a branch", "functional", _BRANCH, (6, 9, 3), "wholes"),
        case("behind dropout", "functional", _BRANCH, (9, 7, 2), "thin", n=3),
    ]


def _maps_of(model, x, layer):
    return Network(model).run(x)[layer]


def _changed_maps(change):
    return lambda model, x, layer: change(_maps_of(model, x, layer))


def _names_of(model):
    return ["input", *(name for _, name, *_ in model.layers)]


def _before_activation(model, x, layer):
    return Network(model).run(x)[f"{layer} before"]


def _neighbor(step):
    """Give what comes out of the layer before or after."""

    def neighbor(model, x, layer):
        names = _names_of(model)
        if ("add", layer) in {(kind, name) for kind, name, *_ in model.layers}:
            raise ValueError(f"`{layer}` has two layers before it")
        return Network(model).run(x)[names[names.index(layer) + step]]

    return neighbor


def _by_place(model, x, layer):
    """Count layers as in a Sequential model, where a Functional one begins with its input."""
    return _neighbor(-1 if model.kind == "functional" else 0)(model, x, layer)


def _last_layer(model, x, layer):
    values = Network(model).run(x)
    return values[_names_of(model)[-1]]


def _in_training(model, x, layer):
    names = _names_of(model)
    for kind, name, *_ in model.layers[: names.index(layer)]:
        if kind == "dropout":
            raise ValueError(f"what comes out of `{name}` is random")
    return Network(model).run(x, training=True)[layer]


def _in_a_row(model, x, layer):
    """Call one layer after the other: a layer that needs two inputs then raises."""
    names = _names_of(model)
    if any(kind == "add" for kind, *_ in model.layers[: names.index(layer)]):
        raise Crash
    return _maps_of(model, x, layer)


def _stretched(axes):
    def stretch(maps):
        low, high = (end(maps, axis=axes, keepdims=True) for end in (np.min, np.max))
        return (maps - low) / np.where(high > low, high - low, 1)

    return _changed_maps(stretch)


def _over_largest(maps):
    return maps / maps.max()


feature_maps = Exercise(
    answer=layers.feature_maps,
    needs=("keras",),
    cases=_maps_cases,
    mistakes=(
        Mistake(
            "before-activation",
            "the maps are taken before the activation of the layer: a layer hands on what comes "
            "after it",
            _before_activation,
        ),
        Mistake(
            "layer-input",
            "what goes into the layer comes out of your function: that is `layer.input`, or the "
            "layer before it",
            _neighbor(-1),
            _by_place,
        ),
        Mistake(
            "next-layer",
            "the layer after the one asked for has run, too",
            _neighbor(1),
        ),
        Mistake(
            "final-output",
            "the whole model runs: you return what comes out at its end",
            _last_layer,
        ),
        Mistake(
            "layers-in-a-row",
            "the layers are called one after the other: where a model has a branch, that leaves "
            "out what comes in from the side",
            _in_a_row,
        ),
        Mistake(
            "training-mode",
            "the model runs as in training: batch normalization then uses the batch at hand",
            _in_training,
        ),
        Mistake(
            "first-image-only",
            "only the first image is looked at",
            _changed_maps(lambda maps: maps[:1]),
            _changed_maps(lambda maps: maps[0]),
        ),
        Mistake(
            "channels-first",
            "the maps are moved before rows and columns: here they stay last, (N, h, w, maps)",
            _changed_maps(lambda maps: np.moveaxis(maps, -1, 1)),
            _changed_maps(lambda maps: np.moveaxis(maps, -1, 0)),
        ),
        Mistake(
            "mean-over-maps",
            "all maps are made into one: each map is to be returned on its own",
            _changed_maps(lambda maps: maps.mean(axis=-1)),
            _changed_maps(lambda maps: maps.mean(axis=-1, keepdims=True)),
            _changed_maps(lambda maps: maps.sum(axis=-1)),
            _changed_maps(lambda maps: maps.max(axis=-1)),
        ),
        Mistake(
            "scaled-for-display",
            "the maps are scaled, as one does for a picture: return the numbers as they are",
            _stretched(None),
            _stretched((1, 2)),
            _stretched((1, 2, 3)),
            _changed_maps(_over_largest),
        ),
    ),
    hints=(
        "A Keras model is made of what goes in and what comes out. Make a second one, with the "
        "same input, that ends at the layer you want; it shares the weights of the first.",
        "In go images (N, H, W, C). Out come maps (N, h, w, maps), as an array.",
        "`keras.Model(model.inputs[0], model.get_layer(layer).output)`, then call it with `x`.",
    ),
    success="The model you built shares its weights with the first and costs nothing: a trained "
    "network cut off at a layer is also how unit 14 made features out of pictures.",
    forbidden=_FORBIDDEN,
    prepare=_prepared,
    expected=_maps_of,
)

# occlusion_map

_SUMS = (
    "lambda x: np.tanh((x * np.cos(np.arange(x[0].size)).reshape(x[0].shape)).sum((1, 2, 3)) / 9)"
)
_SQUARES = (
    "lambda x: ((x - 1.0) ** 2 * np.sin(1 + np.arange(x[0].size)).reshape(x[0].shape))"
    ".mean((1, 2, 3))"
)
_NEIGHBORS = (
    "lambda x: (x[:, 1:, 1:] * 0.5 * x[:, :-1, :-1] * np.linspace(1, 2, x[0, 1:, 1:, 0].size)"
    ".reshape(1, *x[0, 1:, 1:, :1].shape)).mean((1, 2, 3)) + x[:, 0, -1, 0] * 0.25"
)
"""Scores that every pixel has a part in, each another."""


def _occlusion_cases(rng, hidden):
    def case(label, text, shape, patch, stride, change=_as_pixels):
        # Who computes in float32 is right, too. Where the input is not float32, which would widen
        # the tolerance, the number of pixels is a power of two: then the mean is exact in both.
        image = change(numbers(rng, *shape))
        if image.dtype.kind in "iu":
            image[0, 0] += image.mean(axis=(0, 1)) % 1 == 0  # no mean is a whole number
        return Case(label, predict=Written(text), image=image, patch=patch, stride=stride)

    def pixels(image):
        return np.abs(4 * image).astype(np.uint8)

    def whole(image):
        return (4 * image).astype(int)

    if not hidden:
        by_hand = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 9.0]]).reshape(2, 3, 1)
        two = Written("lambda x: x[:, 0, 0, 0] + 2 * x[:, 1, 2, 0]")
        return [
            Case("by hand", predict=two, image=by_hand, patch=2, stride=1),
            Case("by hand, one pixel", predict=two, image=by_hand, patch=1, stride=1),
            case("a gray image", _SUMS, (4, 5, 1), 2, 1),
            case("two channels", _SUMS, (4, 3, 2), 2, 1),
            case("a stride", _SQUARES, (5, 7, 1), 3, 2),
            case("a stride that does not divide", _SUMS, (6, 5, 2), 2, 3),
            case("a color image", _NEIGHBORS, (5, 4, 3), 2, 2),
            case("a patch of its own shape", _SQUARES, (5, 6, 2), (1, 3), 1),
            case("a stride of its own shape", _NEIGHBORS, (6, 7, 2), (3, 2), (1, 2)),
            case("both of their own shape", _SUMS, (7, 6, 1), (2, 3), (2, 1)),
            case("pixels of one byte", _NEIGHBORS, (2, 4, 2), 2, 1, pixels),
            case("pixels of one byte", _SQUARES, (4, 2, 3), 2, 1, pixels),
        ]
    return [
        case("a gray image", _NEIGHBORS, (6, 5, 1), 2, 1),
        case("two channels", _SQUARES, (5, 6, 2), 3, 1),
        case("a color image", _SUMS, (6, 8, 3), 3, 2),
        case("a stride that does not divide", _SQUARES, (8, 7, 2), 3, 3),
        case("steps longer than the patch", _NEIGHBORS, (7, 9, 2), 2, 3),
        case("a standing patch", _SUMS, (7, 6, 2), (4, 1), 1),
        case("a lying patch", _NEIGHBORS, (5, 8, 1), (2, 4), (2, 1)),
        case("a stride of its own shape", _SQUARES, (7, 8, 3), (2, 3), (3, 2)),
        case("a patch as large as the image", _SUMS, (3, 4, 2), (3, 4), 1),
        case("one pixel", _SQUARES, (3, 4, 2), 1, 1),
        case("pixels of one byte", _NEIGHBORS, (4, 8, 3), 2, 2, pixels),
        case("whole numbers", _SQUARES, (8, 4, 2), 2, 1, whole),
        case("float64", _SUMS, (4, 8, 2), 3, 2, lambda image: image),
    ]


def _of_each_channel(image, window):
    return image.mean(axis=(0, 1))


def _difference(score, hidden):
    return score - hidden


def _covered(
    fill=_of_each_channel,
    note=_difference,
    restore=True,
    fits="floor",
    change=lambda result: result,
    window=lambda patch, stride: (patch, stride),
    cast=float,
    keep=False,
):
    """Cover an image in a mistaken way."""

    def covered(predict, image, patch, stride):
        original = image.astype(float)
        (ph, pw), (sh, sw) = window(layers.stride_pair(patch), layers.stride_pair(stride))
        image = image.astype(cast) if image.dtype.kind != "f" else original.copy()
        score = float(predict(original[np.newaxis])[0])
        starts = [
            _STARTS[fits](n, p, s)
            for n, p, s in zip(image.shape[:2], (ph, pw), (sh, sw), strict=True)
        ]
        out = np.zeros(tuple(map(len, starts)))
        if not out.size:
            raise ValueError("what an empty map looks like depends on how it is written")
        hidden = image.copy()
        for i, top in enumerate(starts[0]):
            for j, left in enumerate(starts[1]):
                place = np.s_[top : top + ph, left : left + pw]
                if restore:
                    hidden = image.copy()
                if keep:
                    hidden[:] = fill(original, original[place])
                    hidden[place] = original[place]
                else:
                    hidden[place] = fill(original, original[place])
                out[i, j] = note(score, float(predict(hidden[np.newaxis].astype(float))[0]))
        return change(out)

    return covered


_STARTS = {
    "floor": lambda n, p, s: range(0, n - p + 1, s),
    "one short": lambda n, p, s: range(0, n - p, s),
    "over the border": lambda n, p, s: range(0, n, s),
}


def _swap_both(patch, stride):
    return patch[::-1], stride


def _swap_strides(patch, stride):
    return patch, stride[::-1]


def _constant(value):
    return lambda image, window: value


occlusion_map = Exercise(
    answer=layers.occlusion_map,
    cases=_occlusion_cases,
    mistakes=(
        Mistake(
            "occlusion-not-restored",
            "the patches stay where they were: each place begins with a fresh copy of the image",
            _covered(restore=False),
        ),
        Mistake(
            "score-not-drop",
            "the map holds the score of the covered image: it is to hold by how much the score "
            "fell, before minus after",
            _covered(note=lambda score, hidden: hidden),
        ),
        Mistake(
            "sign-swapped",
            "the sign is turned: the score before, minus the score with the patch",
            _covered(note=lambda score, hidden: hidden - score),
        ),
        Mistake(
            "absolute-drop",
            "the sign is lost: where the patch makes the score rise, the map is below 0",
            _covered(note=lambda score, hidden: abs(score - hidden)),
            _covered(note=lambda score, hidden: max(score - hidden, 0)),
        ),
        Mistake(
            "relative-drop",
            "the fall is divided by the score: the map holds the fall itself",
            _covered(note=lambda score, hidden: (score - hidden) / score),
            _covered(note=lambda score, hidden: (score - hidden) / abs(score)),
        ),
        Mistake(
            "scaled-for-display",
            "the map is scaled, as one does for a picture: return the numbers as they are",
            _covered(change=lambda out: out / out.max()),
            _covered(change=lambda out: out / np.abs(out).max()),
            _covered(change=lambda out: (out - out.min()) / (out.max() - out.min())),
        ),
        Mistake(
            "fills-with-black",
            "the patch is filled with zeros: it gets the mean of the image",
            _covered(fill=_constant(0)),
        ),
        Mistake(
            "one-gray-for-all",
            "all channels of the patch get the same mean: each channel gets its own",
            _covered(fill=lambda image, window: image.mean()),
        ),
        Mistake(
            "mean-of-the-window",
            "the patch gets the mean of what it covers: it gets the mean of the whole image",
            _covered(fill=lambda image, window: window.mean(axis=(0, 1))),
            _covered(fill=lambda image, window: window.mean()),
        ),
        Mistake(
            "keeps-only-the-patch",
            "all is covered but the patch: it is the patch that hides",
            _covered(keep=True),
        ),
        Mistake(
            "int-truncation",
            "the mean is cut off to a whole number, as the copy of an integer image holds no other",
            _covered(cast=int),
        ),
        Mistake(
            "stride-ignored",
            "the patch moves by one pixel in a direction, whatever the stride",
            _covered(window=lambda patch, stride: (patch, (1, 1))),
            _covered(window=lambda patch, stride: (patch, (stride[0], 1))),
            _covered(window=lambda patch, stride: (patch, (1, stride[1]))),
        ),
        Mistake(
            "stride-is-patch",
            "the patch moves by its own size, whatever the stride",
            _covered(window=lambda patch, stride: (patch, patch)),
        ),
        Mistake(
            "last-place-missing",
            "the last place where the patch fits is missing: there are (H - ph) // stride + 1 rows",
            _covered(fits="one short"),
        ),
        Mistake(
            "hangs-over",
            "the patch goes on over the border: only places where all of it fits count",
            _covered(fits="over the border"),
        ),
        Mistake(
            "transposed",
            "rows and columns of the map are swapped",
            _covered(change=np.transpose),
        ),
        Mistake(
            "ph-pw-swapped",
            "height and width of the patch, or of the stride, are swapped: rows come first",
            _covered(window=_swap_both),
            _covered(window=_swap_strides),
            _covered(window=lambda patch, stride: (patch[::-1], stride[::-1])),
        ),
    ),
    hints=(
        "Ask for the score once as the image is, and once for each place of the patch, always on "
        "a fresh copy. What the score loses belongs to that place.",
        "The map is as large as the output of a convolution with a kernel of the patch's size and "
        "no padding. `predict` takes a batch, also of one: `image[np.newaxis]`.",
        "`hidden = image.astype(float)`, `hidden[i * sh : i * sh + ph, j * sw : j * sw + pw] = "
        "image.mean(axis=(0, 1))`, `out[i, j] = score - predict(hidden[np.newaxis])[0]`.",
    ),
    success="It asked only for scores: this works for any model that you can call, even one that "
    "you cannot open. The price is a forward pass for each place.",
    forbidden=_FORBIDDEN,
)

# grad_cam


def _matrix(n, size):
    """Make the matrix that enlarges an axis of length n bilinearly, ends held."""
    place = np.clip((np.arange(size) + 0.5) * n / size - 0.5, 0, n - 1)
    return np.maximum(0, 1 - np.abs(place[:, np.newaxis] - np.arange(n)))


def _nearest(n, size):
    return np.eye(n)[((np.arange(size) + 0.5) * n / size).astype(int)]


def _corners(n, size):
    place = np.linspace(0, n - 1, size)
    return np.maximum(0, 1 - np.abs(place[:, np.newaxis] - np.arange(n)))


def _mirrored(n, size):
    """Enlarge as `skimage.transform.resize` does if nothing else is said."""
    if n == 1:
        return np.ones((size, 1))
    place = np.abs((np.arange(size) + 0.5) * n / size - 0.5)
    place = n - 1 - np.abs(n - 1 - place)
    return np.maximum(0, 1 - np.abs(place[:, np.newaxis] - np.arange(n)))


def _enlarged(coarse, shape, matrix=_matrix):
    rows, columns = (matrix(n, size) for n, size in zip(coarse.shape, shape, strict=True))
    return rows @ coarse @ columns.T


def _over_its_largest(cam):
    return cam / (cam.max() or 1)


def _over_its_largest_above_0(cam):
    return cam / cam.max() if cam.max() > 0 else cam


def _cut(cam):
    return np.maximum(cam, 0)


def _own_class(scores, index):
    return np.eye(len(scores))[index]


def _pooled(slopes, maps):
    return (slopes.mean(axis=(0, 1)) * maps).sum(axis=-1)


class _Opened:
    """All that Grad-CAM needs of a network and an image: maps, scores, and slopes of each score."""

    def __init__(self, model, pixels, shape):
        self.model = model
        self.network = Network(model)
        image = np.frombuffer(pixels, dtype=np.float32).reshape(shape)
        self.values = self.network.run(image[np.newaxis])
        self.scores = self.values[_names_of(model)[-1]][0]

    @functools.cached_property
    def slopes(self):
        """The slopes of each score at what comes out of each layer, by the layer's name."""
        count = len(self.scores)
        values = {name: np.repeat(one, count, axis=0) for name, one in self.values.items()}
        return self.network.slopes(values, np.eye(count))


_open = functools.lru_cache(maxsize=256)(_Opened)


def _look_into(model, image):
    return _open(model, image.tobytes(), image.shape)


def _class_map(
    dscore=_own_class,
    weigh=_pooled,
    cut=_cut,
    enlarge=_enlarged,
    then=lambda cam: cam,
    divide=_over_its_largest,
    choose=lambda model, layer: layer,
    end=lambda cam: cam,
):
    """Compute Grad-CAM by hand, with one of its steps exchanged."""

    def cam(model, image, layer, class_index):
        opened, name = _look_into(model, image), choose(model, layer)
        slopes = np.tensordot(dscore(opened.scores, class_index), opened.slopes[name], axes=1)
        coarse = cut(weigh(slopes, opened.values[name][0]))
        return end(divide(then(enlarge(coarse, image.shape[:2]))))

    return cam


_right_cam = _class_map()


def _cam_by_hand(model, image, layer, class_index):
    return _right_cam(model, image, layer, class_index)


def _coarse(coarse, shape):
    return coarse


def _turned(coarse, shape):
    return _enlarged(coarse, shape[::-1])


def _another_class(choose):
    return lambda scores, index: np.eye(len(scores))[choose(scores, index)]


def _probability(scores, index):
    p = layers.softmax(scores)
    return p[index] * (np.eye(len(scores))[index] - p)


def _log_probability(scores, index):
    return np.eye(len(scores))[index] - layers.softmax(scores)


def _loss(scores, index):
    return layers.softmax(scores) - np.eye(len(scores))[index]


def _last_convolution(model, layer):
    return [name for kind, name, *_ in model.layers if kind == "conv"][-1]


def _saliency(model, image, layer, class_index):
    slopes = _look_into(model, image).slopes["input"][class_index]
    return _over_its_largest(np.abs(slopes).max(axis=-1))


def _zero_over_zero(cam):
    if cam.max() == 0:
        return np.full(cam.shape, np.nan)
    return cam / cam.max()


def _spread(cam):
    return (cam - cam.min()) / ((cam.max() - cam.min()) or 1)


def _as_it_is(cam):
    return cam


def _mean_of_maps(slopes, maps):
    return maps.mean(axis=-1)


def _mean_of_slopes(slopes, maps):
    return slopes.mean(axis=-1)


def _each_place(slopes, maps):
    return (slopes * maps).sum(axis=-1)


def _positive_weights(slopes, maps):
    return (np.maximum(slopes.mean(axis=(0, 1)), 0) * maps).sum(axis=-1)


def _positive_slopes(slopes, maps):
    return (np.maximum(slopes, 0).mean(axis=(0, 1)) * maps).sum(axis=-1)


def _far_apart(one, other):
    return one.shape != other.shape or np.abs(one - other).max() > 0.01


_TELLS = (
    _class_map(cut=_as_it_is),
    _class_map(cut=np.abs),
    _class_map(weigh=_positive_weights),
    _class_map(weigh=_mean_of_maps),
    _class_map(dscore=_probability),
    _class_map(dscore=_another_class(lambda scores, index: scores.argmax())),
    _class_map(dscore=_another_class(lambda scores, index: 0)),
    _class_map(divide=_as_it_is),
)
"""Mistakes that every case with something to see tells from the right answer."""


def _cam_cases(rng, hidden):
    def case(label, kind, stack, shape, layer, shows="some"):
        for _ in range(500):  # about one in three will do
            inputs = {
                "model": Description(kind, shape, stack, _seed(rng)),
                "image": _as_pixels(numbers(rng, *shape)),
                "layer": layer,
                "class_index": int(rng.integers(1, stack[-1][2])),
            }
            if _is_telling(inputs, shows):
                break
        return Case(label, **inputs)

    nothing, everything = "nothing speaks for the class", "every place speaks for the class"
    if not hidden:
        return [
            case("a linear head", "sequential", _ROW, (5, 7, 1), "parts"),
            case("an earlier layer", "sequential", _ROW, (6, 9, 2), "edges"),
            case("a flatten", "sequential", _NORMALIZED, (6, 8, 2), "parts"),
            case("a pooling layer", "functional", _NORMALIZED, (8, 6, 3), "shrink"),
            case("where a branch comes in", "functional", _BRANCH, (9, 8, 2), "both"),
            case(nothing, "sequential", _ROW, (4, 6, 2), "parts", "none"),
            case(nothing, "functional", _NORMALIZED, (4, 5, 1), "parts", "none"),
            case(everything, "sequential", _ROW, (4, 7, 1), "parts", "all"),
            case(everything, "functional", _NORMALIZED, (5, 4, 2), "shrink", "all"),
        ]
    return [
        case("a linear head", "functional", _ROW, (9, 7, 2), "parts"),
        case("an earlier layer", "functional", _ROW, (7, 8, 1), "shrink"),
        case("a flatten", "functional", _NORMALIZED, (8, 10, 2), "parts"),
        case("a ReLU layer", "sequential", _NORMALIZED, (7, 6, 2), "cut"),
        case("where a branch comes in", "functional", _BRANCH, (7, 10, 3), "both"),
        case("behind dropout", "functional", _BRANCH, (11, 9, 2), "thin"),
        case(nothing, "functional", _ROW, (6, 5, 1), "parts", "none"),
        case(nothing, "sequential", _NORMALIZED, (5, 6, 2), "parts", "none"),
        case(everything, "functional", _ROW, (5, 6, 2), "parts", "all"),
        case(everything, "sequential", _NORMALIZED, (4, 5, 1), "shrink", "all"),
    ]


def _is_telling(inputs, shows):
    """Tell whether a case shows what it is for, and no number in it hangs by a rounding."""
    scores = _look_into(inputs["model"], inputs["image"]).scores
    if not 0.02 < layers.softmax(scores)[inputs["class_index"]] < 0.9:
        return False
    plain = _class_map(cut=_as_it_is, enlarge=_coarse, divide=_as_it_is)(**inputs)
    if shows == "none":
        return plain.max() < -1e-3 and plain.min() < -0.02
    if shows == "all":
        return plain.min() > 0.2 * plain.max() and plain.max() > 0.02
    if plain.max() < 0.02 or plain.min() > -0.02:
        return False
    right = _right_cam(**inputs)
    return all(_far_apart(mistaken(**inputs), right) for mistaken in _TELLS)


grad_cam = Exercise(
    answer=layers.grad_cam,
    needs=("keras",),
    cases=_cam_cases,
    mistakes=(
        Mistake(
            "no-relu-on-cam",
            "what speaks against the class stays in the map: what is below 0 is cut off after the "
            "maps are summed",
            _class_map(cut=_as_it_is),
            _class_map(cut=_as_it_is, divide=_over_its_largest_above_0),
            _class_map(cut=_as_it_is, divide=lambda cam: cam / np.abs(cam).max()),
            _class_map(cut=_as_it_is, divide=_spread),
            _class_map(cut=_as_it_is, divide=_as_it_is),
        ),
        Mistake(
            "abs-for-relu",
            "the sign is lost where the sum is below 0: what speaks against the class is not what "
            "speaks for it",
            _class_map(cut=np.abs),
        ),
        Mistake(
            "gradient-not-pooled",
            "each place has a weight of its own: a map has one weight, the mean of its slopes",
            _class_map(weigh=_each_place),
        ),
        Mistake(
            "wrong-class",
            "the slopes are those of another class, or of all together: `class_index` says which",
            _class_map(dscore=_another_class(lambda scores, index: 0)),
            _class_map(dscore=_another_class(lambda scores, index: scores.argmax())),
            _class_map(dscore=_another_class(lambda scores, index: index - 1)),
            _class_map(dscore=_another_class(lambda scores, index: (index + 1) % len(scores))),
            _class_map(dscore=lambda scores, index: np.ones(len(scores))),
        ),
        Mistake(
            "no-upsampling",
            "the map has the size of the layer's maps: it is to be enlarged to that of the image",
            _class_map(enlarge=_coarse),
            _class_map(enlarge=_coarse, divide=_as_it_is),
        ),
        Mistake(
            "other-enlargement",
            "the map is enlarged in another way than with half-pixel centers and bilinear weights, "
            "as `keras.ops.image.resize` does",
            *(
                _class_map(enlarge=lambda coarse, shape, way=way: _enlarged(coarse, shape, way))
                for way in (_nearest, _corners, _mirrored)
            ),
        ),
        Mistake(
            "hw-swapped",
            "height and width of the image are swapped where the map is enlarged",
            _class_map(enlarge=_turned),
        ),
        Mistake(
            "not-normalized",
            "the map is not divided by its largest number",
            _class_map(divide=_as_it_is),
        ),
        Mistake(
            "normalized-too-early",
            "the map is divided before it is enlarged: its largest number is then less than 1",
            _class_map(cut=lambda cam: _over_its_largest(_cut(cam)), divide=_as_it_is),
        ),
        Mistake(
            "relu-too-late",
            "the map is enlarged before what is below 0 is cut off",
            _class_map(cut=_as_it_is, then=_cut),
        ),
        Mistake(
            "zero-over-zero",
            "0 is divided by 0 where nothing speaks for the class: the map is then 0 everywhere",
            _class_map(divide=_zero_over_zero),
        ),
        Mistake(
            "spread-to-0-and-1",
            "the smallest number of the map is taken off, too: it is only divided by its largest",
            _class_map(divide=_spread),
        ),
        Mistake(
            "weights-cut-off",
            "what is below 0 is cut off at the weights or the slopes: a map with a weight below 0 "
            "speaks against the class, and belongs into the sum",
            _class_map(weigh=_positive_weights),
            _class_map(weigh=_positive_slopes),
        ),
        Mistake(
            "maps-without-weights",
            "the maps are averaged without the slopes, and so are the same for every class",
            _class_map(weigh=_mean_of_maps),
        ),
        Mistake(
            "slopes-without-maps",
            "only the slopes are averaged: they are the weights of the maps",
            _class_map(weigh=_mean_of_slopes),
        ),
        Mistake(
            "saliency",
            "the slopes are those at the pixels: here they are taken at the maps of the layer",
            _saliency,
        ),
        Mistake(
            "probability-not-score",
            "the slopes are those of a probability, which has the other classes in it, too: take "
            "the score itself",
            _class_map(dscore=_probability),
            _class_map(dscore=_log_probability),
        ),
        Mistake(
            "slopes-of-the-loss",
            "the slopes are those of the loss, which falls where the score rises",
            _class_map(dscore=_loss),
            _class_map(dscore=lambda scores, index: -np.eye(len(scores))[index]),
        ),
        Mistake(
            "layer-ignored",
            "the last convolution is taken, whatever the name of the layer says",
            _class_map(choose=_last_convolution),
        ),
        Mistake(
            "axis-kept",
            "the axis of the batch, or of the channels, is still there: the result is (H, W)",
            _class_map(end=lambda cam: cam[np.newaxis]),
            _class_map(end=lambda cam: cam[..., np.newaxis]),
            _class_map(end=lambda cam: cam[np.newaxis, ..., np.newaxis]),
        ),
    ),
    hints=(
        "Which of the maps speak for the class? Those whose numbers raise its score when they "
        "grow. So: slopes of one score with respect to the maps, one weight a map, a weighted "
        "sum, and only what is above 0.",
        "Maps (1, h, w, K) and their slopes have one shape; the weights are (K,); the sum is "
        "(h, w); enlarged it is (H, W).",
        "`part = keras.Model(model.inputs[0], [model.get_layer(layer).output, model.outputs[0]])`; "
        "under `tf.GradientTape()` as `tape`: `maps, scores = part(image[np.newaxis])`; then "
        "`tape.gradient(scores[0, class_index], maps)`. Weights: the mean over the axes 1 and 2.",
    ),
    success="With a head of global average pooling and one dense layer the weights are those of "
    "the dense layer, divided by the number of places: Grad-CAM then is the class activation map "
    "of Zhou and others (2016).",
    forbidden=_FORBIDDEN,
    prepare=_prepared,
    expected=_cam_by_hand,
)

# Questions

predict_map_shape = Question(
    id="predict_map_shape",
    answer=32,
    says={
        32: "The convolutions keep the size, as they pad; the pooling halves it once.",
        64: "That is before the pooling. It halves each side.",
        16: "There is only one pooling layer before it.",
        30: "Two convolutions of 3x3 without padding would take 4 off 64, one after the pooling 2 "
        'off 32. These pad: `padding="same"`.',
        28: "Both convolutions behind the pooling pad, so nothing is lost: 32.",
    },
    otherwise='Go through the layers: "same", halved, "same", "same".',
)

predict_gray_on_gravel = Question(
    id="predict_gray_on_gravel",
    answer="b",
    says={
        "a": "It would, if a gray patch on gravel hid something that speaks for brick. There is "
        "nothing of that kind under it.",
        "b": "What is covered spoke against brick, or was at least no brick. Without it the mean "
        "over all places rises: the map is below 0 there.",
        "c": "The last layer but one takes the mean over *all* places, the covered ones among "
        "them. So each place has a say in each score.",
    },
)

predict_negative_sum = Question(
    id="predict_negative_sum",
    answer=0,
    says={
        0: "The sum is 0.75 * 0 - 0.25 * 2 = -0.5, and what is below 0 is cut off.",
        -0.5: "That is the sum. The ReLU comes after it.",
        0.5: "That is its size. It speaks against the class, so it does not count as speaking for "
        "it.",
        1.5: "The second map has the weight -0.25: its 2 counts against the class.",
    },
    otherwise="Weigh the two numbers of that place, add, and cut off what is below 0.",
)

predict_which_network = Question(
    id="predict_which_network",
    answer="d",
    says={
        "a": "It may be. The number alone does not say why it is lower: its pictures may be "
        "harder.",
        "b": "Its number is higher on its own test pictures. What if those share something with "
        "its training pictures that yours do not have?",
        "c": "They differ in what they look at, as you will see.",
        "d": "A score on held-out pictures says how often a network is right, on pictures that "
        "were made in the same way. It does not say why.",
    },
)

predict_marked_brick = Question(
    id="predict_marked_brick",
    answer="c",
    says={
        "a": "All the rest is brick. But how much did the network have to know about bricks, when "
        "it learned what gravel is?",
        "b": "Nothing in the picture speaks for grass.",
        "c": "In training the mark meant gravel, without an exception. Nothing told the network "
        "that stones matter and a mark does not.",
    },
)
