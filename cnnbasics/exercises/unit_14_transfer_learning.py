"""Unit 14: cases, mistakes, hints and questions of transfer learning in Keras.

A case describes a base by its sizes. `prepare` builds it, a network so small that a step of
training takes milliseconds; `observe` trains what the student made for a step and says which layers
moved.
"""

import math

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import Case, Exercise, Mistake, Question, Refusal

_IMAGES = 6
_OTHER_HEADS = 4
_OLD_RATE = 1e-3


def _base(image=(7, 6, 3), scale=None, noise=False, old_head=0, maps=False, nested=False, seed=0):
    """Describe a base: its image, how it begins, its old head, and how it ends."""
    return {
        "image": image,
        "scale": scale,
        "noise": noise,
        "old_head": old_head,
        "maps": maps,
        "nested": nested,
        "seed": seed,
    }


_SCALES = {"0 to 1": (1 / 255, 0.0), "-1 to 1": (1 / 127.5, -1.0)}


def _built_base(spec, probe=False):
    """Build the base that a case describes, where the student's code runs."""
    import keras

    block = [
        keras.layers.Conv2D(4, (3, 2), activation="tanh", name="second"),
        keras.layers.BatchNormalization(name="second_norm"),
        keras.layers.Conv2D(5, (2, 2), activation="tanh", name="third"),
    ]
    stack = [
        *([_probe()] if probe else []),
        *([keras.layers.GaussianNoise(0.1, name="noise")] if spec["noise"] else []),
        *([keras.layers.Rescaling(*_SCALES[spec["scale"]], name="range")] if spec["scale"] else []),
        keras.layers.Conv2D(3, (2, 3), padding="same", activation="tanh", name="first"),
        keras.layers.BatchNormalization(name="first_norm"),
        *([keras.Sequential(block, name="block")] if spec["nested"] else block),
        *([] if spec["maps"] else [keras.layers.GlobalAveragePooling2D(name="average")]),
    ]
    if spec["old_head"]:
        stack.append(keras.layers.Dense(spec["old_head"], activation="softmax", name="old_head"))
    x = inputs = keras.Input(tuple(spec["image"]))
    for layer in stack:
        x = layer(x)
    base = keras.Model(inputs, x, name="base")
    rng = np.random.default_rng(spec["seed"])
    for layer in _leaves(base):
        layer.set_weights([_drawn(rng, weight) for weight in layer.weights])
    return base


def _drawn(rng, weight):
    """Draw a weight that is like that of a trained network, and none of Keras' starting values."""
    if weight.name in ("gamma", "moving_variance"):
        return rng.uniform(0.5, 2, weight.shape)
    return rng.normal(0, 0.4, weight.shape)


def _leaves(model):
    """List the layers of a model, and those of the models inside it."""
    found = []
    for layer in model.layers:
        found += _leaves(layer) if hasattr(layer, "layers") else [layer]
    return found


def _probe():
    """Make a layer that changes nothing and remembers the range of what it was given."""
    import keras

    class Probe(keras.layers.Layer):
        seen = None

        def call(self, x):
            if hasattr(x, "numpy"):  # numbers, not the symbols of a graph
                values = x.numpy()
                self.seen = (float(values.min()), float(values.max()))
            return x

        def compute_output_shape(self, shape):
            return shape

    return Probe(name="input_range")


def _images_for(spec, n=_IMAGES):
    """Draw images (n, H, W, C) in the range that a base wants."""
    pixels = np.random.default_rng(14).integers(0, 256, (n, *spec["image"])).astype(np.float32)
    pixels.flat[:2] = 0, 255
    return pixels if spec["scale"] else pixels / 127.5 - 1


def _spec_of(base):
    """Say of a built base what `_images_for` needs."""
    import keras

    scaled = any(isinstance(layer, keras.layers.Rescaling) for layer in base.layers)
    return {"image": base.input_shape[1:], "scale": scaled}


_STATISTICS = ("moving_mean", "moving_variance")


def _snapshot(base):
    """Keep the weights and the stored statistics of each layer of a base."""
    return {
        layer.name: {weight.name: np.array(weight) for weight in layer.weights}
        for layer in _leaves(base)
        if layer.weights
    }


