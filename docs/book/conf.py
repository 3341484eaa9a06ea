"""How Sphinx makes the course a book; tools/book.py writes the pages and calls it.

Nothing that a reader's browser loads comes from elsewhere: formulas are MathML, which browsers draw
themselves, and there is no notebook extension, as those load scripts for widgets from a network.
"""

import re

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx

project = "CNN Basics"
author = "The CNN Basics authors"
html_title = "CNN Basics"
language = "en"
root_doc = "index"

extensions = ["myst_parser"]
myst_enable_extensions = ["dollarmath", "deflist"]
myst_heading_anchors = 4
myst_heading_slug_func = "tools.course.anchor"
# `"convolution"` in the text of a notebook stays as it is.
smartquotes = False

html_theme = "furo"
html_theme_options = {"footer_icons": []}
html_static_path = ["book.css"]
html_css_files = ["book.css"]
html_math_renderer = "mathml"
html_copy_source = False
html_use_index = False
html_show_sourcelink = False
# The text of the course is under its own license, see LICENSE-TEXT.
copyright = "The CNN Basics authors, CC BY 4.0"

PHONE = 40
"""Letters of code in a line on a small screen: a longer one scrolls, and the keyboard must reach it."""


def mathml(latex: str, display: str) -> str:
    r"""Turn a formula into MathML.

    Parameters
    ----------
    latex : str
        Between the dollar signs.
    display : {"inline", "block"}
        In a line of text, or on its own.

    Returns
    -------
    str
        A ``<math>`` element.
    """
    # `\_` in `\text` is an underscore; the converter leaves the backslash.
    words = re.sub(r"\\text\{[^{}]*\}", lambda text: text[0].replace(r"\_", "_"), latex)
    return convert(words, display=display)


def inline_math(writer: nodes.NodeVisitor, node: nodes.math) -> None:
    """Write a formula in a line of text."""
    writer.body.append(mathml(node.astext(), "inline"))
    raise nodes.SkipNode


def block_math(writer: nodes.NodeVisitor, node: nodes.math_block) -> None:
    """Write a formula on its own; on a small screen a long one scrolls."""
    writer.body.append(f'<div class="math" tabindex="0">{mathml(node.astext(), "block")}</div>\n')
    raise nodes.SkipNode


def reached_by_keyboard(app, page, template, context, doctree) -> None:
    """Let the keyboard scroll what may be wider than the screen: long code, and tables."""

    def code(found: re.Match) -> str:
        text = re.sub(r"<[^>]*>", "", found[1])
        scrolls = any(len(line) > PHONE for line in text.splitlines())
        return f'<pre tabindex="0">{found[1]}</pre>' if scrolls else found[0]

    body = re.sub(r"<pre>(.*?)</pre>", code, context.get("body", ""), flags=re.DOTALL)
    context["body"] = body.replace(
        '<div class="table-wrapper', '<div tabindex="0" class="table-wrapper'
    )


def setup(app: Sphinx) -> dict:
    """Add what is above to Sphinx."""
    app.add_html_math_renderer("mathml", (inline_math, None), (block_math, None))
    # After the theme, which wraps the tables.
    app.connect("html-page-context", reached_by_keyboard, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
