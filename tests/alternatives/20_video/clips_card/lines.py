"""Texts of several lines."""


def clips_card():
    return {
        "harm": "People who stand still are\nmisread most of all.",
        "failures": "- standing still\n- speeds of 22\n- neighbors in noise",
        "figures": "98 % of 600 clips;\none frame: 1 in 8",
        "intended_use": "For a course only. Never for people, nor for traffic.",
        "data": "Digits from UCI, moved over a canvas of 24x24.",
    }
