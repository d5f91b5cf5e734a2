"""A sheet: typed fields, room that is told politely, paper with lines or with what was written."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import Visit, html_of, record_of, tab_to

pytestmark = pytest.mark.browser
FORM = """
- form:
    id: plan
    prompt: One evening
    fields:
      - {id: day, label: The evening, kind: date}
      - {id: whom, label: For whom, hint: How many., limit: 20}
      - {id: opening, label: The opening, kind: text, lines: 4, limit: 100}
      - {id: cases, label: Cases, kind: number}
      - {id: place, label: Where, kind: choice, options: [In a room, On screens]}
      - {id: told, label: They know who leads., kind: check}
"""


_PRINT = """() => {
  const read = (field) => ({
    id: field.dataset.trSheet,
    text: field.querySelector("[data-tr-written]")?.textContent ?? "",
    ticked: [...field.querySelectorAll(".tr-box")].map((box) => box.classList.contains("is-ticked")),
  });
  window.print = () => {
    window.sheet = [...document.querySelectorAll("[data-tr-sheet]")].map(read);
  };
}"""


def filled(page: Page) -> Page:
    page.get_by_label("The evening").fill("2026-12-01")
    page.get_by_label("For whom").fill("Eight GPs")
    page.get_by_label("The opening").fill("Good evening.\nUntil nine.")
    page.get_by_label("Cases").fill("2")
    page.get_by_label("On screens").check()
    page.get_by_label("They know who leads.").check()
    page.get_by_label("Cases").focus()
    return page


def printed(page: Page, button: str) -> list[dict[str, object]]:
    """Press a print button and return what stands on the sheet at that moment."""
    page.evaluate(_PRINT)
    page.get_by_role("button", name=button).click()
    return page.evaluate("window.sheet")  # type: ignore[no-any-return]


def test_each_field_has_its_type_and_its_name(visit: Visit) -> None:
    page = filled(visit(FORM))
    assert record_of(page, "plan")["value"]["fields"] == {
        "day": "2026-12-01",
        "whom": "Eight GPs",
        "opening": "Good evening.\nUntil nine.",
        "cases": "2",
        "place": "On screens",
        "told": True,
    }
    expect(page.get_by_role("group", name="Where")).to_be_visible()
    expect(page.get_by_label("For whom")).to_have_accessible_description(
        re.compile("How many. .*Stays in this browser")
    )


def test_everything_comes_back(visit: Visit, axe: Callable[[Page], None]) -> None:
    page = filled(visit(FORM))
    page.reload()
    expect(page.get_by_label("The evening")).to_have_value("2026-12-01")
    expect(page.get_by_label("The opening")).to_have_value("Good evening.\nUntil nine.")
    expect(page.get_by_label("Cases")).to_have_value("2")
    expect(page.get_by_label("On screens")).to_be_checked()
    expect(page.get_by_label("They know who leads.")).to_be_checked()
    axe(page)


def test_room_is_told_when_it_grows_little_and_politely(
    visit: Visit, axe: Callable[[Page], None]
) -> None:
    page = visit(FORM, clock=True)
    whom = page.get_by_label("For whom")
    left = page.locator(".tr-left").first
    whom.fill("a" * 15)
    expect(left).to_be_hidden()
    whom.fill("a" * 17)
    expect(left).to_have_text("Room for 3 more characters")
    expect(page.get_by_role("status")).to_have_count(0)
    page.clock.run_for(1100)
    expect(page.get_by_role("status")).to_have_text("Room for 3 more characters")
    whom.press_sequentially("bcdefg")
    expect(whom).to_have_value("a" * 17 + "bcd")
    expect(left).to_have_text("There is no more room here.")
    page.clock.resume()
    axe(page)


def test_the_empty_sheet_has_lines(visit: Visit) -> None:
    page = filled(visit(FORM))
    sheet = printed(page, "Print the empty sheet")
    assert all(not field["text"] and not any(field["ticked"]) for field in sheet)
    page.emulate_media(media="print")
    lines = page.locator("[data-tr-sheet=opening] .tr-lines span")
    expect(lines).to_have_count(4)
    expect(lines.first).to_be_visible()


def test_what_was_written_is_printed_only_when_asked(visit: Visit) -> None:
    page = filled(visit(FORM))
    sheet = {field["id"]: field for field in printed(page, "Print with what I wrote")}
    assert sheet["opening"]["text"] == "Good evening.\nUntil nine."
    assert sheet["place"]["ticked"] == [False, True]
    assert sheet["told"]["ticked"] == [True]
    page.emulate_media(media="print")
    expect(page.locator("[data-tr-sheet=whom] .tr-lines")).to_be_hidden()
    expect(page.get_by_text("Eight GPs")).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_text("Eight GPs")).to_have_count(0)
    expect(page.locator("[data-tr-sheet=whom] .tr-lines")).to_be_visible()


def test_the_sheet_is_one_page_alone(visit: Visit) -> None:
    many = "".join(
        f"      - {{id: f{n}, label: Field number {n}, kind: text, lines: 2, hint: A hint.}}\n"
        for n in range(10)
    )
    page = visit(f"- text: Before it.\n{FORM[: FORM.index('      - {id: day')].lstrip()}{many}")
    printed(page, "Print the empty sheet")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="One evening")).to_be_visible()
    expect(page.get_by_text("Before it.")).to_be_hidden()
    expect(page.locator("h1")).to_be_hidden()
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert re.findall(rb"/Count (\d+)", paper) == [b"1"]
    page.emulate_media(media="null")
    expect(page.get_by_text("Before it.")).to_be_visible()  # the browser has said “after print”


def test_a_form_that_keeps_nothing_says_so(visit: Visit) -> None:
    page = visit(FORM.replace("    fields:", "    keep: false\n    fields:"))
    expect(page.locator(".tr-kept")).to_contain_text("What you write here is not kept")
    filled(page)
    assert record_of(page, "plan")["value"] == {"fields": {}}
    assert record_of(page, "plan")["state"] == "attempted"
    expect(page.locator("[data-tr-kept]")).to_be_empty()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as text").click()
    text = Path(saved.value.path()).read_text("utf-8")
    assert "For whom\nEight GPs" in text
    assert "They know who leads.\nYes" in text


def test_without_scripts_nothing_is_sent_anywhere(tmp_path: Path) -> None:
    html = html_of(tmp_path, FORM)
    assert "<form" not in html
    assert "Printed, this page has a sheet with lines to write on." in html


def test_keyboard_alone(visit: Visit) -> None:
    page = visit(FORM)
    tab_to(page, page.get_by_label("Cases"))
    page.keyboard.type("3")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    fields = record_of(page, "plan")["value"]["fields"]
    assert fields["cases"] == "3"
    assert fields["place"] == "On screens"
    assert fields["told"] is True


def test_touch(visit: Visit) -> None:
    page = visit(FORM, touch=True, width=390)
    page.get_by_label("In a room").tap()
    expect(page.get_by_label("In a room")).to_be_checked()
