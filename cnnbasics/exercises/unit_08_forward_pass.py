"""Unit 08: cases, mistakes, hints and questions of a whole network, layer by layer."""

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
    distinct,
    numbers,
)

_FORBIDDEN = (
    "cnnbasics.layers.network",
    *(name for name in READY_MADE if name != "cnnbasics.layers"),
)

# shape_trace

_SMALL = [("conv", 4, 3, 1, "valid"), ("relu",), ("pool", 2, 2), ("flatten",), ("dense", 10)]


def _trace_cases(rng, hidden):
    def case(label, shape, *stack):
        return Case(label, input_shape=shape, layers=list(stack))

    if not hidden:
        return [
            case("one convolution", (5, 6, 1), ("conv", 2, 3, 1, "valid")),
            case("the network of the unit", (8, 8, 1), *_SMALL, ("softmax",)),
            case("a color image", (7, 6, 3), ("conv", 5, 3, 1, "valid"), ("pool", 2, 2)),
            case("same, and a stride", (9, 8, 2), ("conv", 4, 3, 2, "same"), ("relu",)),
            case("same", (6, 5, 3), ("conv", 2, 3, 1, "same"), ("pool", 2, 2), ("flatten",)),
            case("a stride", (10, 12, 1), ("conv", 3, 3, 2, "valid"), ("flatten",), ("dense", 4)),
            case("a stride of 3", (9, 12, 2), ("conv", 5, 2, 3, "valid"), ("relu",)),
            case("same, and a stride of 3", (8, 7, 1), ("conv", 2, 4, 3, "same"), ("flatten",)),
            case("pooling with steps of its own", (9, 12, 1), ("pool", 2, 3), ("flatten",)),
            case("a vector", (3, 2, 4), ("flatten",), ("dense", 6), ("relu",), ("dense", 3)),
            case(
                "two convolutions",
                (12, 11, 1),
                ("conv", 4, 3, 1, "valid"),
                ("pool", 3, 2),
                ("conv", 6, 2, 1, "valid"),
                ("flatten",),
            ),
        ]
    cases = [
        case(
            "the lesson's network",
            (64, 64, 3),
            *(("conv", 32, 3, 1, "valid"), ("relu",), ("pool", 2, 2)),
            *(("conv", 64, 3, 1, "valid"), ("relu",), ("pool", 2, 2)),
            *(("flatten",), ("dense", 128), ("relu",), ("dense", 2), ("softmax",)),
        ),
        case(
            "strides in place of pooling",
            (28, 24, 2),
            *(("conv", 5, 3, 2, "valid"), ("relu",), ("conv", 7, 3, 2, "valid"), ("flatten",)),
            *(("dense", 3), ("softmax",)),
        ),
    ]
    for number in range(8):
        c, k, filters = (int(n) for n in rng.integers((1, 2, 2), (5, 6, 9)))
        stride = (1, 2, 2, 3, 3, 2, 2, 3)[number]
        if number % 2:
            k = stride + 2  # here all that "same" may be taken for gives another size
        # With a stride neither side divides evenly, so that rounding shows.
        h, w = (
            k + stride * int(room) + stride - 1 for room in rng.choice(np.arange(8, 16), 2, False)
        )
        pool, step = ((2, 3), (3, 2), (2, 2), (3, 3))[number % 4]
        padding = ("valid", "same")[number % 2]
        cases.append(
            case(
                f"a random stack, {padding}",
                (h, w, c),
                ("conv", filters, k, stride, padding),
                ("relu",),
                ("pool", pool, step),
                ("conv", filters + 3, 1 + number % 2, 1, "valid"),
                ("flatten",),
                ("dense", int(rng.integers(2, 30))),
                ("softmax",),
            )
        )
    return cases


