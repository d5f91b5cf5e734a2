"""A learner at a browser, for tests: a tiny course, published and opened from disk.

    def test_it(visit, axe):
        page = visit('''
            - question:
                id: wait-or-speak
                prompt: What do you do?
                options: […]
        ''', width=390, dark=True)
        page.get_by_text("Wait").click()
        axe(page)

The page is framed as the site frames it (policy, scripts, styles) but without Material, which
keeps a visit at a tenth of a second. After the test every page that it opened must have been
quiet: no error or warning on the console, no broken policy, no failed or foreign request.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from posixpath import relpath
from textwrap import dedent, indent
from typing import Any, Protocol

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from trainer.loading import load
from trainer.model import Course
from trainer.problems import Severity
from trainer.publication import Publication, publish
from trainer.publication.assets import EARLY, SCRIPT, STYLE, WORDS, kind_asset
from trainer.publication.values import NEUTRAL
from trainer.words import catalogue

TOOLS = Path(__file__).parent.parent / ".tools" / "node_modules"
LESSON = "lessons/the-lesson"
"""The page on which the activities stand."""
KEPT_STORE, FORGETFUL_STORE = "kept_store.js", "forgetful_store.js"
FRAME_STYLE = "frame.css"
_BEFORE, NOW = "2026-11-22T14:01:00Z", "2026-11-22T14:02:00Z"
"""The time that a page is told where a test stops its clock."""
PATIENCE = 30_000
"""How long (ms) a test waits for what must come; it goes on at once when it has. For slow machines."""
_LESSON = "curriculum/the-module/the-lesson.yml"
_COURSE = {
    "curriculum/course.yml": """
        id: tiny-course
        version: 1.0
        released: 2026-11-22
        title: A tiny course
        language: {language}
        audience: Tests.
        lead: Small.
        modules: [the-module]
    """,
    "curriculum/the-module/module.yml": """
        id: the-module
        title: The module
        duration: 20 min
        objectives: [{described}]
        lessons: [the-lesson]
    """,
    _LESSON: """
        id: the-lesson
        title: The lesson
        duration: 20 min
        objectives: [{objectives}]
        text: A lesson.
        activities:
""",
}
_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'"
)
_FRAME = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
{styles}
<script src="{early}"></script>
{scripts}
</head>
<body data-md-color-scheme="{scheme}">
<main>
<article class="tr-page tr-page--lesson" data-tr-page="{path}" data-tr-kind="lesson">
{html}
</article>
</main>
</body>
</html>
"""


# ------------------------------------------------------------------ a tiny course


def course_of(
    folder: Path,
    activities: str,
    *,
    files: Mapping[str, str] | None = None,
    language: str = "en",
) -> Course:
    """Write a course with these activities (a YAML list) into a folder, and load it.

    Its lesson teaches the objectives that the activities say they practise.
    """
    named = re.findall(r"practises: \[([^\]]*)\]", activities)
    objectives = sorted({each.strip() for group in named for each in group.split(",")})
    known = ", ".join(objectives or ["the-objective"])
    written = {
        name: text.format(
            language=language,
            objectives=known,
            described=", ".join(f"{{id: {each}, text: Find out.}}" for each in known.split(", ")),
        )
        for name, text in _COURSE.items()
    }
    written[_LESSON] += indent(dedent(activities), " " * 10)
    for name, text in (written | dict(files or {})).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), "utf-8")
    loaded = load(folder)
    errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    assert not errors, "\n".join(f"{e.place}: {e.message} {e.hint}" for e in errors)
    assert loaded.course
    return loaded.course


def published(course: Course) -> Publication:
    """Publish a course for learners, in its own language."""
    return publish(course, words=catalogue(course.head.language))


def html_of(folder: Path, activities: str, **given: Any) -> str:
    """Return the page with these activities, as it is without scripts."""
    return published(course_of(folder, activities, **given)).page(LESSON).html


def write_site(
    folder: Path, publication: Publication, *, dark: bool = False, forgets: bool = False
) -> None:
    """Write a publication as a small site without Material.

    In place of the product's store it has one of the tests' own: what is done outlives a page,
    unless the store `forgets`.
    """
    for asset in publication.assets:
        file = folder / asset.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(asset.content)
    for name in (KEPT_STORE, FORGETFUL_STORE, FRAME_STYLE):
        (folder / name).write_bytes((Path(__file__).parent / name).read_bytes())
    present = {asset.path for asset in publication.assets}
    paths = frozenset(page.path for page in publication.pages)
    for page in publication.pages:
        here = page.path.rpartition("/")[0] or "."

        def wanted(suffix: str, page: Any = page) -> list[str]:
            return [p for k in sorted(page.kinds) if (p := kind_asset(k, suffix)) in present]

        def linked_from(path: str, here: str = here) -> str:
            return escape(relpath(path, here))

        styles = (STYLE, FRAME_STYLE, *wanted("css"))
        store = FORGETFUL_STORE if forgets else KEPT_STORE
        scripts = (WORDS, SCRIPT, store, *wanted("js"))
        html = _FRAME.format(
            policy=_POLICY,
            language=publication.language,
            direction=publication.direction,
            title=escape(page.title),
            styles="\n".join(f'<link rel="stylesheet" href="{linked_from(s)}">' for s in styles),
            scripts="\n".join(f'<script src="{linked_from(s)}" defer></script>' for s in scripts),
            early=linked_from(EARLY),
            scheme="slate" if dark else "default",
            path=page.path,
            html=_linked(page.html, here, paths),
        )
        file = folder / f"{page.path}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, "utf-8")


