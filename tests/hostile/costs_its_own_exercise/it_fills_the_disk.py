"""Files as large as they may be."""

import itertools

for number in itertools.count():
    with open(f"/tmp/{number}", "wb") as file:
        file.write(bytes(2**24))
