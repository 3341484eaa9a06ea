"""The graph is walked again: each layer gets what the layers before it gave."""

import numpy as np


def feature_maps(model, x, layer):
    known = {id(model.inputs[0]): x}

    def value(tensor):
        if id(tensor) not in known:
            made_by = tensor._keras_history.operation
            given = made_by.input
            many = isinstance(given, (list, tuple))
            values = [value(one) for one in given] if many else value(given)
            known[id(tensor)] = made_by(values)
        return known[id(tensor)]

    return np.asarray(value(model.get_layer(layer).output))
