"""Flattened, then pooled four by four."""

from cnnbasics.layers import conv2d_forward, dense_forward, flatten, relu, softmax


def forward(params, x):
    maps = relu(conv2d_forward(x, params["conv_w"], params["conv_b"]))
    vector = flatten(maps)
    vector = vector.reshape(len(vector), -1, 4).max(axis=2)
    return softmax(dense_forward(vector, params["dense_w"], params["dense_b"]))
