"""A workshop's page comes out of its data: hours, kit, rooms, and who uses which lesson."""

import re
from pathlib import Path

import html5lib
import pytest

from small_course import apply, perfect
from trainer.model.addresses import WORKSHOPS
from trainer.pipeline import check, press
from trainer.publication import Edition, Publication

ROOT = Path(__file__).parents[2]
FILE = "curriculum/workshops/one-day.yml"
DAY = "workshops/one-day"


def published(folder: Path, edition: Edition = Edition.LEARNER, **edits: str) -> Publication:
    """Publish the perfect course, with `find=put` changed in its workshop."""
    course = perfect(folder / "course")
    apply(
        {"edits": [{"in": FILE, "find": find, "put": put} for find, put in edits.items()]}, course
    )
    return press(course, check(course), edition=edition)


def words(publication: Publication, path: str) -> str:
    """Return what a page says, with single spaces."""
    tree = html5lib.parse(publication.page(path).html, namespaceHTMLElements=False)
    return " ".join("".join(tree.itertext()).split())


def test_the_hours_are_added_up_and_what_is_optional_is_told_apart(tmp_path: Path) -> None:
    said = words(published(tmp_path), DAY)
    assert "3 h 10 together, 1 h 40 without what is optional" in said
    assert "2 hours together, 30 minutes without what is optional" in said  # Saturday
    assert "1 h 10 together" in said  # Sunday


def test_the_hours_follow_a_change_of_one_session(tmp_path: Path) -> None:
    said = words(published(tmp_path, **{"optional: true": "optional: false"}), DAY)
    assert "3 h 10 together" in said
    assert "optional" not in said


def test_the_three_days_come_to_what_the_plan_promises() -> None:
    course = check(ROOT).loaded.course
    assert course
    minutes = {w.id: (w.minutes, w.minutes - w.optional_minutes) for w in course.workshops}
    assert minutes["three-days"] == (18.5 * 60, 17 * 60)
    assert minutes["seven-evenings"][0] == 7 * 150


def test_times_are_those_of_the_clock_or_count_from_nought(tmp_path: Path) -> None:
    said = words(published(tmp_path), DAY)
    assert "10:00–10:30" in said
    assert "10:30–12:00 45 + 45 min" in said
    assert "0–50" in said
    assert "60–80 20 min" in said  # the break of ten minutes lies between


def test_kit_is_gathered_once_with_the_days_that_need_it(tmp_path: Path) -> None:
    said = words(published(tmp_path), DAY).partition("What has to be there")[2]
    kit, _, rooms = said.partition("Rooms")
    assert kit.strip().startswith("A second room")  # what is there for the whole comes first
    assert kit.casefold().count("a clock") == 1  # “A clock” and “a clock” are one thing
    assert "A clock Saturday" in kit
    assert "All together Saturday" in rooms


def test_lessons_stand_in_the_plan_with_number_and_title(tmp_path: Path) -> None:
    html = published(tmp_path).page(DAY).html
    assert re.search(r'<a href="tr:lessons/the-circle">\d\.\d The circle</a>', html)


@pytest.mark.parametrize("path", ["workshops/the-day", "the-day"])
def test_a_former_id_leads_on_from_where_a_workshop_or_a_page_stood(
    tmp_path: Path, path: str
) -> None:
    assert (path, DAY) in {(moved.path, moved.to) for moved in published(tmp_path).moved}


def test_the_page_of_the_old_plan_leads_to_the_three_days() -> None:
    moved = press(ROOT, check(ROOT)).moved
    assert ("workshop", "workshops/three-days") in {(each.path, each.to) for each in moved}


def test_facilitators_notes_are_in_the_facilitators_edition_alone(tmp_path: Path) -> None:
    learner = published(tmp_path / "l")
    facilitator = published(tmp_path / "f", Edition.FACILITATOR)
    for note in ("Learn the names.", "Sleep well."):
        assert not any(note in page.html for page in learner.pages)
        assert not any(note in entry.text for page in learner.pages for entry in page.search)
        assert note in facilitator.page(DAY).html


def test_a_lesson_tells_the_facilitator_and_nobody_else_where_it_is_used(tmp_path: Path) -> None:
    learner = published(tmp_path / "l")
    facilitator = published(tmp_path / "f", Edition.FACILITATOR)
    told = "In a workshop: One day: Welcome; One day: A group"
    assert told in words(facilitator, "lessons/the-circle")
    assert "In a workshop" not in words(learner, "lessons/the-circle")
    for anchor in re.findall(
        r'href="tr:workshops/one-day#([^"]+)"', facilitator.page("lessons/the-circle").html
    ):
        assert f'id="{anchor}"' in facilitator.page(DAY).html


def test_the_workshops_stand_side_by_side_the_shortest_first() -> None:
    publication = press(ROOT, check(ROOT))
    item = next(item for item in publication.navigation if item.path == WORKSHOPS)
    titles = [child.title for child in item.children]
    assert titles == ["Ninety minutes", "Half a day", "Seven evenings", "Three days"]
    said = words(publication, WORKSHOPS)
    assert sorted(titles, key=said.index) == titles


def test_search_finds_a_session_on_its_day(tmp_path: Path) -> None:
    entries = published(tmp_path).page(DAY).search
    assert any("A walk" in entry.text and "Sunday" in entry.title for entry in entries)


def test_a_course_without_workshops_does_not_speak_of_them(tmp_path: Path) -> None:
    course = perfect(tmp_path / "course")
    (course / FILE).unlink()
    publication = press(course, check(course))
    assert WORKSHOPS not in {page.path for page in publication.pages}
    assert WORKSHOPS not in {item.path for item in publication.navigation}
    assert "workshop" not in publication.page("index").html


def test_the_example_of_the_docs_is_a_workshop(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "workshops.md").read_text("utf-8")
    example = re.search(r"```yaml\n(.*?)```", guide, re.DOTALL)
    assert example
    text = example[1]
    for name in ("setting-up", "telling-without-notes"):
        text = text.replace(name, "the-circle")
    course = perfect(tmp_path / "course")
    (course / "curriculum/workshops/saturday.yml").write_text(
        text.replace("activity:group-agreement-form", "lesson:the-circle"), "utf-8"
    )
    assert check(course).problems == ()
