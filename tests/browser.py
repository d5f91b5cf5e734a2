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
from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from trainer.loading import load
from trainer.model import Course
from trainer.problems import Severity
from trainer.publication import Edition, Publication, publish
from trainer.publication.assets import EARLY, SCRIPT, STYLE, WORDS, kind_asset
from trainer.publication.values import NEUTRAL
from trainer.words import catalogue

TOOLS = Path(__file__).parent.parent / ".tools" / "node_modules"
LESSON = "lessons/the-lesson"
"""The page on which the activities stand."""
NOW = "2026-11-22T14:02:00"
"""The time that a page is told where a test stops its clock."""
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
        objectives: [{{id: the-objective, text: Find out.}}]
        lessons: [the-lesson]
    """,
}
_LESSON = """
id: the-lesson
title: The lesson
duration: 20 min
objectives: [the-objective]
text: A lesson.
activities:
"""
_FRAME = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'">
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
    folder: Path, activities: str, files: Mapping[str, str] | None = None, language: str = "en"
) -> Course:
    """Write a course with these activities (a YAML list) into a folder, and load it."""
    written = {name: text.format(language=language) for name, text in _COURSE.items()}
    written["curriculum/the-module/the-lesson.yml"] = _LESSON + indent(dedent(activities), "  ")
    for name, text in (written | dict(files or {})).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), "utf-8")
    loaded = load(folder)
    errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    assert not errors, "\n".join(f"{e.place}: {e.message} {e.hint}" for e in errors)
    assert loaded.course
    return loaded.course


def publication_of(folder: Path, activities: str, **given: Any) -> Publication:
    """Write, load and publish a course with these activities."""
    course = course_of(folder, activities, **given)
    return publish(course, words=catalogue(course.head.language), edition=Edition.LEARNER)


def html_of(folder: Path, activities: str, **given: Any) -> str:
    """Return the page with these activities, as it is without scripts."""
    return publication_of(folder, activities, **given).page(LESSON).html


def write_site(folder: Path, publication: Publication, *, dark: bool = False) -> None:
    """Write a publication as a small site without Material, with a store that outlives a page."""
    for asset in publication.assets:
        file = folder / asset.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(asset.content)
    (folder / "kept_store.js").write_bytes((Path(__file__).parent / "kept_store.js").read_bytes())
    present = {asset.path for asset in publication.assets}
    paths = frozenset(page.path for page in publication.pages)
    for page in publication.pages:
        here = page.path.rpartition("/")[0] or "."

        def wanted(suffix: str, page: Any = page) -> list[str]:
            return [p for k in sorted(page.kinds) if (p := kind_asset(k, suffix)) in present]

        def linked_from(path: str, here: str = here) -> str:
            return escape(relpath(path, here))

        styles = (STYLE, *wanted("css"))
        scripts = (WORDS, SCRIPT, "kept_store.js", *wanted("js"))
        html = _FRAME.format(
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
    with sync_playwright() as playwright:
        yield _launched(playwright)


def _launched(playwright: Playwright) -> Browser:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.fail("Chromium is missing: apt-get install --no-install-recommends chromium")
    return playwright.chromium.launch(
        executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"]
    )


class Visit(Protocol):
    """Opens a page with activities on it; see the fixture `visit`."""

    def __call__(
        self,
        activities: str,
        *,
        files: Mapping[str, str] | None = None,
        language: str = "en",
        scripts: bool = True,
        dark: bool = False,
        width: int = 1280,
        touch: bool = False,
        calm: bool = False,
        clock: bool = False,
        colours: str = "none",
        path: str = LESSON,
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

    `scripts=False` switches them off; `touch` makes it a phone that is tapped; `calm` asks
    for reduced motion; `clock` stops the time at `NOW` (go on with `page.clock.run_for`);
    `colours="active"` forces the reader's own colours.
    """
    quiet = Quiet()
    contexts = []

    def opened(
        activities: str,
        *,
        files: Mapping[str, str] | None = None,
        language: str = "en",
        scripts: bool = True,
        dark: bool = False,
        width: int = 1280,
        touch: bool = False,
        calm: bool = False,
        clock: bool = False,
        colours: str = "none",
        path: str = LESSON,
    ) -> Page:
        folder = tmp_path / f"visit-{len(contexts)}"
        publication = publication_of(folder, activities, files=files, language=language)
        write_site(folder / "site", publication, dark=dark)
        context = chromium.new_context(
            viewport={"width": width, "height": 844 if width < 500 else 900},
            java_script_enabled=scripts,
            has_touch=touch,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if calm else "no-preference",
            forced_colors=colours,  # type: ignore[arg-type]
            timezone_id="Europe/London",
            locale="en-GB",
        )
        context.set_default_timeout(5000)
        contexts.append(context)
        page = context.new_page()
        quiet.listen(page)
        if clock:
            page.clock.install(time=NOW)
        page.goto((folder / "site" / f"{path}.html").as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not quiet.heard, "\n".join(quiet.heard)


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
