"""The head alone comes back."""

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
    base.trainable = False
    return keras.layers.Dense(n_classes, activation="softmax")(pooled(features_of(base)))