def _moved(before, after):
    """Name the layers whose weights differ in any bit, and those whose statistics do."""
    found = {"weights": [], "statistics": []}
    for layer, weights in before.items():
        for name, value in weights.items():
            kind = "statistics" if name in _STATISTICS else "weights"
            same = np.array_equal(value, after[layer][name])
            if not same and layer not in found[kind]:
                found[kind].append(layer)
    return found


def _head_weights(model, base):
    own = {id(weight) for weight in base.weights}
    return [weight for weight in model.weights if id(weight) not in own]


def _trained(model, base, x, y):
    """Train a model for a step, and say what moved in its base, and whether its head did."""
    before, head = _snapshot(base), [np.array(w) for w in _head_weights(model, base)]
    model.run_eagerly = True  # a graph would take seconds to trace, and gives the same
    stuck = False
    try:
        model.train_on_batch(x, y)
    except ValueError as error:
        if "Unknown variable" not in str(error):
            raise
        stuck = True  # the optimizer was made for other weights
    found = _moved(before, _snapshot(base))
    now = [np.array(w) for w in _head_weights(model, base)]
    found["head"] = any(not np.array_equal(a, b) for a, b in zip(head, now, strict=True))
    found["stuck"] = stuck
    return found


def _answered(model, x, y):
    """Say what a compiled model answers, and what its loss makes of other answers of that kind."""
    import keras

    outputs = np.asarray(model(x, training=False))
    # As bare numbers: from the model's own tensors Keras would find out that they are a softmax's.
    loss = model.compute_loss(
        x=x,
        y=keras.ops.convert_to_tensor(y),
        y_pred=keras.ops.convert_to_tensor(_clear_answers(outputs)),
    )
    penalty = sum(float(np.asarray(term)) for term in model.losses)
    return {"outputs": outputs, "loss": float(np.asarray(loss)) - penalty}


def _are_probabilities(outputs):
    return np.allclose(outputs.sum(axis=1), 1, atol=1e-4) and bool((outputs >= 0).all())


def _clear_answers(outputs):
    """Make answers of the same kind, probabilities or logits, on which losses differ clearly."""
    n, k = outputs.shape
    logits = 3 * np.sin(np.arange(n * k, dtype=np.float32) + 1).reshape(n, k)
    answers = layers.softmax(logits) if _are_probabilities(outputs) else logits
    return answers.astype(np.float32)


def _true_loss(outputs, y):
    """Compute the cross-entropy of those answers."""
    answers = _clear_answers(outputs).astype(float)
    if _are_probabilities(outputs):
        return float(-np.log(answers[np.arange(len(y)), y]).mean())
    return float(layers.cross_entropy(answers, y))


def _labels(n_classes, n=_IMAGES):
    return np.arange(n)[::-1] % n_classes


def _value(answer):
    """Return what was observed, if it is that."""
    if not isinstance(answer.value, dict):
        raise TypeError
    return answer.value


def _well_formed(value, **kinds):
    return isinstance(value, dict) and all(
        isinstance(value.get(key), kind) for key, kind in kinds.items()
    )


_MOVED = {"weights": list, "statistics": list, "head": bool, "stuck": bool}
_NOT_OBSERVED = Refusal("What came cannot be trained and looked at.")


def _convolutions(names):
    return [name for name in names if not str(name).endswith("_norm")]


_ALL = ["first", "second", "third"]


# freeze


def _freeze_cases(rng, hidden):
    def case(label, **base):
        return Case(label, base=_base(**base, seed=int(rng.integers(2**31))))

    if not hidden:
        return [
            case("a base that ends in maps", maps=True),
            case("a base that ends in a vector", image=(6, 8, 2)),
        ]
    return [
        case("a base that ends in maps", image=(8, 6, 2), maps=True),
        case("a base that scales its input", image=(6, 7, 1), scale="0 to 1"),
        case("a base with a block of layers inside", image=(7, 7, 3), nested=True),
        case("a base with its old head", image=(6, 9, 3), old_head=4),
    ]


