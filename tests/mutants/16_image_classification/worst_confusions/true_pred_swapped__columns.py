"""Reads the row as the prediction."""


def worst_confusions(cm, n):
    k, found = len(cm), []
    for truth in range(k):
        for guess in range(k):
            count = cm[guess, truth]
            if truth != guess and count:
                found.append((truth, guess, count / cm[guess].sum()))
    return sorted(found, key=lambda triple: triple[2], reverse=True)[:n]
