"""Nothing but Python numbers and lists, until the end."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    try:
        sh, sw = stride
    except TypeError:
        sh = sw = stride
    pixels, weights = image.tolist(), kernel.tolist()
    height, width = len(pixels), len(pixels[0])

    def pixel(row, column):
        inside = 0 <= row < height and 0 <= column < width
        return pixels[row][column] if inside else 0.0

    rows = []
    for top in range(-pad, height + pad - len(weights) + 1, sh):
        row = []
        for left in range(-pad, width + pad - len(weights[0]) + 1, sw):
            terms = [
                pixel(top + a, left + b) * weight
                for a, line in enumerate(weights)
                for b, weight in enumerate(line)
            ]
            row.append(sum(terms))
        rows.append(row)
    return np.array(rows, dtype=float)
