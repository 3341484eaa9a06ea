"""What unit 13 claims of dropout, weight decay and early stopping, on seeds it does not use."""

import numpy as np
import pytest

from cnnbasics import layers
from cnnbasics.experiments import regularization

SEEDS = (101, 102, 103, 104, 105)


def end(values):
    """Take the mean over the last epochs: one alone goes up and down."""
    return values[-5:].mean()


@pytest.mark.slow
def test_each_brake_closes_the_gap_on_each_seed_and_reads_more_test_digits():
    turns, falls, gains = [], {}, {}
    for seed in SEEDS:
        data = regularization.noisy_digits(seed)
        bare = regularization.train(data, seed)
        gap = end(bare.val_loss - bare.loss)
        assert end(bare.accuracy) > np.mean(data.y == data.truth) + 0.02, seed
        turns.append(end(bare.val_loss) - bare.val_loss.min())
        for name, brake in (("dropout", {"rate": 0.5}), ("weight decay", {"lam": 0.02})):
            run = regularization.train(data, seed, **brake)
            assert end(run.val_loss - run.loss) < gap - 0.15, (seed, name)
            assert end(run.loss) > end(bare.loss) + 0.1, (seed, name)
            falls.setdefault(name, []).append(end(bare.val_loss) - end(run.val_loss))
            gains.setdefault(name, []).append(end(run.test_accuracy) - end(bare.test_accuracy))
        _, best = layers.early_stopping(bare.val_loss, 5)
        assert bare.val_loss[best] - bare.loss[best] < gap - 0.15, seed
        stopped = bare.test_accuracy[best] - end(bare.test_accuracy)
        gains.setdefault("early stopping", []).append(stopped)
    assert np.mean(turns) > 0.03, turns
    assert all(np.mean(fall) > 0.02 for fall in falls.values()), falls
    assert all(np.mean(gain) > 0.015 for gain in gains.values()), gains
