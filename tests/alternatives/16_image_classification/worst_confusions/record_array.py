"""An array of records."""

import numpy as np


def worst_confusions(cm, n):
    k = len(cm)
    rec = np.array(
        [(a, b, cm[a, b] / max(cm[a].sum(), 1)) for a in range(k) for b in range(k) if a != b],
        dtype=[("t", int), ("p", int), ("s", float)],
    )
    rec = rec[rec["s"] > 0]
    rec = rec[np.argsort(-rec["s"], kind="stable")][:n]
    return rec.tolist()
