"""Contact sheets of the site's pages, for the README and for people who want to see before they try.

Writes `docs/pictures/*.png`: each sort of page on a phone and on a desk, light and dark.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
GOAL = ROOT / "docs" / "pictures"
PAGES = {
    "home": "index.html",
    "module": "modules/being-a-gp.html",
    "lesson": "lessons/four-drifts.html",
    "library": "vignettes/index.html",
    "vignette": "vignettes/the-folder.html",
    "chair": "lessons/who-is-missing.html#play-have-you-tried",
    "glossary": "glossary.html",
    "references": "references.html",
    "about": "about.html",
    "yours": "yours.html",
}
_SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 24px; background: #d9d3cd; width: max-content;
        display: flex; gap: 24px; align-items: flex-start; }}
img {{ display: block; height: 640px; border-radius: 6px; }}
</style>{images}"""


def build(folder: Path) -> Path:
    """Build the repository's course into a folder."""
    site = folder / "site"
    subprocess.run(
        [str(Path(sys.executable).parent / "trainer"), "build", "--output", str(site)],
        cwd=ROOT,
        check=True,
    )
    return site


def shot(browser: Browser, address: str, goal: Path, *, width: int, scheme: str) -> None:
    """Take one picture of a page, at its top or where the address points."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    if "#" in address:
        page.wait_for_function("() => customElements.get('tr-scenario')")
        page.locator(f"[id='{address.partition('#')[2]}']").evaluate("e => e.scrollIntoView()")
    page.evaluate("() => document.fonts.ready.then(() => 0)")
    page.screenshot(path=goal)
    context.close()


def sheet(browser: Browser, pictures: list[Path], goal: Path) -> None:
    """Put pictures side by side on one small sheet."""
    images = "".join(f'<img src="{picture.as_uri()}">' for picture in pictures)
    made = pictures[0].parent / f"{goal.stem}.html"
    made.write_text(_SHEET.format(images=images), "utf-8")
    context = browser.new_context(viewport={"width": 800, "height": 688}, device_scale_factor=0.5)
    page = context.new_page()
    page.goto(made.as_uri(), wait_until="load")
    page.screenshot(path=goal, full_page=True)
    context.close()


def main() -> None:
    """Build, take all pictures, and write the sheets."""
    found = shutil.which("chromium")
    if found is None:
        sys.exit("Chromium is missing: apt-get install --no-install-recommends chromium")
    GOAL.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        site = build(folder)
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        for name, path in PAGES.items():
            taken = []
            for width in (390, 1280):
                for scheme in ("light", "dark"):
                    taken.append(folder / f"{name}-{width}-{scheme}.png")
                    shot(browser, f"{site.as_uri()}/{path}", taken[-1], width=width, scheme=scheme)
            sheet(browser, taken, GOAL / f"{name}.png")
        overview = [
            folder / f"{n}-{w}-light.png"
            for n, w in (("home", 1280), ("lesson", 390), ("chair", 390))
        ]
        sheet(browser, overview, GOAL / "overview.png")


if __name__ == "__main__":
    main()
