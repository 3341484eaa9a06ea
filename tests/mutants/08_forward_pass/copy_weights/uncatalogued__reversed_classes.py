"""The classes are in another order."""


def copy_weights(params, model):
    conv_w, dense_w = params["conv_w"], params["dense_w"][:, ::-1]
    model.get_layer("conv").set_weights([conv_w, params["conv_b"]])
    model.get_layer("dense").set_weights([dense_w, params["dense_b"]])
