"""Clips: differences, shapes of 3-D convolutions, pooled answers and splits, proved elsewhere."""

import inspect

import keras
import numpy as np
import pytest

from cnnbasics import layers
from cnnbasics.exercises.model_card import PARTS

SIGNATURES = {
    "temporal_difference": "(clip)",
    "conv3d_output_shape": "(input_shape, filters, kernel, stride=1, padding='valid')",
    "clip_prediction": "(frame_probs)",
    "video_split": "(lengths, clip_len, step, frac, rng)",
    "clips_card": "()",
}


@pytest.fixture
def rng():
    return np.random.default_rng(20)


@pytest.mark.parametrize("name", SIGNATURES)
def test_the_signatures_are_those_of_the_contracts(name):
    assert str(inspect.signature(getattr(layers, name))) == SIGNATURES[name]


def test_a_temporal_difference_is_a_3d_convolution_of_keras_with_minus_1_and_1(rng):
    for t, h, w, c in ((2, 3, 4, 1), (5, 4, 3, 2), (7, 2, 5, 3)):
        clip = rng.normal(size=(t, h, w, c)).astype(np.float32)
        kernel = np.stack([-np.eye(c), np.eye(c)]).reshape(2, 1, 1, c, c)
        layer = keras.layers.Conv3D(c, (2, 1, 1), use_bias=False)
        layer.build((None, t, h, w, c))
        layer.set_weights([kernel])
        found = layers.temporal_difference(clip)
        np.testing.assert_allclose(found, layer(clip[np.newaxis])[0], rtol=1e-5, atol=1e-6)


def test_bytes_do_not_wrap_and_are_not_changed():
    clip = np.array([200, 10, 250], dtype=np.uint8).reshape(3, 1, 1, 1)
    before = clip.copy()
    assert layers.temporal_difference(clip).ravel().tolist() == [-190, 240]
    assert np.array_equal(clip, before)


@pytest.mark.parametrize("shape", [(1, 2, 2, 1), (3, 2, 2)])
def test_what_is_no_clip_has_no_difference(shape):
    with pytest.raises(ValueError, match="clip"):
        layers.temporal_difference(np.zeros(shape))


def test_shapes_are_those_of_keras(rng):
    for number in range(60):
        shape = (*rng.integers(6, 20, 3).tolist(), int(rng.integers(1, 4)))
        filters, kernel = int(rng.integers(1, 9)), tuple(rng.integers(1, 6, 3).tolist())
        padding = ("valid", "same")[number % 2]
        stride = tuple(rng.integers(1, 4, 3).tolist())
        layer = keras.layers.Conv3D(filters, kernel, stride, padding)
        wanted = layer.compute_output_shape((None, *shape))[1:]
        assert layers.conv3d_output_shape(shape, filters, kernel, stride, padding) == wanted


def test_zeros_on_each_side_count_as_a_clip_that_is_so_much_larger(rng):
    for _ in range(60):
        sizes, pads = rng.integers(4, 12, 3), rng.integers(0, 4, 3)
        kernel, stride = rng.integers(1, 5, 3).tolist(), rng.integers(1, 4, 3).tolist()
        large = (*(sizes + 2 * pads).tolist(), 2)
        small = (*sizes.tolist(), 2)
        padded = layers.conv3d_output_shape(small, 5, kernel, stride, pads.tolist())
        assert padded == layers.conv3d_output_shape(large, 5, kernel, stride)
        assert all(type(size) is int for size in padded)


@pytest.mark.parametrize(
    "more",
    [
        {"kernel": (4, 2, 2)},
        {"kernel": (3, 3, 9), "padding": 1},
        {"kernel": 2, "padding": "full"},
        {"kernel": (2, 2)},
        {"kernel": 2, "stride": 0},
        {"kernel": 2, "padding": -1},
    ],
)
def test_what_does_not_fit_is_refused(more):
    with pytest.raises(ValueError, match=r"must|rules|`k`"):
        layers.conv3d_output_shape((3, 5, 6, 1), 4, **more)


def test_a_clips_class_is_that_of_the_largest_sum_and_the_first_of_equals(rng):
    probs = rng.dirichlet(np.ones(5), (40, 7))
    wanted = [max(range(5), key=lambda k, clip=clip: sum(clip[:, k])) for clip in probs]
    assert layers.clip_prediction(probs).tolist() == wanted
    assert layers.clip_prediction(np.full((3, 2, 4), 0.25)).tolist() == [0, 0, 0]
    with pytest.raises(ValueError, match="frame_probs"):
        layers.clip_prediction(probs[0])


def test_each_clip_comes_once_and_no_frame_is_in_both_parts(rng):
    for _ in range(40):
        clip_len, step = int(rng.integers(1, 7)), int(rng.integers(1, 6))
        lengths = rng.integers(clip_len, 30, int(rng.integers(4, 20)))
        frac = float(rng.uniform(0.2, 0.8))
        parts = layers.video_split(lengths, clip_len, step, frac, rng)
        frames = [
            {(v, t) for v, start in part.tolist() for t in range(start, start + clip_len)}
            for part in parts
        ]
        assert not frames[0] & frames[1]
        together = sorted(map(tuple, np.concatenate(parts).tolist()))
        wanted = [
            (v, start)
            for v, length in enumerate(lengths.tolist())
            for start in range(length)
            if start % step == 0 and start + clip_len <= length
        ]
        assert together == wanted
        assert abs(len({v for v, _ in parts[1].tolist()}) - frac * len(lengths)) < 1


def test_every_video_is_held_out_at_times():
    drawn = [
        layers.video_split([4] * 6, 4, 1, 0.5, np.random.default_rng(k))[1][:, 0] for k in range(40)
    ]
    counts = np.bincount(np.concatenate(drawn), minlength=6)
    assert counts.min() > 8


def test_a_video_that_is_shorter_than_a_clip_is_refused():
    with pytest.raises(ValueError, match="3 frames"):
        layers.video_split([5, 3], 4, 1, 0.5, np.random.default_rng(0))


def test_the_card_has_all_parts():
    assert list(layers.clips_card()) == list(PARTS)
