"""The pages of a site: all of them, or one of each sort."""

import os
import random
from pathlib import Path

PROOF = os.environ.get("TRAINER_PROOF") == "1"
SEED = int(os.environ.get("TRAINER_SEED") or random.SystemRandom().randrange(10**6))


def all_pages(site: Path) -> list[Path]:
    """Every page that a reader can come to, those that only lead on left out."""
    pages = sorted(site.rglob("*.html"))
    return [page for page in pages if 'http-equiv="refresh"' not in page.read_text("utf-8")]


def one_of_each_sort(site: Path) -> list[Path]:
    """One page of each sort, and each lesson that brings a kind of activity not seen before."""
    pages = [page for page in all_pages(site) if page.name != "404.html"]
    chosen: dict[str, Path] = {}
    for page in pages:
        text = page.read_text("utf-8")
        sort = text.partition('data-tr-kind="')[2].partition('"')[0]
        kinds = {part.partition('"')[0] for part in text.split('data-tr-kind="')[1:]} | {sort}
        if not kinds <= chosen.keys():
            chosen |= {kind: page for kind in kinds if kind not in chosen}
    return sorted(set(chosen.values()))


def a_sample(pages: list[Path], number: int) -> list[Path]:
    """All pages under `make proof`, otherwise a sample whose seed is printed."""
    if PROOF or len(pages) <= number:
        return pages
    print(f"sample of {number} pages, TRAINER_SEED={SEED}")  # noqa: T201 - shown when a test fails
    return random.Random(SEED).sample(pages, number)
