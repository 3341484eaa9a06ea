"""Takes the specificity for the precision."""

import numpy as np


def per_class_report(y, p, k):
    n = len(y)
    P, R, F, S = (np.zeros(k) for _ in range(4))
    for c in range(k):
        tp = np.sum((y == c) & (p == c))
        tn = np.sum((y != c) & (p != c))
        s = np.sum(y == c)
        P[c] = tn / max(n - s, 1)
        R[c] = tp / max(s, 1)
        S[c] = s
        F[c] = 2 * P[c] * R[c] / (P[c] + R[c]) if P[c] + R[c] else 0
    return {"precision": P, "recall": R, "f1": F, "support": S}
