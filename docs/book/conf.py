"""How Sphinx makes the course a book; tools/book.py writes the pages and calls it.

Nothing that a reader's browser loads comes from elsewhere: formulas are MathML, which browsers draw
themselves, and there is no notebook extension, as those load scripts for widgets from a network.
"""

import re
from pathlib import Path

from bs4 import BeautifulSoup
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
highlight_language = "text"

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
"""Letters of code in a line of a small screen: a longer one scrolls."""


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


def mended(app: Sphinx, page: str, template: str, context: dict, doctree: object) -> None:
    """Let the keyboard reach what scrolls, and a narrow screen show each row of a table as a block.

    Parameters
    ----------
    context : dict
        What the theme's templates are filled with; its ``body`` is changed.
    """
    soup = BeautifulSoup(context.get("body", ""), "html.parser")
    for code in soup("pre"):
        if any(len(line) > PHONE for line in code.get_text().splitlines()):
            code["tabindex"] = "0"
    for table in soup("table"):
        # A browser forgets what the parts of a table are when they are drawn as blocks.
        table["role"] = "table"
        heads = [head.get_text(" ", strip=True) for head in table.select("thead th")]
        for row in table("tr"):
            row["role"] = "row"
            for head, cell in zip(heads, row("td"), strict=False):
                cell["role"] = "cell"
                cell["data-head"] = head
            # Words name their row; a number needs the name of its column.
            first = row.find("td")
            if first and re.fullmatch(r"[\W\d]*\d[\W\d]*", first.get_text()):
                first["class"] = "number"
            for head in row("th"):
                head["role"] = "columnheader"
                if not head.get_text(strip=True):
                    head.name, head["role"] = "td", "cell"  # the corner above the rows' names
        for group in table(["thead", "tbody"]):
            group["role"] = "rowgroup"
    context["body"] = str(soup)


def named(app: Sphinx, exception: Exception | None) -> None:
    """Name the two sides of each page, and head the page of the search, as the theme does not."""
    names = {
        '<aside class="sidebar-drawer"': '<aside class="sidebar-drawer" aria-label="Course"',
        '<aside class="toc-drawer"': '<aside class="toc-drawer" aria-label="Page"',
        '<div id="search-results">': '<h1>Search</h1><div id="search-results">',
    }
    for file in Path(app.outdir).glob("*.html"):
        text = file.read_text(encoding="utf-8")
        for theirs, ours in names.items():
            text = text.replace(theirs, ours)
        file.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict:
    """Add what is above to Sphinx."""
    app.add_html_math_renderer("mathml", (inline_math, None), (block_math, None))
    # After the theme, which wraps the tables.
    app.connect("html-page-context", mended, priority=900)
    app.connect("build-finished", named)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
