"""An ordered dict."""

from collections import OrderedDict


def textures_card():
    return OrderedDict(
        (k, "90 percent of all patches were right in " + k)
        for k in ("harm", "data", "intended_use", "figures", "failures")
    )
