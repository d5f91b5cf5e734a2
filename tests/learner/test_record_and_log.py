"""The record of learning and the leading log: kept, summed up, saved, printed; nobody's name but one's own."""

import csv
import io
import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from learning import LESSON, YOURS, Write, go, opened, saved

pytestmark = pytest.mark.browser
PRACTISED = """
- question:
    id: wait
    practises: [hold-back, speak-plainly]
    prompt: What do you do?
    options:
      - {text: Wait., verdict: defensible, feedback: Yes.}
      - {text: Speak., verdict: costs, feedback: At a price.}
"""


def add(page: Page, date: str, what: str, cases: int, hours: str, note: str = "") -> None:
    rows = page.locator("[data-tr-log] table").last.locator("tbody tr")
    before = rows.count()
    page.get_by_label("Date").fill(date)
    page.get_by_label("What it was").select_option(what)
    page.get_by_label("Case discussions").fill(str(cases))
    page.get_by_label("Hours").fill(hours)
    page.get_by_label("A note").fill(note)
    page.get_by_role("button", name="Add it").click()
    expect(rows).to_have_count(before + 1)


def test_meetings_are_summed_up_by_kind_and_hours(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site, YOURS)
    add(page, "2026-10-02", "member", 2, "1.5")
    add(page, "2026-10-09", "led", 1, "0.75", '=HYPERLINK("x")')
    add(page, "2026-10-16", "led", 2, "1.5", "Said “no”, twice")
    go(page, site, YOURS)
    sums = page.locator("[data-tr-log] table").first.locator("tbody tr")
    expect(sums).to_have_text(["Member of a group121.5", "Led a group232.25"])
    rows = list(csv.DictReader(io.StringIO(saved(page, "save-log").removeprefix("\ufeff"))))
    assert [row["Date"] for row in rows] == ["2026-10-02", "2026-10-09", "2026-10-16"]
    assert rows[1]["Note"] == '\'=HYPERLINK("x")'
    assert set(rows[0]) == {
        "Date", "What", "Case discussions", "Hours", "Accredited leader or supervisor",
        "Recording", "Online", "Note",
    }  # fmt: skip
    page.get_by_role("button", name=re.compile("Take it out.*9 October")).click()
    expect(sums).to_have_text(["Member of a group121.5", "Led a group121.5"])


def test_the_record_says_what_was_done_and_that_one_says_so_oneself(
    write: Write, learner: BrowserContext
) -> None:
    site = write(PRACTISED)
    page = opened(learner, site, YOURS)
    expect(page.locator("[data-tr-record]")).to_contain_text("nothing to record yet")
    go(page, site, LESSON)
    page.locator("#wait summary").first.click()
    expect(page.locator("#wait details").first).to_have_attribute("open", "")
    go(page, site, YOURS)
    page.get_by_label("Your name").fill("Dr A. Reader")
    sheet = page.locator("[data-tr-record]")
    expect(sheet).to_contain_text("Dr A. Reader")
    expect(sheet).to_contain_text("20 minutes, all of it")
    expect(sheet.locator("li")).to_have_count(2)
    expect(sheet).to_contain_text("Self-declared; not an accreditation.")
    expect(page.locator(".tr-progress__s")).to_have_text("done")
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.get_by_role("button", name="Print the record").click()
    page.emulate_media(media="print")
    expect(sheet).to_be_visible()
    expect(page.locator("#journal")).to_be_hidden()
    expect(page.locator("#record-name")).to_be_hidden()


def test_ones_name_is_kept_for_the_next_time(write: Write, learner: BrowserContext) -> None:
    site = write(PRACTISED)
    page = opened(learner, site, YOURS)
    page.get_by_label("Your name").fill("Dr A. Reader")
    page.evaluate(
        """() => new Promise((done) => {
          const look = () => trainer.store.read("~name").then((record) => { if (record) done(); });
          trainer.store.addEventListener("change", look);
          look();
        })"""
    )
    go(page, site, YOURS)
    expect(page.get_by_label("Your name")).to_have_value("Dr A. Reader")


