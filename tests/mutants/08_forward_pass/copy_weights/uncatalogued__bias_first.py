"""The bias comes first in the list."""


def copy_weights(params, model):
    conv_w, dense_w = params["conv_w"], params["dense_w"]
    model.get_layer("conv").set_weights([params["conv_b"], conv_w])
    model.get_layer("dense").set_weights([dense_w, params["dense_b"]])
