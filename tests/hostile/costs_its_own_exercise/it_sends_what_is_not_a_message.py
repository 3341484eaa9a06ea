"""Bytes that no Jupyter client can read."""

send = get_ipython().kernel.iopub_thread.send_multipart
for _ in range(50):
    send([b"x"], 0)
    send([b"a", b"<IDS|MSG>", b"q", b"{", b"[]", b"{}", b"1"], 0)
import time

time.sleep(5)
