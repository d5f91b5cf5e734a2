"""What one window locks, opens or erases holds for all the others, also for one that has not heard of it.

A window hears of the others through a channel that some browsers lack, and that is always a moment
late. The deaf window here has none: what it writes must be right all the same.
"""

import json
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import served

from learning import LESSON, YOURS, Write, box, go, kept, opened, settled, write_in
from locking import STORED, lock, unlock

pytestmark = pytest.mark.browser
DEAF = "delete window.BroadcastChannel;"
TRY_TO_KEEP = "() => document.querySelector('#my-pull tr-reflect').keepNow()"


def deaf(context: BrowserContext) -> Page:
    page = context.new_page()
    page.add_init_script(DEAF)
    return page


def test_a_window_that_types_leaves_nothing_open_in_a_journal_that_was_locked_elsewhere(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    there = deaf(learner)
    go(there, site)
    write_in(there, "For nobody.")
    here = opened(learner, site, YOURS)
    lock(here)
    box(there).fill("For nobody at all, and this came later.")
    expect(there.locator("#my-pull .tr-kept")).to_contain_text("locked in another window")
    expect(box(there)).to_have_value("For nobody at all, and this came later.")
    with there.expect_download():
        there.locator("#my-pull").get_by_role("button", name="Save as text").click()
    stored = json.dumps(here.evaluate(STORED))
    assert "For nobody" not in stored
    assert "came later" not in stored


def test_words_under_way_while_a_passphrase_is_set_stay_on_their_page(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    there, here = opened(learner, site), opened(learner, site, YOURS)
    write_in(there, "For nobody.")
    there.evaluate(
        """() => {
          const activity = document.querySelector("#my-pull tr-reflect");
          activity.field.value = "A word under way.";
          activity.unkept = true; // typed this moment, and not yet kept
        }"""
    )
    lock(here)
    expect(there.locator("#my-pull .tr-kept")).to_contain_text("locked in another window")
    expect(box(there)).to_have_value("A word under way.")
    assert "under way" not in json.dumps(here.evaluate(STORED))


def test_words_that_are_just_being_kept_while_a_passphrase_is_set_stay_on_their_page(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    there, here = opened(learner, site), opened(learner, site, YOURS)
    write_in(there, "For nobody.")
    there.evaluate(
        """() => {
          const { keep } = trainer.store;
          trainer.store.keep = async (record) => { // a slow disk: the other window is quicker
            await new Promise((done) => trainer.store.channel.addEventListener("message", done, { once: true }));
            return keep.call(trainer.store, record);
          };
        }"""
    )
    box(there).fill("A word on its way.")
    there.wait_for_function("() => trainer.store.writing.size")
    lock(here)
    expect(there.locator("#my-pull .tr-kept")).to_contain_text("locked in another window")
    expect(box(there)).to_have_value("A word on its way.")


def test_what_a_window_writes_can_be_read_after_the_passphrase_was_taken_off_elsewhere(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    here = opened(learner, site, YOURS)
    lock(here)
    there = deaf(learner)
    go(there, site, YOURS)
    unlock(there)
    expect(there.locator("#lock")).to_contain_text("open in this window")
    go(there, site)
    here.get_by_role("button", name="Take the passphrase off").click()
    here.get_by_role("dialog").get_by_role("button", name="Take it off").click()
    expect(here.get_by_role("button", name="Set a passphrase")).to_be_visible()
    write_in(there, "With the key that is gone.")
    there.close()
    go(here, site)
    expect(box(here)).to_have_value("With the key that is gone.")


def test_a_window_that_types_on_brings_nothing_back_that_was_erased_elsewhere(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    there = deaf(learner)
    go(there, site)
    write_in(there, "Advice.")
    here = opened(learner, site, YOURS)
    here.get_by_role("button", name="Erase everything").click()
    here.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(here.locator("[data-tr-copies]")).to_contain_text("Everything is erased")
    box(there).fill("Advice, and this came after erasing.")
    there.evaluate(TRY_TO_KEEP)
    assert [record for record in here.evaluate(STORED) if record.get("private")] == []


def test_a_passphrase_that_is_set_while_another_window_writes_seals_all_of_it(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    there, here = opened(learner, site), opened(learner, site, YOURS)
    there.evaluate(
        """() => { window.writes = (async () => {
          for (let round = 0; ; round += 1) {
            await new Promise((done) => setTimeout(done, 100)); // faster than anybody types
            await trainer.store.write({ activity: `thought-${round}`, private: true, state: "attempted", kind: "reflect",
              value: { text: `Mine ${round}` }, text: `Mine ${round}`, at: new Date().toISOString() });
          }
        })().catch(() => {}); }"""
    )
    lock(here)
    there.wait_for_function("() => window.trainer?.store?.locked")  # it has heard of it
    records = here.evaluate(STORED)
    assert [
        record for record in records if record.get("private") and not record.get("sealed")
    ] == []
    opened_again = here.evaluate("() => trainer.store.all().then((all) => all.records)")
    assert all(
        record["text"].startswith("Mine") for record in opened_again if record.get("private")
    )


def test_texts_come_and_go_with_the_lock_without_a_loss(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "Mine.")
    for _ in range(2):
        go(page, site, YOURS)
        lock(page)
        page.get_by_role("button", name="Take the passphrase off").click()
        page.get_by_role("dialog").get_by_role("button", name="Take it off").click()
        expect(page.get_by_role("button", name="Set a passphrase")).to_be_visible()
        go(page, site, LESSON)
        expect(box(page)).to_have_value("Mine.")
    assert len(kept(page)) == 1


@pytest.fixture
def history(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser as people have it: a page one goes back to is as one left it."""
    browser = chromium.browser_type.launch(
        executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
        args=["--no-sandbox", "--disable-dev-shm-usage"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield browser.new_context()
    browser.close()


def test_going_back_after_locking_shows_nothing_of_what_was_written(
    write: Write, history: BrowserContext
) -> None:
    site = write()
    with served(site) as address:
        page = history.new_page()
        page.goto(f"{address}/{LESSON}")
        settled(page)
        write_in(page, "For nobody.")
        page.evaluate("() => { window.asIWasLeft = true; }")
        page.goto(f"{address}/{YOURS}")
        settled(page, YOURS)
        lock(page)
        page.evaluate("() => sessionStorage.clear()")  # as closing the window does
        page.go_back(wait_until="commit")  # no page is loaded: it comes as it was
        expect(box(page)).to_be_disabled()
        expect(box(page)).to_have_value("")
