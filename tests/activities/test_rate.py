"""Rating: rows on a scale, examples, earlier ratings with their dates, drawn over time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import Visit, html_of, record_of, tab_to

RATE = """
- rate:
    id: beginning
    prompt: Where are you now?
    scale: [{value: 0, label: Not seen}, {value: 1, label: Once}, {value: 2, label: Reliably}]
    none: No occasion
    evidence: true
    rows:
      - {id: opens, text: Opens, shows: Then waits.}
      - {id: time, text: Keeps the time}
      - {id: quiet, text: Says little}
- rate:
    id: later
    prompt: And now?
    same_as: beginning
"""
SMALL = """
- rate:
    id: small
    prompt: Your last round
    scale: [{value: 1, label: there}, {value: 2, label: plain}]
    rows: [{id: time, text: The time}, {id: limits, text: The limits}]
"""


def choose(page: Page, activity: str, **marks: str) -> None:
    """Choose a step in rows of a rating."""
    for row, label in marks.items():
        page.locator(f"#{activity} [data-tr-row={row}]").get_by_label(label, exact=True).check()


def keep(page: Page, activity: str) -> None:
    page.locator(f"#{activity}").get_by_role("button", name="Keep this rating").click()


def test_second_rating_takes_rows_scale_and_words(tmp_path: Path) -> None:
    html = html_of(tmp_path, RATE)
    second = html[html.index('id="later"') :]
    for words in ("Opens", "Then waits.", "Reliably", "No occasion", "An example:"):
        assert words in second
    assert 'data-tr-family="beginning later "' in second


@pytest.mark.browser
def test_an_example_is_asked_for_where_there_is_a_rating(visit: Visit) -> None:
    page = visit(RATE)
    row = page.locator("#beginning [data-tr-row=opens]")
    example = row.get_by_role("textbox", name="An example: what was done, and when")
    expect(example).to_be_hidden()
    row.get_by_label("No occasion").check()
    expect(example).to_be_hidden()
    row.get_by_label("Once").check()
    expect(example).to_be_visible()
    note = page.locator("#beginning .tr-note-line")
    expect(note).to_have_text("2 rows are open. 1 rating has no example yet.")
    example.fill("At minute nineteen.")
    row.get_by_label("Reliably").check()
    expect(note).to_have_text("2 rows are open.")


@pytest.mark.browser
def test_a_draft_comes_back(visit: Visit) -> None:
    page = visit(RATE)
    choose(page, "beginning", opens="Once", quiet="No occasion")
    page.locator("#beginning [data-tr-row=opens] textarea").fill("At minute nineteen.")
    page.locator("#beginning [data-tr-row=opens] textarea").blur()
    record = record_of(page, "beginning")
    assert record["state"] == "visited"
    assert record["value"]["draft"] == {
        "marks": {"opens": "1", "quiet": "none"},
        "examples": {"opens": "At minute nineteen."},
    }
    page.reload()
    row = page.locator("#beginning [data-tr-row=opens]")
    expect(row.get_by_label("Once")).to_be_checked()
    expect(row.get_by_role("textbox")).to_have_value("At minute nineteen.")
    expect(page.locator("#beginning").get_by_role("button", name="Keep this")).to_be_visible()


@pytest.mark.browser
def test_ratings_are_kept_with_their_dates_and_drawn_over_time(
    visit: Visit, axe: Callable[[Page], None]
) -> None:
    page = visit(RATE, clock=True)
    choose(page, "beginning", opens="Not seen", time="Once", quiet="No occasion")
    page.locator("#beginning [data-tr-row=opens] textarea").fill("I talked.")
    keep(page, "beginning")
    over = page.locator("#beginning .tr-over-time")
    expect(over.get_by_role("heading", name="How you saw it")).to_be_focused()
    expect(over.locator("svg.tr-pic--radar")).to_be_visible()
    page.clock.run_for(20 * 24 * 3600 * 1000)
    page.locator("#beginning").get_by_role("button", name="Rate again").click()
    expect(page.locator("#beginning")).to_contain_text(
        "Earlier ratings are kept (22 November 2026)"
    )
    expect(over).to_be_hidden()
    choose(page, "beginning", opens="Reliably", time="Once")
    keep(page, "beginning")
    expect(over.locator("thead th")).to_have_text(
        ["What was rated", "Over time", "12 December 2026", "22 November 2026"]
    )
    expect(over.locator("tbody tr").nth(0).locator("td")).to_have_text(["", "Reliably", "Not seen"])
    expect(over.locator("tbody tr").nth(2).locator("td")).to_have_text(["", "open", "No occasion"])
    expect(over.locator("svg.tr-spark")).to_have_count(3)
    name = over.locator("svg.tr-pic--radar desc").text_content() or ""
    assert "12 December 2026 over 22 November 2026." in name
    assert "Further out now: Opens." in name
    assert "A gap: Says little." in name
    over.locator("summary").click()
    expect(over.locator(".tr-noted")).to_have_text("Opens: Not seenI talked.")
    assert record_of(page, "beginning")["state"] == "attempted"
    page.clock.resume()
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        axe(page)


def rate(page: Page, times: int) -> None:
    """Rate so often, each time some days later."""
    for time in range(times):
        if time:
            page.clock.run_for(20 * 24 * 3600 * 1000)
            page.locator("#beginning").get_by_role("button", name="Rate again").click()
        choose(page, "beginning", opens="Once", time="Reliably", quiet="No occasion")
        keep(page, "beginning")


@pytest.mark.browser
@pytest.mark.parametrize(("times", "abreast"), [(2, True), (3, True), (4, False)])
def test_many_days_never_ask_for_a_scroll_to_the_side(
    visit: Visit, times: int, *, abreast: bool
) -> None:
    page = visit(RATE, clock=True, width=390)
    rate(page, times)
    latest = page.locator("#beginning tbody tr").first.locator("td.is-latest")
    said = "e => getComputedStyle(e, '::before').content"
    for width in (320, 390, 700, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        wrap = page.locator("#beginning .tr-table-wrap")
        assert wrap.evaluate("e => e.scrollWidth <= e.clientWidth")
        stacked = width < 700 or not abreast
        assert latest.evaluate(said).strip('"') == (
            latest.get_attribute("data-tr-day") if stacked else "none"
        )


@pytest.mark.browser
def test_a_rating_with_the_same_rows_is_drawn_together(visit: Visit) -> None:
    page = visit(RATE, clock=True)
    choose(page, "beginning", opens="Not seen", time="Once")
    keep(page, "beginning")
    page.clock.run_for(3 * 24 * 3600 * 1000)
    page.reload()
    expect(page.locator("#later")).to_contain_text("Earlier ratings are kept (22 November 2026)")
    choose(page, "later", opens="Reliably")
    keep(page, "later")
    heads = page.locator("#later .tr-over-time thead th")
    expect(heads.nth(2)).to_have_text("25 November 2026")
    expect(heads.nth(3)).to_have_text("22 November 2026")
    page.reload()
    expect(page.locator("#later .tr-over-time")).to_be_visible()
    expect(page.locator("#later .tr-over-time thead th")).to_have_count(4)
    expect(page.locator("#beginning .tr-over-time thead th")).to_have_count(4)


@pytest.mark.browser
def test_the_last_rating_can_be_changed(visit: Visit) -> None:
    page = visit(RATE)
    choose(page, "beginning", opens="Once")
    keep(page, "beginning")
    page.locator("#beginning").get_by_role("button", name="Change this rating").click()
    row = page.locator("#beginning [data-tr-row=opens]")
    expect(row.get_by_label("Once")).to_be_checked()
    choose(page, "beginning", opens="Reliably")
    keep(page, "beginning")
    occasions = record_of(page, "beginning")["value"]["occasions"]
    assert [each["marks"] for each in occasions] == [{"opens": "2"}]


@pytest.mark.browser
def test_nothing_chosen_is_not_kept(visit: Visit) -> None:
    page = visit(RATE)
    keep(page, "beginning")
    expect(page.get_by_role("status")).to_have_text("Choose something in one row at least.")
    assert record_of(page, "beginning") is None


@pytest.mark.browser
def test_without_a_word_for_none_a_choice_can_be_taken_back(visit: Visit) -> None:
    page = visit(SMALL)
    clear = page.get_by_role("button", name="Leave it open: The time")
    expect(clear).to_be_hidden()
    choose(page, "small", time="plain")
    clear.click()
    expect(page.locator("input:checked")).to_have_count(0)
    expect(clear).to_be_hidden()


@pytest.mark.browser
def test_two_rows_make_a_table_and_no_radar(visit: Visit) -> None:
    page = visit(SMALL)
    choose(page, "small", time="plain")
    keep(page, "small")
    expect(page.locator(".tr-over-time table")).to_be_visible()
    expect(page.locator("svg.tr-pic--radar")).to_have_count(0)


@pytest.mark.browser
def test_keyboard_alone(visit: Visit) -> None:
    page = visit(SMALL)
    tab_to(page, page.get_by_label("there").first)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("plain").first).to_be_checked()
    tab_to(page, page.get_by_role("button", name="Keep this rating"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="How you saw it")).to_be_focused()


@pytest.mark.browser
def test_touch(visit: Visit) -> None:
    page = visit(SMALL, touch=True, width=390)
    page.get_by_text("plain").first.tap()
    expect(page.get_by_label("plain").first).to_be_checked()


@pytest.mark.browser
def test_hostile_words_stay_words_in_the_drawing(visit: Visit) -> None:
    page = visit(RATE.replace("text: Opens", "text: '<img src=x onerror=alert(1)>\"&'"))
    choose(page, "beginning", opens="Once")
    keep(page, "beginning")
    expect(page.locator("#beginning img")).to_have_count(0)
    expect(page.locator("#beginning tbody th").first).to_contain_text("<img src=x")
