"""Without a connection: pages that were visited, the whole course on request, and updates that wait."""

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect
from serving import served

from offline import visited
from trainer.mkdocs_site.offline import write_worker

pytestmark = pytest.mark.browser


def test_a_visited_page_opens_with_the_server_gone(host: Path, reader: BrowserContext) -> None:
    page = reader.new_page()
    with served(host) as address:
        root = f"{address}/sub/path/"
        page.goto(f"{root}lessons/four-drifts.html")
        visited(page, "")
        page.goto(f"{root}glossary.html")
        visited(page, "")
    page.goto(f"{root}lessons/four-drifts.html")
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("tr-sort .tr-choice, tr-question .tr-option").first).to_be_visible()
    page.goto(root)
    expect(page.locator("h1")).to_be_visible()
    answer = page.goto(f"{root}no-such-page.html")
    assert answer
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("This page is not here")


def test_the_whole_course_is_kept_on_request_and_says_when_it_is_ready(
    host: Path, built: Path, reader: BrowserContext
) -> None:
    page = reader.new_page()
    with served(host) as address:
        root = f"{address}/sub/path/"
        page.goto(f"{root}yours.html")
        said = page.locator("[data-tr-offline-words]")
        expect(said).to_contain_text(re.compile(r"The whole course takes \d+\.\d MB"))
        page.get_by_role("button", name="Keep for offline").click()
        expect(said).to_contain_text("Ready: the whole course")
    for file in sorted(built.rglob("*.html")):
        address = root + file.relative_to(built).as_posix()
        status = page.evaluate("(page) => fetch(page).then((answer) => answer.status)", address)
        assert status == 200, file
    page.goto(f"{root}index.html")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("textbox", name="Search").press_sequentially("drift")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_an_update_waits_until_its_reader_asks_for_it(host: Path, reader: BrowserContext) -> None:
    site = host / "sub" / "path"
    lesson = site / "lessons" / "four-drifts.html"
    page, other = reader.new_page(), reader.new_page()
    with served(host) as address:
        there = f"{address}/sub/path/lessons/four-drifts.html"
        page.goto(there)
        visited(page, "")
        other.goto(f"{address}/sub/path/glossary.html")
        title = page.locator("h1").inner_text()
        lesson.write_text(lesson.read_text("utf-8").replace(f">{title}<", ">A new title<"), "utf-8")
        write_worker(site, "en")
        page.goto(there)
        notice = page.locator(".tr-update")
        expect(notice).to_contain_text("There is a newer version")
        expect(page.locator("h1")).to_have_text(title)
        page.goto(there)
        expect(page.locator("h1")).to_have_text(title)
        notice.get_by_role("button").click()
        expect(page.locator("h1")).to_have_text("A new title")
        other.close()
        page.goto(there)
        page.wait_for_function("() => caches.keys().then((names) => names.length === 1)")
    page.goto(there)
    expect(page.locator("h1")).to_have_text("A new title")


def test_two_courses_on_one_host_keep_their_own_pages(host: Path, reader: BrowserContext) -> None:
    shutil.copytree(host / "sub" / "path", host / "other")
    page = reader.new_page()
    with served(host) as address:
        for path in ("sub/path", "other"):
            page.goto(f"{address}/{path}/glossary.html")
            visited(page, "")
        names = page.evaluate("() => caches.keys()")
    assert len(names) == 2
    assert {name.rpartition(":")[0].split("/", 3)[3] for name in names} == {"sub/path/", "other/"}


def test_from_a_disk_nothing_is_registered_and_the_page_says_so(
    built: Path, reader: BrowserContext
) -> None:
    page = reader.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.goto((built / "yours.html").as_uri())
    expect(page.locator("[data-tr-offline-words]")).to_contain_text("opened from a folder")
    assert heard == []


def test_the_worker_knows_every_file_but_those_for_others(built: Path) -> None:
    listed = re.search(r"new Map\((\[.*\])\);", (built / "sw.js").read_text("utf-8"))
    assert listed
    files = {path for path, _ in json.loads(listed[1])}
    assert "index.html" in files
    assert "search/search_index.json" in files
    assert not [path for path in files if path.endswith(".map") or "sitemap" in path]
    assert "sw.js" not in files
    assert "search/search_index.js" not in files


def test_the_same_site_has_the_same_worker(built: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(built, tmp_path / "copy")
    write_worker(copy, "en")
    assert (copy / "sw.js").read_bytes() == (built / "sw.js").read_bytes()
