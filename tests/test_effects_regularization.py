"""What unit 13 claims of dropout, weight decay and early stopping, on seeds it does not use."""

import numpy as np
import pytest

from cnnbasics import layers
from cnnbasics.experiments import regularization

SEEDS = (101, 102, 103, 104, 105)
EPOCHS = 22
"""Fewer than in the notebook, which has 30: the effects are there before."""


def end(values):
    return values[-5:].mean()


@pytest.mark.slow
def test_each_brake_closes_the_gap_on_each_seed_and_reads_more_test_digits():
    gains = {"dropout": [], "weight decay": [], "early stopping": []}
    for seed in SEEDS:
        data = regularization.noisy_digits(seed)
        bare = regularization.train(data, seed, epochs=EPOCHS)
        braked = {
            "dropout": regularization.train(data, seed, rate=0.5, epochs=EPOCHS),
            "weight decay": regularization.train(data, seed, lam=0.02, epochs=EPOCHS),
        }
        assert end(bare.accuracy) > np.mean(data.y == data.truth) + 0.02, seed
        assert end(bare.val_loss) > bare.val_loss.min() + 0.03, seed
        gap = end(bare.val_loss - bare.loss)
        for name, run in braked.items():
            assert end(run.val_loss - run.loss) < gap - 0.15, (seed, name)
            assert end(run.loss) > end(bare.loss) + 0.1, (seed, name)
            assert end(run.val_loss) < end(bare.val_loss) - 0.02, (seed, name)
            gains[name].append(end(run.test_accuracy) - end(bare.test_accuracy))
        _, best = layers.early_stopping(bare.val_loss, 5)
        assert bare.val_loss[best] - bare.loss[best] < gap - 0.15, seed
        gains["early stopping"].append(bare.test_accuracy[best] - end(bare.test_accuracy))
    for name, gain in gains.items():
        assert np.mean(gain) > 0.015, (name, gain)
