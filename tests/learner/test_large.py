"""Very long texts and very large copies: kept, found, saved and brought in whole, or plainly refused."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from learning import LESSON, YOURS, Write, box, bring, go, opened, saved, write_in

pytestmark = pytest.mark.browser
PASTE = """(field, text) => {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  return field.closest("tr-reflect").keepNow();
}"""
EVERYTHING = "() => trainer.store.all().then((all) => trainer.merge.union(all.records))"


def long_text(characters: int, seed: int = 7) -> str:
    """Words in paragraphs, of which no two are alike."""
    chance = random.Random(seed)
    words = [
        "".join(chance.choices("aeioubdnst äé漢", k=8)).strip() for _ in range(characters // 8)
    ]
    return " ".join(f"\n\n{word}" if at % 200 == 199 else word for at, word in enumerate(words))


def copy_of(records: list[Any]) -> str:
    course = {"id": "tiny-course", "language": "en"}
    return json.dumps(
        {"format": "trainer-journal", "version": 1, "course": course, "records": records}
    )


def record(number: int, text: str) -> dict[str, Any]:
    return {
        "id": f"far{number}-000000", "tab": f"far{number}", "counter": 0, "after": [], "state": "attempted",
        "activity": f"thing-{number}", "at": "2026-11-22T14:02:00.000Z", "private": True, "kind": "reflect",
        "prompt": "A prompt", "value": {"text": text}, "text": text,
    }  # fmt: skip


def test_a_million_letters_are_kept_found_saved_and_brought_in_again(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = opened(learner, site)
    text = f"{long_text(1_000_000)}\n\nAnd the heron at the end."
    box(page).evaluate(PASTE, text)
    expect(page.locator("#my-pull [data-tr-kept]")).to_contain_text("Kept at")
    go(page, site)
    assert box(page).input_value() == text
    box(page).evaluate(PASTE, f"{text} Still here.")
    expect(page.locator("#my-pull .tr-kept")).to_contain_text("Kept at")

    go(page, site, YOURS)
    page.get_by_label("Find words").fill("heron still")
    expect(page.locator("[data-tr-found]")).to_have_text("1 entry has these words.")
    page.get_by_label("Find words").fill("herons")
    expect(page.locator("[data-tr-found]")).to_have_text("0 entries have these words.")
    before = page.evaluate(EVERYTHING)
    copy = saved(page, "save-copy")
    assert f"{text} Still here." in saved(page, "save-text")
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(page.locator("[data-tr-copies]")).to_contain_text("Everything is erased")
    bring(page, copy)
    expect(page.locator("[data-tr-copies]")).to_contain_text("brought in; nothing was replaced")
    assert page.evaluate(EVERYTHING) == before
    go(page, site, LESSON)
    assert box(page).input_value() == f"{text} Still here."


def test_a_large_copy_comes_in_and_the_page_shows_only_as_much_at_once_as_it_can(
    write: Write, learner: BrowserContext, tmp_path: Path
) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "Mine.")
    go(page, site, YOURS)
    file = tmp_path / "copy.json"
    file.write_text(copy_of([record(n, long_text(150_000, n)) for n in range(20)]), "utf-8")
    page.locator("#bring").set_input_files(file)
    expect(page.locator("[data-tr-copies]")).to_contain_text("20 records were brought in")
    expect(page.locator("[data-tr-found]")).to_have_text("21 entries.")
    entries = page.locator(".tr-entry")
    expect(entries).to_have_count(2)
    expect(entries.filter(has_text="Mine.")).to_have_count(1)
    page.get_by_role("button", name="Show 19 more entries").click()
    expect(entries).to_have_count(21)
    expect(entries.nth(2)).to_be_focused()
    assert len(json.loads(saved(page, "save-copy"))["records"]) >= 21


def test_a_file_that_is_too_large_to_read_is_refused_as_such(
    write: Write, learner: BrowserContext, tmp_path: Path
) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "Mine.")
    go(page, site, YOURS)
    file = tmp_path / "copy.json"
    with file.open("wb") as empty:
        empty.truncate(600_000_000)  # longer than a text can be in Chromium; the disk holds nothing
    page.locator("#bring").set_input_files(file)
    said = page.locator("[data-tr-copies]")
    expect(said).to_contain_text("it may be too large for it. Nothing was changed.")
    expect(page.locator(".tr-entry__text")).to_have_text("Mine.")
    bring(page, copy_of([record(1, "From elsewhere.")]))
    expect(said).to_contain_text("1 record was brought in")


def test_a_copy_for_which_there_is_no_room_changes_nothing(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = learner.new_page()
    devtools = learner.new_cdp_session(page)  # the limit stands as long as this is open
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": "file:///", "quotaSize": 200_000})
    go(page, site)
    write_in(page, "Mine.")
    go(page, site, YOURS)
    before = page.evaluate(EVERYTHING)
    bring(page, copy_of([record(n, long_text(20_000, n)) for n in range(10)]))
    said = page.locator("[data-tr-copies]")
    expect(said).to_contain_text("could not keep what is in the copy. Nothing was changed.")
    assert page.evaluate(EVERYTHING) == before
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": "file:///"})
    bring(page, copy_of([record(1, "From elsewhere.")]))
    expect(said).to_contain_text("1 record was brought in")
    go(page, site, LESSON)
    expect(box(page)).to_have_value("Mine.")
