"""The book of the course: whole, without answers, and to be read by everyone, anywhere."""

import itertools
import json
import re
import runpy
import shutil
from pathlib import Path

import nbformat
import pytest
from axe import barriers
from data_server import Server
from nbformat.v4 import new_code_cell, new_notebook, new_output
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from autograder.cells import read
from cnnbasics import exercises
from tools import book, book_checks, book_map
from tools.course import Unit, units

ROOT = Path(__file__).resolve().parent.parent
COURSE = [unit for unit in units() if unit.number in ("00", "04")]
PAGES = ["index.html", "course.html", "00_images.html", "04_pooling.html", "search.html"]
SCREENS = {"a desk": (1280, 900), "a phone": (390, 844)}
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


# The map


def chart():
    return book.MERMAID.search((ROOT / "docs" / "course.md").read_text(encoding="utf-8"))[1]


def test_the_map_has_a_row_for_each_unit_and_an_arrow_to_each_that_needs_another():
    drawn = book_map.draw(chart(), {"04 · Pooling": "04_pooling.html"})
    assert len(re.findall("<circle", drawn)) == len(units())
    _, arrows = book_map.read(chart())
    heads = re.findall(r'class="head[^"]*" d="M\d+ ([\d.]+)', drawn)
    assert {float(y) // book_map.ROW for y in heads} == {target for _, target in arrows}
    assert '<a href="04_pooling.html"><text' in drawn


def test_no_two_lanes_of_one_place_touch_and_no_arrow_is_lost():
    _, arrows = book_map.read(chart())
    places = book_map.lanes(arrows)
    for place in places:
        rows = sorted(lane.rows for lane in place)
        assert all(above[1] < below[0] for above, below in itertools.pairwise(rows))
    drawn = {
        (source, target)
        for place in places
        for lane in place
        for source in lane.sources
        for target in lane.targets
    }
    assert drawn == {(source, target) for source, target in arrows if target > source + 1}


# What the cells show


def test_what_is_printed_pictures_and_the_words_for_sliders_are_shown_and_warnings_are_not(
    tmp_path,
):
    outputs = [
        new_output("stream", name="stdout", text="one\n"),
        new_output("stream", name="stderr", text="a warning\n"),
        new_output("stream", name="stdout", text="two\n"),
        new_output(
            "display_data",
            {"text/html": f'<img src="data:image/png;base64,{PIXEL}" alt="a dot" width="1">'},
        ),
        new_output("display_data", {book.WIDGET: {}, "text/plain": "Here is a slider."}),
        new_output("error", ename="CheckFailed", evalue="no", traceback=[]),
    ]
    printed, picture, slider = book.shown(outputs, tmp_path / "figures")
    assert "one\ntwo" in printed
    assert "warning" not in printed
    [file] = (tmp_path / "figures").iterdir()
    assert f'<img src="figures/{file.name}" loading="lazy" alt="a dot" width="1">' in picture
    assert file.read_bytes().startswith(b"\x89PNG")
    assert slider == '<p class="in-the-notebook">In the notebook, here is a slider.</p>'


def test_a_unit_is_run_again_only_if_its_code_changed():
    notebook = new_notebook(cells=[new_code_cell("print(1)")])
    before = book.fingerprint(notebook)
    notebook.cells[0].outputs = [new_output("stream", text="1\n")]
    assert book.fingerprint(notebook) == before
    notebook.cells[0].source = "print(2)"
    assert book.fingerprint(notebook) != before


@pytest.mark.slow
def test_a_cell_that_fails_stops_the_book_and_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(book, "KEPT", tmp_path / "kept")
    path = tmp_path / "07_small" / "07_small.ipynb"
    path.parent.mkdir()
    nbformat.write(new_notebook(cells=[new_code_cell("1 / 0")]), path)
    with pytest.raises(book.Unmade, match=r"07_small: a cell fails(.|\n)*1 / 0"):
        book.executed(Unit(path))
    assert not (tmp_path / "kept").exists()


def test_each_withheld_cell_exists():
    ids = {(unit.name, cell.id) for unit in units() for cell in read(unit.path).cells}
    assert ids >= book.WITHHELD


# The pages


def test_a_link_leads_to_the_place_in_a_page_or_is_words_if_the_book_lacks_it():
    text = (
        "[a](../notebooks/04_pooling/04_pooling.ipynb#4-%C2%B7-The-mean%2C) "
        "and [b](../notebooks/01_convolution/01_convolution.ipynb)"
    )
    assert book.course_page(text, COURSE) == "[a](<04_pooling.md#4-·-The-mean,>) and b"


def test_the_first_page_is_for_students():
    text = book.index_page((ROOT / "README.md").read_text(encoding="utf-8"), COURSE)
    assert "make lab" in text
    assert "## For instructors" not in text
    assert "| [`04_pooling`](<04_pooling.md>) |" in text


def test_the_first_page_leads_only_to_pages_of_the_book_and_to_other_sites():
    """As no file of the repository is in the book; Sphinx would say so after twenty minutes."""
    text = book.index_page((ROOT / "README.md").read_text(encoding="utf-8"), units())
    targets = {target.strip("<>") for _, target in book.LINK.findall(text)}
    pages = {"course.md", *(f"{unit.name}.md" for unit in units())}
    assert targets >= pages
    assert {target for target in targets - pages if not target.startswith("https://")} == set()
    assert book.index_page("[a](LICENSE) ![b](check.png)", COURSE).startswith("a ![b](check.png)")


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(book.Unmade, match="not a book"):
        book.make(COURSE, tmp_path)
    assert (tmp_path / "thesis.txt").exists()


# The checks


@pytest.mark.parametrize(
    ("planted", "said"),
    [
        ('<a href="gone.html">x</a>', "leads nowhere: gone.html"),
        ('<a href="page.html#gone">x</a>', "no place on its page: page.html#gone"),
        ('<a href="../secret.txt">x</a>', "leads nowhere: ../secret.txt"),
        ('<script src="https://cdn.example.org/x.js"></script>', "loaded from elsewhere"),
        ('<img src="page.html" alt="">', "no alt text"),
        ('<span>predict_overlap</span> = <b>"c"</b>', 'an answer says: predict_overlap = "c"'),
        ('<img src="page.html" alt="check(max_pool2d, hidden=True)">', "what an answer says"),
        ("<pre>### BEGIN SOLUTION</pre>", "the mark of an answer"),
        ('<a href="http://example.org">x</a>', "must be https://host/..., but it is http://e"),
        ('<a href="//example.org">x</a>', "but it is //example.org"),
        ('<a href="https://me:secret@example.org">x</a>', "but it is https://me:secret@"),
        ('<a href="https://example.org/a b">x</a>', "but it is https://example.org/a b"),
        ('<a href="https://example">x</a>', "but it is https://example"),
    ],
)
def test_each_fault_of_a_page_is_found(tmp_path, planted, said):
    (tmp_path / "secret.txt").write_text("")
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "searchindex.js").write_text("")
    page = '<h1 id="here">x</h1><a href="page.html#here">y</a><a href="https://example.org">z</a>'
    (folder / "page.html").write_text(page)
    assert [*book_checks.faults(folder, COURSE)] == []
    (folder / "page.html").write_text(page + planted)
    [fault] = book_checks.faults(folder, COURSE)
    assert said in str(fault)


