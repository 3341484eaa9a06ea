"""Nothing that a student shows runs in the browser of whoever looks at it."""

import nbformat
import pytest
from nbformat.v4 import new_output

from autograder.harmless import harmless_outputs, harmless_prose

PICTURE = "iVBORw0KGgo=\n"


def kept(**data):
    names = {"html": "text/html", "plain": "text/plain", "png": "image/png", "latex": "text/latex"}
    data = {names.get(kind, kind): value for kind, value in data.items()}
    metadata = {"image/png": {"width": '"><script>'}}
    output = nbformat.from_dict({"output_type": "display_data", "data": data, "metadata": metadata})
    (output,) = harmless_outputs([output])
    assert output.metadata == {}
    return output.data


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<b onclick=alert(1)>bold</b>",
        '<b onclick="alert(1)">bold</b>',
        '<div style="background: url(//elsewhere)">x</div>',
        "<div style='x'>",
        '<a href="javascript:alert(1)">x</a>',
        "<svg><script>alert(1)</script></svg>",
        "<iframe srcdoc=x>",
        "<style>*{}</style>",
        "<scr<b>ipt>alert(1)</scr</b>ipt>",
        "<b",
        "<!-- -->",
        "<b/onclick=alert(1)>",
        '<b class="a"onclick="alert(1)">',
    ],
)
def test_html_that_does_more_than_look_is_left_out(html):
    assert kept(html=html, plain="text") == {"text/plain": "text"}
    assert kept(html=html) == {"text/plain": "(left out)"}


@pytest.mark.parametrize(
    "html",
    [
        "<p>Hint 1 of 3: <code>x</code> &lt; 3</p>",
        '<table border="1" class="dataframe"><tr style="color: red;"><td>1</td></tr></table>',
        "<br/><hr />",
    ],
)
def test_html_that_only_looks_is_kept(html):
    assert kept(html=html) == {"text/html": html}


def test_only_pictures_and_text_are_kept():
    odd = {
        "application/javascript": "alert(1)",
        "image/svg+xml": "<svg onload=alert(1)/>",
        "text/markdown": "<script>",
        "application/json": {"a": 1},
        "application/vnd.jupyter.widget-view+json": {},
    }
    assert kept(png=PICTURE, plain="text", latex="$x$", **odd) == {
        "image/png": PICTURE,
        "text/plain": "text",
        "text/latex": "$x$",
    }
    assert kept(png='"><script>', latex="<script>") == {"text/plain": "(left out)"}
    assert kept(plain=3) == {"text/plain": "(left out)"}


def test_streams_and_errors_stay_as_they_are():
    outputs = [
        new_output("stream", name="stdout", text="<script>"),
        new_output("error", ename="E", evalue="<script>", traceback=["<script>"]),
    ]
    assert harmless_outputs(nbformat.from_dict(outputs)) == outputs


def test_no_html_begins_in_prose():
    assert harmless_prose("a < b\n\n<script>x</script><!-- y -->") == (
        "a < b\n\n&lt;script>x&lt;/script>&lt;!-- y -->"
    )
