"""What a learner writes comes back: from another window, another day, a crash, a copy."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from learning import (
    LESSON,
    YOURS,
    Write,
    box,
    bring,
    go,
    kept,
    kill_renderers,
    opened,
    saved,
    write_in,
)

pytestmark = pytest.mark.browser
UNTIL_SOMETHING = """() => new Promise((done) => {
  const look = () => trainer.store.history("my-pull").then((all) => { if (all.length) done(); });
  trainer.store.addEventListener("change", look);
  look();
})"""


def test_what_was_written_is_there_when_the_page_is_opened_again(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "Advice.")
    expect(page.locator("#my-pull [data-tr-kept]")).to_contain_text("Kept at")
    page.close()
    expect(box(opened(learner, site))).to_have_value("Advice.")


def test_one_is_told_where_it_is_kept_before_the_first_word(
    write: Write, learner: BrowserContext
) -> None:
    page = opened(learner, write())
    expect(page.locator("#my-pull [data-tr-storage-words]")).to_contain_text(
        "Kept in this browser, on this device"
    )


def test_a_browser_that_dies_while_one_types_loses_nothing_that_was_kept(
    write: Write, learner: BrowserContext, chromium: Browser
) -> None:
    site = write()
    page = opened(learner, site)
    text = "I would have liked to say that to her then, and I say it now. " * 2
    box(page).press_sequentially(text[:100], delay=10)
    page.evaluate(UNTIL_SOMETHING)  # it is kept while one types on: nobody waits for a pause
    box(page).press_sequentially(text[100:])
    said = max((record["value"]["text"] for record in kept(page)), key=len)
    with page.expect_event("crash"):
        kill_renderers(chromium)
    page.close()
    back = box(opened(learner, site)).input_value()
    assert text.startswith(back)
    assert len(back) >= len(said) > 0


def test_drafts_that_only_grow_are_kept_once(write: Write, learner: BrowserContext) -> None:
    page = opened(learner, write())
    for end in range(1, 30):
        write_in(page, "It was the way she closed the door."[:end])
    assert len(kept(page)) == 1


def test_a_text_that_was_deleted_can_be_found_again(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site)
    long = "A long thought about the man with the binder, and why he keeps it. " * 3
    write_in(page, long)
    write_in(page, "")
    write_in(page, "Something else.")
    go(page, site, YOURS)
    expect(page.locator(".tr-entry__text").first).to_have_text("Something else.")
    page.get_by_text("1 earlier text").click()
    expect(page.locator(".tr-entry details")).to_contain_text(long.strip())


def test_export_erase_import_is_what_was_before(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "Advice.")
    write_in(page, "Mine: “quoted”, ünïcode, 漢字 and 🙂.\n\nTwo lines.", "my-silence")
    go(page, site, YOURS)
    before = page.evaluate("() => trainer.store.all().then(a => trainer.merge.union(a.records))")
    copy = saved(page, "save-copy")
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(page.locator("[data-tr-found]")).to_contain_text("Nothing is written yet")
    assert page.evaluate("() => trainer.store.all().then(a => a.records)") == []
    bring(page, copy)
    expect(page.locator("[data-tr-copies]")).to_contain_text("brought in")
    after = page.evaluate("() => trainer.store.all().then(a => trainer.merge.union(a.records))")
    assert after == before
    bring(page, copy)
    expect(page.locator("[data-tr-copies]")).to_contain_text("0 records")
    go(page, site, LESSON)
    expect(box(page)).to_have_value("Advice.")


def test_erasing_asks_once_and_can_be_left(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "Advice.")
    go(page, site, YOURS)
    page.get_by_role("button", name="Erase everything").click()
    page.keyboard.press("Enter")  # the careful answer has the focus
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".tr-entry")).to_have_count(1)


def test_chosen_entries_alone_go_to_a_supervisor(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "For her eyes.")
    write_in(page, "For nobody.", "my-silence")
    go(page, site, YOURS)
    page.get_by_role("button", name="Choose entries").click()
    page.locator(".tr-entry", has_text="For her eyes.").get_by_role("checkbox").check()
    for text in (saved(page, "chosen-text"), saved(page, "chosen-copy")):
        assert "For her eyes." in text
        assert "For nobody." not in text
        assert "Which of the four" in text


def test_the_journal_as_text_can_be_read(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "Advice.\n\nSilence is hard.")
    go(page, site, YOURS)
    text = saved(page, "save-text")
    assert text.startswith("# A tiny course\n\n## 1 The module\n\n### Which of the four pulls you")
    assert "Advice.\n\nSilence is hard." in text


def test_the_journal_is_searched_and_ordered(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "Ärger, and a binder.")
    write_in(page, "The blanket.", "my-silence")
    go(page, site, YOURS)
    entries = page.locator(".tr-entry")
    expect(entries.first).to_contain_text("The blanket.")
    page.get_by_label("In what order").select_option("course")
    expect(entries.first).to_contain_text("binder")
    page.get_by_label("Find words").fill("arger BINDER")
    expect(entries).to_have_count(1)
    expect(page.locator("[data-tr-found]")).to_have_text("1 entry has these words.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("no JSON", "not a copy"),
        ("{}", "not a copy"),
        ('{"format": "trainer-journal", "version": 9, "records": []}', "newer version"),
        (
            '{"format": "trainer-journal", "version": 1, "course": {"id": "tiny-course",'
            ' "language": "de", "title": "Kurs"}, "records": []}',
            "another course or language: Kurs",
        ),
        (
            '{"format": "trainer-journal", "version": 1, "course": {"id": "another-course",'
            ' "language": "en", "title": "The other"}, "records": []}',
            "another course or language: The other",
        ),
    ],
)
def test_a_file_that_is_no_copy_changes_nothing(
    write: Write, learner: BrowserContext, text: str, told: str
) -> None:
    page = opened(learner, write(), YOURS)
    bring(page, text)
    expect(page.locator("[data-tr-copies]")).to_contain_text(told)
    expect(page.locator("[data-tr-copies]")).to_contain_text("Nothing was changed")


def test_two_courses_and_two_languages_on_one_host_never_mix(
    write: Write, learner: BrowserContext, tmp_path: Path
) -> None:
    one = write(name="one")
    other = write(name="other", course="another-course")
    german = write(name="german", language="de")
    write_in(opened(learner, one), "In the first.")
    for folder, text in ((other, "In the second."), (german, "Auf Deutsch.")):
        page = opened(learner, folder)
        expect(box(page)).to_have_value("")
        write_in(page, text)
    for folder, text in (
        (one, "In the first."),
        (other, "In the second."),
        (german, "Auf Deutsch."),
    ):
        page = opened(learner, folder, YOURS)
        expect(page.locator(".tr-entry__text")).to_have_text(text)
        copy = json.loads(saved(page, "save-copy"))
        assert [r["value"]["text"] for r in copy["records"] if r.get("private")] == [text]
