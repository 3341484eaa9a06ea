"""Small networks from a description, twice: in Keras, and forward and backward in NumPy.

The layers of a description are tuples that begin with the kind of a layer and its name:

- ``("conv", name, filters, (kh, kw), stride, padding, activation)``
- ``("relu", name)``, ``("batch_norm", name)``, ``("dropout", name, rate)``
- ``("max_pool", name, size)``, ``("avg_pool", name, size)``
- ``("add", name, other)`` adds what came out of the layer called `other`
- ``("gap", name)``, ``("flatten", name)``, ``("dense", name, units, activation)``

An activation is None or "relu". The last layer gives the scores of the classes.
"""

from dataclasses import dataclass

import numpy as np

from cnnbasics import layers

_EPSILON = 1e-3  # of Keras' batch normalization


@dataclass(frozen=True, repr=False)
class Description:
    """What a small network is made of. It is shown as a call that builds it in Keras.

    Parameters
    ----------
    kind : str
        "sequential" or "functional".
    shape : (int, int, int)
        Height, width and channels of the images.
    layers : tuple of tuple
        In order, as the module says.
    seed : int
        What the weights are drawn from.
    """

    kind: str
    shape: tuple
    layers: tuple
    seed: int

    def __repr__(self):
        return f"in_keras({self.kind!r}, {self.shape}, {self.layers}, {self.seed})"


class Network:
    """A described network in NumPy.

    Parameters
    ----------
    description : Description
    """

    def __init__(self, description):
        self.layers = description.layers
        self.weights, shape = {}, description.shape
        rng = np.random.default_rng(description.seed)
        for kind, name, *more in self.layers:
            self.weights[name] = _draw(rng, kind, shape, more)
            shape = _shape_after(kind, shape, more)

    def run(self, x, training=False):
        """Go forward.

        Parameters
        ----------
        x : ndarray, shape (N, H, W, C)
        training : bool
            Whether batch normalization takes the statistics of the batch. Dropout does nothing.

        Returns
        -------
        dict of str to ndarray
            What comes out of each layer, by name; ``"name before"`` is what it was before the
            layer's own activation; ``"input"`` is `x`.
        """
        values = {"input": np.asarray(x, dtype=float)}
        out = values["input"]
        for kind, name, *more in self.layers:
            weights = self.weights[name]
            if kind == "conv":
                out = layers.conv2d_forward(out, *weights, more[2], more[3])
            elif kind == "dense":
                out = layers.dense_forward(out, *weights)
            elif kind == "relu":
                out = layers.relu(out)
            elif kind == "batch_norm":
                gamma, beta, mean, var = weights
                if training:
                    mean, var = out.mean(axis=(0, 1, 2)), out.var(axis=(0, 1, 2))
                out = gamma * (out - mean) / np.sqrt(var + _EPSILON) + beta
            elif kind == "max_pool":
                out = layers.max_pool2d(out, more[0])
            elif kind == "avg_pool":
                out = layers.avg_pool2d(out, more[0])
            elif kind == "add":
                out = out + values[more[0]]
            elif kind == "gap":
                out = layers.global_avg_pool(out)
            elif kind == "flatten":
                out = layers.flatten(out)
            values[f"{name} before"] = out
            if kind in ("conv", "dense") and more[-1] == "relu":
                out = layers.relu(out)
            values[name] = out
        return values

    def slopes(self, values, dscore):
        """Go backward.

        Parameters
        ----------
        values : dict
            What `run` gave.
        dscore : ndarray, shape (N, classes)
            Slopes at the scores.

        Returns
        -------
        dict of str to ndarray
            The slopes at what comes out of each layer, by name, and at ``"input"``.
        """
        names = ["input", *(name for _, name, *_ in self.layers)]
        slopes = {name: np.zeros(values[name].shape) for name in names}
        slopes[names[-1]] += dscore
        for (kind, name, *more), before in reversed(
            list(zip(self.layers, names[:-1], strict=True))
        ):
            dout, x, weights = slopes[name], values[before], self.weights[name]
            if kind in ("conv", "dense") and more[-1] == "relu":
                dout = layers.relu_backward(dout, values[f"{name} before"])
            if kind == "conv":
                dout = layers.conv2d_backward_x(dout, weights[0], x.shape, more[2], more[3])
            elif kind == "dense":
                dout, _, _ = layers.dense_backward(dout, x, weights[0])
            elif kind == "relu":
                dout = layers.relu_backward(dout, x)
            elif kind == "batch_norm":
                gamma, _, _, var = weights
                dout = dout * gamma / np.sqrt(var + _EPSILON)
            elif kind == "max_pool":
                dout = layers.max_pool2d_backward(dout, x, more[0])
            elif kind == "avg_pool":
                dout = layers.avg_pool2d_backward(dout, x.shape, more[0])
            elif kind == "gap":
                places = x.shape[1] * x.shape[2]
                dout = np.broadcast_to(dout[:, np.newaxis, np.newaxis], x.shape) / places
            elif kind == "flatten":
                dout = layers.flatten_backward(dout, x.shape)
            elif kind == "add":
                slopes[more[0]] += dout
            slopes[before] += dout
        return slopes


