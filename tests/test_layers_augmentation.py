"""Augmentation keeps each image's pixels, draws for each on its own, and moves boxes along."""

import numpy as np
import pytest

from cnnbasics import layers

RNG = np.random.default_rng
X = RNG(0).random((400, 4, 5, 2))


def test_about_a_share_p_of_the_images_is_mirrored_and_the_others_are_as_they_were():
    out = layers.random_flip(X, RNG(1), 0.3)
    mirrored = (out == X[:, :, ::-1]).all(axis=(1, 2, 3))
    assert ((out == X).all(axis=(1, 2, 3)) ^ mirrored).all()
    assert abs(mirrored.mean() - 0.3) < 0.1


@pytest.mark.parametrize("p", [0.0, 1.0])
def test_none_or_all_are_mirrored_at_the_ends(p):
    np.testing.assert_array_equal(layers.random_flip(X, RNG(1), p), X[:, :, ::-1] if p else X)


def test_every_shift_comes_and_what_moves_in_is_zero():
    out = layers.random_shift(X, RNG(1), 2)
    seen = set()
    for image, moved in zip(X, out, strict=True):
        found = [
            (dy, dx)
            for dy in range(-2, 3)
            for dx in range(-2, 3)
            if np.array_equal(moved, shifted(image, dy, dx))
        ]
        assert len(found) == 1
        seen.update(found)
    assert len(seen) == 25


def shifted(image, dy, dx):
    """Move an image pixel by pixel."""
    out = np.zeros_like(image)
    h, w, _ = image.shape
    for i in range(h):
        for j in range(w):
            if 0 <= i - dy < h and 0 <= j - dx < w:
                out[i, j] = image[i - dy, j - dx]
    return out


@pytest.mark.parametrize(("size", "shape"), [(3, (3, 3)), ((2, 4), (2, 4)), ((4, 5), (4, 5))])
def test_every_window_comes(size, shape):
    out = layers.random_crop(X, RNG(1), size)
    assert out.shape == (len(X), *shape, 2)
    views = np.lib.stride_tricks.sliding_window_view(X, shape, axis=(1, 2))
    places = np.moveaxis(views, 3, -1)  # (N, rows, columns, h, w, C)
    same = (places == out[:, None, None]).all(axis=(3, 4, 5))
    assert (same.sum(axis=(1, 2)) == 1).all()
    assert same.any(axis=0).all()


def test_a_window_that_is_too_large_is_refused():
    with pytest.raises(ValueError, match=r"`size` is \(5, 5\) but the images of `x` are \(4, 5\)"):
        layers.random_crop(X, RNG(1), 5)


@pytest.mark.parametrize("dtype", [np.uint8, np.float32, np.int64])
def test_pixels_keep_their_dtype_and_the_input_its_pixels(dtype):
    x = (100 * X[:5]).astype(dtype)
    before = x.copy()
    for out in (
        layers.random_flip(x, RNG(1), 0.5),
        layers.random_shift(x, RNG(1), 1),
        layers.random_crop(x, RNG(1), 2),
    ):
        assert out.dtype == dtype
    np.testing.assert_array_equal(x, before)


@pytest.mark.parametrize("seed", range(20))
def test_a_flipped_box_holds_the_pixels_that_the_box_held(seed):
    rng = RNG(seed)
    image = rng.random((8, 9))
    x1, x2 = np.sort(rng.choice(10, 2, replace=False))
    y1, y2 = np.sort(rng.choice(9, 2, replace=False))
    (box,) = layers.flip_boxes(np.array([[x1, y1, x2, y2]]), 9).astype(int)
    mirrored = image[:, ::-1][box[1] : box[3], box[0] : box[2]]
    np.testing.assert_array_equal(mirrored[:, ::-1], image[y1:y2, x1:x2])


def test_a_true_answer_goes_with_the_word_same_and_with_no_other():
    for kept, why in layers.LABELS_KEPT.values():
        assert (why == "same") is kept
    with pytest.raises(ValueError, match="'cats' and 'shear' are no row of the table"):
        layers.label_preserving("cats", "shear")


def test_an_augmented_model_changes_images_in_training_only():
    import keras

    keras.utils.set_random_seed(0)
    model = keras.Sequential(
        [keras.Input((8, 8, 1)), keras.layers.Flatten(), keras.layers.Dense(3)]
    )
    whole = layers.add_augmentation(model)
    x = RNG(0).random((16, 8, 8, 1), dtype=np.float32)
    right = np.asarray(model(x))
    np.testing.assert_allclose(whole(x, training=False), right, atol=1e-6)
    np.testing.assert_allclose(whole.predict(x, verbose=0), right, atol=1e-6)
    trained = np.asarray(whole(x, training=True))
    assert (np.abs(trained - right).max(axis=1) > 1e-3).mean() > 0.5
