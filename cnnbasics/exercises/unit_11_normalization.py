"""Unit 11: cases, mistakes, hints and questions of scaling the input and of batch normalization."""

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import Case, Exercise, Mistake, Question, numbers

_EVERY = (0, 1, 2)
"""The axes over which one channel lies: images, rows, columns."""


def _positive(rng, n):
    """Make n different positive numbers, none of which is 1."""
    return rng.permutation(np.arange(5, 5 + max(n, 8)))[:n] * 0.25


# fit_scaler, channel_mean_var


def _batch(rng, *shape, flat=()):
    """Make images whose channels lie around different levels; those in `flat` have one value."""
    x = numbers(rng, *shape) + 8 * rng.permutation(shape[3])
    for channel in flat:
        x[..., channel] = float(rng.integers(2, 9))
    return x


def _statistics_cases(rng, hidden):
    def case(name, label, *shape, flat=(), kind=float):
        return Case(label, **{name: _batch(rng, *shape, flat=flat).astype(kind)})

    def cases(name):
        if not hidden:
            return [
                Case("by hand", **{name: np.array([[[[2.0, 5.0]], [[6.0, 5.0]]]])}),
                case(name, "two small images", 2, 1, 2, 2),
                case(name, "three images, three channels", 3, 2, 3, 3),
                case(name, "one channel has one value only", 2, 2, 3, 3, flat=(1,)),
                case(name, "whole numbers", 2, 3, 2, 2, kind=int),
            ]
        return [
            case(name, "one image", 1, 3, 4, 2),
            case(name, "one channel", 3, 4, 2, 1),
            case(name, "many images", 7, 2, 3, 3),
            case(name, "as many images as channels", 3, 2, 4, 3),
            case(name, "a row of pixels", 4, 1, 5, 2),
            case(name, "one channel has one value only", 3, 2, 4, 3, flat=(0,)),
            case(name, "two channels have one value each", 4, 3, 2, 4, flat=(1, 3)),
            case(name, "all channels have one value each", 2, 3, 2, 2, flat=(0, 1)),
            Case("black images", **{name: np.zeros((2, 2, 3, 2))}),
            case(name, "float32", 2, 2, 4, 2, kind=np.float32),
            Case("bytes", **{name: rng.integers(0, 256, (3, 4, 2, 3)).astype(np.uint8)}),
        ]

    return cases


def _no_zero(std):
    return np.where(std == 0, 1.0, std)


def _fitted(axes, each=None, ddof=0, repair=_no_zero):
    """Fit over the wrong axes, or without care for a std of 0; `each` gives the result its form."""

    def fit(train):
        x = train.astype(float)
        if np.prod([x.shape[axis] for axis in axes]) <= ddof:
            raise ValueError
        mean, std = x.mean(axis=axes), repair(x.std(axis=axes, ddof=ddof))
        return tuple(each(part, train.shape[3]) if each else part for part in (mean, std))

    return fit


def _repeated(part, channels):
    return np.full(channels, part)


