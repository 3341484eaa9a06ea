"""Has its number in another part."""


def textures_card():
    return {
        k: ("many of all patches were right in " + k) + (" 90" if k == "data" else "")
        for k in ("data", "intended_use", "figures", "failures", "harm")
    }
