"""As short as it may be."""


def textures_card():
    return {
        "data": "three photographs, patches of twelve pixels",
        "intended_use": "a lesson, not any real lawn",
        "figures": "0.88 right on 1638 patches held out",
        "failures": "takes near grass for gravel always",
        "harm": "people on the lawn it misses",
    }
