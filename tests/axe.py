"""What axe, the accessibility checker, says of the page that a browser shows."""

from pathlib import Path

import pytest

AXE = Path(__file__).resolve().parent.parent / "node_modules" / "axe-core" / "axe.min.js"
RUN = """
const [include, done] = arguments;
axe.run(include ? {include} : document).then(done, error => done({error: String(error)}));
"""


def barriers(browser, parts=None):
    """Return the barriers on a page or in parts of it, a line each; skip the test without axe."""
    if not AXE.exists():
        pytest.skip("axe-core is not there: npm install --no-save axe-core")
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    found = browser.execute_async_script(RUN, parts)
    assert found.get("passes"), found.get("error", "axe has looked at nothing")
    return [
        f"{barrier['id']}: {barrier['help']}: {node['html'][:200]}"
        for barrier in found["violations"]
        for node in barrier["nodes"]
    ]
