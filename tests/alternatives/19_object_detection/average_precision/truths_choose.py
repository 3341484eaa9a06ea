"""Each truth takes the surest box that fits it."""


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def average_precision(boxes, scores, truths, threshold=0.5):
    good = []
    for own, sure, there in zip(boxes, scores, truths):
        for truth in there:
            fits = [float(s) for box, s in zip(own, sure) if overlap(box, truth) >= threshold]
            if fits:
                good.append(max(fits))
    everything = sorted((float(s) for sure in scores for s in sure), reverse=True)
    good.sort(reverse=True)
    precision = [(k + 1) / (everything.index(s) + 1) for k, s in enumerate(good)]
    return sum(max(precision[k:]) for k in range(len(good))) / sum(map(len, truths))