def test_each_address_elsewhere_is_listed_once(tmp_path):
    first, second = tmp_path / "a.html", tmp_path / "b.html"
    first.write_text('<a href="https://z.org/">z</a><a href="b.html">b</a>')
    second.write_text('<a href="https://z.org/">z</a><a href="https://a.org/x#y">a</a>')
    found = book_checks.elsewhere(book_checks.read(tmp_path))
    assert list(found.items()) == [("https://a.org/x#y", second), ("https://z.org/", first)]


def test_an_address_where_nothing_is_to_be_had_is_found_and_one_that_answers_no_head_is_not(
    monkeypatch,
):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    server = Server()  # it answers no HEAD
    try:
        server.pages = {"/there": b"a page", "/moved.new": b"a page"}
        server.ways = {"/moved": "moved"}
        addresses = [f"{server.url}/{name}" for name in ("there", "moved", "gone")]
        found = [*book_checks.unreachable([*addresses, "http://nowhere.invalid/"])]
    finally:
        server.stop()
    assert [fault.page for fault in found] == [addresses[2], "http://nowhere.invalid/"]
    assert "404" in found[0].says
    assert found[1].says.startswith("URLError: ")


# What Sphinx writes, mended


def test_a_table_says_what_each_cell_is_and_long_code_can_be_reached():
    pytest.importorskip("sphinx", reason="`make book-tools` installs what makes the book")
    mended = runpy.run_path(str(ROOT / "docs" / "book" / "conf.py"))["mended"]
    table = (
        "<table><thead><tr><th></th><th><p>here</p></th></tr></thead>"
        "<tbody><tr><td>a</td><td>b</td></tr><tr><td>5, 6</td><td>c</td></tr></tbody></table>"
    )
    context = {"body": f"{table}<pre>short</pre><pre>{'long ' * 20}</pre>"}
    mended(None, "page", "page.html", context, None)
    assert '<thead role="rowgroup"><tr role="row"><td role="cell"></td>' in context["body"]
    assert '<th role="columnheader"><p>here</p></th>' in context["body"]
    assert '<td data-head="" role="cell">a</td>' in context["body"]
    assert '<td data-head="here" role="cell">b</td>' in context["body"]
    assert '<td class="number" data-head="" role="cell">5, 6</td>' in context["body"]
    assert "<pre>short</pre>" in context["body"]
    assert '<pre tabindex="0">long' in context["body"]


