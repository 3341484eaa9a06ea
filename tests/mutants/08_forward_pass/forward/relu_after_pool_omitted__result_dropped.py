"""The result of the ReLU is dropped."""

from cnnbasics.layers import conv2d_forward, dense_forward, flatten, max_pool2d, relu, softmax


def forward(params, x):
    maps = conv2d_forward(x, params["conv_w"], params["conv_b"])
    relu(maps)
    maps = max_pool2d(maps, 2)
    vector = flatten(maps)
    z = dense_forward(vector, params["dense_w"], params["dense_b"])
    return softmax(z)
