"""A learner with a browser of her own, and small courses with the product's real store."""

import os
import re
import signal
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path
from posixpath import relpath
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser import PATIENCE, course_of, published
from trainer.activities import KINDS
from trainer.model import Course
from trainer.publication.assets import COURSE, EARLY, SCRIPT, STYLE, WORDS, kind_asset
from trainer.publication.values import NEUTRAL, PublishedPage

LESSON = "lessons/the-lesson.html"
YOURS = "yours.html"
READY = "html[data-tr-ready]"
REFLECT = """
- reflect:
    id: my-pull
    prompt: Which of the four pulls you most?
- reflect:
    id: my-silence
    prompt: What silence is yours?
"""
_UNTIL_SHOWN = """async () => {
  const waiting = [...document.querySelectorAll(".tr-web:not(:defined)")];
  await Promise.all(waiting.map((element) => customElements.whenDefined(element.localName)));
  await trainer.store.all();
  await new Promise((done) => setTimeout(done)); // they asked before us, and show it now
}"""
_UNTIL_KEPT = """([id, text]) => new Promise((done) => {
  const look = () => trainer.store.history(id).then((all) => {
    if (all.some((record) => record.value?.text === text)) done();
  });
  trainer.store.addEventListener("change", look);
  look();
})"""
_FRAME = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:; object-src 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="trainer-course" content="{course}">
<meta name="trainer-root" content="{root}">
<title>{title}</title>
{styles}
<script src="{early}"></script>
{scripts}
</head>
<body data-md-color-scheme="default">
<header><a data-tr-yours href="{yours}">Yours</a></header>
<main><article class="tr-page" data-tr-page="{path}" data-tr-kind="{kind}" data-tr-title="{title}">
{html}
</article></main>
</body>
</html>
"""


def write_small_site(folder: Path, course: Course) -> Path:
    """Write a course as a site without Material but with everything of ours, the store included."""
    publication = published(course)
    for asset in publication.assets:
        (folder / asset.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / asset.path).write_bytes(asset.content)
    present = {asset.path for asset in publication.assets}
    paths = {page.path for page in publication.pages}
    for page in publication.pages:
        file = folder / f"{page.path}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_page(page, publication.language, publication.course_id, present, paths))
    return folder


def _page(
    page: PublishedPage, language: str, course: str, present: set[str], paths: set[str]
) -> str:
    here = page.path.rpartition("/")[0] or "."

    def there(path: str) -> str:
        return escape(relpath(path, here))

    def own(suffix: str) -> list[str]:
        # the scripts of activities are loaded by ours when one comes near (assets/kinds.js)
        wanted = sorted(kind for kind in page.kinds if suffix == "css" or kind not in KINDS)
        return [path for kind in wanted if (path := kind_asset(kind, suffix)) in present]

    def address(match: re.Match[str]) -> str:
        path = match[2]
        return f'{match[1]}="{there(f"{path}.html" if path in paths else path)}'

    return _FRAME.format(
        language=language,
        course=course,
        root=there("."),
        title=escape(page.title),
        styles="".join(f'<link rel="stylesheet" href="{there(s)}">' for s in (STYLE, *own("css"))),
        early=there(EARLY),
        scripts="".join(
            f'<script src="{there(s)}" defer></script>' for s in (COURSE, WORDS, SCRIPT, *own("js"))
        ),
        yours=there(YOURS),
        path=page.path,
        kind=page.kind,
        html=re.sub(rf'(href|src)="{NEUTRAL}([^"#]*)', address, page.html),
    )


Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a small course with these activities; the next one of the same name takes its place."""

    def written(
        activities: str = REFLECT,
        *,
        files: Mapping[str, str] | None = None,
        name: str = "site",
        language: str = "en",
        course: str = "tiny-course",
    ) -> Path:
        loaded = course_of(
            tmp_path / f"{name}-source-{len(list(tmp_path.iterdir()))}",
            activities,
            files=files,
            language=language,
        )
        folder = write_small_site(tmp_path / name, loaded)
        for page in folder.rglob("*.html"):
            page.write_text(page.read_text("utf-8").replace("tiny-course", course), "utf-8")
        outline = folder / COURSE
        outline.write_text(outline.read_text("utf-8").replace("tiny-course", course), "utf-8")
        return folder

    return written


@pytest.fixture
def learner(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser profile of a learner's own; her pages must stay quiet."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, timezone_id="Europe/London", locale="en-GB"
    )
    context.set_default_timeout(PATIENCE)
    heard: list[str] = []
    context.on("weberror", lambda error: heard.append(str(error.error)))
    context.on("console", lambda m: heard.append(m.text) if m.type == "error" else None)
    yield context
    context.close()
    assert not heard, "\n".join(heard)


def opened(context: BrowserContext, folder: Path, path: str = LESSON) -> Page:
    """Open a page from disk in a new window, and wait until it has read what is kept."""
    page = context.new_page()
    go(page, folder, path)
    return page


def go(page: Page, folder: Path, path: str = LESSON) -> None:
    page.goto((folder / path).as_uri())
    settled(page, path)


def settled(page: Page, path: str = LESSON) -> None:
    if path == YOURS:
        page.wait_for_selector(READY)
    page.evaluate(_UNTIL_SHOWN)


def box(page: Page, activity: str = "my-pull") -> Any:
    """The field of a reflection."""
    return page.locator(f"#{activity} tr-reflect textarea")


def kept(page: Page, activity: str = "my-pull") -> list[dict[str, Any]]:
    """All revisions of an activity."""
    found: list[dict[str, Any]] = page.evaluate("id => trainer.store.history(id)", activity)
    return found


def write_in(page: Page, text: str, activity: str = "my-pull") -> None:
    """Write, and wait until it is kept."""
    box(page, activity).fill(text)
    page.evaluate(_UNTIL_KEPT, [activity, text])


def kill_renderers(browser: Browser) -> None:
    """Kill the processes in which pages run, at once and without a goodbye."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    for process in told["processInfo"]:
        if process["type"] == "renderer":
            os.kill(process["id"], signal.SIGKILL)


def saved(page: Page, button: str) -> str:
    """Press a button that saves a file, and return what is in it."""
    with page.expect_download() as waiting:
        page.locator(f"[data-tr-do={button}]").click()
    return Path(waiting.value.path()).read_text("utf-8")


def bring(page: Page, text: str) -> None:
    """Bring in a copy, and wait for the answer."""
    said = page.locator("[data-tr-copies]")
    before = said.text_content()
    page.locator("#bring").set_input_files(
        {"name": "copy.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    page.wait_for_function(
        "before => document.querySelector('[data-tr-copies]').textContent !== before", arg=before
    )
