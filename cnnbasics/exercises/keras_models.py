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

_BENDS_NOTHING = re.compile(
    r"Conv|Dense|Pooling|Flatten|Reshape|Permute|Dropout|Normalization|Padding|Cropping|UpSampling"
    r"|Rescaling|Random|Softmax|^(Activation|Add|Subtract|Average|Mean|Sum|Concatenate|Transpose)$"
)
"""Keras' own layers and operations that bend nothing but by their activation, or by a maximum."""

_ALIASES = {"bce": "binary_crossentropy", "b_c_e": "binary_crossentropy"}
"""Short names of losses that Keras takes too, as `_snake` spells them."""

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
        ``input``, ``output``, ``params``, ``kernels``, ``layers``, ``compiled``, ``shows_all``; and
        if it was compiled ``loss``, ``from_logits``, ``optimizer``, ``learning_rate``, ``metrics``.
    """
    import keras

    if not isinstance(model, keras.Model):
        return model
    described: dict[str, Any] = {
        "input": getattr(model, "input_shape", None),
        "output": getattr(model, "output_shape", None),
        "params": sum(int(np.prod(weight.shape)) for weight in model.weights),
        # Whether a weight of it spans rows and columns, in whatever class it is kept.
        "kernels": any(
            len(weight.shape) > 3 and max(weight.shape[:2]) > 1 for weight in model.weights
        ),
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
    described = {name: config[name] for name in KEPT if _is_plain(config.get(name))}
    activation = config.get("activation", _ACTIVATIONS.get(kind))
    if isinstance(activation, dict):
        activation = activation.get("config", {})
        activation = activation.get("name") if isinstance(activation, dict) else activation
        activation = activation if isinstance(activation, str) else "a function of its own"
    described["activation"] = activation if isinstance(activation, str) else "linear"
    described["trainable"] = bool(getattr(layer, "trainable", True))
    # A class of the student's own may do more than its name says.
    described["of_keras"] = type(layer).__module__.split(".")[0] == "keras"
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
    spelled = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
    return _ALIASES.get(spelled, spelled)


def _is_plain(value: Any) -> bool:
    """Tell whether a value is text or a number, or a few of them."""
    if isinstance(value, tuple | list):
        return len(value) <= 8 and all(isinstance(one, str | int | float) for one in value)
    return isinstance(value, str | int | float)


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
    """Tell whether a value describes a Keras model, each part of it of the type `summary` gives.

    What is not there, or not of that type, was not sent by `summary`: then it is no description.
    """
    return (
        isinstance(value, dict)
        and isinstance(value.get("layers"), list)
        and all(_is_layer(layer) for layer in value["layers"])
        and _is_count(value.get("params"))
        and all(isinstance(value.get(name), bool) for name in ("kernels", "compiled", "shows_all"))
        and (value["compiled"] is False or _is_compiled(value))
    )


def _is_layer(layer: Any) -> bool:
    return (
        isinstance(layer, dict)
        and all(isinstance(layer.get(name), str) for name in ("kind", "name", "activation"))
        and all(isinstance(layer.get(name), bool) for name in ("trainable", "of_keras"))
        and all(_is_plain(layer[name]) for name in KEPT if name in layer)
    )


def _is_compiled(value: dict) -> bool:
    metrics = value.get("metrics")
    return (
        all(isinstance(value.get(name), str) for name in ("loss", "optimizer"))
        and isinstance(value.get("from_logits"), bool)
        and isinstance(value.get("learning_rate"), float)
        and isinstance(metrics, list)
        and all(isinstance(one, str) for one in metrics)
    )


def _is_count(number: Any) -> bool:
    return isinstance(number, int) and not isinstance(number, bool)


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
    known = isinstance(shape, tuple | list) and len(shape) > 1 and all(map(_is_count, shape[1:]))
    return tuple(shape[1:]) if known else None


def loss_of(described: dict) -> tuple[str, bool]:
    """Return the name of the loss and whether it takes logits; an empty name if it is unknown."""
    name = str(described.get("loss", ""))
    known = name if name in _LOSSES else ""
    return known, described.get("from_logits") is True


def is_convolution(layer: dict) -> bool:
    """Tell whether a layer slides a kernel over an image."""
    return "Conv" in layer["kind"]


def bends(layer: dict) -> bool | None:
    """Tell whether a layer bends what goes through it; None if its description does not tell."""
    if layer["activation"] not in ("linear", "softmax"):
        return True
    known = layer["of_keras"] and _BENDS_NOTHING.search(layer["kind"])
    return False if known else None


def are_probabilities(rows: Any) -> bool:
    """Tell whether each row of an array holds numbers from 0 to 1 that sum to 1."""
    rows = np.asarray(rows, dtype=np.float64)
    return bool(np.all(rows >= 0) and np.allclose(rows.sum(axis=-1), 1, atol=1e-4))
