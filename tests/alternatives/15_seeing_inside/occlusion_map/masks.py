"""With masks of 0 and 1 in place of assignments."""

import numpy as np


def occlusion_map(predict, image, patch, stride):
    if isinstance(patch, int):
        patch = (patch, patch)
    if isinstance(stride, int):
        stride = (stride, stride)
    y, x = np.mgrid[: image.shape[0], : image.shape[1]]
    mean = image.sum(axis=(0, 1), keepdims=True) / (image.shape[0] * image.shape[1])
    score = float(predict(image[None])[0])
    result = []
    top = 0
    while top + patch[0] <= image.shape[0]:
        line, left = [], 0
        while left + patch[1] <= image.shape[1]:
            inside = (y >= top) & (y < top + patch[0]) & (x >= left) & (x < left + patch[1])
            covered = np.where(inside[:, :, None], mean, image)
            line.append(score - float(predict(covered[None])[0]))
            left += stride[1]
        result.append(line)
        top += stride[0]
    return np.asarray(result)
