"""Train the base network of unit 14 and write its weights, `base.npz`.

Run `python data/make_base.py`, then `python data/make.py`, which enters the file in the registry.
It takes about two minutes on two cores. Sums of floats depend on the machine, so the bytes do, too;
`tests/test_effects_transfer.py` holds the recipe to what the shipped file can do.
"""

import os
import sys
from pathlib import Path

import numpy as np
from make import write_npz

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from cnnbasics import datasets
from cnnbasics.experiments import transfer

TARGET = Path(__file__).with_name("base.npz")


def write(base, path):
    """Write the weights of a base, by name, as float16: half the bytes, and no accuracy lost."""
    names = transfer.weight_names(base)
    arrays = zip(names, base.get_weights(), strict=True)
    write_npz(path, {name: array.astype(np.float16) for name, array in arrays})


if __name__ == "__main__":
    write(transfer.train_base(), TARGET)
    unseen = datasets.load(
        "shapes", seed=1, n_train=0, n_val=0, n_test=1200, kinds=transfer.BASE_KINDS
    )
    right = transfer.classes_of(transfer.load_base(), unseen.x_test) == unseen.y_test
    sys.stdout.write(f"{right.mean():.1%} of {len(right)} unseen images right\n")