fit_scaler = Exercise(
    answer=layers.fit_scaler,
    cases=lambda rng, hidden: _statistics_cases(rng, hidden)("train"),
    mistakes=(
        Mistake(
            "fit-on-all",
            "one mean and one std are fitted on all the channels together: red, green and blue "
            "have levels of their own",
            _fitted((0, 1, 2, 3)),
            _fitted((0, 1, 2, 3), _repeated),
        ),
        Mistake(
            "per-image",
            "each image gets numbers of its own: a dark image and a bright one would come out "
            "alike, and the training set has one mean for each channel",
            _fitted((1, 2)),
            _fitted((1, 2), lambda part, channels: part.mean(axis=0)),
        ),
        Mistake(
            "per-pixel",
            "each place of the image gets numbers of its own: an object may stand anywhere, so "
            "rows and columns are averaged, too",
            _fitted((0,)),
            _fitted((0,), repair=lambda std: std),
            _fitted((0,), lambda part, channels: part.mean(axis=(0, 1))),
        ),
        Mistake(
            "zero-over-zero",
            "a std of 0 stays: a channel that never changes would be divided 0 by 0 and become nan",
            _fitted(_EVERY, repair=lambda std: std),
            _fitted(_EVERY, repair=lambda std: np.where(std == 0, 1e-8, std)),
            _fitted(_EVERY, repair=lambda std: np.where(std == 0, 1e-7, std)),
            _fitted(_EVERY, repair=lambda std: np.maximum(std, 1e-8)),
            _fitted(_EVERY, repair=lambda std: std + 1e-8),
            _fitted(_EVERY, repair=lambda std: std + 1e-7),
        ),
        Mistake(
            "ddof-1",
            "the squares are divided by their number minus 1: here it is their number, ddof 0",
            _fitted(_EVERY, ddof=1),
        ),
    ),
    hints=(
        "Which numbers belong together? All red ones of all images, wherever they stand: they get "
        "one mean and one standard deviation.",
        "`train` is `(N, H, W, C)` and each result `(C,)`: the axes 0, 1 and 2 go away.",
        "`mean = train.mean(axis=(0, 1, 2))`, the same with `std`; then `np.where(std == 0, 1, "
        "std)`, and both are returned, mean first.",
    ),
    success="These few numbers belong to the model: save them with its weights, or it is worth "
    "nothing on the next picture.",
)


def _apply_cases(rng, hidden):
    def case(label, *shape, kind=float):
        scaler = numbers(rng, shape[3]), _positive(rng, shape[3])
        if kind is np.float32:
            scaler = tuple(part.astype(kind) for part in scaler)
        return Case(label, scaler=scaler, x=_batch(rng, *shape).astype(kind))

    if not hidden:
        return [
            Case(
                "by hand",
                scaler=(np.array([4.0, 5.0]), np.array([2.0, 1.0])),
                x=np.array([[[[8.0, 5.0], [3.0, 7.0]]]]),
            ),
            case("one image", 1, 2, 2, 2),
            case("three images, three channels", 3, 2, 3, 3),
            case("whole numbers", 2, 1, 3, 2, kind=int),
            Case(
                "an image of one color",
                scaler=(numbers(rng, 2), _positive(rng, 2)),
                x=np.tile(numbers(rng, 2), (1, 2, 2, 1)),
            ),
        ]
    return [
        case("one image", 1, 3, 4, 3),
        case("one pixel", 1, 1, 1, 2),
        case("one channel", 3, 2, 4, 1),
        case("as wide as deep", 2, 4, 3, 3),
        case("many images", 6, 2, 3, 2),
        case("whole numbers", 3, 2, 4, 2, kind=int),
        case("bytes", 2, 3, 2, 3, kind=np.uint8),
        case("float32", 2, 3, 2, 2, kind=np.float32),
        Case(
            "an image of one color",
            scaler=(numbers(rng, 3), _positive(rng, 3)),
            x=np.tile(numbers(rng, 3), (2, 3, 2, 1)),
        ),
    ]


def _scaled_by(axes, mixed=False):
    """Scale by the statistics of what is to be scaled."""

    def apply(scaler, x):
        own = x.mean(axis=axes, keepdims=True), x.std(axis=axes, keepdims=True)
        if mixed:
            own = own[0], scaler[1]
        if np.any(own[1] == 0):
            raise ValueError
        return (x - own[0]) / own[1]

    return apply


