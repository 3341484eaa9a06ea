"""In the notebook `check` and `predict` now mean nothing."""

check = lambda *anything, **more: None
predict = check