def _prepared_base(inputs):
    return inputs | {"base": _built_base(inputs["base"])}


def _after_freezing(result, inputs):
    import keras

    base = inputs["base"]
    x = _images_for(_spec_of(base))
    model = keras.Sequential(
        [keras.Input(x.shape[1:]), base, keras.layers.Flatten(), keras.layers.Dense(2)]
    )
    model.compile(optimizer=keras.optimizers.SGD(0.01), loss="mse")
    return _trained(model, base, x, np.linspace(-1, 1, 2 * len(x)).reshape(-1, 2))


def _refuse_freeze(case, value):
    if not _well_formed(value, **_MOVED):
        return _NOT_OBSERVED
    if value["weights"]:
        why = "A model with the base in it was trained, and weights of the base changed. "
        return Refusal(
            why + f"Layers that moved: {_named(value['weights'])}.", [], value["weights"]
        )
    if value["statistics"]:
        return Refusal(
            "No weight of the base changed, but the stored statistics of "
            f"{_named(value['statistics'])} did.",
            [],
            value["statistics"],
        )
    return None


def _named(names):
    return ", ".join(f"`{str(name)[:40]}`" for name in names)


def _all_moved(value):
    return set(_ALL) <= set(value["weights"])


def _only_norms_moved(value):
    return not _convolutions(value["weights"]) and bool(value["weights"] or value["statistics"])


freeze = Exercise(
    answer=layers.freeze,
    needs=("keras",),
    cases=_freeze_cases,
    mistakes=(
        Mistake(
            "everything-trainable",
            "nothing is frozen: all layers of the base go on learning",
            shows=lambda case, answer: _all_moved(_value(answer)),
        ),
        Mistake(
            "bn-updates-while-frozen",
            "the batch normalization is left out: it still learns, and renews its mean and "
            "variance with every batch",
            shows=lambda case, answer: _only_norms_moved(_value(answer)),
        ),
    ),
    hints=(
        "A Keras layer has a switch that says whether training may change it, and a model is a "
        "layer too.",
        "All layers at once, or each layer in `base.layers`: no shape matters here. Batch "
        "normalization has the same switch.",
        "`base.trainable = False`. It reaches every layer inside.",
    ),
    success="Not a bit of the base changed. For batch normalization the switch does two things: "
    "its weights stay, and it uses its stored mean and variance in training, too.",
    forbidden=(),
    prepare=_prepared_base,
    observe=_after_freezing,
    refuses=_refuse_freeze,
)


# build_transfer


def _build_cases(rng, hidden):
    def case(label, n_classes, **base):
        base = _base(**base, seed=int(rng.integers(2**31)))
        return Case(label, base=base, n_classes=n_classes)

    if not hidden:
        return [
            case("maps, no old head", 3, maps=True),
            case("an old head of four classes", 2, image=(6, 8, 2), old_head=4),
            case("an old head, and a base that scales", 4, image=(7, 5, 3), old_head=3,
                 scale="0 to 1"),
        ]  # fmt: skip
    return [
        case("maps, no old head", 4, image=(8, 6, 2), maps=True),
        case("a vector, no old head", 2, image=(6, 7, 1)),
        case("an old head with as many classes", 3, image=(7, 8, 3), old_head=3),
        case("an old head, and a base that scales", 5, image=(6, 9, 1), old_head=2,
             scale="-1 to 1"),
    ]  # fmt: skip


def _prepared_probed_base(inputs):
    return inputs | {"base": _built_base(inputs["base"], probe=True)}


def _after_building(result, inputs):
    import keras

    if not isinstance(result, keras.Model):
        return {"type": type(result).__name__}
    base, n_classes = inputs["base"], int(inputs["n_classes"])
    x, y = _images_for(_spec_of(base)), _labels(n_classes)
    probe = base.get_layer("input_range")
    probe.seen = None
    outputs = np.asarray(result(x, training=False))
    found = {"type": "Model", "shape": tuple(outputs.shape), "compiled": bool(result.compiled)}
    found["range"] = list(probe.seen or ())
    found["old_head"] = False
    if isinstance(base.layers[-1], keras.layers.Dense):
        found["old_head"] = _uses(result, base, base.layers[-1], x)
    found["own_layers"] = all(
        _uses(result, base, base.get_layer(name), x) for name in ("first", "third")
    )
    if found["compiled"] and outputs.shape == (len(x), n_classes):
        found |= _answered(result, x, y) | _trained(result, base, x, y)
    return found


