"""A single display."""

display({"text/plain": "x" * 100_000_000}, raw=True)
