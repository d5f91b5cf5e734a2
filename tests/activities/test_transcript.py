"""A transcript: to read with the leader's thoughts, to mark, to stop at and decide."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser import LESSON, Visit, course_of, html_of, published, record_of, tab_to
from kind_examples import example_of
from trainer.activities import KINDS

EXAMPLE = example_of(KINDS["transcript"])
"""The example of the docs: one talk, used in all three modes."""
MARK, STOPS, READ = "mark-the-binder", "stops-in-the-binder", "read-the-binder"


def use(id_: str) -> str:
    """Return one of the three uses alone."""
    mode = {MARK: "mark", STOPS: "stops", READ: "read"}[id_]
    return f"- transcript: {{id: {id_}, of: the-binder-talk, mode: {mode}}}"


@pytest.fixture
def opened(visit: Visit) -> Callable[..., Page]:
    """Open one use, past the note before it."""

    def open_(id_: str, **learner: Any) -> Page:
        page = visit(use(id_), files=EXAMPLE.files, **learner)
        page.locator(".tr-past > summary").click()
        return page

    return open_


def turn(page: Page, words: str) -> Locator:
    return page.locator(".tr-web .tr-turn").filter(has_text=words)


ADVICE, FACT, LEAVE, HEAVY = (
    "having him send the numbers",
    "He brings them all the same",
    "Rest now, Petra",
    "He carries it on the bus",
)


# ------------------------------------------------------------------ without a browser


def test_search_stops_at_the_first_stop_and_knows_no_reading(tmp_path: Path) -> None:
    page = published(course_of(tmp_path, EXAMPLE.activities, files=EXAMPLE.files)).page(LESSON)
    found = {entry.anchor: entry.text for entry in page.search}
    assert "send the numbers in" in found[STOPS]
    assert "on the bus" not in found[STOPS]
    assert "on the bus" in found[MARK]
    for text in found.values():
        assert "looks at the binder" not in text
        assert "There he is" not in text
        assert "longer than it has been" not in text


def test_without_scripts_each_reading_opens_below_its_turn(tmp_path: Path) -> None:
    html = html_of(tmp_path, use(MARK), files=EXAMPLE.files)
    assert html.count('<details class="tr-reading">') == 2
    assert "Leaves the task, towards advice." in html
    assert "<select" not in html.replace("<template", "").partition("<option")[0]


# ------------------------------------------------------------------ to read


@pytest.mark.browser
def test_thoughts_stand_beside_on_a_wide_screen_and_are_folded_on_a_phone(
    opened: Callable[..., Page],
) -> None:
    page = opened(READ)
    thought = turn(page, LEAVE).locator(".tr-thinking")
    expect(thought.get_by_text("She is still holding the pen.")).to_be_visible()
    phone = opened(READ, width=390)
    thought = turn(phone, LEAVE).locator(".tr-thinking")
    expect(thought.get_by_text("She is still holding the pen.")).to_be_hidden()
    thought.get_by_text("What the leader thinks").click()
    expect(thought.get_by_text("She is still holding the pen.")).to_be_visible()


@pytest.mark.browser
def test_what_was_on_the_screen_to_the_end_has_been_read(opened: Callable[..., Page]) -> None:
    page = opened(READ, width=390)
    assert record_of(page, READ) is None
    turn(page, HEAVY).scroll_into_view_if_needed()
    page.wait_for_function("id => localStorage.getItem(id)", arg=READ)
    assert record_of(page, READ)["state"] == "attempted"
    page.reload()
    expect(turn(page, HEAVY)).to_be_visible()


# ------------------------------------------------------------------ to mark


@pytest.mark.browser
def test_marks_stand_beside_an_annotated_reading(opened: Callable[..., Page]) -> None:
    page = opened(MARK)
    field = turn(page, ADVICE).get_by_label("Which way does this turn leave the task?")
    described = field.get_attribute("aria-describedby")
    expect(page.locator(f"[id='{described}']")).to_contain_text("Amir Haddad")
    field.select_option("supervision")
    turn(page, FACT).get_by_role("combobox").select_option("somewhere else")
    expect(page.locator(".tr-turn.is-marked")).to_have_count(2)
    expect(page.get_by_text("It is kindly meant").locator("visible=true")).to_have_count(0)
    page.get_by_role("button", name="See the annotated reading").click()
    expect(page.get_by_text("Your marks, and a reading beside them.")).to_be_focused()
    beside = turn(page, ADVICE).locator(".tr-beside")
    expect(beside).to_have_text(
        "You: supervision"
        "A reading: Leaves the task, towards advice. It is kindly meant, and it looks at the binder."
    )
    expect(turn(page, FACT).locator(".tr-beside")).to_have_text(
        "You: somewhere elseA reading: leaves this turn unmarked."
    )
    expect(turn(page, LEAVE).locator(".tr-beside")).to_have_text(
        "A reading: The presenter is given leave to do nothing."
    )
    expect(turn(page, HEAVY).locator(".tr-beside")).to_have_count(0)
    expect(page.get_by_role("combobox")).to_have_count(0)
    assert not page.locator(".tr-web").get_by_text("correct").count()


@pytest.mark.browser
def test_what_leaves_and_was_not_marked_says_so(opened: Callable[..., Page]) -> None:
    page = opened(MARK)
    page.get_by_role("button", name="See the annotated reading").click()
    expect(turn(page, ADVICE).locator(".tr-beside")).to_contain_text("You: no mark")


@pytest.mark.browser
def test_marks_can_be_taken_up_again_and_come_back(opened: Callable[..., Page]) -> None:
    page = opened(MARK)
    turn(page, ADVICE).get_by_role("combobox").select_option("advice")
    turn(page, FACT).get_by_role("combobox").select_option("chat")
    turn(page, FACT).get_by_role("combobox").select_option("mark")
    kept = record_of(page, MARK)
    assert (kept["state"], kept["value"]) == ("visited", {"marks": {"t2": "advice"}, "seen": False})
    page.reload()
    expect(turn(page, ADVICE).get_by_role("combobox")).to_have_value("advice")
    expect(turn(page, FACT)).not_to_have_class("is-marked")
    page.get_by_role("button", name="See the annotated reading").click()
    assert record_of(page, MARK)["state"] == "attempted"
    page.reload()
    expect(turn(page, ADVICE).locator(".tr-beside")).to_contain_text("You: advice")
    page.get_by_role("button", name="Take up your marks again").click()
    expect(page.locator(".tr-beside")).to_have_count(0)
    expect(turn(page, LEAVE).get_by_role("combobox")).to_be_focused()


@pytest.mark.browser
def test_marking_by_keyboard_alone(opened: Callable[..., Page]) -> None:
    page = opened(MARK)
    tab_to(page, turn(page, ADVICE).get_by_role("combobox"))
    page.keyboard.press("t")
    expect(turn(page, ADVICE).get_by_role("combobox")).to_have_value("therapy")
    tab_to(page, page.get_by_role("button", name="See the annotated reading"))
    page.keyboard.press("Enter")
    expect(turn(page, ADVICE).locator(".tr-beside")).to_contain_text("You: therapy")


@pytest.mark.browser
@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {"marks": [1]},
        {"marks": {"t2": "nonsense", "t99": "chat", "t1": 3, "t3": '"]'}, "seen": "yes"},
    ],
    ids=str,
)
def test_marks_that_cannot_be_are_left_out(opened: Callable[..., Page], value: object) -> None:
    page = opened(MARK)
    record = {"activity": MARK, "hash": "", "state": "visited", "value": value, "at": ""}
    page.evaluate("record => trainer.store.write(record)", record)
    page.reload()
    if page.locator(".tr-past:not([open])").count():
        page.locator(".tr-past > summary").click()
    expect(page.locator(".is-marked")).to_have_count(0)
    turn(page, ADVICE).get_by_role("combobox").select_option("advice")
    assert record_of(page, MARK)["value"]["marks"] == {"t2": "advice"}


# ------------------------------------------------------------------ to stop at


@pytest.mark.browser
def test_talk_comes_up_to_a_stop_and_goes_on_from_it(opened: Callable[..., Page]) -> None:
    page = opened(STOPS)
    on = page.get_by_role("button", name="Read on")
    stop = page.get_by_role("group", name="Everybody is in a better mood. What do you do?")
    expect(turn(page, FACT)).to_be_visible()
    expect(turn(page, HEAVY)).to_be_hidden()
    expect(on).to_have_count(0)
    stop.get_by_text("Say nothing, and wait").click()
    expect(stop).to_contain_text("Petra nods, twice, quickly.")
    expect(stop.get_by_text("It has a price")).to_be_visible()
    stop.get_by_text("What is it like to carry it in?").click()
    expect(stop.get_by_text("Defensible")).to_be_visible()
    on.click()
    expect(turn(page, HEAVY)).to_be_focused()
    expect(on).to_have_count(0)
    kept = record_of(page, STOPS)
    assert kept["state"] == "attempted"
    assert kept["value"] == {"stops": {"stop-1": {"opened": [0, 1], "on": True}}}


@pytest.mark.browser
def test_a_stop_comes_back_as_it_was_left(opened: Callable[..., Page]) -> None:
    page = opened(STOPS)
    page.locator(".tr-web").get_by_text("What is it like to carry it in?").click()
    expect(page.get_by_role("button", name="Read on")).to_be_visible()
    page.reload()
    expect(page.get_by_text("It is quiet for longer").first).to_be_visible()
    expect(turn(page, HEAVY)).to_be_hidden()
    page.get_by_role("button", name="Read on").click()
    page.reload()
    expect(turn(page, HEAVY)).to_be_visible()
    expect(page.get_by_role("button", name="Read on")).to_have_count(0)
    assert record_of(page, STOPS)["value"]["stops"]["stop-1"]["opened"] == [1]


@pytest.mark.browser
def test_stops_by_keyboard_and_by_thumb(opened: Callable[..., Page]) -> None:
    page = opened(STOPS)
    tab_to(page, page.locator(".tr-web summary", has_text="Say nothing, and wait"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Read on"))
    page.keyboard.press("Enter")
    expect(turn(page, HEAVY)).to_be_focused()
    phone = opened(STOPS, touch=True, width=390)
    phone.locator(".tr-web").get_by_text("Say nothing, and wait").tap()
    phone.get_by_role("button", name="Read on").tap()
    expect(turn(phone, HEAVY)).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize(
    "value", [None, {"stops": []}, {"stops": {"stop-1": {"opened": [7, "x"], "on": True}}}], ids=str
)
def test_stops_that_cannot_be_are_left_out(opened: Callable[..., Page], value: object) -> None:
    page = opened(STOPS)
    record = {"activity": STOPS, "hash": "", "state": "visited", "value": value, "at": ""}
    page.evaluate("record => trainer.store.write(record)", record)
    page.reload()
    expect(turn(page, HEAVY)).to_be_hidden()


# ------------------------------------------------------------------ on paper, for all eyes


@pytest.mark.browser
def test_paper_has_lines_to_mark_on_and_the_readings_by_number(opened: Callable[..., Page]) -> None:
    page = opened(MARK)
    page.emulate_media(media="print")
    said = page.locator(".tr-sheet-turns > li", has_text=ADVICE)
    expect(said).to_contain_text("4 Amir Haddad:")
    expect(said.locator(".tr-sheet-blank")).to_be_visible()
    expect(page.locator(".tr-sheet-follows > li", has_text="kindly meant")).to_contain_text("4")


@pytest.mark.browser
def test_paper_has_boxes_at_a_stop_and_what_follows_after_the_talk(
    opened: Callable[..., Page],
) -> None:
    page = opened(STOPS)
    page.emulate_media(media="print")
    stop = page.locator(".tr-sheet-turns > .is-stop")
    expect(stop.locator(".tr-boxes > li")).to_have_count(2)
    expect(stop).not_to_contain_text("Defensible")
    expect(page.locator(".tr-sheet-turns > li", has_text=HEAVY)).to_be_visible()
    expect(page.locator(".tr-sheet-follows")).to_contain_text("Defensible.")


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("look", ["light", "dark", "forced"])
def test_axe_finds_nothing_in_any_mode(
    opened: Callable[..., Page], axe: Callable[[Page], None], width: int, look: str
) -> None:
    learner = {"width": width, "dark": look == "dark", "forced": look == "forced", "calm": True}
    page = opened(MARK, **learner)
    turn(page, ADVICE).get_by_role("combobox").select_option("blame")
    axe(page)
    page.get_by_role("button", name="See the annotated reading").click()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page = opened(STOPS, **learner)
    page.locator(".tr-web").get_by_text("Say nothing, and wait").click()
    axe(page)
    page.get_by_role("button", name="Read on").click()
    axe(page)
    axe(opened(READ, **learner))
