"""Dead if more than half of the numbers are 0."""


def dead_units(acts):
    flat = acts.reshape(-1, acts.shape[-1])
    return (flat == 0).mean(axis=0) > 0.5
