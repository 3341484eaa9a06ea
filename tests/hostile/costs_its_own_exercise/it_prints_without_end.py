"""Text."""

while True:
    print("x" * 1_000_000)
