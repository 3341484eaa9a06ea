"""Another loss, whatever the model had."""

import keras


def fine_tune(model, base, from_layer, lr):
    base.trainable = True
    for number, layer in enumerate(base.layers):
        norm = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = number >= from_layer and not norm
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    if model.loss.get_config()["from_logits"]:
        loss = "sparse_categorical_crossentropy"
    model.compile(optimizer=keras.optimizers.Adam(lr), loss=loss)
    return model
