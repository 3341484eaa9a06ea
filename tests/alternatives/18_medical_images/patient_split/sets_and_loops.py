"""Sets and lists, filled in a loop."""


def patient_split(patients, y, frac, rng):
    ill = {int(name) for name, label in zip(patients, y) if label == 1}
    healthy = {int(name) for name in patients} - ill
    held = set()
    for group in (ill, healthy):
        names = sorted(group)
        rng.shuffle(names)
        held.update(names[: round(frac * len(names))])
    train = [i for i in range(len(y)) if int(patients[i]) not in held]
    test = [i for i in range(len(y)) if int(patients[i]) in held]
    return train, test
