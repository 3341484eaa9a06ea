"""By every way that there may be."""

import socket

for family, address in (
    (socket.AF_INET, ("127.0.0.1", PORT)),
    (socket.AF_INET, ("192.0.2.1", 80)),
    (socket.AF_INET6, ("::1", PORT)),
):
    try:
        with socket.socket(family) as line:
            line.settimeout(1)
            line.connect(address)
            line.sendall(b"home")
            print("CONNECTED")
    except OSError as error:
        print(error)
