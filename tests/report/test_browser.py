"""The report in a browser: filters, ways from findings to passages, downloads, keyboard, accessibility, no request."""

import json
import shutil
from pathlib import Path

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
FLAGS += " --disable-component-update --disable-sync"
PAGES = ["index.html", "quotes.html", "words.html", "events.html", "tables/findings.html", "tables/04-4-speakers.html",
         "passages.html#04-4-speakers-1/r0-n", "passages.html", "provenance.html"]  # fmt: skip
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="there is no Chromium at /usr/bin/chromium"),
]


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture
def tab(browser):
    """Return a page that keeps what it asked for and what it complained of."""
    context = browser.new_context(viewport={"width": 1200, "height": 900}, accept_downloads=True)
    tab = context.new_page()
    tab.set_default_timeout(10_000)
    tab.requests, tab.complaints = [], []
    tab.on("request", lambda request: tab.requests.append(request.url))
    tab.on("console", lambda message: tab.complaints.append(message.text))
    tab.on("dialog", lambda dialog: tab.complaints.append(dialog.message))
    yield tab
    context.close()


def open_page(tab, report, name):
    tab.goto(f"file://{report}/{name}")
    if name.startswith(("quotes.html", "words.html", "events.html", "passages.html#")):
        tab.wait_for_selector("main[data-ready]")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_planted_runs_and_nothing_is_fetched(tab, hostile_report, name):
    open_page(tab, hostile_report, name)
    assert tab.evaluate("window.hacked") is None
    assert all(url.startswith(f"file://{hostile_report}/") for url in tab.requests)
    assert tab.complaints == []
    # What a slip in a template would let in, the policy stops.
    tab.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked = 1\">')")
    tab.wait_for_timeout(100)
    assert tab.evaluate("window.hacked") is None


@pytest.mark.parametrize("name", PAGES)
def test_no_serious_fault_of_accessibility(tab, hostile_report, name):
    open_page(tab, hostile_report, name)
    # Playwright puts axe into the page past the policy.
    found = axe_api.Axe().run(tab).response["violations"]
    serious = [
        (fault["id"], fault["nodes"][0]["html"][:120]) for fault in found if fault["impact"] in ("serious", "critical")
    ]
    assert serious == []


def test_quotes_are_filtered_by_speaker_and_the_address_keeps_it(tab, hostile_report):
    open_page(tab, hostile_report, "quotes.html")
    assert tab.locator(".dt-info").inner_text() == "80 rows"
    tab.locator("#filters").get_by_label("outlet").select_option("Post")
    assert tab.locator(".dt-info").inner_text() == "40 rows of 80"
    assert set(tab.locator("tbody tr td:first-child").all_inner_texts()) == {"Post"}
    tab.locator("#filters").get_by_label("speaker").select_option(index=1)
    assert "outlet=Post" in tab.url and "speaker=Ana" in tab.url
    tab.get_by_label("Search").fill("no such word")
    assert "No row fits" in tab.locator("tbody").inner_text()
    open_page(tab, hostile_report, "quotes.html#outlet=Post")
    tab.reload()
    tab.wait_for_selector("main[data-ready]")
    assert tab.locator(".dt-info").inner_text() == "40 rows of 80"


def test_a_finding_leads_to_its_row_and_from_there_to_exactly_its_passages(tab, hostile_report):
    open_page(tab, hostile_report, "index.html")
    tab.locator("section.finding a.number").first.click()
    row = tab.locator("tr:target")
    assert row.count() == 1
    n = int(row.locator("a").inner_text())
    row.locator("a").click()
    tab.wait_for_selector("main[data-ready]")
    assert tab.locator(".passage:visible").count() == n
    assert tab.locator(".passage mark.content").first.inner_text() == "“We saw it all,”"


def drawn(passages):
    """Return what passages on a page say, and their marks."""
    marks = "(item) => [...item.querySelectorAll('blockquote [class]')].map((mark) => [mark.className, mark.innerText])"
    return [(" ".join(item.inner_text().split()), item.evaluate(marks)) for item in passages.all()]


