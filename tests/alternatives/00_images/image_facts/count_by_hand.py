"""Plain Python: lengths, and loops over nested lists."""


def image_facts(img):
    rows = img.tolist()
    first = rows[0][0]
    channels = len(first) if isinstance(first, list) else 1
    lowest = highest = None
    for row in rows:
        for pixel in row:
            for number in pixel if isinstance(pixel, list) else [pixel]:
                if lowest is None or number < lowest:
                    lowest = number
                if highest is None or number > highest:
                    highest = number
    return {
        "height": len(rows),
        "width": len(rows[0]),
        "channels": channels,
        "dtype": img.dtype.type,
        "min": lowest,
        "max": highest,
    }
