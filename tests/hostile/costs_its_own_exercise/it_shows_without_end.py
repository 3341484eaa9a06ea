"""Displays."""

while True:
    display(1)
