"""The first convolution goes on learning."""

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
    for layer in base.layers:
        if isinstance(layer, keras.layers.Conv2D):
            base.trainable = True
            break
    for other in base.layers:
        other.trainable = other is layer
    outputs = keras.layers.Dense(n_classes, activation="softmax")(pooled(features_of(base)))
    model = keras.Model(base.inputs, outputs)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
