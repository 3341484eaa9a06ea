"""A signal that ends the process some time later."""


def design_kernels():
    """Give five kernels."""
    import os
    import signal

    signal.signal(signal.SIGALRM, lambda *anything: os._exit(1))
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    raise ValueError("soon")
