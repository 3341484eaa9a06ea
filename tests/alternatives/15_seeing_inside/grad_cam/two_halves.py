"""The model is split at the layer, and the tape watches what is between."""

import keras
import numpy as np
import tensorflow as tf


def grad_cam(model, image, layer, class_index):
    middle = model.get_layer(layer).output
    first = keras.Model(model.inputs[0], middle)
    whole = keras.Model(model.inputs[0], [middle, model.outputs[0]])
    with tf.GradientTape(persistent=True) as tape:
        maps, scores = whole(image[np.newaxis], training=False)
        score = tf.gather(scores, class_index, axis=1)
    assert np.allclose(first(image[np.newaxis]), maps, atol=1e-4)
    alpha = np.array(tape.gradient(score, maps)).mean(axis=(0, 1, 2))
    coarse = np.einsum("hwk,k->hw", np.array(maps)[0], alpha).clip(min=0)
    h, w = image.shape[:2]
    rows = np.clip((np.arange(h) + 0.5) * coarse.shape[0] / h - 0.5, 0, coarse.shape[0] - 1)
    columns = np.clip((np.arange(w) + 0.5) * coarse.shape[1] / w - 0.5, 0, coarse.shape[1] - 1)
    down = np.array([np.interp(rows, np.arange(coarse.shape[0]), line) for line in coarse.T]).T
    large = np.array([np.interp(columns, np.arange(coarse.shape[1]), line) for line in down])
    return np.divide(large, large.max(), where=large.max() > 0, out=np.zeros_like(large))
