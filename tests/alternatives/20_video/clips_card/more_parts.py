"""More parts, one with a number."""


def clips_card():
    card = {
        k: f"This part says something of its own about {k} in 98 % of cases"
        for k in ("data", "intended_use", "figures", "failures", "harm")
    }
    return card | {"version": 2, "authors": ["A", "B"]}
