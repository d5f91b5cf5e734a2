"""What every page looks and feels like: accessible, valid, light, steady, and fit to print."""

import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sorts import PROOF, all_pages, one_of_each_sort

from browser import TOOLS

pytestmark = pytest.mark.browser
OWN_BUDGET = 40 * 1024
DATA = {"course.js", "titles.js", "words.js"}
"""Data of the course in the form of scripts (a page on disk cannot fetch): neither style nor script."""
FONT_BUDGET = 60 * 1024
_INTO_VIEW = "document.querySelectorAll('details').forEach(d => { d.removeAttribute('name'); d.open = true; })"


@pytest.fixture
def contexts(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make browser profiles that are closed at the end."""
    made: list[BrowserContext] = []

    def make(width: int = 1280, **options: object) -> BrowserContext:
        # axe is injected; the policy would refuse it, as it should
        context = chromium.new_context(
            viewport={"width": width, "height": 844},
            bypass_csp=True,
            **options,  # type: ignore[arg-type]
        )
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


def test_every_page_is_valid_html(site: Path) -> None:
    """The Nu HTML checker; its warnings about the policy of files on disk are false alarms (W3C)."""
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    assert jar.exists()
    done = subprocess.run(
        [
            "java",
            "-jar",
            str(jar),
            "--skip-non-html",
            "--errors-only",
            "--format",
            "json",
            str(site),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(done.stderr)["messages"]
    told = [
        f"{m['url'].rpartition('/site/')[2]}:{m.get('lastLine')}: {m['message']}" for m in found
    ]
    assert told == []


def test_axe_finds_nothing_on_any_page(
    site: Path, contexts: Callable[..., BrowserContext], axe: Callable[[Page], None]
) -> None:
    page = contexts(390, color_scheme="light").new_page()
    for file in all_pages(site):
        if file.name != "404.html":
            page.goto(file.as_uri())
            axe(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_any_view_of_any_sort_of_page(
    site: Path,
    contexts: Callable[..., BrowserContext],
    axe: Callable[[Page], None],
    scheme: str,
    width: int,
) -> None:
    page = contexts(width, color_scheme=scheme).new_page()
    for file in all_pages(site) if PROOF else one_of_each_sort(site):
        if file.name == "404.html":
            continue
        page.goto(file.as_uri())
        page.evaluate(_INTO_VIEW)
        axe(page)


def test_nothing_scrolls_sideways_on_the_narrowest_phone(
    site: Path, contexts: Callable[..., BrowserContext]
) -> None:
    page = contexts(320).new_page()
    wide = []
    for file in all_pages(site):
        if file.name == "404.html":
            continue
        page.goto(file.as_uri())
        page.evaluate(_INTO_VIEW)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(file.relative_to(site).as_posix())
    assert wide == []


def test_nothing_scrolls_sideways_at_twice_the_size(
    site: Path, contexts: Callable[..., BrowserContext]
) -> None:
    page = contexts(640, device_scale_factor=2).new_page()
    for file in one_of_each_sort(site):
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, file.name


def test_nothing_moves_while_a_page_loads(
    site: Path, contexts: Callable[..., BrowserContext]
) -> None:
    for width in (390, 1280):
        context = contexts(width)
        context.add_init_script(
            "window.shifted = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) "
            "window.shifted += entry.value; }).observe({type: 'layout-shift', buffered: true});"
        )
        page = context.new_page()
        for file in one_of_each_sort(site):
            page.goto(file.as_uri(), wait_until="load")
            page.evaluate(
                "() => document.fonts.ready.then(() => new Promise(requestAnimationFrame))"
            )
            # three decimals, as field tools report it: a word of the header may move by a hair
            assert round(page.evaluate("window.shifted"), 3) == 0, f"{file.name} at {width}"


def test_our_own_style_and_script_are_light(site: Path) -> None:
    heavy = {}
    for file in all_pages(site):
        text = file.read_text("utf-8")
        paths = set(re.findall(r'(?:href|src)="([^"]*assets/trainer/[^"]*\.(?:css|js))"', text))
        files = {(file.parent / path).resolve() for path in paths if not path.startswith("/")}
        files = {path for path in files if path.name not in DATA}
        weight = sum(len(gzip.compress(path.read_bytes())) for path in files)
        if weight > OWN_BUDGET:
            heavy[file.name] = weight
    assert heavy == {}


def test_the_script_of_a_kind_comes_when_one_comes_near_it(
    site: Path, contexts: Callable[..., BrowserContext]
) -> None:
    page = contexts().new_page()
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url.rpartition("/")[2]))
    page.goto((site / "lessons" / "imagination-and-duty.html").as_uri())
    assert "scenario.js" not in asked
    page.locator("tr-scenario").scroll_into_view_if_needed()
    expect(page.locator("tr-scenario .tr-choice").first).to_be_attached()
    page.wait_for_function("() => customElements.get('tr-scenario')")
    assert asked.count("scenario.js") == 1


def test_an_english_lesson_loads_little_type(
    site: Path, contexts: Callable[..., BrowserContext]
) -> None:
    page = contexts().new_page()
    fonts: set[str] = set()
    page.on("request", lambda r: fonts.add(r.url) if r.resource_type == "font" else None)
    page.goto((site / "lessons" / "four-drifts.html").as_uri())
    page.evaluate("() => document.fonts.ready.then(() => 0)")
    assert fonts
    sizes = sum(Path(url.removeprefix("file://")).stat().st_size for url in fonts)
    assert sizes <= FONT_BUDGET


def test_printed_a_lesson_is_a_handout(site: Path, contexts: Callable[..., BrowserContext]) -> None:
    page = contexts().new_page()
    page.emulate_media(media="print")
    for file in one_of_each_sort(site):
        page.goto(file.as_uri())
        for chrome in (".md-header", ".tr-sidebar", ".tr-footer", ".tr-onward", ".tr-web"):
            for element in page.locator(chrome).all():
                expect(element).to_be_hidden()
        for paper in page.locator(".tr-print").all():
            expect(paper).to_be_visible()


def test_motion_stops_where_the_reader_wants_none(
    site: Path, contexts: Callable[..., BrowserContext]
) -> None:
    page = contexts(reduced_motion="reduce").new_page()
    page.goto((site / "lessons" / "four-drifts.html").as_uri())
    moving = page.evaluate(
        """() => [...document.querySelectorAll('[class*=tr-]')].filter(e => {
          const s = getComputedStyle(e);
          const long = v => v.split(',').some(x => parseFloat(x) > 0.01);
          return (s.transitionProperty !== 'none' && long(s.transitionDuration))
            || (s.animationName !== 'none' && long(s.animationDuration));
        }).map(e => e.className.baseVal ?? e.className)"""
    )
    assert moving == []


def test_firefox_opens_every_sort_of_page(site: Path, tmp_path: Path) -> None:
    """Debian's Firefox over WebDriver BiDi: no error in a page, and the heading is there."""
    browser = shutil.which("firefox-esr")
    assert browser, "apt-get install --no-install-recommends firefox-esr"
    files = [page.as_uri() for page in one_of_each_sort(site)]
    listed = tmp_path / "pages.json"
    listed.write_text(json.dumps(files))
    script = Path(__file__).parent / "firefox.mjs"
    done = subprocess.run(
        ["node", str(script), str(TOOLS), browser, str(listed)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert [page for page in told if page["errors"] or page["headings"] != 1] == []
    assert len(told) == len(files)
