"""Names its parts with capital letters."""


def textures_card():
    return {
        k: "90 percent of all patches were right in " + k
        for k in ("Data", "Intended use", "Figures", "Failures", "Harm")
    }