apply_scaler = Exercise(
    answer=layers.apply_scaler,
    cases=_apply_cases,
    mistakes=(
        Mistake(
            "test-own-stats",
            "the images are scaled by their own mean and std, not by the scaler's: a test image "
            "must go through the arithmetic the network was trained with",
            _scaled_by(_EVERY),
            _scaled_by(_EVERY, mixed=True),
            lambda scaler, x: layers.apply_scaler(layers.fit_scaler(x), x),
        ),
        Mistake(
            "per-image",
            "each image is scaled by its own mean and std: how bright it is is lost",
            _scaled_by((1, 2)),
            _scaled_by((1, 2), mixed=True),
            lambda scaler, x: np.concatenate(
                [layers.apply_scaler(layers.fit_scaler(one), one) for one in np.split(x, len(x))]
            ),
        ),
        Mistake(
            "per-pixel",
            "each place is scaled by its own mean and std over the images",
            _scaled_by((0,)),
            _scaled_by((0,), mixed=True),
            lambda scaler, x: (x - x.mean(axis=0)) / _no_zero(x.std(axis=0)),
        ),
        Mistake(
            "divides-by-variance",
            "the numbers are divided by the variance: it is the std that has their unit",
            lambda scaler, x: (x - scaler[0]) / scaler[1] ** 2,
        ),
        Mistake(
            "divides-first",
            "the numbers are divided before the mean is taken off: the mean comes off first",
            lambda scaler, x: x / scaler[1] - scaler[0],
        ),
    ),
    hints=(
        "Nothing is measured here. The numbers of the training set are in the scaler.",
        "`x` is `(N, H, W, C)` and mean and std `(C,)`: NumPy lines the last axes up.",
        "`mean, std = scaler`, then `(x - mean) / std`.",
    ),
    success="What the scaler does to a test image does not depend on the other test images: each "
    "prediction stands on its own.",
)


def _measured(axes, ddof=0, divide=None, each=None):
    def measure(x):
        x = x.astype(float)
        if np.prod([x.shape[axis] for axis in axes]) <= ddof:
            raise ValueError
        mean, var = x.mean(axis=axes), x.var(axis=axes, ddof=ddof)
        if divide:
            mean, var = x.sum(axis=axes) / divide(x), ((x - mean) ** 2).sum(axis=axes) / divide(x)
        return (mean, var) if each is None else (each(mean), each(var))

    return measure


def _wrong_mean(x):
    mean = x.sum(axis=_EVERY) / len(x)
    return mean, ((x - mean) ** 2).sum(axis=_EVERY) / len(x)


channel_mean_var = Exercise(
    answer=layers.channel_mean_var,
    cases=lambda rng, hidden: _statistics_cases(rng, hidden)("x"),
    mistakes=(
        Mistake(
            "per-image",
            "each image is measured on its own: the batch has one mean for each channel",
            _measured((1, 2)),
            _measured((1, 2), each=lambda part: part.mean(axis=0)),
        ),
        Mistake(
            "per-pixel",
            "each place is measured on its own, as for a dense layer: in a map the rows and "
            "columns belong together",
            _measured((0,)),
            _measured((0,), each=lambda part: part.mean(axis=(0, 1))),
        ),
        Mistake(
            "n-for-nhw",
            "sums are divided by the number of images: N * H * W numbers were added up",
            _measured(_EVERY, divide=len),
            _wrong_mean,
        ),
        Mistake(
            "std-for-var",
            "the root is taken: the variance is asked for, and eps must be added before the root",
            lambda x: (x.mean(axis=_EVERY), x.std(axis=_EVERY)),
        ),
        Mistake(
            "ddof-1",
            "the squares are divided by their number minus 1: the variance of a batch is biased",
            _measured(_EVERY, ddof=1),
        ),
    ),
    hints=(
        "Each channel is one long list of numbers, from all images and all places.",
        "From `(N, H, W, C)` to `(C,)`, twice.",
        "`x.mean(axis=(0, 1, 2))` and `x.var(axis=(0, 1, 2))`.",
    ),
    success="A channel of a batch of 32 maps of 28x28 has 25,088 numbers, so its mean hardly "
    "wobbles; behind a dense layer it would have 32.",
)

# batchnorm_forward