def _uses(model, base, layer, x):
    """Tell whether what a model answers depends on a layer of its base, whatever its head says.

    The ReLUs of a narrow head may all be silent by chance; so other heads are tried as well.
    """
    head, rng = _head_weights(model, base), np.random.default_rng(0)
    kept = [np.array(weight) for weight in head]
    depends = _depends(model, layer, x)
    for _ in range(_OTHER_HEADS):
        if depends:
            break
        for weight in head:
            weight.assign(_drawn(rng, weight))
        depends = _depends(model, layer, x)
    for weight, value in zip(head, kept, strict=True):
        weight.assign(value)
    return depends


def _depends(model, layer, x):
    """Tell whether what a model answers depends on the weights of a layer."""
    before, weights = np.asarray(model(x, training=False)), layer.get_weights()
    layer.set_weights([np.cos(np.arange(w.size)).reshape(w.shape) for w in weights])
    after = np.asarray(model(x, training=False))
    layer.set_weights(weights)
    return not np.array_equal(before, after)


_BUILT = {"range": list, "old_head": bool, "own_layers": bool, "compiled": bool, "shape": tuple}


def _refuse_build(case, value):
    if isinstance(value, dict) and value.get("type") not in (None, "Model"):
        return Refusal(f"It should return a Keras model, and it returns a `{value['type']}`.")
    if not _well_formed(value, **_BUILT):
        return _NOT_OBSERVED
    spec, k = case.inputs["base"], case.inputs["n_classes"]
    if not value["compiled"]:
        return Refusal("The model is not compiled: it cannot be trained.")
    if value["shape"] != (_IMAGES, k):
        why = "The model gives something else than one number for each image and class."
        return Refusal(why, (_IMAGES, k), value["shape"])
    if not value["own_layers"]:
        return Refusal(
            "The model does not use the base that it was given, from its first to its last "
            "convolution: what it answers does not change with their weights."
        )
    wanted = _range_of(spec)
    if len(value["range"]) != 2 or not np.allclose(value["range"], wanted, atol=1e-3):
        why = "What reaches the base is not what the model was given: its range has changed."
        return Refusal(why, wanted, value["range"])
    if value["old_head"]:
        return Refusal("The old head is still in use: the new one sees the old classes only.")
    if not (
        _well_formed(value, outputs=np.ndarray, loss=float, **_MOVED)
        and value["outputs"].shape == (_IMAGES, k)
        and value["outputs"].dtype.kind == "f"
    ):
        return _NOT_OBSERVED
    if not _loss_fits(value, k):
        why = "The loss is not the cross-entropy of what the model gives."
        return Refusal(why, _true_loss(value["outputs"], _labels(k)), value["loss"])
    frozen = _refuse_freeze(case, value)
    if frozen:
        return frozen
    if not value["head"]:
        return Refusal("Training changes nothing: the new head is frozen, too.")
    return None


def _range_of(spec):
    return (0.0, 255.0) if spec["scale"] else (-1.0, 1.0)


def _loss_fits(value, n_classes):
    true = _true_loss(value["outputs"], _labels(n_classes))
    return math.isclose(value["loss"], true, rel_tol=1e-3, abs_tol=1e-4)


def _range_changed(case, answer):
    value = _value(answer)
    seen = np.asarray(value["range"])
    return len(seen) == 2 and not np.allclose(seen, _range_of(case.inputs["base"]), atol=1e-3)


def _shows_wrong_loss(case, answer):
    value = _value(answer)
    return (
        value["shape"] == (_IMAGES, case.inputs["n_classes"])
        and not value["old_head"]
        and not _loss_fits(value, case.inputs["n_classes"])
    )


