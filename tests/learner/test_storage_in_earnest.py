"""Storage that is full, lost, refused or taken over: with the browser's own means, and no stand-ins."""

import random
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect
from serving import served

from learning import LESSON, YOURS, Write, box, go, opened, saved, settled, write_in

pytestmark = pytest.mark.browser
PLACE = "#my-pull [data-tr-storage-words]"
SAID = "#my-pull [data-tr-kept]"
DATABASE = "() => indexedDB.databases().then((all) => all[0].name)"


def test_a_full_browser_says_so_before_the_first_word_and_keeps_it_once_there_is_room(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = learner.new_page()
    devtools = learner.new_cdp_session(page)  # the limit stands as long as this is open
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": "file:///", "quotaSize": 10})
    go(page, site)
    expect(page.locator(PLACE)).to_contain_text("There is no room left in this browser")
    expect(page.locator(PLACE)).not_to_contain_text("last words")  # there are none yet
    box(page).fill("Written when there was no room.")
    expect(page.locator(SAID)).to_contain_text("could not be kept")
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": "file:///"})
    box(page).fill("Written when there was room again.")
    expect(page.locator(PLACE)).to_contain_text("Kept in this browser")
    go(page, site)
    expect(box(page)).to_have_value("Written when there was room again.")


def test_a_full_browser_can_be_emptied(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = learner.new_page()
    devtools = learner.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": "file:///", "quotaSize": 10})
    go(page, site, YOURS)
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(page.locator("[data-tr-copies]")).to_contain_text("Everything is erased")


def test_what_is_kept_late_never_takes_the_place_of_what_was_written_since(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = learner.new_page()
    devtools = learner.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": "file:///", "quotaSize": 10})
    go(page, site)
    box(page).fill("He keeps the binder, and I resent it.")
    expect(page.locator(SAID)).to_contain_text("could not be kept")
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": "file:///"})
    write_in(page, "He keeps the binder.")  # the rest is taken out on purpose
    page.wait_for_function("() => trainer.store.memory.size === 0")
    go(page, site)
    expect(box(page)).to_have_value("He keeps the binder.")


def test_a_newer_version_that_takes_over_while_one_writes_is_told_at_once(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "Kept.")
    other = learner.new_page()
    other.goto((site / YOURS).as_uri())
    other.evaluate(
        """name => new Promise((done) => {
          const request = indexedDB.open(name, 99);
          request.onsuccess = () => { request.result.close(); done(); };
        })""",
        page.evaluate(DATABASE),
    )
    expect(page.locator(PLACE)).to_contain_text("A newer version of this course")
    box(page).fill("Kept. And on.")
    expect(page.locator(SAID)).to_have_text("On this page only.")
    go(page, site, YOURS)
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(page.locator("[data-tr-copies]")).to_contain_text("nothing was changed")


def _profiled(chromium: Browser, profile: Path) -> BrowserContext:
    return chromium.browser_type.launch_persistent_context(
        profile,
        executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
        args=["--no-sandbox", "--disable-dev-shm-usage"],
    )


def test_a_long_text_that_the_disk_has_lost_hides_no_other(
    write: Write, chromium: Browser, tmp_path: Path
) -> None:
    site, profile = write(), tmp_path / "profile"
    long = "".join(random.Random(7).choices("abcdefghijklmnop ", k=200_000))  # nothing to compress
    with _profiled(chromium, profile) as context:
        page = opened(context, site)
        write_in(page, "Short, and whole.", "my-silence")
        write_in(page, long)
    files = [file for file in profile.rglob("*.blob/**/*") if file.is_file()]
    assert files, "the browser keeps long texts in files of their own"
    for file in files:
        file.unlink()
    with _profiled(chromium, profile) as context:
        page = opened(context, site)
        expect(box(page, "my-silence")).to_have_value("Short, and whole.")
        write_in(page, "Written anew.")
        go(page, site, YOURS)
        expect(page.locator("[data-tr-found]")).to_contain_text("1 more cannot be read")
        expect(page.locator(".tr-entry__text")).to_have_text(["Written anew.", "Short, and whole."])
        assert "Short, and whole." in saved(page, "save-copy")


def test_in_a_platform_that_is_refused_storage_one_is_told_and_the_page_works(
    write: Write, chromium: Browser
) -> None:
    site = write()
    (site / "platform.html").write_text("<!doctype html><title>Platform</title><body>", "utf-8")
    context = chromium.new_context()
    with served(site) as address:
        page = context.new_page()
        page.goto(f"{address.replace('127.0.0.1', 'localhost')}/platform.html")
        page.evaluate(
            """(address) => { const frame = document.createElement("iframe");
              Object.assign(frame, { src: address, width: 900, height: 700 }); document.body.append(frame); }""",
            f"{address}/{LESSON}",
        )
        frame = page.frame_locator("iframe")
        told = frame.locator(PLACE)
        expect(told).to_contain_text("keeps nothing for this page")
        frame.locator("#my-pull textarea").fill("In the frame.")
        expect(frame.locator(SAID)).to_have_text("On this page only.")
    context.close()


def test_who_was_quicker_than_the_page_finds_her_earlier_words_beside(
    write: Write, learner: BrowserContext
) -> None:
    """A slow line: the field is there, and what makes it remember comes later."""
    site = write()
    (site / "favicon.ico").write_bytes(b"")
    with served(site) as address:
        page = learner.new_page()
        page.goto(f"{address}/{LESSON}")
        settled(page)
        write_in(page, "What I wrote last week.")
        held: list[Route] = []
        page.route("**/reflect.js", lambda route: held.append(route))  # noqa: PLW0108
        page.goto(f"{address}/{LESSON}", wait_until="commit")
        box(page).fill("What I write now.")
        page.wait_for_function(
            "() => document.querySelector('script[src$=\"reflect.js\"]')"  # it is asked for
        )
        while not held:
            page.evaluate("() => {}")
        held.pop().continue_()
        expect(page.locator(SAID)).to_contain_text("Kept at")
        for _ in range(2):
            expect(page.locator("#my-pull blockquote")).to_have_text("What I wrote last week.")
            expect(box(page)).to_have_value("What I write now.")
            page.unroute_all()
            page.goto(f"{address}/{LESSON}")
            settled(page)


def test_closing_right_after_the_last_letter_keeps_it(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    for number in range(3):
        page = opened(learner, site)
        box(page).fill(f"The last letter {number}")
        page.close(run_before_unload=False)
        page = opened(learner, site)
        expect(box(page)).to_have_value(f"The last letter {number}")
        go(page, site)
        page.close()