_SIZES = {
    "floor": lambda n, k, stride: (n - k) // stride + 1,
    "ceil": lambda n, k, stride: math.ceil((n - k) / stride) + 1,
    "ceil of the ratio": lambda n, k, stride: math.ceil(n / stride),
    "no plus one": lambda n, k, stride: (n - k) // stride,
    "stride 1": lambda n, k, stride: n - k + 1,
    "by the window": lambda n, k, stride: n // k,
    "by the window, ceil": lambda n, k, stride: math.ceil(n / k),
    "same": lambda n, k, stride: math.ceil(n / stride),
    "same, floor": lambda n, k, stride: n // stride,
    "same, unchanged": lambda n, k, stride: n,
    "twice k // 2": lambda n, k, stride: (n + 2 * (k // 2) - k) // stride + 1,
}


def _conv_count(k, cin, filters):
    return k * k * cin * filters + filters


def _traced(
    valid="floor",
    same="same",
    pool="floor",
    conv_count=_conv_count,
    dense_count=lambda nin, nout: nin * nout + nout,
    pool_count=lambda k, c: 0,
    channels_out=lambda filters, cin: filters,
    flat=math.prod,
):
    """Make a trace with something wrong in it."""

    def trace(input_shape, layers):
        shape, rows = tuple(input_shape), []
        for layer in layers:
            name, count = layer[0], 0
            if name == "conv":
                _, filters, k, stride, padding = layer
                size = _SIZES[same if padding == "same" else valid]
                count = conv_count(k, shape[2], filters)
                shape = (*(size(n, k, stride) for n in shape[:2]), channels_out(filters, shape[2]))
            elif name == "pool":
                _, k, stride = layer
                count = pool_count(k, shape[2])
                shape = (*(_SIZES[pool](n, k, stride) for n in shape[:2]), shape[2])
            elif name == "flatten":
                shape = (int(flat(shape)),)
            elif name == "dense":
                count = dense_count(shape[0], layer[1])
                shape = (layer[1],)
            rows.append((name, shape, count))
        return rows

    return trace


def _weights_only(k, cin, filters):
    return k * k * cin * filters


shape_trace = Exercise(
    answer=layers.shape_trace,
    cases=_trace_cases,
    mistakes=(
        Mistake(
            "ceil",
            "sizes are rounded up: a window that hangs over the border is not counted, except with "
            '"same"',
            *(
                _traced(valid=valid, pool=pool)
                for valid in ("floor", "ceil", "ceil of the ratio")
                for pool in ("floor", "ceil", "ceil of the ratio")
                if (valid, pool) != ("floor", "floor")
            ),
            _traced(pool="by the window, ceil"),
        ),
        Mistake(
            "same-as-valid",
            '"same" is treated like "valid": with it the size is the size before, divided by the '
            "stride and rounded up",
            _traced(same="floor"),
        ),
        Mistake(
            "same-keeps-size",
            '"same" keeps the size whatever the stride: it is divided by the stride and rounded up',
            _traced(same="same, unchanged"),
            _traced(same="same, floor"),
        ),
        Mistake(
            "stride-ignored",
            "the stride of a layer does not come in",
            _traced(valid="stride 1"),
            _traced(valid="stride 1", same="same, unchanged"),
            _traced(valid="stride 1", same="same, unchanged", pool="stride 1"),
            _traced(valid="stride 1", pool="stride 1"),
            _traced(pool="stride 1"),
            _traced(pool="by the window"),
        ),
        Mistake(
            "no-plus-one",
            "the first place of the window is not counted: the size is (n - k) // stride + 1",
            _traced(valid="no plus one", pool="no plus one"),
            _traced(valid="no plus one"),
            _traced(pool="no plus one"),
        ),
        Mistake(
            "bias-forgotten",
            "the biases are not counted: there is one for each filter, and one for each unit",
            _traced(conv_count=_weights_only, dense_count=lambda nin, nout: nin * nout),
            _traced(conv_count=_weights_only),
            _traced(dense_count=lambda nin, nout: nin * nout),
        ),
        Mistake(
            "no-cin",
            "the channels that come in are not counted: a kernel is k x k x Cin",
            _traced(conv_count=lambda k, cin, filters: k * k * filters + filters),
            _traced(conv_count=lambda k, cin, filters: k * k * filters),
        ),
        Mistake(
            "one-bias",
            "one bias is counted for a whole layer: each filter, and each unit, has its own",
            _traced(
                conv_count=lambda k, cin, filters: k * k * cin * filters + 1,
                dense_count=lambda nin, nout: nin * nout + 1,
            ),
            _traced(conv_count=lambda k, cin, filters: k * k * cin * filters + 1),
            _traced(dense_count=lambda nin, nout: nin * nout + 1),
        ),
        Mistake(
            "pool-has-params",
            "pooling is given parameters: it takes the largest number, and there is nothing to "
            "learn in that",
            _traced(pool_count=lambda k, c: k * k),
            _traced(pool_count=lambda k, c: k * k * c),
            _traced(pool_count=lambda k, c: k * k + 1),
            _traced(pool_count=lambda k, c: (k * k + 1) * c),
            _traced(pool_count=lambda k, c: k * k * c * c + c),
        ),
        Mistake(
            "keeps-input-channels",
            "the channels stay as they are: a convolution gives one map for each of its filters",
            _traced(channels_out=lambda filters, cin: cin),
            _traced(channels_out=lambda filters, cin: cin * filters),
        ),
        Mistake(
            "flatten-forgets-channels",
            "the channels are lost on flattening: a vector holds H times W times C numbers",
            _traced(flat=lambda shape: shape[0] * shape[1]),
        ),
    ),
    hints=(
        "Carry the shape along from layer to layer. Each kind of layer changes it by a rule of its "
        "own, and only convolutions and fully connected layers have parameters.",
        "A shape is (H, W, C) up to the flatten and (D,) behind it. A row of the result is (name, "
        "shape, parameters), all numbers ints.",
        "conv: (n - k) // stride + 1 for each side with valid, -(-n // stride) with same; C = "
        "filters; k * k * Cin * filters + filters. pool: (n - k) // stride + 1, C stays. flatten: "
        "H * W * C. dense: nin * units + units.",
    ),
    success="Write this table before you run a network: most broken networks can be seen in it, "
    "and most of the parameters too, in a single row.",
    integers=True,
    forbidden=_FORBIDDEN,
)

# forward


def _params(rng, kernel, cin, cout, numbers_in, classes):
    """Make the parameters of a small network that is not sure of anything."""
    return {
        "conv_w": numbers(rng, *kernel, cin, cout) / 4,
        "conv_b": 2 * distinct(rng, cout),
        "dense_w": numbers(rng, numbers_in, classes) / 16,
        "dense_b": distinct(rng, classes),
    }


def _net_case(rng, label, image, kernel, cout, classes, n=2, change=lambda x: x):
    h, w, cin = image
    rows, columns = (h - kernel[0] + 1) // 2, (w - kernel[1] + 1) // 2
    params = _params(rng, kernel, cin, cout, rows * columns * cout, classes)
    return Case(label, params=params, x=change(numbers(rng, n, h, w, cin)))


def _forward_cases(rng, hidden):
    def case(*args, **more):
        return _net_case(rng, *args, **more)

    if not hidden:
        by_hand = {
            "conv_w": np.array([[1.0, -1.0]]).reshape(1, 2, 1, 1),
            "conv_b": np.array([1.0]),
            "dense_w": np.array([[1.0, 0.0, -1.0]]),
            "dense_b": np.array([0.0, 0.5, 2.0]),
        }
        image = np.array([[2.0, 1.0, 3.0], [0.0, 4.0, 2.0]]).reshape(1, 2, 3, 1)
        return [
            Case("by hand: one map of 2x2", params=by_hand, x=image),
            Case("by hand, all below 0", params=by_hand | {"conv_b": np.array([-5.0])}, x=image),
            case("two images, one filter", (4, 5, 1), (1, 2), 1, 2),
            case("two images", (3, 5, 1), (2, 2), 2, 3),
            case("a color image", (5, 4, 3), (2, 3), 2, 3),
            case("a map of odd size", (5, 7, 1), (3, 3), 3, 4),
            case("a larger map", (6, 7, 1), (2, 2), 2, 3),
            case("three images", (4, 6, 2), (3, 3), 4, 3, n=3),
            case("whole numbers", (5, 5, 1), (2, 2), 2, 3, change=lambda x: (4 * x).astype(int)),
        ]
    return [
        case("one channel", (7, 8, 1), (3, 3), 4, 10, n=3),
        case("three channels", (6, 9, 3), (3, 2), 5, 4),
        case("a standing kernel", (8, 5, 2), (5, 2), 3, 3),
        case("a lying kernel", (5, 9, 2), (2, 4), 2, 5, n=4),
        case("a map of odd size", (9, 8, 2), (3, 4), 3, 3),
        case("a map of odd size", (6, 7, 1), (2, 3), 6, 2, n=3),
        case("one image", (6, 7, 2), (3, 2), 3, 6, n=1),
        case("a 1x1 kernel", (4, 6, 3), (1, 1), 2, 4),
        case("as many images as classes", (5, 6, 2), (2, 3), 3, 4, n=4),
        case("a large kernel", (6, 7, 1), (5, 6), 4, 3),
        case("whole numbers", (7, 6, 1), (2, 3), 2, 3, change=lambda x: (4 * x).astype(int)),
        case("pixels of one byte", (6, 6, 2), (3, 3), 2, 3, n=3, change=_as_bytes),
        case("float32", (5, 7, 2), (2, 2), 3, 4, change=lambda x: x.astype(np.float32)),
    ]


def _as_bytes(x):
    return np.abs(4 * x).astype(np.uint8)


def _run(
    conv_b=True,
    dense_b=True,
    activate=layers.relu,
    pool=lambda maps: layers.max_pool2d(maps, 2),
    flat=layers.flatten,
    last=layers.softmax,
):
    """Run the network with one part of it exchanged."""

    def run(params, x):
        cb, db = params["conv_b"] * conv_b, params["dense_b"] * dense_b
        maps = activate(layers.conv2d_forward(x, params["conv_w"], cb))
        vector = flat(pool(maps))
        if vector.shape[1] != len(params["dense_w"]):
            raise Crash
        return last(layers.dense_forward(vector, params["dense_w"], db))

    return run


def _flat_then(reduce):
    """Flatten first; `reduce` makes of each row of numbers the pooled one."""

    def run(params, x):
        maps = layers.relu(layers.conv2d_forward(x, params["conv_w"], params["conv_b"]))
        row = maps.reshape(len(x), -1)
        if row.shape[1] % 4:
            raise ValueError("what happens then depends on how it is written")
        vector = reduce(row)
        if vector.shape[1] != len(params["dense_w"]):
            raise Crash
        return layers.softmax(layers.dense_forward(vector, params["dense_w"], params["dense_b"]))

    return run


def _same(x):
    return x


def _channels_first(maps):
    return np.moveaxis(maps, 3, 1).reshape(len(maps), -1)


def _columns_first(maps):
    return np.swapaxes(maps, 1, 2).reshape(len(maps), -1)


def _softmax_over_batch(z):
    return layers.softmax(z, axis=0)


def _softmax_over_all(z):
    return layers.softmax(z.ravel()).reshape(z.shape)


forward = Exercise(
    answer=layers.forward,
    cases=_forward_cases,
    mistakes=(
        Mistake(
            "relu-after-pool-omitted",
            "there is no ReLU: negative numbers of the maps go on to the fully connected layer",
            _run(activate=_same),
        ),
        Mistake(
            "flatten-before-pool",
            "the maps are flattened before they are pooled: then neighbors in the row are other "
            "channels, not other pixels",
            _flat_then(lambda row: row.reshape(len(row), -1, 4).max(axis=2)),
            _flat_then(lambda row: row.reshape(len(row), 4, -1).max(axis=1)),
            _flat_then(lambda row: row[:, ::4]),
            _flat_then(lambda row: row[:, : row.shape[1] // 4]),
        ),
        Mistake(
            "softmax-over-batch",
            "the softmax sums over the images, or over everything: each image has its own "
            "probabilities",
            _run(last=_softmax_over_batch),
            _run(last=_softmax_over_all),
        ),
        Mistake(
            "bias-dropped",
            "a bias is not added: the convolution has one for each filter, the fully connected "
            "layer one for each class",
            _run(conv_b=False),
            _run(dense_b=False),
            _run(conv_b=False, dense_b=False),
        ),
        Mistake(
            "no-softmax",
            "the logits come out: the last step is a softmax",
            _run(last=_same),
            _run(last=layers.relu),
            _run(last=layers.sigmoid),
        ),
        Mistake(
            "flatten-order",
            "the vector is laid out in another order than the weights expect: rows first, then "
            "columns, the channels of a pixel side by side",
            _run(flat=_channels_first),
            _run(flat=_columns_first),
        ),
        Mistake(
            "average-pool",
            "the mean of each window is taken: this network takes the largest number",
            _run(pool=lambda maps: layers.avg_pool2d(maps, 2)),
        ),
    ),
    hints=(
        "Six steps, each a function that you have written: what comes out of one goes into the "
        "next. `cnnbasics.layers` has them all.",
        "(N, H, W, Cin), then (N, H - kH + 1, W - kW + 1, Cout), the same after the ReLU, half of "
        "each side after the pooling, (N, D) after the flatten, (N, classes) to the end.",
        "`maps = relu(conv2d_forward(x, params['conv_w'], params['conv_b']))`, then "
        "`flatten(max_pool2d(maps, 2))`, then `dense_forward(..., params['dense_w'], "
        "params['dense_b'])`, then `softmax`.",
    ),
    success="That is all there is: two of the six steps have parameters, and learning means to "
    "change those.",
    forbidden=_FORBIDDEN,
)

# copy_weights


def _keras_cases(rng, hidden):
    def case(label, image, kernel, cout, classes):
        h, w, cin = image
        rows, columns = (h - kernel[0] + 1) // 2, (w - kernel[1] + 1) // 2
        params = _params(rng, kernel, cin, cout, rows * columns * cout, classes)
        model = {"image": image, "kernel": kernel, "filters": cout, "classes": classes}
        return Case(label, params=params, model=model)

    if not hidden:
        return [
            case("all sides of a kernel are 2", (3, 3, 2), (2, 2), 2, 2),
            case("all sides of a kernel are 3", (4, 4, 3), (3, 3), 3, 3),
            case("maps of 2x2", (6, 6, 2), (2, 2), 2, 8),
            case("a lying kernel", (6, 8, 1), (2, 3), 3, 5),
            case("the network of the unit", (8, 8, 1), (3, 3), 4, 10),
        ]
    return [
        case("all sides of a kernel are 2", (5, 5, 2), (2, 2), 2, 8),
        case("all sides of a kernel are 3", (6, 6, 3), (3, 3), 3, 12),
        case("all sides of a kernel are 3", (7, 9, 3), (3, 3), 3, 18),
        case("a lying kernel", (7, 9, 2), (2, 3), 4, 5),
        case("a standing kernel", (9, 7, 3), (4, 2), 5, 6),
        case("the network of the unit", (8, 8, 1), (3, 3), 4, 10),
    ]


def _images_for(shape):
    return numbers(np.random.default_rng(8), 4, *shape)


def _built(inputs):
    """Build the Keras model that a case describes, where the student's code runs."""
    import keras

    spec = inputs["model"]
    stack = [
        keras.Input(tuple(spec["image"])),
        keras.layers.Conv2D(spec["filters"], tuple(spec["kernel"]), activation="relu", name="conv"),
        keras.layers.MaxPooling2D(2, name="pool"),
        keras.layers.Flatten(name="flatten"),
        keras.layers.Dense(spec["classes"], activation="softmax", name="dense"),
    ]
    return inputs | {"model": keras.Sequential(stack)}


def _predictions(result, inputs):
    model = inputs["model"]
    return np.asarray(model(_images_for(model.input_shape[1:]).astype(np.float32)))


def _expected_predictions(params, model):
    return layers.forward(params, _images_for(model["image"]))


def _copied(**changes):
    """Copy the weights with some of them changed on the way; Keras refuses another shape."""

    def copied(params, model):
        changed = {name: change(params[name], model) for name, change in changes.items()}
        if any(changed[name].shape != params[name].shape for name in changed):
            raise Crash
        return _expected_predictions(params | changed, model)

    return copied


def _fits_again(change):
    """Reshape what has the wrong shape, as one does after reading the error."""
    return lambda w, model: change(w, model).reshape(w.shape)


def _axes(*order):
    return lambda w, model: w.transpose(order)


def _map_shape(w, model):
    (h, wd, _), (kh, kw), c = model["image"], model["kernel"], model["filters"]
    return (h - kh + 1) // 2, (wd - kw + 1) // 2, c, w.shape[1]


def _to_channels_first(w, model):
    return w.reshape(_map_shape(w, model)).transpose(2, 0, 1, 3).reshape(w.shape)


def _from_channels_first(w, model):
    h, wd, c, m = _map_shape(w, model)
    return w.reshape(c, h, wd, m).transpose(1, 2, 0, 3).reshape(w.shape)


def _columns_before_rows(w, model):
    return w.reshape(_map_shape(w, model)).transpose(1, 0, 2, 3).reshape(w.shape)


def _zeros(b, model):
    return np.zeros_like(b)


_ORDERS = [_axes(*order) for order in ((3, 2, 0, 1), (2, 3, 1, 0), (2, 3, 0, 1), (0, 1, 3, 2))]
_DENSE_TRANSPOSED = [_axes(1, 0), _fits_again(_axes(1, 0))]
_FLAT_ORDERS = [_to_channels_first, _from_channels_first, _columns_before_rows]


copy_weights = Exercise(
    answer=layers.copy_weights,
    needs=("keras",),
    cases=_keras_cases,
    mistakes=(
        Mistake(
            "oihw-order",
            "the axes of the kernels are in another order: Keras has (kH, kW, Cin, Cout), as you "
            "do, and PyTorch (Cout, Cin, kH, kW)",
            *(_copied(conv_w=order) for order in _ORDERS),
            *(_copied(conv_w=_fits_again(order)) for order in _ORDERS),
        ),
        Mistake(
            "dense-transposed",
            "the matrix of the fully connected layer is transposed: in Keras it is (D, classes), "
            "as yours",
            *(_copied(dense_w=change) for change in _DENSE_TRANSPOSED),
        ),
        Mistake(
            "flatten-order",
            "the rows of the fully connected layer's matrix are in another order: Keras flattens "
            "as you do, channels side by side",
            *(_copied(dense_w=change) for change in _FLAT_ORDERS),
        ),
        Mistake(
            "bias-skipped",
            "a bias was not copied: Keras' own are zeros, and each layer has one",
            _copied(conv_b=_zeros),
            _copied(dense_b=_zeros),
            _copied(conv_b=_zeros, dense_b=_zeros),
        ),
        Mistake(
            "kernel-flipped",
            "the kernels are flipped: Keras' convolution is a cross-correlation, as yours",
            _copied(conv_w=lambda w, model: w[::-1, ::-1]),
            _copied(conv_w=lambda w, model: w[::-1, ::-1, ::-1, ::-1]),
            _copied(conv_w=lambda w, model: w[::-1]),
            _copied(conv_w=lambda w, model: w[:, ::-1]),
        ),
    ),
    hints=(
        "A Keras layer gives and takes its numbers as a list of arrays: first the weights, then "
        "the bias. Yours are in the same order and of the same shapes.",
        "conv: (kH, kW, Cin, Cout) and (Cout,). dense: (D, classes) and (classes,). Nothing has to "
        "be transposed.",
        '`model.get_layer("conv").set_weights([params["conv_w"], params["conv_b"]])`, and the same '
        "for `dense`.",
    ),
    success="Two programs that share no line, and they agree to the last digits of a float32: that "
    "is a proof for both.",
    forbidden=(),
    prepare=_built,
    observe=_predictions,
    expected=_expected_predictions,
)

# Questions

predict_relu_pool = Question(
    id="predict_relu_pool",
    answer="a",
    says={
        "a": "Both keep the order of numbers: the ReLU of the largest is the largest of the ReLUs. "
        "Pooling first is cheaper, as the ReLU then sees a quarter of the numbers.",
        "b": "Of 3 and -5 the largest is 3, whether -5 became 0 before or not.",
        "c": "They do on their way, and then the ReLU makes them 0, as it would have before.",
        "d": "The softmax comes last, and sees to that in any case.",
    },
)

predict_flat_length = Question(
    id="predict_flat_length",
    answer=36,
    says={
        36: "8 becomes 6, 6 becomes 3: 3 times 3 places, with 4 channels each.",
        9: "That is one map. There are four, one for each filter.",
        144: "That is before the pooling: 6 times 6 times 4.",
        64: "With zeros around it would be 4 times 4 times 4. There are none here: 8 becomes 6.",
        16: "Each side first loses 2 to the kernel, then it is halved: 8, 6, 3.",
        6: "Each side becomes 3: then count places, and channels.",
    },
    otherwise="Go step by step: the side after the convolution, the side after the pooling, then "
    "side times side times channels.",
)

predict_where_params = Question(
    id="predict_where_params",
    answer="c",
    says={
        "a": "It does see the most pixels, but its kernels are the same everywhere: 896 numbers.",
        "b": "That is 3 times 3 times 32 times 64, and 64 biases: 18,496. Much, and not the most.",
        "c": "14 times 14 times 64 are 12,544 numbers, and each of 128 units has a weight for each "
        "of them: 1,605,760 parameters, 98.8 percent of all.",
        "d": "Look at the flatten: how many numbers go into the 128 units?",
    },
)

predict_twice_the_side = Question(
    id="predict_twice_the_side",
    answer="b",
    says={
        "a": "Twice as high alone would be twice as long. It is twice as wide too.",
        "b": "Four times as many pixels, and the work for each is the same.",
        "c": "That would be so if it also had twice the channels in, or out.",
        "d": "That would be so if it also had twice the channels in and out.",
    },
)