build_transfer = Exercise(
    answer=layers.build_transfer,
    needs=("keras",),
    cases=_build_cases,
    mistakes=(
        Mistake(
            "include-top",
            "the old head is kept: a `Dense` at the end of the base belongs to its old task, and "
            "the new head goes in its place, not behind it",
            shows=lambda case, answer: _value(answer)["old_head"],
        ),
        Mistake(
            "everything-trainable",
            "the base is not frozen: all of it goes on learning",
            shows=lambda case, answer: _all_moved(_value(answer)),
        ),
        Mistake(
            "bn-updates-while-frozen",
            "the batch normalization of the base is left out of the freezing: it renews its mean "
            "and variance with every batch",
            shows=lambda case, answer: _only_norms_moved(_value(answer)),
        ),
        Mistake(
            "double-scaling",
            "the model scales its input: that was done before, by `preprocess_for`",
            shows=_range_changed,
        ),
        Mistake(
            "not-compiled",
            "the model is not compiled: without optimizer and loss it cannot be trained",
            shows=lambda case, answer: not _value(answer)["compiled"],
        ),
        Mistake(
            "loss-does-not-fit",
            "the loss takes the outputs for something else than they are: softmax goes with "
            '`"sparse_categorical_crossentropy"`, logits with `from_logits=True`',
            shows=_shows_wrong_loss,
        ),
        Mistake(
            "head-frozen",
            "the new head is frozen along with the base, so that nothing can learn",
            shows=lambda case, answer: not _value(answer)["head"] and not _value(answer)["weights"],
        ),
    ),
    hints=(
        "Three things: freeze the base, find the layer whose output are the features, and put one "
        "new `Dense` on it. If the base still has its old head, the features are what goes into "
        "it.",
        "Features are maps (N, h, w, c), which a `GlobalAveragePooling2D` turns into vectors "
        "(N, c), or they are vectors already. The new head makes (N, n_classes) of them.",
        "`features = base.layers[-2].output` with an old head, `base.output` without; then "
        "`keras.Model(base.input, head(features))`, and `compile` with "
        '`"sparse_categorical_crossentropy"`.',
    ),
    success="A few hundred numbers to learn in place of all of them: that is why forty images can "
    "be enough.",
    forbidden=(),
    prepare=_prepared_probed_base,
    observe=_after_building,
    refuses=_refuse_build,
)


# fine_tune

_LAYERS = ("input", "first", "first_norm", "second", "second_norm", "third")
"""The layers of a base without scaling, before what it ends in."""


def _tune_cases(rng, hidden):
    def case(label, from_layer, lr, form, n_classes=3, logits=False, **base):
        base = _base(**base, seed=int(rng.integers(2**31)))
        model = {"form": form, "n_classes": n_classes, "logits": logits}
        return Case(label, model=model, base=base, from_layer=from_layer, lr=lr)

    if not hidden:
        return [
            case("from the second convolution on", 3, 0.004, "layers"),
            case("the base as one layer of the model", 3, 0.02, "whole", image=(6, 8, 2)),
            case("from the third convolution on, logits", 5, 0.0005, "whole", n_classes=2,
                 logits=True),
        ]  # fmt: skip
    return [
        case("from the second convolution on", 3, 0.006, "whole", image=(8, 6, 2)),
        case("from the third convolution on", 5, 0.0003, "layers", image=(6, 7, 1)),
        case("a base that scales its input", 4, 0.01, "layers", image=(7, 8, 3), scale="0 to 1"),
        case("from a batch normalization on, logits", 4, 0.003, "whole", image=(6, 9, 3),
             n_classes=4, logits=True, maps=True),
    ]  # fmt: skip


def _prepared_model(inputs):
    """Build the base and a model on it, freeze the base and train the head for a step."""
    import keras

    base, spec = _built_base(inputs["base"]), inputs["model"]
    base.trainable = False
    if spec["form"] == "whole":  # the base is one layer, called in whatever mode the model is in
        model_inputs = keras.Input(base.input_shape[1:])
        features = base(model_inputs)
    else:
        model_inputs, features = base.input, base.output
    if len(features.shape) == 4:
        features = keras.layers.GlobalAveragePooling2D()(features)
    head = keras.layers.Dense(
        spec["n_classes"], activation=None if spec["logits"] else "softmax", name="head"
    )
    model = keras.Model(model_inputs, head(features))
    head.set_weights(
        [np.sin(np.arange(math.prod(w.shape)) + 1.0).reshape(w.shape) for w in head.weights]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=spec["logits"])
    model.compile(optimizer=keras.optimizers.Adam(_OLD_RATE), loss=loss, metrics=["accuracy"])
    model.run_eagerly = True
    model.train_on_batch(_images_for(_spec_of(base)), _labels(spec["n_classes"]))
    return inputs | {"model": model, "base": base}


