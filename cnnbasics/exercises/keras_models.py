"""A Keras model as data: what is kept of it where the student's code runs, and how it is read.

`summary` runs beside the student's code, and reads public attributes only. The other functions run
in the judge and get what was sent, which may be anything: each of them reads it with care.
"""

import re
import warnings
from typing import Any

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import distinct, numbers

KEPT = (
    "filters",
    "units",
    "kernel_size",
    "pool_size",
    "strides",
    "padding",
    "rate",
    "target_shape",
    "value_range",
    "scale",
)
"""The settings of a layer that are kept, where it has them."""

_ACTIVATIONS = {
    "ReLU": "relu",
    "Relu": "relu",
    "Softmax": "softmax",
    "Sigmoid": "sigmoid",
    "LeakyReLU": "leaky_relu",
    "PReLU": "prelu",
    "ELU": "elu",
}
"""Layers, and operations of a Functional model, that are an activation and nothing else."""

_LOSSES = ("binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy")


def summary(model: Any) -> Any:
    """Describe a Keras model by its layers and by how it was compiled.

    Parameters
    ----------
    model : object
        What a student's function returned; anything but a Keras model is returned as it is.

    Returns
    -------
    dict
        ``input``, ``output``, ``params``, ``layers``, ``compiled``, ``shows_all``; and if it was
        compiled ``loss``, ``from_logits``, ``optimizer``, ``learning_rate``, ``metrics``.
    """
    import keras

    if not isinstance(model, keras.Model):
        return model
    described: dict[str, Any] = {
        "input": getattr(model, "input_shape", None),
        "output": getattr(model, "output_shape", None),
        "params": sum(int(np.prod(weight.shape)) for weight in model.weights),
        "layers": [_layer(layer) for layer in _flat(model)],
        "compiled": bool(model.compiled),
        # A model that is a class of the student's own can compute what no layer of it shows.
        "shows_all": isinstance(model, keras.Sequential) or hasattr(model, "operations"),
    }
    return described | (_compiled(model) if model.compiled else {})


def _flat(model: Any) -> list[Any]:
    """Return the layers of a model in order, those of models inside it in their place."""
    import keras

    found = []
    # The operations of a Functional model hold what is no layer, such as `keras.ops.relu`.
    for layer in getattr(model, "operations", None) or model.layers:
        if isinstance(layer, keras.Model):
            found += _flat(layer)
        elif not isinstance(layer, keras.layers.InputLayer):
            found.append(layer)
    return found


def _layer(layer: Any) -> dict[str, Any]:
    kind = type(layer).__name__
    try:
        config = layer.get_config()
    except (NotImplementedError, TypeError, ValueError):  # a layer of the student's own
        config = {}
    described = {name: config[name] for name in KEPT if name in config}
    activation = config.get("activation", _ACTIVATIONS.get(kind))
    if isinstance(activation, dict):
        activation = activation.get("config", {})
        activation = activation.get("name") if isinstance(activation, dict) else activation
    described["activation"] = activation if isinstance(activation, str) else "linear"
    described["trainable"] = bool(getattr(layer, "trainable", True))
    return {"kind": kind, "name": layer.name, **described}


def _compiled(model: Any) -> dict[str, Any]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Keras would warn of a lambda, which nobody loads here
            config = model.get_compile_config()
    except (NotImplementedError, TypeError, ValueError):  # a loss of the student's own
        config = {"loss": getattr(model.loss, "name", type(model.loss).__name__)}
    loss = config.get("loss")
    from_logits = False
    if isinstance(loss, dict):
        inner = loss.get("config")
        from_logits = isinstance(inner, dict) and bool(inner.get("from_logits", False))
        loss = inner if isinstance(inner, str) else loss.get("class_name")
    metrics = config.get("metrics") or []
    return {
        "loss": _snake(str(loss)),
        "from_logits": from_logits,
        "optimizer": type(model.optimizer).__name__.lower(),
        "learning_rate": float(np.asarray(model.optimizer.learning_rate)),
        "metrics": [
            _snake(str(one.get("class_name") if isinstance(one, dict) else one))
            for one in (metrics if isinstance(metrics, list | tuple) else [metrics])
        ],
    }


def _snake(name: str) -> str:
    """Return one spelling of a name: ``BinaryCrossentropy`` is ``binary_crossentropy``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def small_network(rng: np.random.Generator, classes: int) -> dict[str, np.ndarray]:
    """Make the weights of a network for images of 6x6, as `cnnbasics.layers.forward` takes them."""
    return {
        "conv_w": numbers(rng, 3, 3, 1, 2) / 4,
        "conv_b": distinct(rng, 2),
        "dense_w": numbers(rng, 8, classes) / 8,
        "dense_b": distinct(rng, classes),
    }


def in_keras(params: dict[str, np.ndarray], dropout: float = 0.0) -> Any:
    """Build a `small_network` in Keras, if need be with dropout before its last layer."""
    import keras

    model = keras.Sequential(
        [
            keras.Input((6, 6, 1)),
            keras.layers.Conv2D(2, 3, activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            *([keras.layers.Dropout(dropout, seed=1)] if dropout else []),
            keras.layers.Dense(params["dense_w"].shape[1], activation="softmax"),
        ]
    )
    layers.copy_weights(params, model)
    return model


# In the judge


def is_model(value: Any) -> bool:
    """Tell whether a value describes a Keras model, as `summary` does."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("layers"), list)
        and all(isinstance(layer, dict) and "kind" in layer for layer in value["layers"])
    )


def layers_of(described: dict) -> list[dict]:
    """Return the layers of a described model, an activation counted with the layer it follows."""
    found: list[dict] = []
    for layer in described["layers"]:
        alone = layer["kind"] in (*_ACTIVATIONS, "Activation")
        if alone and found and found[-1].get("activation", "linear") == "linear":
            found[-1] = found[-1] | {"activation": layer.get("activation", "linear")}
        else:
            found.append(layer)
    return found


def shape_of(described: dict, name: str) -> tuple | None:
    """Return the ``input`` or ``output`` shape without the batch; None if it is not known."""
    shape = described.get(name)
    return tuple(shape[1:]) if isinstance(shape, tuple | list) and len(shape) > 1 else None


def loss_of(described: dict) -> tuple[str, bool]:
    """Return the name of the loss and whether it takes logits; an empty name if it is unknown."""
    name = str(described.get("loss", ""))
    known = name if name in _LOSSES else ""
    return known, described.get("from_logits") is True


def is_convolution(layer: dict) -> bool:
    """Tell whether a layer slides a kernel over an image."""
    return "Conv" in str(layer["kind"])


def are_probabilities(rows: Any) -> bool:
    """Tell whether each row of an array holds numbers from 0 to 1 that sum to 1."""
    rows = np.asarray(rows, dtype=np.float64)
    return bool(np.all(rows >= 0) and np.allclose(rows.sum(axis=-1), 1, atol=1e-4))