def _draw(rng, kind, shape, more):
    """Draw the weights of one layer, each exact in float32."""
    if kind == "conv":
        filters, size = more[0], more[1]
        drawn = [rng.normal(0, 1.2, (*size, shape[2], filters)) / np.sqrt(np.prod(size) * shape[2])]
        drawn.append(rng.normal(0, 0.3, filters))
    elif kind == "dense":
        drawn = [rng.normal(0, 1.5, (shape[0], more[0])) / np.sqrt(shape[0])]
        drawn.append(rng.normal(0, 0.3, more[0]))
    elif kind == "batch_norm":
        drawn = [rng.uniform(0.5, 1.5, shape[2]), rng.normal(0, 0.5, shape[2])]
        drawn += [rng.normal(0, 0.5, shape[2]), rng.uniform(0.5, 2, shape[2])]
    else:
        return []
    return [part.astype(np.float32).astype(float) for part in drawn]


def _shape_after(kind, shape, more):
    if kind == "conv":
        pairs = layers.padding_pairs(more[3], shape[:2], more[1], more[2])
        return (*layers.conv_output_shape(shape[:2], more[1], more[2], pairs), more[0])
    if kind in ("max_pool", "avg_pool"):
        size = layers.stride_pair(more[0])
        return (*layers.conv_output_shape(shape[:2], size, size), shape[2])
    if kind == "gap":
        return (shape[2],)
    if kind == "flatten":
        return (int(np.prod(shape)),)
    return (more[0],) if kind == "dense" else shape


def in_keras(kind, shape, layers, seed):
    """Build a small network in Keras, with the weights of `Network`.

    Parameters
    ----------
    kind, shape, layers, seed
        As in `Description`.

    Returns
    -------
    keras.Model
        Sequential or Functional.
    """
    import keras

    made = keras.layers
    makers = {
        "conv": lambda filters, size, stride, padding, activation, **name: made.Conv2D(
            filters, size, strides=stride, padding=padding, activation=activation, **name
        ),
        "relu": made.ReLU,
        "batch_norm": lambda **name: made.BatchNormalization(epsilon=_EPSILON, **name),
        "dropout": made.Dropout,
        "max_pool": made.MaxPooling2D,
        "avg_pool": made.AveragePooling2D,
        "add": lambda other, **name: made.Add(**name),
        "gap": made.GlobalAveragePooling2D,
        "flatten": made.Flatten,
        "dense": lambda units, activation, **name: made.Dense(units, activation=activation, **name),
    }
    stack = {name: makers[part](*more, name=name) for part, name, *more in layers}
    start = keras.Input(shape)
    if kind == "sequential":
        model = keras.Sequential([start, *stack.values()])
    else:
        values, out = {}, start
        for part, name, *more in layers:
            out = values[name] = stack[name]([out, values[more[0]]] if part == "add" else out)
        model = keras.Model(start, out)
    described = Description(kind, shape, layers, seed)
    for name, weights in Network(described).weights.items():
        stack[name].set_weights(weights)
    return model
