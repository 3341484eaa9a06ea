"""The mean of the maps."""

import keras
import numpy as np


def grad_cam(model, image, layer, class_index):
    part = keras.Model(model.inputs[0], model.get_layer(layer).output)
    cam = np.array(part(image[np.newaxis]))
    cam = np.maximum(cam.mean(axis=-1)[0], 0)
    cam = keras.ops.image.resize(cam[..., None], image.shape[:2], interpolation="bilinear")[..., 0]
    cam = np.array(cam)
    return cam / cam.max() if cam.max() > 0 else cam
