"""A counter of pairs."""

from collections import Counter

import numpy as np


def per_class_report(y, p, k):
    pairs = Counter(zip(y.tolist(), p.tolist()))
    out = {n: np.zeros(k) for n in ("precision", "recall", "f1", "support")}
    for c in range(k):
        tp = pairs[c, c]
        fp = sum(v for (a, b), v in pairs.items() if b == c != a)
        fn = sum(v for (a, b), v in pairs.items() if a == c != b)
        if tp + fp:
            out["precision"][c] = tp / (tp + fp)
        if tp + fn:
            out["recall"][c] = tp / (tp + fn)
        if tp:
            out["f1"][c] = tp / (tp + 0.5 * (fp + fn))
        out["support"][c] = tp + fn
    return out
