"""Is one long text."""


def faces_card():
    return (
        "150 faces and patches to learn from, 50 to test, of which 98 % are right. "
        "For a course, and for nobody else."
    )
