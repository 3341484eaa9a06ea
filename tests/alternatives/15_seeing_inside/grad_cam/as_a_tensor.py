"""All in Keras' operations, the result a tensor."""

import keras
import tensorflow as tf
from keras import ops


def grad_cam(model, image, layer, class_index):
    part = keras.Model(model.inputs[0], (model.get_layer(layer).output, model.outputs[0]))
    with tf.GradientTape() as tape:
        maps, scores = part(ops.expand_dims(image, 0))
        score = scores[:, class_index]
    slopes = tape.gradient(score, maps)
    weights = ops.mean(slopes, axis=(0, 1, 2))
    coarse = ops.relu(ops.sum(maps * weights, axis=-1, keepdims=True))
    large = ops.squeeze(ops.image.resize(coarse, image.shape[:2], interpolation="bilinear"), (0, 3))
    largest = ops.max(large)
    return large / ops.where(largest > 0, largest, 1.0)
