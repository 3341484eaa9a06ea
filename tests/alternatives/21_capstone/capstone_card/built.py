"""Built from pairs, with a part more."""


def capstone_card():
    card = {"author": "a student"}
    for part, text in (
        ("data", "Digits of 43 people, on canvases with noise, 1,297 to learn from."),
        ("intended_use", "As an exercise only, never for forms or cheques."),
        ("figures", f"{0.9:.0%} of the test digits, the mean of two trainings."),
        ("failures", "An 8 that is faint is taken for a 1."),
        ("harm", "Somebody whose number is misread pays a wrong amount."),
    ):
        card[part] = text
    return card