def _forward_cases(rng, hidden):
    def case(label, training, *shape, kind=float, **more):
        x = numbers(rng, *shape) + 3 * rng.permutation(shape[3])
        gamma, beta = (
            _positive(rng, shape[3]),
            -_positive(rng, shape[3]) - (0 if kind is float else 20),
        )
        state = {"mean": numbers(rng, shape[3]), "var": _positive(rng, shape[3])}
        if kind is np.float32:
            state = {key: value.astype(kind) for key, value in state.items()}
        inputs = {"x": x.astype(kind), "gamma": gamma, "beta": beta, "state": state}
        return Case(label, **inputs, training=training, **more)

    hand = {"x": np.array([[[[2.0]], [[6.0]]]]), "gamma": np.array([3.0]), "beta": np.array([10.0])}
    start = {"mean": np.array([0.0]), "var": np.array([1.0])}
    if not hidden:
        return [
            Case("by hand, training", **hand, state=start, training=True, momentum=0.75, eps=0.0),
            Case("by hand, inference", **hand, state=start, training=False, momentum=0.75, eps=0.0),
            case("training, eps 0.5", True, 2, 1, 2, 2, momentum=0.75, eps=0.5),
            case("inference, eps 0.5", False, 2, 1, 2, 2, momentum=0.75, eps=0.5),
            case("training, as Keras has it", True, 3, 2, 3, 3),
            case("inference, as Keras has it", False, 3, 2, 3, 3),
            case("training, whole numbers", True, 2, 3, 2, 2, kind=int, momentum=0.875, eps=0.25),
        ]
    return [
        case("training, as Keras has it", True, 3, 2, 4, 2),
        case("inference, as Keras has it", False, 3, 2, 4, 2),
        case("training, one image", True, 1, 3, 4, 3, momentum=0.9, eps=0.25),
        case("inference, one image", False, 1, 3, 4, 3, momentum=0.9, eps=0.25),
        case("inference, one pixel", False, 1, 1, 1, 2, momentum=0.9, eps=0.1),
        case("training, one channel", True, 4, 2, 3, 1, momentum=0.8, eps=0.5),
        case("training, as many images as channels", True, 3, 2, 4, 3, momentum=0.625, eps=1.0),
        case("inference, as many images as channels", False, 3, 2, 4, 3, momentum=0.625, eps=1.0),
        case("training, momentum 0", True, 2, 3, 2, 2, momentum=0.0, eps=0.5),
        case("training, momentum 1", True, 2, 3, 2, 2, momentum=1.0, eps=0.5),
        case("training, momentum left at 0.99", True, 5, 2, 2, 4),
        case("training, float32", True, 2, 2, 4, 2, kind=np.float32, momentum=0.75, eps=0.5),
        case("inference, float32", False, 2, 2, 4, 2, kind=np.float32, momentum=0.75, eps=0.5),
        case("training, whole numbers", True, 3, 2, 3, 2, kind=int, momentum=0.875, eps=0.25),
    ]


def _normed(
    y=lambda x, gamma, beta, mean, var, eps: gamma * (x - mean) / np.sqrt(var + eps) + beta,
    blend=lambda old, batch, m: m * old + (1 - m) * batch,
    axes=_EVERY,
    squeeze=None,
    ddof=0,
    batch_at_inference=False,
    update_at_inference=False,
    running_in_training=False,
    after=False,
):
    """Make a `batchnorm_forward` in which a step is spoiled."""

    def forward(x, gamma, beta, state, training, momentum=0.99, eps=1e-3):
        x = x.astype(float)
        mean, var = x.mean(axis=axes, keepdims=True), x.var(axis=axes, keepdims=True)
        flat = [part[:, 0, 0] if len(part) > 1 else part.ravel() for part in (mean, var)]
        if squeeze:
            flat = [squeeze(part) for part in (mean, var)]
        if ddof:
            flat[1] = flat[1] * x[..., 0].size / max(x[..., 0].size - ddof, 1)
        new = {key: value * 1.0 for key, value in state.items()}
        if training or update_at_inference:
            for key, part in zip(("mean", "var"), flat, strict=True):
                new[key] = blend(state[key], part, momentum)
        own = (training and not running_in_training) or batch_at_inference
        used = new if after and training else state
        if not own or after:
            mean, var = used["mean"], used["var"]
        return y(x, gamma, beta, mean, var, eps), new

    return forward


