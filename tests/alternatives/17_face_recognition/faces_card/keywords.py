"""The same with dict and longer texts."""


def faces_card():
    figures = {"held-out patches right": 0.98, "false accepts": 0.09, "false rejects": 0.05}
    return dict(
        harm="Whoever is taken for somebody else; those with glasses more often than the others.",
        failures="Thinks that a window or a saucer is a face; mixes up people who wear glasses.",
        figures="Measured on what it has not seen: "
        + ", ".join(f"{name} {value:.0%}" for name, value in figures.items()),
        intended_use="Exercises in a course. It must not open doors, nor search for people.",
        data="Press photographs of faces, and generated faces of 100 people.",
    )
