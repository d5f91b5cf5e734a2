"""Two windows, two devices: no writing is lost, and two different texts are both shown."""

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from learning import REFLECT, YOURS, Write, box, bring, go, kept, opened, saved, write_in

pytestmark = pytest.mark.browser


def test_a_window_that_waits_shows_what_the_other_writes(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    here, there = opened(learner, site), opened(learner, site)
    write_in(here, "Advice.")
    expect(box(there)).to_have_value("Advice.")
    write_in(there, "Advice, and rescue.")
    there.close()
    expect(box(here)).to_have_value("Advice.")
    go(here, site)
    expect(box(here)).to_have_value("Advice, and rescue.")
    expect(here.locator(".tr-others")).to_have_count(0)


def test_two_texts_written_at_once_are_both_kept_and_both_shown(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    here, there = opened(learner, site), opened(learner, site)
    box(here).press_sequentially("From the kitchen. ")
    box(there).press_sequentially("From the train. ")
    write_in(here, "From the kitchen. Quite.")
    write_in(there, "From the train. Quite.")
    expect(here.locator(".tr-others blockquote")).to_have_text("From the train. Quite.")
    go(here, site)
    shown = {box(here).input_value(), here.locator(".tr-others blockquote").inner_text()}
    assert shown == {"From the kitchen. Quite.", "From the train. Quite."}
    go(there, site, YOURS)
    expect(there.locator(".tr-entry__two")).to_be_visible()
    expect(there.locator(".tr-entry > .tr-entry__text")).to_have_count(2)
    here.get_by_role("button", name="I have taken what I need").click()
    expect(here.locator(".tr-others")).to_have_count(0)
    expect(there.locator(".tr-entry__two")).to_have_count(0)


def test_two_windows_a_hundred_times(write: Write, learner: BrowserContext) -> None:
    site = write()
    here, there = opened(learner, site), opened(learner, site)
    script = """async (window_) => {
      const activity = document.querySelector("tr-reflect");
      for (let round = 0; round < 100; round += 1) {
        activity.field.value = `${window_} ${round}`;
        activity.field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await activity.keepNow();
        await trainer.store.write({ activity: `other-${round}`, state: "visited", value: window_, at: new Date().toISOString() });
      }
    }"""
    for page, name in ((here, "kitchen"), (there, "train")):
        page.evaluate(f"name => {{ window.writing = ({script})(name); }}", name)
    for page in (here, there):
        page.evaluate("() => window.writing")
    texts = {record["value"]["text"] for record in kept(here)}
    assert {"kitchen 99", "train 99"} <= texts
    newest = here.evaluate("() => trainer.store.history('my-pull').then(trainer.merge.newest)")
    shown = {newest["text"], *(other["text"] for other in newest["others"])}
    assert shown == {"kitchen 99", "train 99"}
    for number in range(100):
        assert {r["value"] for r in kept(here, f"other-{number}")} == {"kitchen", "train"}


def test_two_devices_meet_in_a_copy(
    write: Write, learner: BrowserContext, chromium: Browser
) -> None:
    site = write()
    other = chromium.new_context()
    phone, desk = opened(other, site), opened(learner, site)
    write_in(phone, "On the phone.")
    write_in(desk, "At the desk.")
    write_in(phone, "Only there.", "my-silence")
    go(phone, site, YOURS)
    go(desk, site, YOURS)
    bring(desk, saved(phone, "save-copy"))
    bring(phone, saved(desk, "save-copy"))
    everything = "() => trainer.store.all().then(a => trainer.merge.union(a.records))"
    assert desk.evaluate(everything) == phone.evaluate(everything)
    for page in (phone, desk):
        expect(page.locator(".tr-entry__text")).to_have_count(3)
    other.close()


def test_what_is_erased_in_one_window_is_gone_in_the_other(
    write: Write, learner: BrowserContext
) -> None:
    site = write(REFLECT)
    lesson = opened(learner, site)
    write_in(lesson, "Advice.")
    yours = opened(learner, site, YOURS)
    with lesson.expect_navigation():
        yours.get_by_role("button", name="Erase everything").click()
        yours.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(box(lesson)).to_have_value("")