def _kept(old, batch, m):
    return old * 1.0


def _swapped(old, batch, m):
    return (1 - m) * old + m * batch


def _mean_of_images(part):
    return part.mean(axis=(0, 1, 2))


def _by_outside(x, gamma, beta, mean, var, eps):
    return gamma * (x - mean) / (np.sqrt(var) + eps) + beta


def _by_variance(x, gamma, beta, mean, var, eps):
    return gamma * (x - mean) / (var + eps) + beta


def _beta_first(x, gamma, beta, mean, var, eps):
    return gamma * ((x - mean) / np.sqrt(var + eps) + beta)


def _batch_y_per_image(x, gamma, beta, state, training, momentum=0.99, eps=1e-3):
    """Normalize each image, and keep the running statistics right."""
    _, new = layers.batchnorm_forward(x, gamma, beta, state, training, momentum, eps)
    return _normed(axes=(1, 2))(x, gamma, beta, state, training, momentum, eps)[0], new


batchnorm_forward = Exercise(
    answer=layers.batchnorm_forward,
    cases=_forward_cases,
    mistakes=(
        Mistake(
            "momentum-swapped",
            "momentum is the share of the new batch: in Keras it is the share of the old that is "
            "kept (PyTorch has it the other way round)",
            _normed(blend=_swapped),
        ),
        Mistake(
            "batch-stats-at-inference",
            "the batch's own statistics are used at inference: an image's answer would depend on "
            "the images beside it",
            _normed(batch_at_inference=True),
            _normed(batch_at_inference=True, update_at_inference=True),
        ),
        Mistake(
            "updates-at-inference",
            "the running statistics change at inference: looking at test images must leave no "
            "trace in the model",
            _normed(update_at_inference=True),
        ),
        Mistake(
            "eps-outside-sqrt",
            "eps is added after the root: it belongs to the variance, under the root",
            _normed(_by_outside),
        ),
        Mistake(
            "divides-by-variance",
            "the root is missing: what is divided by the variance does not have variance 1",
            _normed(_by_variance),
            _normed(lambda x, gamma, beta, mean, var, eps: gamma * (x - mean) / var + beta),
        ),
        Mistake(
            "beta-before-gamma",
            "beta is added before gamma multiplies: first the scale, then the shift",
            _normed(_beta_first),
        ),
        Mistake(
            "per-image",
            "each image is normalized by itself: the statistics go over the whole batch",
            _batch_y_per_image,
            _normed(axes=(1, 2)),
            _normed(axes=(1, 2), squeeze=_mean_of_images),
        ),
        Mistake(
            "never-updates",
            "the running statistics stay as they were after training: at inference the layer "
            "would know nothing of the data",
            _normed(blend=_kept),
        ),
        Mistake(
            "running-stats-in-training",
            "the running statistics are used while training: there it is the batch's own",
            _normed(running_in_training=True),
            _normed(running_in_training=True, after=True),
        ),
        Mistake(
            "ddof-1",
            "the running variance is divided by the number minus 1: Keras keeps the biased one "
            "(PyTorch does not)",
            _normed(ddof=1),
        ),
    ),
    hints=(
        "Two questions: whose mean and variance, the batch's or the running ones? And do the "
        "running ones change? `training` answers both.",
        "Everything that belongs to a channel has shape `(C,)` and lines up with the last axis of "
        "`x`. The result is `y` and a new dict with two arrays `(C,)`.",
        "Training: mean and var over the axes (0, 1, 2); new mean = momentum * old + "
        "(1 - momentum) * mean, and so for var. Then gamma * (x - mean) / np.sqrt(var + eps) + "
        "beta.",
    ),
    success="With gamma = sqrt(var + eps) and beta = mean it does nothing at all: the layer can "
    "learn to undo itself, so no network is lost by it.",
    may_view=True,  # at inference the state may be handed back as it came
)