def test_the_page_of_passages_draws_them_as_the_first_page_does(tab, hostile_report):
    open_page(tab, hostile_report, "index.html")
    finding = tab.locator("section.finding").first
    few = drawn(finding.locator(".passage"))
    finding.get_by_role("link", name="All").click()
    tab.wait_for_selector("main[data-ready]")
    every = drawn(tab.locator(".passage"))
    assert len(few) >= 2 and all(marks for _, marks in few)
    back = tab.get_by_role("link", name="table").get_attribute("href")
    assert back == f"tables/{tab.url.partition('#')[2].rpartition('-1/')[0]}.html#row-0"
    assert [passage for passage in few if passage not in every] == []


def test_many_passages_come_by_and_by(tab, hostile_report, tmp_path):
    again = tmp_path / "report"
    shutil.copytree(hostile_report, again)
    places = json.dumps({"title": "Many", "table": "x", "chart": False, "sections": {"r0-n": ["All", [[0]] * 450]}})
    (again / "passages" / "many-1.js").write_text(f'hold("many-1", {places});')
    open_page(tab, again, "passages.html#many-1/r0-n")
    shown = [tab.locator(".passage").count()]
    for name in ("Show more", "Show all"):
        tab.get_by_role("button", name=name).click()
        tab.wait_for_function(f"document.querySelectorAll('.passage').length > {shown[-1]}")
        shown.append(tab.locator(".passage").count())
    assert shown == [200, 400, 450] and tab.get_by_role("button").count() == 0


def test_the_page_of_passages_says_which_file_is_missing(tab, hostile_report):
    tab.goto(f"file://{hostile_report}/passages.html#02-9-lost-1/r0-n")
    said = tab.get_by_role("status")
    said.get_by_text("The file").wait_for()
    assert said.inner_text().startswith("The file passages/02-9-lost-1.js cannot be read")


def test_a_csv_is_downloaded(tab, hostile_report):
    open_page(tab, hostile_report, "tables/04-4-speakers.html")
    with tab.expect_download() as download:
        tab.get_by_role("link", name="CSV").click()
    expected = (hostile_report / "figures/04-4-speakers.csv").read_bytes()
    assert Path(download.value.path()).read_bytes() == expected


def test_the_keyboard_alone_reaches_passages(tab, hostile_report):
    open_page(tab, hostile_report, "index.html")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the content"
    tab.keyboard.press("Enter")
    for _ in range(40):
        tab.keyboard.press("Tab")
        focused = tab.evaluate("document.activeElement.textContent")
        if focused.startswith("Skip the "):
            tab.keyboard.press("Enter")
        if focused.startswith("All "):
            break
    assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/passages.html#**")
    tab.wait_for_selector("main[data-ready]")
    assert tab.locator(".passage:visible").count() > 0


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_pages_without_scrolling_sideways(tab, hostile_report, name):
    tab.set_viewport_size({"width": 390, "height": 800})
    open_page(tab, hostile_report, name)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(("width", "size"), [(1200, "page"), (390, "column")])
def test_a_mark_of_a_chart_leads_to_exactly_the_passages_it_counts(tab, hostile_report, width, size):
    tab.set_viewport_size({"width": width, "height": 844})
    open_page(tab, hostile_report, "index.html")
    picture = tab.locator(f".chart:has([id='04-4-speakers']) .picture.{size}")
    assert picture.is_visible()
    mark = picture.locator("svg a").first
    name = mark.locator("title").text_content()
    mark.click()
    tab.wait_for_selector("main[data-ready]")
    n = int(name.rpartition(": ")[2])
    assert n > 0 and tab.locator(".passage:visible").count() == n


@pytest.mark.parametrize("width", [1200, 700, 641, 640, 390, 320])
def test_labels_of_charts_are_at_least_nine_pixels_high(tab, hostile_report, width):
    tab.set_viewport_size({"width": width, "height": 844})
    open_page(tab, hostile_report, "index.html")
    for picture in tab.locator(".picture:visible img").all():
        shown = picture.evaluate("img => img.getBoundingClientRect().width")
        inches = 3.6 if "-column" in picture.get_attribute("src") else 7.0
        assert 9 / 72 * shown / inches >= 9


def test_the_keyboard_reaches_the_marks_of_a_chart_and_can_skip_them(tab, hostile_report):
    open_page(tab, hostile_report, "index.html")
    skip = tab.locator(".chart:has([id='04-4-speakers']) .picture.page a.skip")
    skip.focus()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('.picture.page svg') !== null")
    assert tab.evaluate("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth") == "3px"
    skip.focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Table and passages"
