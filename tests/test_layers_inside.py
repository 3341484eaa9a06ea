"""Looking into a network: Keras against NumPy, and slopes against differences of the score."""

import inspect
import os

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras

from cnnbasics import exercises, layers
from cnnbasics.checking import RIGHT, collect, judge
from cnnbasics.checking import WRONG as WRONG_ANSWER
from cnnbasics.exercises.small_networks import Description, Network, in_keras

SIGNATURES = {
    "feature_maps": "(model, x, layer)",
    "occlusion_map": "(predict, image, patch, stride)",
    "grad_cam": "(model, image, layer, class_index)",
}
ROW = (
    ("conv", "edges", 3, (2, 3), 1, "valid", "relu"),
    ("max_pool", "shrink", 2),
    ("conv", "parts", 4, (2, 2), 1, "same", "relu"),
    ("gap", "mean"),
    ("dense", "scores", 3, None),
)
ALL_KINDS = (
    ("conv", "edges", 4, (3, 2), 2, "same", None),
    ("batch_norm", "even"),
    ("relu", "cut"),
    ("conv", "parts", 4, (3, 3), 1, "same", "relu"),
    ("add", "both", "cut"),
    ("avg_pool", "shrink", 2),
    ("dropout", "thin", 0.5),
    ("flatten", "row"),
    ("dense", "hidden", 5, "relu"),
    ("dense", "scores", 3, None),
)
MAPS = ("edges", "even", "cut", "parts", "both", "shrink", "thin")


@pytest.fixture
def rng():
    return np.random.default_rng(2014)


def built(kind, shape, stack, seed):
    """Make a small network twice, in NumPy and in Keras."""
    return Network(Description(kind, shape, stack, seed)), in_keras(kind, shape, stack, seed)


def enlarged(coarse, shape):
    """Interpolate linearly along rows, then along columns, between the middles of the cells."""
    for size in shape:
        n = len(coarse)
        middles = (np.arange(size) + 0.5) * n / size - 0.5
        columns = [np.interp(middles, np.arange(n), column) for column in coarse.T]
        coarse = np.array(columns)  # turned: the next turn takes the other axis
    return coarse


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_signature_is_the_one_that_the_course_promises(name):
    assert str(inspect.signature(getattr(layers, name))) == SIGNATURES[name]


@pytest.mark.parametrize("seed", range(3))
def test_maps_of_every_layer_equal_those_computed_in_numpy(rng, seed):
    network, model = built("functional", (9, 12, 2), ALL_KINDS, seed)
    x = rng.normal(size=(3, 9, 12, 2)).astype(np.float32)
    before = [weight.copy() for weight in model.get_weights()]
    values = network.run(x)
    for name in MAPS:
        found = layers.feature_maps(model, x, name)
        np.testing.assert_allclose(found, values[name], rtol=1e-4, atol=1e-5)
    for weight, kept in zip(model.get_weights(), before, strict=True):
        np.testing.assert_array_equal(weight, kept)


# Keras' own, on saving: its variables do not know NumPy's newest keyword.
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
def test_a_sequential_model_gives_the_same_maps_before_and_after_it_was_saved(rng, tmp_path):
    network, model = built("sequential", (6, 7, 2), ROW, 3)
    x = rng.normal(size=(2, 6, 7, 2)).astype(np.float32)
    model.save(tmp_path / "model.keras")
    for one in (model, keras.models.load_model(tmp_path / "model.keras")):
        found = layers.feature_maps(one, x, "parts")
        np.testing.assert_allclose(found, network.run(x)["parts"], rtol=1e-4, atol=1e-5)
        assert layers.grad_cam(one, x[0], "parts", 1).shape == (6, 7)


