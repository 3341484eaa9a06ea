"""Digits anywhere on a canvas, and how the capstone's networks are trained and measured on them."""

import time
from typing import NamedTuple

import numpy as np

from cnnbasics import datasets, layers

LIMIT = 60_000
EPOCHS = 6
CPU_SECONDS = 30.0
GOOD = 0.5


class Canvases(NamedTuple):
    """Digits to learn from, and other digits to test with."""

    x: np.ndarray
    y: np.ndarray
    x_test: np.ndarray
    y_test: np.ndarray


def canvases(seed, side=16, noise=0.1):
    """Put each digit somewhere on a noisy canvas.

    Parameters
    ----------
    seed : int
    side : int
    noise : float

    Returns
    -------
    Canvases
        Images (N, side, side, 1) in float32, 1,297 to learn from and 500 to test.
    """
    rng = np.random.default_rng(seed)
    digits = datasets.load("digits")

    def placed(images):
        out = rng.normal(0, noise, (len(images), side, side, 1))
        for canvas, image in zip(out, images, strict=True):
            i, j = rng.integers(0, side - 7, 2)
            canvas[i : i + 8, j : j + 8] += image / 16
        return out.astype(np.float32)

    x, y, x_test, y_test = digits[:4]
    return Canvases(placed(x), np.asarray(y), placed(x_test), np.asarray(y_test))


def trained_answers(model, seed, epochs=EPOCHS, seconds=CPU_SECONDS):
    """Train a compiled model on canvases, and return what it says of those for testing.

    Parameters
    ----------
    model : keras.Model
    seed : int
    epochs : int
    seconds : float
        No epoch begins after so many seconds of the CPU, all cores together.

    Returns
    -------
    ndarray, shape (500, 10)
    """
    import keras

    data = canvases(seed)
    end = time.process_time() + seconds

    def stop_late(epoch, logs):
        model.stop_training = model.stop_training or time.process_time() > end

    watch = keras.callbacks.LambdaCallback(on_epoch_end=stop_late)
    model.fit(data.x, data.y, epochs=epochs, batch_size=32, callbacks=[watch], verbose=0)
    return np.asarray(model(data.x_test, training=False), dtype=float)


# The broken network: a fault in each part


def broken_conv(x, w, b):
    """Convolve a batch with stride 1 and without padding; one fault is in here."""
    n, height, width, _ = x.shape
    kh, kw, _, filters = w.shape
    out = np.zeros((n, height - kh + 1, width - kw + 1, filters))
    for i in range(out.shape[1]):
        for j in range(out.shape[2]):
            patch = x[:, i : i + kh, j : j + kw][:, :, ::-1]
            out[:, i, j] = np.tensordot(patch, w, axes=3) + b
    return out


def broken_pool(x, size):
    """Take the largest number of each window; one fault is in here."""
    n, height, width, channels = x.shape
    out = np.zeros((n, height // size, width // size, channels))
    for i in range(out.shape[1]):
        for j in range(out.shape[2]):
            out[:, i, j] = x[:, i : i + size, j : j + size].max(axis=(1, 2))
    return out


def broken_flatten(x):
    """Lay the maps of each image in a row; one fault is in here."""
    return x.transpose(0, 3, 1, 2).reshape(len(x), -1)


def broken_epoch(x, y, w, b, lr, batch_size):
    """Train a softmax layer for one epoch; one fault is in here."""
    w, b = w.astype(float), b.astype(float)
    slope_w, slope_b = np.zeros_like(w), np.zeros_like(b)
    for start in range(0, len(x), batch_size):
        xb, yb = x[start : start + batch_size], y[start : start + batch_size]
        slope = (layers.softmax(xb @ w + b) - np.eye(len(b))[yb]) / len(xb)
        slope_w += xb.T @ slope
        slope_b += slope.sum(axis=0)
        w -= lr * slope_w
        b -= lr * slope_b
    return w, b
