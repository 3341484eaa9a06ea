"""Nobody answers."""

answer = input("Which kernels? ")
