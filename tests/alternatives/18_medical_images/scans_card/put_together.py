"""Put together part by part."""


def scans_card():
    card = dict.fromkeys(("data", "intended_use", "figures", "failures", "harm"))
    card["data"] = "Sixty drawn patients with twelve scans each. Twenty of them were held out."
    card["intended_use"] = "Teaching, and nothing else: no real scan was ever seen by it."
    area, found = 0.95, 0.8
    card["figures"] = f"On the held-out patients: area {area:.2f}, sensitivity {found:.0%}."
    card["failures"] = "It misses lesions at the border and takes noise for a lesion at times."
    card["harm"] = "A missed patient is treated late, a false alarm brings fear and a biopsy."
    return card
