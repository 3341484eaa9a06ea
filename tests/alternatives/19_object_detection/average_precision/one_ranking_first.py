"""Ranks the boxes of all images first, then gives the truths away."""


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def average_precision(boxes, scores, truths, threshold=0.5):
    ranked = sorted(
        ((s, image, k) for image, sure in enumerate(scores) for k, s in enumerate(sure)),
        reverse=True,
    )
    free = {(image, n) for image, there in enumerate(truths) for n in range(len(there))}
    count, hits, precision_at_hit = len(free), 0, []
    for rank, (_, image, k) in enumerate(ranked, start=1):
        fits = [
            (overlap(boxes[image][k], truth), (image, n)) for n, truth in enumerate(truths[image])
        ]
        if fits and max(fits)[0] >= threshold and max(fits)[1] in free:
            free.remove(max(fits)[1])
            hits += 1
            precision_at_hit.append(hits / rank)
    return sum(max(precision_at_hit[n:]) for n in range(hits)) / count
