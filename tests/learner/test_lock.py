"""A passphrase on a shared computer: what was written cannot be read, changed or written over without it."""

import json

import pytest
from playwright.sync_api import BrowserContext, expect

from learning import LESSON, YOURS, Write, box, bring, go, opened, saved, write_in
from locking import STORED, lock, unlock

pytestmark = pytest.mark.browser


def test_without_the_passphrase_nothing_can_be_read(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "For nobody.")
    go(page, site, YOURS)
    expect(page.locator("#lock")).to_contain_text("nothing can be recovered")
    lock(page)
    assert "For nobody." not in json.dumps(page.evaluate(STORED))
    expect(page.locator(".tr-entry__text")).to_have_text("For nobody.")
    page.close()

    page = opened(learner, site, YOURS)
    expect(page.locator(".tr-entry__lock")).to_contain_text("Locked with your passphrase")
    expect(page.locator(".tr-entry__q")).to_have_text("Which of the four pulls you most?")
    unlock(page, "seven grey herons 8")
    expect(page.locator("#lock")).to_contain_text("This is not the passphrase")
    expect(page.locator(".tr-entry__text")).to_have_count(0)
    unlock(page)
    expect(page.locator(".tr-entry__text")).to_have_text("For nobody.")


def test_while_it_is_locked_nothing_is_written_over(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "For nobody.")
    go(page, site, YOURS)
    lock(page)
    page.close()
    page = opened(learner, site)
    expect(box(page)).to_be_disabled()
    expect(box(page)).to_have_value("")
    expect(page.locator("#my-pull .tr-kept")).to_contain_text("Your journal is locked")
    page.locator("#my-pull .tr-kept").get_by_role("link", name="Open it in “Yours”").click()
    unlock(page)
    expect(page.locator(".tr-entry__text")).to_have_text("For nobody.")
    go(page, site, LESSON)
    expect(box(page)).to_have_value("For nobody.")
    write_in(page, "For nobody at all.")
    assert "at all" not in json.dumps(page.evaluate(STORED))


def test_a_changed_byte_is_noticed(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "For nobody.")
    write_in(page, "Whole.", "my-silence")
    go(page, site, YOURS)
    lock(page)
    page.evaluate(
        """() => trainer.store.open().then((database) => new Promise((done) => {
          const change = database.transaction("records", "readwrite");
          const store = change.objectStore("records");
          store.index("activity").getAll("my-pull").onsuccess = ({ target }) => {
            for (const record of target.result) {
              const [first, ...rest] = record.sealed.data;
              record.sealed.data = (first === "A" ? "B" : "A") + rest.join("");
              store.put(record);
            }
          };
          change.oncomplete = done;
        }))"""
    )
    go(page, site, YOURS)
    expect(page.locator(".tr-entry__lock")).to_contain_text("damaged or changed from outside")
    expect(page.locator(".tr-entry__text")).to_have_text("Whole.")


def test_the_passphrase_can_be_taken_off(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "For nobody.")
    go(page, site, YOURS)
    lock(page)
    page.get_by_role("button", name="Take the passphrase off").click()
    page.get_by_role("dialog").get_by_role("button", name="Take it off").click()
    expect(page.get_by_role("button", name="Set a passphrase")).to_be_visible()
    assert "For nobody." in json.dumps(page.evaluate(STORED))


def test_a_copy_is_saved_and_brought_in_only_when_it_is_open(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "For nobody.")
    go(page, site, YOURS)
    lock(page)
    copy = saved(page, "save-copy")
    assert "For nobody." in copy
    page.get_by_role("button", name="Lock it now").click()
    expect(page.get_by_role("button", name="Open the journal")).to_be_visible()
    page.locator("[data-tr-do=save-copy]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Leave it as it is").click()
    unlock(page)
    expect(page.locator(".tr-entry__text")).to_have_text("For nobody.")
    bring(page, copy.replace("For nobody.", "From elsewhere."))
    expect(page.locator(".tr-entry__text")).to_have_count(2)
    assert "From elsewhere" not in json.dumps(page.evaluate(STORED))


def test_where_the_browser_cannot_lock_it_says_so(write: Write, learner: BrowserContext) -> None:
    learner.add_init_script(
        'Object.defineProperty(Crypto.prototype, "subtle", { get() { return undefined; } });'
    )
    page = opened(learner, write(), YOURS)
    expect(page.locator("#lock")).to_contain_text("has no means to lock anything")
    expect(page.get_by_role("button", name="Set a passphrase")).to_have_count(0)


LEFT_OPEN = """() => trainer.store.open().then((database) => new Promise((done) => {
  const change = database.transaction("records", "readwrite");
  change.objectStore("records").add({
    id: "gone-000000", tab: "gone", counter: 0, after: [], activity: "my-pull", state: "attempted",
    at: "2026-11-22T14:02:00.000Z", private: true, kind: "reflect", prompt: "Which of the four pulls you most?",
    value: { text: "Last words of a window." }, text: "Last words of a window.",
  });
  change.oncomplete = done;
}))"""


def test_words_that_a_closing_window_left_open_are_hidden_and_sealed_once_one_opens(
    write: Write, learner: BrowserContext
) -> None:
    """Firefox lets them in where a window closes in the very moment that another one locks."""
    site = write()
    page = opened(learner, site)
    write_in(page, "For nobody.")
    go(page, site, YOURS)
    lock(page)
    page.evaluate(LEFT_OPEN)
    page.close()

    page = opened(learner, site)
    expect(box(page)).to_have_value("")
    assert "Last words" not in page.content()
    go(page, site, YOURS)
    expect(page.locator(".tr-entry__lock").first).to_contain_text("Locked with your passphrase")
    assert "Last words" not in page.content()
    unlock(page)
    texts = page.locator(".tr-entry > .tr-entry__text")
    expect(texts.filter(has_text="Last words of a window.")).to_have_count(1)
    expect(texts.filter(has_text="For nobody.")).to_have_count(1)
    assert "Last words" not in json.dumps(page.evaluate(STORED))

    page.get_by_role("button", name="Take the passphrase off").click()
    page.get_by_role("dialog").get_by_role("button", name="Take it off").click()
    expect(page.get_by_role("button", name="Set a passphrase")).to_be_visible()
    go(page, site)
    shown = {box(page).input_value(), page.locator("#my-pull blockquote").inner_text()}
    assert shown == {"For nobody.", "Last words of a window."}


def test_words_that_were_left_open_are_sealed_when_their_lesson_is_opened(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = opened(learner, site, YOURS)
    lock(page)
    page.evaluate(LEFT_OPEN)
    go(page, site)
    expect(box(page)).to_have_value("Last words of a window.")
    assert "Last words" not in json.dumps(page.evaluate(STORED))
