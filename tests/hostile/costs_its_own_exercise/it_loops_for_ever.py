"""The most common accident of all."""

while True:
    pass
