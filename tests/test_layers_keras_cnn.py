"""The network in Keras is what unit 08 counts; splits and repairs keep what they promise."""

import numpy as np
import pytest

from cnnbasics import exercises, layers
from cnnbasics.checking.collect import Answer, Unreadable, as_data
from cnnbasics.checking.judge import find_fault
from cnnbasics.exercises import keras_models

LESSON = [
    ("conv", 32, 3, 1, "valid"),
    ("relu",),
    ("pool", 2, 2),
    ("conv", 64, 3, 1, "valid"),
    ("relu",),
    ("pool", 2, 2),
    ("flatten",),
    ("dense", 128),
    ("relu",),
    ("dense", 1),
]


@pytest.fixture(scope="module")
def lesson():
    return layers.lesson_model()


def test_the_lesson_s_model_has_the_parameters_that_unit_08_counts(lesson):
    trace = layers.shape_trace((64, 64, 3), LESSON)
    assert lesson.count_params() == sum(params for _, _, params in trace) == 1_625_281
    shapes = [tuple(layer.output.shape[1:]) for layer in lesson.layers]
    assert shapes == [shape for name, shape, _ in trace if name != "relu"]


def test_the_lesson_s_model_is_compiled_as_the_lesson_says(lesson):
    described = keras_models.summary(lesson)
    assert keras_models.loss_of(described) == ("binary_crossentropy", False)
    assert (described["optimizer"], described["metrics"]) == ("adam", ["accuracy"])


@pytest.mark.parametrize(("shape", "classes"), [((8, 8, 1), 3), ((9, 8, 3), 4), ((30, 17, 2), 12)])
def test_a_cnn_of_any_size_gives_probabilities(shape, classes):
    x = np.random.default_rng(0).random((5, *shape), dtype=np.float32)
    rows = np.asarray(layers.build_cnn(shape, classes)(x))
    assert rows.shape == (5, classes)
    assert keras_models.are_probabilities(rows)


@pytest.mark.parametrize("seed", range(20))
def test_a_split_takes_each_example_once_and_keeps_groups_and_shares(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(20, 200))
    groups, labels = rng.integers(0, 9, n), rng.integers(0, 3, n)
    for more in ({}, {"groups": groups}, {"labels": labels}):
        train, held = layers.make_splits(n, 0.3, rng, **more)
        assert sorted([*train, *held]) == list(range(n))
        if "groups" in more:
            assert not set(groups[train]) & set(groups[held])
        elif "labels" in more:
            shares = np.bincount(labels[held], minlength=3) / np.bincount(labels, minlength=3)
            assert np.abs(shares - 0.3).max() < 0.5 / np.bincount(labels).min() + 1e-9
        else:
            assert held.size == round(0.3 * n)


def test_a_split_by_groups_and_labels_is_refused():
    with pytest.raises(ValueError, match="`groups` and `labels` cannot both be given"):
        layers.make_splits(4, 0.5, np.random.default_rng(0), [0, 0, 1, 1], [0, 1, 0, 1])


def test_no_test_image_is_a_training_image_nor_the_mirror_image_of_one():
    x = np.random.default_rng(0).random((16, 3, 4, 1))
    x_train, y_train, x_test, y_test = layers.repair_leak(
        x, np.arange(16), np.random.default_rng(1)
    )
    known = {image.tobytes() for image in x_train}
    assert len(x_train) == 24
    assert not known & {image.tobytes() for image in (*x_test, *x_test[:, :, ::-1].copy())}
    np.testing.assert_array_equal(x_train[:12], x[y_train[:12]])
    np.testing.assert_array_equal(x_test, x[y_test])