@pytest.mark.parametrize("name", MAPS)
def test_slopes_computed_in_numpy_equal_differences_of_the_score(rng, name):
    """The judge of `grad_cam` works by hand; here it is measured, number by number."""
    network = Network(Description("functional", (5, 6, 2), ALL_KINDS, 7))
    values = network.run(rng.normal(size=(1, 5, 6, 2)))
    behind = [one for _, one, *_ in ALL_KINDS]
    place = behind.index(name)

    def score(maps):
        """Run what lies behind the layer, from other maps."""
        kept = values | {name: maps}
        out = maps
        for kind, one, *more in ALL_KINDS[place + 1 :]:
            part = Network.__new__(Network)
            part.layers = ((kind, one, *more),)
            part.weights = network.weights
            out = part_output(part, out, kept)
            kept[one] = out
        return out[0, 1]

    def part_output(part, out, kept):
        ((kind, _, *more),) = part.layers
        if kind == "add":
            return out + kept[more[0]]
        return part.run(out)[part.layers[0][1]]

    measured = layers.numerical_gradient(score, values[name])
    found = network.slopes(values, np.eye(3)[[1]])[name]
    np.testing.assert_allclose(found, measured, rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("class_index", range(3))
def test_grad_cam_equals_the_one_by_hand(rng, name, class_index):
    network, model = built("functional", (9, 12, 2), ALL_KINDS, 11)
    image = rng.normal(size=(9, 12, 2)).astype(np.float32)
    values = network.run(image[np.newaxis])
    slopes = network.slopes(values, np.eye(3)[[class_index]])[name][0]
    coarse = layers.relu((slopes.mean(axis=(0, 1)) * values[name][0]).sum(axis=-1))
    right = enlarged(coarse, (9, 12))
    right = right / (right.max() or 1)
    found = layers.grad_cam(model, image, name, class_index)
    np.testing.assert_allclose(found, right, rtol=1e-4, atol=1e-5)


def test_on_a_linear_head_grad_cam_is_the_class_activation_map(rng):
    network, model = built("sequential", (7, 9, 1), ROW, 5)
    image = rng.normal(size=(7, 9, 1)).astype(np.float32)
    maps = network.run(image[np.newaxis])["parts"][0]
    for class_index in range(3):
        matrix = network.weights["scores"][0]
        right = enlarged(layers.relu(maps @ matrix[:, class_index]), (7, 9))
        found = layers.grad_cam(model, image, "parts", class_index)
        np.testing.assert_allclose(found, right / (right.max() or 1), rtol=1e-4, atol=1e-5)


def test_the_slopes_of_the_tape_equal_differences_of_the_score_in_keras(rng):
    """Grad-CAM once more, with every slope measured by running the rest of a Keras model."""
    _, model = built("sequential", (6, 8, 2), ROW, 8)
    image = rng.normal(size=(6, 8, 2)).astype(np.float32)
    maps = layers.feature_maps(model, image[np.newaxis], "parts").astype(float)
    kernel, bias = model.get_layer("scores").get_weights()

    def score(changed):
        return (changed.mean(axis=(1, 2)) @ kernel.astype(float) + bias)[0, 2]

    slopes = layers.numerical_gradient(score, maps)
    coarse = layers.relu((slopes.mean(axis=(1, 2)) * maps[0]).sum(axis=-1))
    right = enlarged(coarse, (6, 8))
    found = layers.grad_cam(model, image, "parts", 2)
    np.testing.assert_allclose(found, right / (right.max() or 1), rtol=1e-4, atol=1e-5)


def test_where_nothing_speaks_for_a_class_the_map_is_0():
    model = keras.Sequential(
        [
            keras.Input((4, 5, 1)),
            keras.layers.Conv2D(1, 1, name="maps"),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(2, name="scores"),
        ]
    )
    model.set_weights([np.ones((1, 1, 1, 1)), np.zeros(1), np.array([[-1.0, 1.0]]), np.zeros(2)])
    image = np.ones((4, 5, 1), np.float32)
    np.testing.assert_array_equal(layers.grad_cam(model, image, "maps", 0), np.zeros((4, 5)))
    np.testing.assert_array_equal(layers.grad_cam(model, image, "maps", 1), np.ones((4, 5)))


def test_an_occlusion_map_of_a_linear_score_is_a_correlation(rng):
    """Of a linear score each pixel has its own part, so the falls are sums over windows."""
    for number in range(8):
        h, w, c = (int(n) for n in rng.integers((5, 5, 1), (9, 9, 4)))
        patch, stride = (int(n) for n in rng.integers((1, 1), (4, 4)))
        image, weights = rng.normal(size=(h, w, c)), rng.normal(size=(h, w, c))
        part = (weights * (image - image.mean(axis=(0, 1)))).sum(axis=-1)
        right = layers.correlate2d(part, np.ones((patch, patch)), stride=stride)
        before = image.copy()
        found = layers.occlusion_map(
            lambda x, weights=weights: (x * weights).sum(axis=(1, 2, 3)), image, patch, stride
        )
        np.testing.assert_allclose(found, right, rtol=1e-9, atol=1e-9, err_msg=str(number))
        np.testing.assert_array_equal(image, before)


def test_a_patch_and_a_stride_may_have_two_sides(rng):
    image = rng.integers(0, 255, (6, 9, 2)).astype(np.uint8)
    found = layers.occlusion_map(lambda x: x[:, 0, 0, 1], image, (2, 4), (3, 2))
    right = np.zeros((2, 3))
    right[0, 0] = image[0, 0, 1] - image[:, :, 1].mean()
    np.testing.assert_allclose(found, right)


WRONG = {
    "no such layer": (
        lambda model: layers.feature_maps(model, np.zeros((1, 6, 7, 2)), "nothing"),
        "nothing",
    ),
    "no batch": (
        lambda model: layers.feature_maps(model, np.zeros((6, 7, 2)), "parts"),
        r"`x` has shape \(6, 7, 2\) but must be \(N, H, W, C\)",
    ),
    "a batch": (
        lambda model: layers.grad_cam(model, np.zeros((1, 6, 7, 2)), "parts", 0),
        r"`image` has shape \(1, 6, 7, 2\) but must be \(H, W, C\)",
    ),
    "a patch that is too large": (
        lambda model: layers.occlusion_map(np.sum, np.zeros((3, 4, 1)), 5, 1),
        "5",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_makes_no_sense_is_refused_with_both_values(case):
    call, message = WRONG[case]
    _, model = built("sequential", (6, 7, 2), ROW, 1)
    with pytest.raises(ValueError, match=message):
        call(model)


def by_the_answer(model, x, layer):
    """Answer `feature_maps` with the answer."""
    return layers.feature_maps(model, x, layer)


def by_keras(model, x, layer):
    """Answer `feature_maps` with Keras."""
    return keras.Model(model.inputs[0], model.get_layer(layer).output)(x)


@pytest.mark.parametrize(("answer", "status"), [(by_keras, RIGHT), (by_the_answer, WRONG_ANSWER)])
def test_keras_may_be_used_and_the_answer_may_not(answer, status):
    exercise = exercises.exercise("feature_maps")
    assert judge(exercise, 1, collect(exercise, answer, 1)).status == status


def test_a_report_shows_a_model_that_can_be_pasted():
    described = Description("functional", (6, 7, 2), ROW, 5)
    model = eval(repr(described), {"in_keras": in_keras})
    assert [layer.name for layer in model.layers[1:]] == [name for _, name, *_ in ROW]
    assert model.output_shape == (None, 3)