def _after_tuning(result, inputs):
    model, base = inputs["model"], inputs["base"]
    x = _images_for(_spec_of(base))
    y = _labels(model.output_shape[-1])
    found = {"lr": float(np.asarray(model.optimizer.learning_rate))}
    return found | _answered(model, x, y) | _trained(model, base, x, y)


def _to_move(case):
    """Name the layers of the base that a right answer lets learn, in a case."""
    names = list(_LAYERS)
    if case.inputs["base"]["scale"]:
        names.insert(1, "range")
    return [name for name in names[case.inputs["from_layer"] :] if name in _ALL]


def _refuse_tuning(case, value):
    if not (
        _well_formed(value, lr=float, outputs=np.ndarray, loss=float, **_MOVED)
        and value["outputs"].shape == (_IMAGES, case.inputs["model"]["n_classes"])
        and value["outputs"].dtype.kind == "f"
    ):
        return _NOT_OBSERVED
    if value["stuck"]:
        return Refusal(
            "The optimizer knows only the weights that could learn before: the model was not "
            "compiled anew, with a new optimizer, after its layers were thawed."
        )
    if not math.isclose(value["lr"], case.inputs["lr"], rel_tol=1e-3):
        return Refusal("The learning rate is another one.", case.inputs["lr"], value["lr"])
    wanted = _to_move(case)
    if _convolutions(value["weights"]) != wanted:
        why = "The model was trained, and other layers of the base learned than should."
        return Refusal(why, wanted, value["weights"])
    norms = [n for n in value["weights"] if n not in wanted] or value["statistics"]
    if norms:
        return Refusal(f"The batch normalization {_named(norms)} changed.", [], norms)
    if not value["head"]:
        return Refusal("The head of the model does not learn any more.")
    if not _loss_fits(value, case.inputs["model"]["n_classes"]):
        true = _true_loss(value["outputs"], _labels(case.inputs["model"]["n_classes"]))
        return Refusal("The loss is not the one that the model had.", true, value["loss"])
    return None


def _shows_same_lr(case, answer):
    value = _value(answer)
    return not value["stuck"] and math.isclose(value["lr"], _OLD_RATE, rel_tol=1e-3)


def _shows_all_thawed(case, answer):
    value = _value(answer)
    return _all_moved(value) and _lr_right(case, value)


def _shows_norms_thawed(case, answer):
    value = _value(answer)
    right = _convolutions(value["weights"]) == _to_move(case) and _lr_right(case, value)
    norms = [name for name in value["weights"] if name not in _ALL]
    return right and bool(norms or value["statistics"])


def _lr_right(case, value):
    return math.isclose(value["lr"], case.inputs["lr"], rel_tol=1e-3)


fine_tune = Exercise(
    answer=layers.fine_tune,
    needs=("keras",),
    cases=_tune_cases,
    mistakes=(
        Mistake(
            "not-recompiled",
            "layers are thawed and the model is not compiled anew with a new optimizer: the old "
            "one knows the head alone",
            shows=lambda case, answer: _value(answer)["stuck"],
        ),
        Mistake(
            "everything-trainable",
            "all of the base learns: layers before `from_layer` stay frozen",
            shows=_shows_all_thawed,
        ),
        Mistake(
            "bn-updates-while-frozen",
            "the batch normalization is thawed along with the others: with few images its mean and "
            "variance would come from a handful of them",
            shows=_shows_norms_thawed,
        ),
        Mistake(
            "same-lr",
            "the learning rate stays what it was, or is Keras' own: the new optimizer has to get "
            "`lr`",
            shows=_shows_same_lr,
        ),
    ),
    hints=(
        "Two steps: set the switch of each layer, then compile. What is compiled before a switch "
        "is turned knows nothing of it.",
        "`base.layers` is a list: number i stays frozen if i < from_layer, and so does every "
        "`keras.layers.BatchNormalization`. No shape changes.",
        "In a loop over `enumerate(base.layers)`: `layer.trainable = number >= from_layer and not "
        "isinstance(...)`. Then `model.compile(...)` with `keras.optimizers.Adam(lr)` and "
        "`loss=model.loss`.",
    ),
    success="A small rate, because what is there is good already: large steps would wash out in "
    "seconds what took the base minutes, or weeks, to learn.",
    forbidden=(),
    prepare=_prepared_model,
    observe=_after_tuning,
    refuses=_refuse_tuning,
)


