"""All layers but batch normalization are frozen."""

import keras


def features_of(base):
    if isinstance(base.layers[-1], keras.layers.Dense):
        return base.layers[-2].output
    return base.output


def pooled(features):
    if len(features.shape) == 4:
        return keras.layers.GlobalAveragePooling2D()(features)
    return features


def build_transfer(base, n_classes):
    for layer in base.layers:
        layer.trainable = isinstance(layer, keras.layers.BatchNormalization)
    outputs = keras.layers.Dense(n_classes)(pooled(features_of(base)))
    model = keras.Model(base.inputs, outputs)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model
