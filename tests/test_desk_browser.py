"""The report in a real browser: on a screen by day and by night, on a phone, on paper."""

import base64
import datetime
import json
import shutil

import pytest
from axe import barriers
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from autograder.desk import facts, pages
from autograder.similar import Pair, Similar
from cnnbasics.checking import RIGHT, WRONG

pytestmark = pytest.mark.browser

UNIT = "01_convolution"
PAGES = ["index.html", f"{UNIT}.html", f"{UNIT}-similar.html"]
SCREENS = {"a desk": (1280, 900), "a phone": (390, 844)}
NAMES = {"s1": "<img src=x onerror=\"document.title='taken'\">", "s2": "Ada", "s3": "</script>"}
CONTRAST = """
const light = color => {
  const [r, g, b] = color.match(/[\\d.]+/g).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = node => {
  for (; node; node = node.parentElement) {
    const color = getComputedStyle(node).backgroundColor;
    if (color !== "rgba(0, 0, 0, 0)") return color;
  }
};
return [...document.querySelectorAll("p, li, td, th, h1, h2, h3, a, summary, code, figcaption")]
  .filter(node => node.textContent.trim())
  .map(node => {
    const [a, b] = [light(getComputedStyle(node).color), light(ground(node))].sort((x, y) => y - x);
    return [(a + 0.05) / (b + 0.05), node.outerHTML.slice(0, 80)];
  }).filter(([ratio]) => ratio < 4.5);
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The pages of a class of 40, some of whom have names that mean mischief."""
    items = tuple(
        facts.Item(name, (f"{name}-visible",), 3.0, question=name.startswith("predict_"))
        for name in ("predict_border", "window_dot", "correlate2d", "flip_kernel")
    )
    rows = []
    for number in range(1, 41):
        tries = {}
        for place, item in enumerate(items):
            right = (number * (place + 3)) % 7 > place
            mistakes = ("a",) if item.question else ("mean",) if item.id == "window_dot" else ("",)
            tries[item.id] = facts.Attempt(
                RIGHT if right else WRONG, 3.0 * right, 3.0, () if right else mistakes
            )
        at, seconds = datetime.datetime(2026, 3, 1), {"start": 0.1, "run": 0.3, "judge": 0.1}
        student = f"s{number}"
        rows.append(facts.Row(student, facts.GRADED, at, attempts=tries, seconds=seconds))
    folder = tmp_path_factory.mktemp("pages")
    known = facts.Facts(UNIT, "The convolution", items, tuple(rows), names=NAMES)
    pages.write(folder, pages.report([known]))
    text = "def correlate2d(image, kernel):\n    return " + " + ".join(["image * kernel"] * 30)
    pair = Pair("correlate2d", ("s1", "s2"), 0.9, 120)
    alike = Similar(UNIT, 40, (pair,), {"correlate2d": {"s1": text, "s2": text}})
    pages.write(folder, pages.similar_report(alike, NAMES))
    return folder


@pytest.fixture(scope="module")
def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium is missing: see README.md"
    for flag in ("headless", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "no-first-run"):
        options.add_argument(f"--{flag}")
    options.add_argument("--window-size=1100,900")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    found = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    found.set_script_timeout(120)
    yield found
    found.quit()


def media(browser, **features):
    medium = features.pop("media", "screen")
    listed = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": medium, "features": listed})


@pytest.fixture
def screen(browser):
    """Gives pages another width, for as long as a test takes."""

    def wide(name):
        width, height = SCREENS[name]
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    yield wide
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_read_well_by_day_and_by_night(browser, folder, name, scheme):
    media(browser, prefers_color_scheme=scheme)
    browser.get((folder / name).as_uri())
    assert browser.get_log("browser") == []
    assert "taken" not in browser.title
    assert browser.execute_script(CONTRAST) == []
    color = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert (color == "rgb(255, 255, 255)") == (scheme == "light")


def test_a_click_on_a_heading_sorts_the_table_and_the_next_one_turns_it_round(browser, folder):
    media(browser)
    browser.get((folder / f"{UNIT}.html").as_uri())
    column = (
        "return [...document.querySelectorAll('table.matrix tbody tr')]"
        ".map(row => Number(row.cells[1].textContent))"
    )
    head = browser.find_elements("css selector", "table.matrix thead th")[1]
    for direction in ("ascending", "descending"):
        head.find_element("css selector", "button").click()
        marks = browser.execute_script(column)
        assert marks == sorted(marks, reverse=direction == "descending")
        assert len(set(marks)) > 3
        assert head.get_attribute("aria-sort") == direction


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", SCREENS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_barrier(browser, folder, screen, name, kind, scheme):
    screen(kind)
    media(browser, prefers_color_scheme=scheme)
    browser.get((folder / name).as_uri())
    unfold = "for (const one of document.querySelectorAll('details')) one.open = true"
    browser.execute_script(unfold)
    assert barriers(browser) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_the_page_without_scrolling_sideways(browser, folder, screen, name):
    screen("a phone")
    browser.get((folder / name).as_uri())
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("kind", SCREENS)
@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_all_that_can_be_pressed_and_shows_where_it_is(
    browser, folder, screen, name, kind
):
    screen(kind)
    media(browser)
    browser.get((folder / name).as_uri())
    script = """
    const wanted = [...document.querySelectorAll("a[href], summary, th button")];
    wanted.push(...[...document.querySelectorAll(".scroll")]
      .filter(part => part.scrollWidth > part.clientWidth && part.checkVisibility()));
    return wanted.length;
    """
    wanted = browser.execute_script(script)
    here = """
    const now = document.activeElement, style = getComputedStyle(now);
    if (now === document.body || now.dataset.seen) return null;
    now.dataset.seen = "yes";
    return [style.outlineStyle, parseFloat(style.outlineWidth), now.outerHTML.slice(0, 80)];
    """
    reached = []
    while len(reached) <= wanted:
        webdriver.ActionChains(browser).send_keys(Keys.TAB).perform()
        stop = browser.execute_script(here)
        if stop is None:
            break
        reached.append(stop)
    assert len(reached) == wanted > 0
    assert [stop for stop in reached if stop[0] == "none" or stop[1] < 1] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_but_itself(browser, folder, name):
    browser.get("about:blank")
    browser.get_log("performance")
    address = (folder / name).as_uri()
    browser.get(address)
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]
    assert set(asked) == {address}


def test_paper_shows_the_names_that_are_folded_on_the_screen_black_on_white(browser, folder):
    browser.get((folder / f"{UNIT}.html").as_uri())
    shown = (
        "return [...document.querySelectorAll('td details .who')].filter(list => "
        "list.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})).length"
    )
    media(browser, prefers_color_scheme="dark")
    folded = browser.execute_script("return document.querySelectorAll('td details .who').length")
    assert (browser.execute_script(shown), folded > 0) == (0, True)
    media(browser, media="print", prefers_color_scheme="dark")
    # Chromium lays out what it had skipped in its own time.
    WebDriverWait(browser, 10).until(lambda page: page.execute_script(shown) == folded)
    color = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert color == "rgb(255, 255, 255)"
    media(browser)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})
    assert base64.b64decode(printed["data"]).startswith(b"%PDF")
