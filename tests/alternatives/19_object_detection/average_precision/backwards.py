"""From the last box to the first."""


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def average_precision(boxes, scores, truths, threshold=0.5):
    found = []
    for image, (own, sure) in enumerate(zip(boxes, scores)):
        found += [(s, image, box) for s, box in zip(sure, own)]
    found.sort(key=lambda one: one[0], reverse=True)
    seen, marks = set(), []
    for _, image, box in found:
        fits = {n: overlap(box, truth) for n, truth in enumerate(truths[image])}
        n = max(fits, key=fits.get, default=None)
        good = n is not None and fits[n] >= threshold and (image, n) not in seen
        if good:
            seen.add((image, n))
        marks.append(good)
    hits, best, total = sum(marks), 0.0, 0.0
    for k in range(len(marks), 0, -1):
        best = max(best, hits / k)
        if marks[k - 1]:
            total += best
            hits -= 1
    return total / sum(len(there) for there in truths)