# preprocess_for


def _preprocess_cases(rng, hidden):
    def case(label, x, scale=None, noise=False):
        base = _base(image=x.shape[1:], scale=scale, noise=noise, maps=True)
        return Case(label, base=base, x=x)

    def pixels(*shape, high=256, dtype=np.uint8):
        x = rng.integers(0, high, shape).astype(dtype)
        x.flat[:2] = 0, high - 1
        return x

    if not hidden:
        by_hand = np.array([[0, 51, 102], [153, 204, 255]], np.uint8)
        by_hand = np.pad(by_hand.reshape(1, 2, 3, 1), ((0, 0), (0, 2), (0, 0), (0, 0)))
        return [
            case("by hand, no scaling inside", by_hand),
            case("by hand, scaling inside", by_hand, "0 to 1"),
            case("two color images", pixels(2, 5, 4, 3)),
            case("two color images, scaling inside", pixels(2, 4, 5, 3), "-1 to 1"),
            case("scaling behind another layer", pixels(2, 5, 4, 1), "-1 to 1", noise=True),
            case("dark images", pixels(2, 4, 4, 1, high=2)),
        ]
    return [
        case("two images", pixels(2, 6, 5, 2)),
        case("floats", pixels(3, 4, 6, 3, dtype=np.float32)),
        case("whole numbers of eight bytes", pixels(2, 5, 5, 1, dtype=np.int64)),
        case("dark images", pixels(2, 4, 6, 3, high=2)),
        case("scaling inside", pixels(2, 5, 6, 3), "0 to 1"),
        case("scaling behind another layer", pixels(2, 4, 5, 3), "0 to 1", noise=True),
        case("no scaling, and another layer first", pixels(2, 5, 4, 2), noise=True),
        case("scaling inside to another range", pixels(3, 6, 4, 2), "-1 to 1"),
        case("floats, scaling inside", pixels(2, 4, 5, 1, dtype=np.float64), "0 to 1"),
    ]


def _in_range(base, x):
    """Compute what a base described by a case wants of pixels."""
    pixels = np.asarray(x, dtype=float)
    return pixels if base["scale"] else _to_one(pixels)


def _to_one(pixels):
    return pixels / 127.5 - 1


def _ready(inside, outside):
    """Preprocess in one way for a base with scaling inside, in another for one without."""

    def ready(base, x):
        pixels = np.asarray(x, dtype=float)
        return (inside if base["scale"] else outside)(pixels)

    return ready


def _as_is(pixels):
    return pixels


def _to_unit(pixels):
    return pixels / 255


