"""Take from what a student shows what would run in the browser of whoever grades it.

nbgrader's pages show outputs and prose of a submission as they are, next to the buttons that change
marks. Nothing here reads HTML: what is not plainly harmless is left out.
"""

from __future__ import annotations

import re
from typing import Any

from nbformat import NotebookNode

TAG = re.compile(
    r"</?(?:b|br|code|dd|div|dl|dt|em|h[1-6]|hr|i|li|ol|p|pre|small|span|strong|sub|sup|table|tbody"
    r"|td|tfoot|th|thead|tr|u|ul)"
    r"(?: (?:align|border|class|colspan|rowspan|scope|style)=\"[\w\s:;#.,%-]*\")* ?/?>"
)
"""A tag that does nothing but look."""

BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")

OPENS = re.compile(r"<(?=[A-Za-z/!?])")
"""Where HTML may begin in Markdown."""

PICTURES = ("image/png", "image/jpeg")


def harmless_outputs(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Return outputs with nothing in them that could run.

    Parameters
    ----------
    outputs : list of NotebookNode
        Of a student's cell; text, HTML without more than looks, and pictures are kept.

    Returns
    -------
    list of NotebookNode
    """
    for output in outputs:
        if "data" in output:
            kept = {kind: value for kind, value in output.data.items() if _is_harmless(kind, value)}
            output.data = NotebookNode(kept or {"text/plain": "(left out)"})
            output.metadata = NotebookNode()
    return outputs


def harmless_prose(source: str) -> str:
    """Return Markdown in which no HTML begins.

    Examples
    --------
    >>> harmless_prose("If a < b: <script>")
    'If a < b: &lt;script>'
    """
    return OPENS.sub("&lt;", source)


def _is_harmless(kind: str, value: Any) -> bool:
    if not isinstance(value, str):
        return False
    if kind == "text/html":
        return "<" not in TAG.sub("", value)
    if kind in PICTURES:
        return BASE64.fullmatch(value) is not None
    return kind == "text/plain" or (kind == "text/latex" and "<" not in value)
