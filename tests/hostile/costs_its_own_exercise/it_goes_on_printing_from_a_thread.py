"""In the time of the answers after it."""

import threading


def chatter():
    while True:
        print("x" * 100_000)


threading.Thread(target=chatter, daemon=True).start()


def design_kernels():
    """Give five kernels."""
    return []
