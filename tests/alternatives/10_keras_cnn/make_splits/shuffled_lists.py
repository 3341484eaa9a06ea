"""Python lists, shuffled in place."""


def make_splits(n, frac, rng, groups=None, labels=None):
    units = {}
    for i in range(n):
        units.setdefault(i if groups is None else groups[i], []).append(i)
    strata = {}
    for name, members in units.items():
        strata.setdefault(0 if labels is None else labels[members[0]], []).append(name)
    train, held = [], []
    for names in strata.values():
        rng.shuffle(names)
        k = int(frac * len(names) + 0.5)
        for place, name in enumerate(names):
            (held if place < k else train).extend(units[name])
    return train, held
