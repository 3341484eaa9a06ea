"""A list of texts, without names."""


def scans_card():
    return [
        "720 generated phantoms of 60 patients",
        "to learn how such networks are judged",
        "area under the curve 0.95",
        "faint lesions are missed",
        "ill people who are sent home",
    ]
