"""A copy from elsewhere, damaged or meant to harm: what is sound comes in, nothing of it acts, nothing breaks."""

import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from learning import LESSON, YOURS, Write, box, bring, go, opened, saved, write_in

pytestmark = pytest.mark.browser
SCRIPT = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>'
ODD_VALUES: list[Any] = [
    7,
    None,
    "x",
    [],
    {"text": 7},
    {"said": 7},
    {"said": [None]},
    {"fields": 7},
]
ODD_KINDS = [
    "reflect",
    "rephrase",
    "form",
    "rate",
    "toString",
    "__proto__",
    "constructor",
    "~log",
    "",
]


def record(number: int, **given: Any) -> dict[str, Any]:
    return {
        "id": f"far-{number:06}", "tab": "far", "counter": number, "after": [], "state": "attempted",
        "activity": f"thing-{number}", "at": "2026-11-22T14:02:00.000Z", "private": True, "kind": "reflect",
        "prompt": "A prompt", "value": {"text": "Words."}, "text": "Words.",
    } | given  # fmt: skip


def copy_of(records: list[Any]) -> str:
    course = {"id": "tiny-course", "language": "en"}
    return json.dumps(
        {"format": "trainer-journal", "version": 1, "course": course, "records": records}
    )


def test_words_that_look_like_a_page_stay_words(write: Write, learner: BrowserContext) -> None:
    site = write()
    page = opened(learner, site, YOURS)
    named = {"prompt": SCRIPT, "title": SCRIPT, "text": SCRIPT, "value": {"text": SCRIPT}}
    bring(page, copy_of([record(1, **named), record(2, activity="my-pull", **named)]))
    expect(page.locator(".tr-entry__text")).to_have_text([SCRIPT, SCRIPT])
    page.get_by_role("button", name="Choose entries").click()
    go(page, site, LESSON)
    expect(box(page)).to_have_value(SCRIPT)
    assert page.evaluate("() => window.harmed") is None
    assert page.locator("img[src=x]").count() == 0


def test_records_of_every_odd_shape_leave_the_page_usable(
    write: Write, learner: BrowserContext
) -> None:
    site = write()
    page = opened(learner, site)
    write_in(page, "Mine.")
    go(page, site, YOURS)
    odd: list[Any] = [7, None, "x", [], {}, {"__proto__": {"id": "x"}}]
    odd += [record(1, text=7), record(2, prompt={"a": 1}), record(3, at="Nov 22 2026")]
    odd += [record(4, sealed={"iv": 7}), record(5, sealed=True), record(6, title=[1])]
    refused = len(odd)
    odd += [
        record(100 + 10 * k + v, kind=kind, value=value, activity=f"{kind}/{v}")
        for k, kind in enumerate(ODD_KINDS)
        for v, value in enumerate(ODD_VALUES)
    ]
    odd += [record(300 + n, activity=name) for n, name in enumerate(("__proto__", "constructor"))]
    odd += [
        record(400, activity="~name", value=7),
        record(401, activity="~name", value={"name": {}}),
    ]
    odd += [record(500, activity="my-silence", value={"text": {"x": 1}})]
    odd += [record(600, sealed={"iv": "AAAA", "data": "AAAA"})]
    bring(page, copy_of(odd))
    said = page.locator("[data-tr-copies]")
    expect(said).to_contain_text(f"{len(odd) - refused} records were brought in")
    expect(said).to_contain_text(f"{refused} in the file could not be read")
    go(page, site, YOURS)
    expect(page.locator(".tr-entry", has_text="Mine.")).to_have_count(1)
    expect(page.get_by_text("damaged or changed from outside")).to_have_count(1)
    expect(page.get_by_label("Your name")).to_have_value("")
    assert "Mine." in saved(page, "save-copy")
    assert "Mine." in saved(page, "save-text")
    go(page, site, LESSON)
    expect(box(page)).to_have_value("Mine.")
    write_in(page, "Mine, still.")
    assert page.evaluate("() => ({}).id") is None


def test_odd_meetings_harm_neither_the_sums_nor_the_table(
    write: Write, learner: BrowserContext
) -> None:
    page = opened(learner, write(), YOURS)
    meetings = [
        {"date": "2026-10-02", "what": "led", "cases": 1, "hours": 1.5, "note": "a;=1+1"},
        {"date": 7, "what": SCRIPT, "cases": "2", "hours": "2", "note": None},
        {"date": "2026-10-03", "what": "led", "cases": {}, "hours": [], "note": "＝1+1"},
    ]
    bring(
        page,
        copy_of([record(n, activity=f"~log/{n}", value=v) for n, v in enumerate(meetings)]),
    )
    sums = page.locator("[data-tr-log] table").first.locator("tbody tr")
    expect(sums).to_have_text(["Led a group211.5"])
    table = saved(page, "save-log")
    assert "a;'=1+1" in table
    assert "'＝1+1" in table
    assert page.evaluate("() => window.harmed") is None


def test_what_cannot_be_opened_goes_into_a_copy_and_comes_back_as_it_is(
    write: Write, learner: BrowserContext
) -> None:
    page = opened(learner, write(), YOURS)
    bring(page, copy_of([record(1, sealed={"iv": "AAAA", "data": "AAAA"})]))
    expect(page.get_by_text("damaged or changed from outside")).to_be_visible()
    copy = saved(page, "save-copy")
    bring(page, copy)
    expect(page.locator("[data-tr-copies]")).to_contain_text("0 records")
    expect(page.locator(".tr-entry")).to_have_count(1)


def test_a_journal_of_two_thousand_entries_can_be_read_searched_and_printed(
    write: Write, learner: BrowserContext
) -> None:
    page = opened(learner, write(), YOURS)
    texts = [f"Thought number {n}. " * 20 for n in range(2000)]
    bring(
        page,
        copy_of([record(n, text=t, value={"text": t}, tab=f"t{n}") for n, t in enumerate(texts)]),
    )
    expect(page.locator("[data-tr-found]")).to_have_text("2000 entries.")
    entries = page.locator(".tr-entry")
    expect(entries).to_have_count(100)
    page.get_by_label("Find words").press_sequentially("number 1234.")
    expect(entries).to_have_count(1)
    many = sum("12" in str(n) for n in range(2000))
    page.get_by_label("Find words").fill("number 12")
    expect(page.locator("[data-tr-found]")).to_have_text(f"{many} entries have these words.")
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.get_by_role("button", name="Print what is shown").click()
    expect(entries).to_have_count(many)
    page.get_by_label("Find words").fill("")
    page.get_by_role("button", name="Show 1900 more entries").click()
    expect(entries).to_have_count(2000)
