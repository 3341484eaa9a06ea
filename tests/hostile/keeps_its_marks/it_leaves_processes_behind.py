"""Fifty of them, in sessions of their own."""

import subprocess

for _ in range(50):
    subprocess.Popen(["sleep", "987654"], start_new_session=True)
