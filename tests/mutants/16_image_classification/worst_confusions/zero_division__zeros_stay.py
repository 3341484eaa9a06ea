"""Divides a row of zeros by 0, and lists what comes."""


def worst_confusions(cm, n):
    k, found = len(cm), []
    shares = cm / cm.sum(axis=1, keepdims=True)
    for a in range(k):
        for b in range(k):
            if a != b and not shares[a, b] == 0:
                found.append((a, b, float(shares[a, b])))
    found.sort(key=lambda triple: triple[2], reverse=True)
    return found[:n]