def test_a_name_is_kept_though_the_page_is_closed_at_once(
    write: Write, learner: BrowserContext
) -> None:
    site = write(PRACTISED)
    page = opened(learner, site, YOURS)
    page.get_by_label("Your name").fill("Dr Zoë Ågren-Ōtsuka, 大塚")
    page.close()
    page = opened(learner, site, YOURS)
    expect(page.get_by_label("Your name")).to_have_value("Dr Zoë Ågren-Ōtsuka, 大塚")


def test_a_name_does_not_outlive_erasing(write: Write, learner: BrowserContext) -> None:
    page = opened(learner, write(PRACTISED), YOURS)
    page.get_by_label("Your name").fill("Dr A. Reader")
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(page.locator("[data-tr-copies]")).to_contain_text("Everything is erased")
    expect(page.get_by_label("Your name")).to_have_value("")


def test_what_was_taken_out_stays_out_though_the_clock_goes_backwards(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = opened(learner, site, YOURS)
    add(page, "2026-10-02", "led", 2, "1.5")
    page.get_by_label("Your name").fill("Dr Before")
    page.close()
    page = learner.new_page()
    page.clock.set_fixed_time("2019-03-01T10:00:00Z")  # the battery was empty
    go(page, site, YOURS)
    page.get_by_label("Your name").fill("Dr After")
    page.get_by_role("button", name=re.compile("Take it out")).click()
    expect(page.locator("[data-tr-log]")).to_contain_text("The log is empty")
    page.close()
    page = opened(learner, site, YOURS)
    expect(page.locator("[data-tr-log]")).to_contain_text("The log is empty")
    expect(page.get_by_label("Your name")).to_have_value("Dr After")


def test_a_meeting_that_cannot_be_kept_is_told_where_one_is(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = learner.new_page()
    devtools = learner.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": "file:///", "quotaSize": 10})
    go(page, site, YOURS)
    page.get_by_label("Date").fill("2026-10-02")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("[data-tr-log-said]")).to_contain_text("it stands on this page only")
    expect(page.locator("[data-tr-log] table")).to_have_count(2)


def test_the_record_names_its_module_version_and_day(write: Write, learner: BrowserContext) -> None:
    site = write(PRACTISED)
    page = learner.new_page()
    page.clock.set_fixed_time("2026-11-20T10:00:00Z")
    go(page, site)
    page.locator("#wait summary").first.click()
    expect(page.locator("#wait details").first).to_have_attribute("open", "")
    page.clock.set_fixed_time("2026-12-01T10:00:00Z")
    go(page, site, YOURS)
    sheet = page.locator("[data-tr-record]")
    expect(sheet.locator("h3")).to_have_text("A tiny course")
    expect(sheet.locator("tbody th")).to_have_text(["1 The module"])
    expect(sheet).to_contain_text("Together about 20 minutes by the course’s own reckoning.")
    expect(sheet).to_contain_text("Version 1.0; last worked on 20 November 2026.")
    expect(sheet).to_contain_text("Printed on 1 December 2026.")


def test_the_log_is_printed_alone_and_its_table_says_how_each_meeting_was(
    write: Write, learner: BrowserContext
) -> None:
    page = opened(learner, write(), YOURS)
    expect(page.locator(".tr-log")).to_contain_text("nobody’s name")
    page.get_by_label("With an accredited leader or supervisor").check()
    page.get_by_label("With a recording").check()
    add(page, "2026-10-02", "observed", 2, "1.5")
    page.get_by_label("With an accredited leader or supervisor").uncheck()
    page.get_by_label("With a recording").uncheck()
    page.get_by_label("Online").check()
    add(page, "2026-10-09", "supervision", 0, "1")
    rows = list(csv.DictReader(io.StringIO(saved(page, "save-log").removeprefix("\ufeff"))))
    columns = ("What", "Accredited leader or supervisor", "Recording", "Online")
    assert [tuple(row[name] for name in columns) for row in rows] == [
        ("Led, and was observed", "yes", "yes", "no"),
        ("Supervision of my leading", "no", "no", "yes"),
    ]
    page.evaluate("() => { window.print = () => {}; }")
    page.get_by_role("button", name="Print the log").click()
    page.emulate_media(media="print")
    expect(page.locator("[data-tr-log] table")).to_have_count(2)
    expect(page.locator("[data-tr-log] table").last).to_be_visible()
    for other in ("#log-date", "#journal", "#record", "#keep"):
        expect(page.locator(other)).to_be_hidden()
