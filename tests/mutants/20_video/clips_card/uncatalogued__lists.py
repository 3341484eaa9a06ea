"""Lists of sentences."""


def clips_card():
    return {
        k: [f"This part says something of its own about {k} in 98 % of cases"]
        for k in ("data", "intended_use", "figures", "failures", "harm")
    }
