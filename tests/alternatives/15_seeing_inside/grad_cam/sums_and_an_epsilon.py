"""Sums in place of means, and a small number so that nothing is divided by 0."""

import keras
import numpy as np
import tensorflow as tf


def grad_cam(model, image, layer, class_index):
    outputs = [model.get_layer(layer).output, model.outputs[0]]
    both = keras.models.Model(inputs=model.inputs, outputs=outputs)
    batch = tf.convert_to_tensor(image[None, ...])
    with tf.GradientTape() as tape:
        maps, scores = both([batch])
        wanted = tf.reduce_sum(scores * tf.one_hot([class_index], scores.shape[-1]))
    slopes = tape.gradient(wanted, maps).numpy()[0]
    maps = maps.numpy()[0]
    total = np.zeros(maps.shape[:2], dtype=np.float32)
    for k in range(maps.shape[-1]):
        total += slopes[:, :, k].sum() * maps[:, :, k]
    total = np.maximum(total, 0)
    large = tf.image.resize(total[..., None], image.shape[:2]).numpy()[..., 0]
    return large / (large.max() + 1e-12)
