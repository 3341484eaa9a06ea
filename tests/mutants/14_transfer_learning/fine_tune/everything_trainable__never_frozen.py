"""Later layers are thawed after the whole base was, and earlier ones are not frozen again."""

import keras


def fine_tune(model, base, from_layer, lr):
    for layer in base.layers:
        layer.trainable = True
    for layer in base.layers[from_layer:]:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.trainable = False
    model.compile(optimizer=keras.optimizers.Adam(learning_rate=lr), loss=model.loss)
    return model
