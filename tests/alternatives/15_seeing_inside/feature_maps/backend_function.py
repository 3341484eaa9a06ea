"""Through `keras.Function`."""

import keras
import numpy as np
from keras import ops


def feature_maps(model, x, layer):
    run = keras.Function(model.inputs, [model.get_layer(layer).output])
    return np.asarray(ops.convert_to_numpy(run([x])[0]))
