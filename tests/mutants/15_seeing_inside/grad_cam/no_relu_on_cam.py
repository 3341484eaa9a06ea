"""Nothing is cut off."""

import keras
import numpy as np
import tensorflow as tf


def grad_cam(model, image, layer, class_index):
    part = keras.Model(model.inputs[0], [model.get_layer(layer).output, model.outputs[0]])
    with tf.GradientTape() as tape:
        maps, scores = part(image[np.newaxis])
        score = scores[0, class_index]
    slopes = tape.gradient(score, maps)
    weights = tf.reduce_mean(slopes, axis=(1, 2), keepdims=True)
    cam = tf.reduce_sum(weights * maps, axis=-1)[0]
    cam = keras.ops.image.resize(cam[..., None], image.shape[:2], interpolation="bilinear")[..., 0]
    cam = np.array(cam)
    return cam / cam.max() if cam.max() > 0 else cam
