"""Keeping the course for offline when something goes wrong, and versions that change under a reader."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from offline import visited
from trainer.mkdocs_site.offline import write_worker

pytestmark = pytest.mark.browser
SAID = "[data-tr-offline-words]"
LISTED = re.compile(r"new Map\((\[.*\])\);")
KEPT = """() => caches.keys().then(async ([name]) => {
  let bytes = 0;
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    if (request.url.endsWith("~windows")) continue;
    bytes += (await (await cache.match(request)).arrayBuffer()).byteLength;
  }
  return bytes;
})"""


class Line:
    """A line to the host: what went over it, and after how many files it breaks."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.left: int | None = None


class _Host(SimpleHTTPRequestHandler):
    def __init__(self, line: Line, *given: Any, **named: Any) -> None:
        self.line = line
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        if self.line.left is not None:
            if self.line.left == 0:
                self.connection.close()
                return
            self.line.left -= 1
        self.line.asked.append(self.path)
        super().do_GET()

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def connected(folder: Path, line: Line) -> Iterator[str]:
    handler = partial(_Host, line, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/sub/path"
    finally:
        server.shutdown()
        server.server_close()


def listed(host: Path) -> dict[str, int]:
    """The files that the worker knows, with their bytes."""
    found = LISTED.search((host / "sub" / "path" / "sw.js").read_text("utf-8"))
    assert found
    return {path: size for path, (_, size) in json.loads(found[1])}


def asks_for_all(page: Page) -> None:
    page.get_by_role("button", name="Keep for offline").click()


def test_a_line_that_breaks_halfway_loses_nothing_and_is_taken_up_where_it_broke(
    host: Path, reader: BrowserContext
) -> None:
    page, line = reader.new_page(), Line()
    with connected(host, line) as root:
        page.goto(f"{root}/yours.html")
        said = page.locator(SAID)
        expect(said).to_contain_text("The whole course takes")
        line.left = 12
        asks_for_all(page)
        expect(said).to_contain_text("Not all of it could be fetched. What is here stays")
        before = page.evaluate(KEPT)
        line.left, line.asked = None, []
        asks_for_all(page)
        expect(said).to_contain_text("Ready: the whole course")
        assert len(line.asked) == len(set(line.asked))
        assert page.evaluate(KEPT) > before
    page.goto(f"{root}/references.html")
    expect(page.locator("h1")).to_be_visible()


def test_the_size_that_is_said_is_the_size_that_is_kept(host: Path, reader: BrowserContext) -> None:
    page = reader.new_page()
    with connected(host, Line()) as root:
        page.goto(f"{root}/yours.html")
        said = page.locator(SAID)
        expect(said).to_contain_text("The whole course takes")
        told = re.search(r"([\d.]+) MB", said.inner_text())
        assert told
        asks_for_all(page)
        expect(said).to_contain_text("Ready: the whole course")
        kept = page.evaluate(KEPT)
    assert kept == sum(listed(host).values())
    assert abs(float(told[1]) - kept / 1e6) <= 0.05


def test_no_room_for_the_course_is_said_as_such(host: Path, reader: BrowserContext) -> None:
    page = reader.new_page()
    with connected(host, Line()) as root:
        page.goto(f"{root}/yours.html")
        said = page.locator(SAID)
        expect(said).to_contain_text("The whole course takes")
        devtools = reader.new_cdp_session(page)
        origin = root.removesuffix("/sub/path")
        devtools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 10})
        asks_for_all(page)
        expect(said).to_contain_text("There is no room left in this browser for the whole course")
        expect(page.get_by_role("button", name="Keep for offline")).to_be_enabled()
    page.goto(f"{root}/yours.html")
    expect(page.locator("h1")).to_be_visible()


def test_a_page_that_was_never_visited_says_that_there_is_no_connection(
    host: Path, reader: BrowserContext
) -> None:
    page = reader.new_page()
    with connected(host, Line()) as root:
        page.goto(f"{root}/glossary.html")
        visited(page, "")
        page.goto(f"{root}/glossary.html")
    page.goto(f"{root}/references.html")
    expect(page.get_by_text("There is no connection now")).to_be_visible()
    expect(page.get_by_text("It may have moved")).to_be_hidden()
    page.goto(f"{root}/no-such-page.html")
    expect(page.get_by_text("It may have moved")).to_be_visible()


def test_a_course_that_cannot_be_fetched_for_later_says_so(
    host: Path, reader: BrowserContext
) -> None:
    page = reader.new_page()
    changed = host / "sub" / "path" / "404.html"
    changed.write_text(changed.read_text("utf-8") + "<!-- changed by the host -->", "utf-8")
    with connected(host, Line()) as root:
        page.goto(f"{root}/yours.html")
        expect(page.locator(SAID)).to_contain_text("could not be fetched for later just now")


def test_a_window_that_is_read_keeps_the_files_of_its_version(
    host: Path, reader: BrowserContext
) -> None:
    site = host / "sub" / "path"
    script = site / "assets" / "trainer" / "sort.js"
    page, other = reader.new_page(), reader.new_page()
    ask = "(path) => fetch(path).then((answer) => answer.text())"
    with connected(host, Line()) as root:
        asset = f"{root}/assets/trainer/sort.js"
        for each in (page, other):
            each.goto(f"{root}/glossary.html")
            visited(each, "")
            each.goto(f"{root}/glossary.html")
        script.write_text(script.read_text("utf-8") + "/* new */", "utf-8")
        write_worker(site, "en")
        other.goto(f"{root}/references.html")
        for each in (page, other):
            each.evaluate("() => navigator.serviceWorker.ready.then((all) => all.update())")
            expect(each.locator(".tr-update")).to_be_visible()
        page.locator(".tr-update").get_by_role("button").click()
        expect(page.locator(".tr-update")).to_have_count(0)
        assert page.evaluate(ask, asset).endswith("/* new */")
        assert not other.evaluate(ask, asset).endswith("/* new */")
        # the button of the window that is left behind works too, and then the old files go
        other.locator(".tr-update").get_by_role("button").click()
        expect(other.locator(".tr-update")).to_have_count(0)
        assert other.evaluate(ask, asset).endswith("/* new */")
        page.goto(f"{root}/glossary.html")
        page.wait_for_function("() => caches.keys().then((names) => names.length === 1)")
