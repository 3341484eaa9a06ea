"""The kernels are taken for PyTorch's."""


def copy_weights(params, model):
    conv_w, dense_w = params["conv_w"].transpose(2, 3, 1, 0), params["dense_w"]
    model.get_layer("conv").set_weights([conv_w, params["conv_b"]])
    model.get_layer("dense").set_weights([dense_w, params["dense_b"]])
