"""Much more than a kernel may use."""

hoard = []
while True:
    hoard.append(bytearray(64 * 2**20))
    hoard[-1][::4096] = b"x" * len(hoard[-1][::4096])
