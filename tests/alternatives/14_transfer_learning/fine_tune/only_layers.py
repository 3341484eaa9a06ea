"""The switches of the layers alone; the loss is made anew from its config."""

import keras


def fine_tune(model, base, from_layer, lr):
    for i in range(len(base.layers)):
        base.layers[i].trainable = i >= from_layer
        if type(base.layers[i]).__name__ == "BatchNormalization":
            base.layers[i].trainable = False
    loss = type(model.loss).from_config(model.loss.get_config())
    model.compile(optimizer=keras.optimizers.AdamW(lr, weight_decay=1e-4), loss=loss)
    return model