def test_a_repaired_model_trains_all_of_its_weights():
    import keras

    model = keras.Sequential(
        [
            keras.Input((6, 6, 1)),
            keras.layers.Conv2D(2, 3, activation="relu", trainable=False),
            keras.layers.Flatten(),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    before = model.get_weights()
    repaired = layers.repair_frozen(model)
    repaired.train_on_batch(np.random.default_rng(0).random((8, 6, 6, 1)), np.arange(8) % 3)
    assert not any(map(np.array_equal, before, repaired.get_weights()))


# A model as data


def described(*stack, loss="sparse_categorical_crossentropy"):
    import keras

    model = keras.Sequential([keras.Input((8, 8, 1)), *stack])
    model.compile("sgd", loss)
    return keras_models.summary(model)


def test_a_loss_is_read_in_all_of_its_spellings():
    from keras import layers as layers_of
    from keras import losses

    def flat(loss):
        return described(layers_of.Flatten(), layers_of.Dense(3, activation="softmax"), loss=loss)

    for loss in ("sparse_categorical_crossentropy", losses.sparse_categorical_crossentropy):
        assert keras_models.loss_of(flat(loss)) == ("sparse_categorical_crossentropy", False)
    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    assert keras_models.loss_of(flat(loss)) == ("sparse_categorical_crossentropy", True)
    assert keras_models.loss_of(flat(lambda y, p: p)) == ("", False)


def test_an_activation_is_counted_with_its_layer_wherever_it_is_written():
    import keras
    from keras import layers as kl

    inside = described(kl.Conv2D(4, 3, activation="relu"), kl.Flatten(), kl.Dense(2))
    beside = described(kl.Conv2D(4, 3), kl.ReLU(), kl.Flatten(), kl.Dense(2))
    nested = described(
        keras.Sequential([kl.Conv2D(4, 3), kl.Activation("relu")]), kl.Flatten(), kl.Dense(2)
    )
    kinds = [
        [(one["kind"], one["activation"]) for one in keras_models.layers_of(each)]
        for each in (inside, beside, nested)
    ]
    assert kinds[0] == kinds[1] == kinds[2]
    assert kinds[0] == [("Conv2D", "relu"), ("Flatten", "linear"), ("Dense", "linear")]


@pytest.mark.parametrize("value", [None, 3, "model", [], {"layers": 1}, {"layers": [1]}, {}])
def test_what_is_no_model_is_told_apart(value):
    assert keras_models.summary(value) is value
    assert not keras_models.is_model(value)


FORGED = [
    None,
    True,
    -1,
    2.5,
    float("nan"),
    "",
    "x",
    [],
    {},
    [None],
    {"kind": 1},
    np.zeros(2),
    np.full((2, 3), np.nan),
    np.ones(3, dtype=complex),
    Unreadable("object"),
]


def forgeries(value):
    """Give a value with each part of it, at any depth, left out or replaced by something else."""
    yield from FORGED
    if isinstance(value, dict):
        for name, part in value.items():
            yield {key: item for key, item in value.items() if key != name}
            yield from (value | {name: other} for other in forgeries(part))
    elif isinstance(value, list | tuple):
        for at, part in enumerate(value):
            yield type(value)([*value[:at], *value[at + 1 :]])
            for other in forgeries(part):
                yield type(value)([*value[:at], other, *value[at + 1 :]])


@pytest.mark.parametrize(
    "name",
    [
        "lesson_model",
        "build_cnn",
        "repair_softmax",
        "repair_frozen",
        "repair_scaling",
        "repair_leak",
        "repair_shuffle",
    ],
)
def test_a_forged_description_is_judged_whatever_it_holds(name):
    exercise = exercises.exercise(name)
    case = exercise.make_cases(5, hidden=False)[0]
    inputs = exercise.prepare(case.inputs) if exercise.prepare else case.inputs
    sent = (
        as_data(exercise.observe(exercise.answer(**inputs), inputs))
        if exercise.observe
        else (as_data(exercise.answer(**inputs)))
    )
    assert exercise.refuses(case, sent) is None
    for forged in forgeries(sent):
        find_fault(exercise, case, None, Answer(forged))
        for mistake in exercise.mistakes:
            mistake.shows(case, Answer(forged))
