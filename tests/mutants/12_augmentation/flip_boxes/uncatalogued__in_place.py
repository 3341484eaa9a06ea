"""Changes the boxes."""


def flip_boxes(boxes, width):
    boxes[:, [0, 2]] = width - boxes[:, [2, 0]]
    return boxes
