"""`scipy.ndimage.zoom`, which puts the corners on each other."""

import keras
import numpy as np
import tensorflow as tf
from scipy.ndimage import zoom


def grad_cam(model, image, layer, class_index):
    part = keras.Model(model.inputs[0], [model.get_layer(layer).output, model.outputs[0]])
    with tf.GradientTape() as tape:
        maps, scores = part(image[np.newaxis])
        score = scores[0, class_index]
    slopes = tape.gradient(score, maps)
    weights = tf.reduce_mean(slopes, axis=(1, 2), keepdims=True)
    cam = tf.reduce_sum(weights * maps, axis=-1)[0]
    cam = tf.nn.relu(cam)
    h, w = image.shape[:2]
    cam = zoom(np.array(cam, dtype=float), (h / cam.shape[0], w / cam.shape[1]), order=1)
    cam = np.array(cam)
    return cam / cam.max() if cam.max() > 0 else cam
