"""A reader whose browser keeps the course for when there is no connection."""

from playwright.sync_api import Page


def visited(page: Page, path: str) -> None:
    """Wait until the worker has put a page into its cache."""
    page.evaluate(
        """async (path) => {
          await navigator.serviceWorker.ready;
          while (!(await caches.match(path, { ignoreSearch: true })))
            await new Promise((done) => setTimeout(done, 20));
        }""",
        page.url if path == "" else path,
    )
