"""Flattened, then pooled four by four."""

from cnnbasics.layers import conv2d_forward, dense_forward, flatten, relu, softmax


def forward(params, x):
    maps = conv2d_forward(x, params["conv_w"], params["conv_b"])
    maps = relu(maps)
    row = flatten(maps)
    row = row[:, : row.shape[1] // 4 * 4]
    vector = row.reshape(len(row), -1, 4).max(axis=2)[:, : len(params["dense_w"])]
    z = dense_forward(vector, params["dense_w"], params["dense_b"])
    return softmax(z)