preprocess_for = Exercise(
    answer=layers.preprocess_for,
    needs=("keras",),
    cases=_preprocess_cases,
    mistakes=(
        Mistake(
            "double-scaling",
            "pixels are scaled for a base that scales them itself: after the second time next to "
            "nothing is left of the picture",
            _ready(_to_one, _to_one),
            _ready(_to_unit, _to_one),
        ),
        Mistake(
            "no-scaling",
            "pixels go in as they are, where the base has no scaling of its own and expects -1 "
            "to 1",
            _ready(_as_is, _as_is),
        ),
        Mistake(
            "unit-range",
            "pixels are brought to 0 to 1: a base without a scaling of its own expects -1 to 1",
            _ready(_to_unit, _to_unit),
            _ready(_as_is, _to_unit),
        ),
        Mistake(
            "the-wrong-way-round",
            "pixels are scaled for the base that does it itself, and not for the one that does not",
            _ready(_to_one, _as_is),
            _ready(_to_unit, _as_is),
        ),
        Mistake(
            "centered-only",
            "pixels end up from -0.5 to 0.5, or the 1 is not taken away",
            _ready(_as_is, lambda pixels: _to_unit(pixels) - 0.5),
            _ready(_as_is, lambda pixels: pixels / 127.5),
        ),
    ),
    hints=(
        "The base tells: look through its layers for one that scales.",
        "What comes back has the shape of `x`. Only its numbers may differ, and only by a factor "
        "and a shift.",
        "`any(isinstance(layer, keras.layers.Rescaling) for layer in base.layers)`: then the "
        "pixels as floats, else `x / 127.5 - 1`.",
    ),
    success="No error would have told you: a network takes any numbers, and only its answers get "
    "worse.",
    forbidden=(),
    may_view=True,
    prepare=_prepared_base,
    observe=lambda result, inputs: result,
    expected=_in_range,
)


# Questions

predict_head_size = Question(
    id="predict_head_size",
    answer=194,
    says={
        194: "96 features times 2 classes, and 2 biases. The other eighty thousand stay as they "
        "are.",
        192: "These are the weights. Each class has a bias, too.",
        80128: "This is what is frozen: everything below the head.",
        80710: "These are all numbers of the base with its old head. Which of them will learn?",
        80322: "This is the base without its old head, and the new head. Only the head learns.",
        582: "This is the old head, for six classes. The new one has two.",
        98: "One weight for each feature and two biases: but each class weighs each feature for "
        "itself.",
    },
    otherwise="A Dense layer has a weight for each pair of a feature and a class, and a bias for "
    "each class (unit 06).",
)

predict_forty_images = Question(
    id="predict_forty_images",
    answer="b",
    says={
        "a": "It has the larger freedom, and that is its trouble: it learns the forty images by "
        "heart in many ways, and nearly all of them are wrong elsewhere.",
        "b": "Edges, corners and curves are what the base brings along, and they are what tells a "
        "circle from a square, though it has seen neither.",
        "c": "Forty images are few for both, but one of the two starts with eighty thousand "
        "numbers that are already good.",
        "d": "On the images that they were trained on, yes. Wait for the test images.",
    },
)

predict_not_recompiled = Question(
    id="predict_not_recompiled",
    answer="c",
    says={
        "a": "It would be a help. But `fit` runs a function that was traced before, and that one "
        "knows nothing of the switch.",
        "b": "That is what one expects. `fit` runs what was traced at the first `fit` after "
        "`compile`, with the layers that could learn then.",
        "c": "The switch is turned, the summary counts the layer as trainable, and no bit of it "
        "changes. Only `compile` makes a new training function.",
        "d": "The head goes on learning: it was trainable when the model was compiled.",
    },
)

predict_fine_tune = Question(
    id="predict_fine_tune",
    answer="b",
    says={
        "a": "That is what one hopes for. But the features were good already, and forty images "
        "are few to improve them by.",
        "b": "Within what another draw of forty images changes, too: one run alone would have told "
        "you whatever you wanted to hear.",
        "c": "A rate of 0.0001 is too small to spoil much. With 0.01 you would be right now and "
        "then.",
        "d": "The answers do change, for a few images near the border. They would stay the same if "
        "nothing had been thawed.",
    },
)

predict_momentum = Question(
    id="predict_momentum",
    answer=37,
    says={
        37: "0.99 to the power of 100 is 0.366. More than a third of the stored mean is still the "
        "0 that it started with.",
        1: "This is what one step changes. After a hundred of them, it is a power of 0.99.",
        0: "It would be after a thousand steps: 0.99 to the power of 1000 is 0.00004.",
        63: "This is the share that came from the batches. The question is what is left of the "
        "start.",
        99: "This is what is left after one step. There are a hundred.",
    },
    otherwise="Each step keeps 0.99 of what is there. Multiply a hundred times.",
)