# A finished book of two units


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The book of two units that need no TensorFlow."""
    pytest.importorskip("furo", reason="`make book-tools` installs what makes the book")
    folder = tmp_path_factory.mktemp("book") / "made"
    names = [unit.name for unit in COURSE]
    assert book.main(["--units", *names, "--to", str(folder)]) == 0, "the book has a fault"
    return folder


@pytest.mark.slow
def test_figures_that_wait_for_an_answer_are_in_the_book(made):
    text = (made / "04_pooling.html").read_text(encoding="utf-8")
    assert "This cell waits for your" not in text
    assert 'alt="White is unchanged: numbers change only where' in text
    assert "pooled 3 times:" in text
    assert "In the notebook, here are sliders" in text


@pytest.mark.slow
def test_what_is_for_instructors_is_not_in_the_book(made):
    for page in book_checks.read(made).values():
        assert "For instructors" not in page.words
        assert "Common wrong answers" not in page.words


@pytest.mark.slow
def test_no_explanation_of_an_answer_to_a_question_is_in_the_book(made):
    pages = book_checks.read(made)
    for question in exercises.questions().values():
        for says in question.says.values():
            told = " ".join(re.sub(r"[`*]", "", says).split())
            assert [path.name for path, page in pages.items() if told in page.words] == []


@pytest.mark.slow
def test_words_that_only_answers_have_cannot_be_searched_for(made):
    index = (made / "searchindex.js").read_text(encoding="utf-8")
    found = json.loads(re.fullmatch(r"Search\.setIndex\((.*)\);?\s*", index, re.DOTALL)[1])
    terms = set(found["terms"]) | set(found["titleterms"])
    assert "pool" in terms
    everybody = [
        (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/course.md")
    ]
    releases = sorted((ROOT / "notebooks").glob("*/*.ipynb"))
    everybody += [cell.source for path in releases for cell in read(path).cells]
    seen = {word for text in everybody for word in words(text)}
    for unit in COURSE:
        secret = {word for cell in read(unit.path).cells for word in words(cell.source)} - seen
        assert secret, "a unit has answers"
        assert sorted(secret & terms) == []


def words(text):
    """The words of a text, as the index spells those that it does not shorten."""
    return re.findall(r"[a-z_][a-z_\d]+", text.lower())


# In a browser


@pytest.fixture(scope="module")
def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium is missing: see README.md"
    for flag in ("headless", "no-sandbox", "disable-gpu", "disable-dev-shm-usage"):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_script_timeout(120)
    yield driver
    driver.quit()


def opened(browser, page, screen="a desk", colors="light"):
    """Open a page on a screen of some size, for eyes that like it light or dark."""
    width, height = SCREENS[screen]
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    features = [{"name": "prefers-color-scheme", "value": colors}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.get(page.as_uri())


@pytest.mark.browser
@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_no_barrier(made, browser, page, screen, colors):
    opened(browser, made / page, screen, colors)
    assert barriers(browser) == []


@pytest.mark.browser
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_no_wider_than_a_phone(made, browser, page):
    opened(browser, made / page, "a phone")
    width = "return document.documentElement.scrollWidth"
    assert browser.execute_script(width) <= SCREENS["a phone"][0]


@pytest.mark.browser
def test_nothing_is_fetched_from_a_network(made, browser):
    opened(browser, made / "04_pooling.html")
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    fetched = [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]
    assert (made / "04_pooling.html").as_uri() in fetched
    assert [name for name in fetched if not name.startswith(("file:", "data:"))] == []


@pytest.mark.browser
def test_a_search_finds_the_unit_without_a_server(made, browser):
    opened(browser, made / "search.html")
    browser.get((made / "search.html").as_uri() + "?q=whiskers")
    results = WebDriverWait(browser, 20).until(
        lambda page: page.find_elements(By.CSS_SELECTOR, "#search-results li a")
    )
    assert "04 · Pooling" in results[0].text


@pytest.mark.browser
def test_without_scripts_the_page_and_its_formulas_are_there(made, browser):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        opened(browser, made / "04_pooling.html", "a phone", "dark")
        assert browser.find_element(By.TAG_NAME, "h1").is_displayed()
        formula = browser.find_element(By.CSS_SELECTOR, "div.math math")
        assert formula.size["height"] > 10
        assert browser.find_element(By.TAG_NAME, "body").value_of_css_property(
            "background-color"
        ) not in ("rgba(255, 255, 255, 1)", "rgba(0, 0, 0, 0)")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.browser
def test_the_keyboard_skips_to_the_text_and_shows_where_it_is(made, browser):
    opened(browser, made / "course.html")
    body = browser.find_element(By.TAG_NAME, "body")
    body.send_keys(Keys.TAB)
    skip = browser.switch_to.active_element
    assert skip.get_attribute("textContent") == "Skip to content"
    skip.send_keys(Keys.ENTER)
    browser.switch_to.active_element.send_keys(Keys.TAB)
    reached = browser.switch_to.active_element
    inside = "return arguments[0].closest('article') !== null"
    assert browser.execute_script(inside, reached), "the next stop is in the text"
    outline = "return getComputedStyle(arguments[0]).outlineStyle"
    assert browser.execute_script(outline, reached) != "none"