# batchnorm_backward


def _backward_cases(rng, hidden):
    def case(label, *shape, eps=0.5, kind=float):
        x, dout = (numbers(rng, *shape).astype(kind) for _ in range(2))
        return Case(label, dout=dout, x=x, gamma=_positive(rng, shape[3]), eps=eps)

    if not hidden:
        return [
            Case(
                "by hand",
                dout=np.array([[[[3.0]], [[7.0]]]]),
                x=np.array([[[[-1.0]], [[1.0]]]]),
                gamma=np.array([2.0]),
                eps=3.0,
            ),
            case("one channel", 2, 1, 2, 1),
            case("two channels", 2, 2, 1, 2),
            case("three images, three channels", 3, 2, 3, 3, eps=1e-3),
            case("whole numbers", 2, 3, 2, 2, kind=int),
        ]
    return [
        case("one image", 1, 3, 4, 2),
        case("one channel", 4, 2, 3, 1, eps=1e-3),
        case("many images", 6, 2, 3, 3, eps=0.25),
        case("as many images as channels", 3, 4, 2, 3, eps=1e-3),
        case("a row of pixels", 3, 1, 5, 4, eps=1.0),
        case("one pixel an image", 5, 1, 1, 3, eps=0.125),
        case("a small eps", 2, 3, 4, 2, eps=1e-5),
        case("whole numbers", 3, 2, 4, 2, kind=int),
    ]


def _back(mean_path=1, var_path=1, by_n=False, sums=None, dgamma_of=None, undone=None):
    """Make a `batchnorm_backward` in which a path is missing or a sum is wrong."""

    def backward(dout, x, gamma, eps):
        mean, var = x.mean(axis=_EVERY), x.var(axis=_EVERY)
        root = np.sqrt(var + eps)
        normalized = (x - mean) / root
        dgamma, dbeta = (dout * normalized).sum(axis=_EVERY), dout.sum(axis=_EVERY)
        count = len(x) if by_n else x[..., 0].size
        lost = mean_path * dbeta + var_path * normalized * dgamma
        dx = gamma / root * (dout - lost / count)
        if undone:
            dx = undone(dx, gamma, root)
        if dgamma_of:
            dgamma = (dout * dgamma_of(x, mean, root)).sum(axis=_EVERY)
        if sums:
            dgamma, dbeta = sums(dgamma, dbeta, x)
        return dx, dgamma, dbeta

    return backward


batchnorm_backward = Exercise(
    answer=layers.batchnorm_backward,
    cases=_backward_cases,
    mistakes=(
        Mistake(
            "stats-constant",
            "mean and variance are taken for constants: each number of the batch moves them, and "
            "through them all the others",
            _back(0, 0),
        ),
        Mistake(
            "mean-path-missing",
            "the way back through the mean is missing: when one number grows, the mean grows, and "
            "all numbers of the channel come out lower",
            _back(mean_path=0),
        ),
        Mistake(
            "var-path-missing",
            "the way back through the variance is missing: a number far from the mean widens the "
            "spread, and all numbers of the channel shrink",
            _back(var_path=0),
        ),
        Mistake(
            "n-for-nhw",
            "means are taken by dividing by the number of images: a channel has N * H * W numbers",
            _back(by_n=True),
        ),
        Mistake(
            "dbeta-mean",
            "the slopes are averaged: beta is added at N * H * W places, and each adds its slope",
            _back(sums=lambda dgamma, dbeta, x: (dgamma, dbeta / x[..., 0].size)),
            _back(sums=lambda dgamma, dbeta, x: (dgamma / x[..., 0].size, dbeta / x[..., 0].size)),
            _back(sums=lambda dgamma, dbeta, x: (dgamma, dbeta / len(x))),
            _back(sums=lambda dgamma, dbeta, x: (dgamma / len(x), dbeta / len(x))),
        ),
        Mistake(
            "dgamma-uses-x",
            "dgamma is made with `x`: gamma was multiplied by the normalized numbers",
            _back(dgamma_of=lambda x, mean, root: x),
            _back(dgamma_of=lambda x, mean, root: x - mean),
        ),
        Mistake(
            "gamma-missing",
            "gamma does not come into dx: on the way forward it multiplied every number",
            _back(undone=lambda dx, gamma, root: dx / gamma),
        ),
    ),
    hints=(
        "A number reaches the output three ways: directly, through the mean, and through the "
        "variance. Their slopes are added.",
        "`dgamma` and `dbeta` are sums over the axes 0, 1, 2 and have shape `(C,)`; `dx` has the "
        "shape of `x`. With m = N * H * W, a mean over these axes is a sum divided by m.",
        "root = sqrt(var + eps), n = (x - mean) / root; dbeta = sum(dout), dgamma = sum(dout * n); "
        "dx = gamma / root * (dout - dbeta / m - n * dgamma / m).",
    ),
    success="The slopes that come out sum to 0 in each channel: lifting all its numbers at once "
    "changes nothing, because the mean is taken off.",
)