def _linked(html: str, here: str, pages: frozenset[str]) -> str:
    def relative(match: re.Match[str]) -> str:
        path = match["path"]
        return f'{match["attribute"]}="{relpath(f"{path}.html" if path in pages else path, here)}'

    return re.sub(rf'(?P<attribute>href|src)="{NEUTRAL}(?P<path>[^"#]*)', relative, html)


# ------------------------------------------------------------------ a browser


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a process."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        yield _launched(playwright)


def _launched(playwright: Playwright) -> Browser:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.fail("Chromium is missing: apt-get install --no-install-recommends chromium")
    return playwright.chromium.launch(
        executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"]
    )


@dataclass(frozen=True, kw_only=True)
class Learner:
    """Who visits, and with what."""

    scripts: bool = True
    """Whether scripts are on."""
    dark: bool = False
    width: int = 1280
    touch: bool = False
    """A phone that is tapped."""
    calm: bool = False
    """Asks for reduced motion."""
    clock: bool = False
    """The time stands still at `NOW`: go on with `page.clock.run_for`, and before axe (which
    waits) with `page.clock.resume`."""
    forced: bool = False
    """Forces colours of their own."""
    forgets: bool = False
    """Has a browser that keeps nothing when a page is left."""

    def context(self, browser: Browser) -> BrowserContext:
        context = browser.new_context(
            viewport={"width": self.width, "height": 844 if self.width < 500 else 900},
            java_script_enabled=self.scripts,
            has_touch=self.touch,
            color_scheme="dark" if self.dark else "light",
            reduced_motion="reduce" if self.calm else "no-preference",
            forced_colors="active" if self.forced else "none",
            timezone_id="Europe/London",
            locale="en-GB",
        )
        context.set_default_timeout(PATIENCE)
        return context


class Visit(Protocol):
    """Opens a page with activities on it; see the fixture `visit`."""

    def __call__(
        self,
        activities: str,
        *,
        files: Mapping[str, str] | None = None,
        language: str = "en",
        change: Callable[[Course], Course] | None = None,
        **learner: Any,
    ) -> Page: ...


@dataclass
class Quiet:
    """Listens for anything that a learner's browser should not have to say."""

    heard: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        page.on("requestfailed", lambda r: self.heard.append(f"failed: {r.url} {r.failure}"))
        page.on("request", self._request)

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.heard.append(f"console: {message.text}")

    def _request(self, request: Any) -> None:
        if request.url.partition(":")[0] not in ("file", "data", "blob"):
            self.heard.append(f"foreign: {request.url}")


@pytest.fixture
def visit(chromium: Browser, tmp_path: Path) -> Iterator[Visit]:
    """Open a page as a learner would; each visit is a browser profile of its own.

    Beside the activities a visit takes the course's other `files`, its `language`, a `change`
    to make to the course before it is published, and what a `Learner` is made of.
    """
    quiet = Quiet()
    contexts: list[BrowserContext] = []

    def opened(
        activities: str,
        *,
        files: Mapping[str, str] | None = None,
        language: str = "en",
        change: Callable[[Course], Course] | None = None,
        **learner: Any,
    ) -> Page:
        who = Learner(**learner)
        folder = tmp_path / f"visit-{len(contexts)}"
        course = course_of(folder, activities, files=files, language=language)
        publication = published(change(course) if change else course)
        write_site(folder / "site", publication, dark=who.dark, forgets=who.forgets)
        contexts.append(who.context(chromium))
        page = contexts[-1].new_page()
        quiet.listen(page)
        if who.clock:
            page.clock.install(time=_BEFORE)
            page.clock.pause_at(NOW)
        page.goto((folder / "site" / f"{LESSON}.html").as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not quiet.heard, "\n".join(quiet.heard)


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until something has the focus, as somebody without a mouse does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab never comes to {wanted}")


def record_of(page: Page, activity: str) -> Any:
    """Return what was kept of an activity, or None."""
    return page.evaluate("id => trainer.store.read(id)", activity)


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Assert that axe finds nothing, with its default rules and with those of WCAG 2.2 AA."""
    file = TOOLS / "axe-core" / "axe.min.js"
    if not file.is_file():
        pytest.fail("axe-core is missing: npm install --prefix .tools axe-core")
    source = file.read_text("utf-8")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

    def check(page: Page) -> None:
        page.evaluate(source)
        for options in ({}, {"runOnly": tags}):
            found = page.evaluate(
                "options => axe.run(document, {...options, preload: false})", options
            )["violations"]
            told = [
                f"{v['id']}: {n['html'][:160]} {n['failureSummary']}"
                for v in found
                for n in v["nodes"]
            ]
            assert not told, "\n".join(told)

    return check
