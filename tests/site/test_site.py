"""What a reader may rely on in the built site, whatever page they open."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from editions import build_marked
from trainer.mkdocs_site.policy import has_its_policy
from trainer.pipeline import check, press
from trainer.publication import Edition

XHTML = "{http://www.w3.org/1999/xhtml}"


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def tree(page: Path):  # noqa: ANN201
    return html5lib.parse(page.read_text("utf-8"), treebuilder="etree")


def test_every_link_leads_to_a_page_and_a_place_on_it(site: Path) -> None:
    trees = {page: tree(page) for page in pages(site)}
    ids = {
        page: {e.get("id") for e in found.iter() if e.get("id")} for page, found in trees.items()
    }
    broken = []
    for page, found in trees.items():
        if page.name == "404.html":
            continue  # its addresses are absolute, since it is served at any path
        for element in found.iter():
            address = element.get("href") or element.get("src")
            if not address or urlsplit(address).scheme:
                continue
            path, _, anchor = address.partition("#")
            goal = (page.parent / unquote(path)).resolve() if path else page
            goal = goal / "index.html" if goal.is_dir() else goal
            if not goal.exists() or (anchor and goal in ids and anchor not in ids[goal]):
                broken.append(f"{page.relative_to(site)} -> {address}")
    assert not broken, "\n".join(broken)


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    twice = []
    for page in pages(site):
        seen = [e.get("id") for e in tree(page).iter() if e.get("id")]
        twice += [f"{page.relative_to(site)}: {name}" for name in set(seen) if seen.count(name) > 1]
    assert not twice, "\n".join(twice)


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    asked = []
    for page in pages(site):
        for element in tree(page).iter():
            tag = str(element.tag).removeprefix(XHTML)
            address = element.get("src") or (element.get("href") if tag == "link" else None)
            if address and urlsplit(address).scheme in ("http", "https"):
                if element.get("rel") in ("canonical", "alternate"):
                    continue
                asked.append(f"{page.relative_to(site)}: {address}")
    assert not asked, "\n".join(asked)


def test_every_page_carries_the_policy_that_fits_it(site: Path) -> None:
    for page in pages(site):
        text = page.read_text("utf-8")
        assert has_its_policy(text), page
        assert "unsafe-inline" not in text, page
        assert ' style="' not in text, page


def test_every_page_says_what_it_is(site: Path) -> None:
    for page in pages(site):
        found = tree(page)
        title = found.find(f".//{XHTML}title")
        assert title is not None, page
        assert title.text, page
        headings = list(found.iter(f"{XHTML}h1"))
        assert len(headings) == (0 if 'http-equiv="refresh"' in page.read_text("utf-8") else 1), (
            page
        )
        assert found.get("lang"), page


def test_search_knows_nothing_that_shows_only_after_answering(
    site: Path, course_folder: Path
) -> None:
    course = check(course_folder).loaded.course
    assert course
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    known = " ".join(entry["text"] for entry in index["docs"])
    assert index["docs"], "search finds nothing at all"
    hidden = [
        option.feedback
        for activity in course.activities
        for option in getattr(activity, "options", ())
        if hasattr(option, "feedback")
    ]
    assert hidden
    for feedback in hidden:
        first = feedback.strip().splitlines()[0][:60]
        assert first not in known


def test_the_learners_edition_holds_no_facilitators_text(
    course_folder: Path, tmp_path: Path
) -> None:
    """Marker sentences in every facilitator's field; every byte of the learner's edition is searched."""
    marked = tmp_path / "marked"
    shutil.copytree(course_folder, marked, ignore=shutil.ignore_patterns("site"))
    count = 0
    for file in [*marked.rglob("*.yml")]:
        text = file.read_text("utf-8")
        new = re.sub(
            r"(?m)^( *)facilitator: \|\n(\s+)",
            r"\1facilitator: |\n\2Xylophone-for-the-facilitator. ",
            text,
        )
        count += new != text
        file.write_text(new, "utf-8")
    assert count > 3
    learner, facilitator = build_marked(marked)
    assert not any(b"Xylophone" in data for data in learner.values())
    assert any(b"Xylophone" in data for data in facilitator.values())


@pytest.mark.parametrize("edition", list(Edition))
def test_an_edition_is_published_without_its_course_changing(
    course_folder: Path, edition: Edition
) -> None:
    checked = check(course_folder)
    publication = press(course_folder, checked, edition=edition)
    assert publication.edition is edition
    assert len({page.path for page in publication.pages}) == len(publication.pages)