# Questions

predict_one_knob = Question(
    "predict_one_knob",
    answer="c",
    says={
        "a": "The weight does not move by the same: its slope is multiplied by the input.",
        "b": "That is how much more the weight moves. Then the weight meets the input again.",
        "c": "Once because the slope holds the input, once more because the weight meets the input "
        "again: 10 times 10. Small pixels are a small learning rate, squared.",
        "d": "That would be three times the input: it comes in twice.",
    },
)

predict_test_scaler = Question(
    "predict_test_scaler",
    answer="b",
    says={
        "a": "Then the same picture would be scaled one way in training and another in use.",
        "b": "What is fitted is fitted on the training images alone, the scaler too. Test images "
        "stand for images nobody has seen yet.",
        "c": "That is a leak: the test images would have had a say in the model.",
        "d": "A single image to classify has no useful statistics of its own, and its brightness "
        "may be what tells the classes apart.",
    },
)

predict_scales = Question(
    "predict_scales",
    answer="b",
    says={
        "a": "Pixels from 0 to 1 are small, most of them near 0. Small input is a small learning "
        "rate, and 0.01 was not large to begin with.",
        "b": "Mean 0 and variance 1 is what the first weights were made for. Pixels from 0 to 1 "
        "have smaller slopes, so that at this rate the network hardly moves.",
        "c": "They would be, if weights had the time to make up for the scale. Five epochs are "
        "not enough.",
        "d": "One of them is well on its way.",
    },
)

predict_bias_before = Question(
    "predict_bias_before",
    answer=0,
    says={
        0: "The mean rises by 7, too, and is taken off. So a bias in front of batch normalization "
        "does nothing: leave it out, `use_bias=False`. beta does its work.",
        7: "The mean of the channel rises by 7 as well, and it is taken off.",
    },
    otherwise="What happens to the mean of the channel, and what is left when it is taken off?",
)

predict_running = Question(
    "predict_running",
    answer="b",
    says={
        "a": "That would be so if the last batch counted alone, with momentum 0.",
        "b": "A share of 0.99 to the power of 100, or 37 %, is still the 0 it began with. A short "
        "training at momentum 0.99 leaves running statistics that fit nothing.",
        "c": "Each step keeps 99 % and adds 1 % of 10: 0.1 is what the first step gives.",
        "d": "That is the middle. It is reached after 69 steps.",
    },
)

predict_batch_norm = Question(
    "predict_batch_norm",
    answer="a",
    says={
        "a": "Whatever scale comes in, behind the first convolution each channel has mean 0 and "
        "variance 1 again. The three scales come out nearly alike.",
        "b": "Batch normalization stands behind the first convolution and takes their scale off.",
        "c": "It would be so without batch normalization. With it, the scale is taken off.",
        "d": "At a rate at which nothing was learned before, it makes the largest difference.",
    },
)
