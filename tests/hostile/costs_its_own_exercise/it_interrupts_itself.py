"""SIGINT, sent to its own process."""


def design_kernels():
    """Give five kernels."""
    import os
    import signal

    os.kill(os.getpid(), signal.SIGINT)
