"""A scenario: played with mouse, touch and keyboard, without scripts, and on paper."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser import LESSON, Visit, course_of, html_of, published, record_of, tab_to
from kind_examples import example_of
from tools.collect_words import messages
from trainer.activities import KINDS
from trainer.publication.pictures import Person, Turning, circle, gauge, way
from trainer.publication.pictures.lettering import BOLD, DESCENT, GROUPS
from trainer.publication.plays import plays
from trainer.words import catalogue

WORDS = catalogue("en")
GROUP = example_of(KINDS["scenario"])
"""The example of the docs: a group, with flags, conditions, and an ending beside its repair."""
ID = "play-the-binder"
MORNING = """
- scenario: {id: my-morning, of: morning}
"""
SURGERY = {
    "curriculum/scenarios/morning.yml": """
        id: morning
        title: A morning
        lead: You are the doctor.
        duration: 5 min
        setting: surgery
        people: {len: {name: Len Garrity, role: "patient, and a \\"mover\\""}}
        clock: {start: "08:30"}
        start: first
        scenes:
          first:
            due: "08:30"
            text: Fourteen names on the screen.
            choices:
              - {id: read, do: Read the notes., takes: 9 min, then: They are long., comment: So., next: second}
              - {id: call, do: Call him in., takes: 10 min, then: He stands., comment: On time., next: second}
          second:
            due: "08:40"
            turns: [{len: I'll stand.}]
            choices:
              - {id: wait, silence: true, takes: 1 min, then: He sits., comment: He could., next: third}
              - {id: chat, say: How is the piano?, takes: 7 min, then: He laughs., comment: Long., next: third}
          third:
            due: "08:45"
            choices:
              - {id: bell, do: Press the bell., then: It rings., comment: On., next: noon}
        endings:
          noon: {title: Noon, text: You eat over the keyboard., comment: It works., repair: second}
    """
}
LOOSE = """
- scenario: {id: play-loose, of: loose}
"""
LOOSE_FILES = {
    "curriculum/scenarios/loose.yml": """
        id: loose
        title: Loose
        lead: An ending whose repair one may not have come by.
        duration: 5 min
        setting: surgery
        people: {}
        start: first
        scenes:
          first:
            choices:
              - {id: far, do: Take the long way., then: It is long., comment: Long., sets: [far], next: long}
              - {id: near, do: Take the short way., then: It is short., comment: Short., next: out}
          long:
            choices:
              - {id: on, do: Walk on., then: You walk., comment: On., when: far, next: out}
        endings:
          out: {title: Out, text: You are out., comment: So., repair: long}
    """
}


@pytest.fixture
def play(visit: Visit) -> Callable[..., Page]:
    """Open the group's scenario, past the note before it."""

    def opened(**learner: object) -> Page:
        page = visit(GROUP.activities, files=GROUP.files, **learner)
        page.locator(".tr-past > summary").click()
        return page

    return opened


def choose(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("button", name=name).click()


def told(page: Page, words: str) -> Locator:
    """Return where something is said on the screen."""
    return page.locator(".tr-web").get_by_text(words)


def room(page: Page) -> Locator:
    """Return the room that is shown beside or above the last scene."""
    return page.locator(".tr-room:visible").first


# ------------------------------------------------------------------ without a browser


def test_two_uses_of_one_scenario_share_no_id(tmp_path: Path) -> None:
    twice = "\n".join(
        f"- scenario: {{id: {name}, of: the-binder}}" for name in ("play", "play-again")
    )
    html = html_of(tmp_path, twice, files=GROUP.files)
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    inside = [each for each in ids if re.match(r"play(-again)?--", each)]
    assert len(inside) > 20
    for target in re.findall(r'href="#(play[^"]*)"', html):
        assert target in ids


def test_numbered_scenes_lead_to_each_other(tmp_path: Path) -> None:
    html = html_of(tmp_path, GROUP.activities, files=GROUP.files)
    assert f'<a href="#{ID}--more-tips">Go on to scene 2</a>' in html
    assert f'<a href="#{ID}--open-end">Go on to ending 4</a>' in html
    assert f'<a href="#{ID}--the-bus">Go back to scene 3, where it could be mended</a>' in html


def test_conditions_are_told_by_number(tmp_path: Path) -> None:
    html = html_of(tmp_path, GROUP.activities, files=GROUP.files)
    assert "Unless you chose 1c:" in html
    assert "If you chose 1c:" in html
    assert "only if you chose 1c" in html


def test_minutes_are_told_where_there_is_a_clock(tmp_path: Path) -> None:
    html = html_of(tmp_path, MORNING, files=SURGERY)
    assert "It is 08:30 when you begin" in html
    assert "This takes 9 minutes." in html
    assert "Due at 08:40" in html
    assert "tr-circle" not in html
    assert "tr-gauge" not in html


def test_search_knows_no_scene(tmp_path: Path) -> None:
    course = course_of(tmp_path, GROUP.activities, files=GROUP.files)
    (entry,) = [e for e in published(course).page(LESSON).search if e.anchor == ID]
    assert "moved her chair back" in entry.text
    for hidden in ("radiator", "leaflet", "telling-off", "On the stairs"):
        assert hidden not in entry.text


def test_a_role_in_the_authors_own_words_stays_out_of_the_picture(tmp_path: Path) -> None:
    files = {
        name: text.replace("amir: Amir Haddad", "amir: {name: Amir, role: '\"><b>x'}")
        for name, text in GROUP.files.items()
    }
    assert "&gt;&lt;b" not in html_of(tmp_path, GROUP.activities, files=files)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Go on.", "“Go on.”"),
        ("“Go on.”", "“Go on.”"),
        ("I said “go on”.", "“I said ‘go on’.”"),
        ("“Go”, and then “on”", "“‘Go’, and then ‘on’”"),
    ],
)
def test_what_is_said_stands_in_quotation_marks_once(said: str, shown: str) -> None:
    assert str(plays(WORDS)["spoken"](said)) == shown


@pytest.mark.parametrize("kind", ["scenario", "transcript", "vignette"])
def test_every_word_of_the_script_is_collected_for_translators(kind: str) -> None:
    for each in KINDS[kind].scripts():
        script = Path(str(each))
        found: set[str] = set()
        for _line, message in messages(script):
            found.update([message] if isinstance(message, str) else message)
        written = re.findall(
            r'\b(?:words|countWords)\(\s*"((?:[^"\\]|\\.)*)"', script.read_text("utf-8")
        )
        assert set(written) <= found


# ------------------------------------------------------------------ pictures


TURNINGS = [
    [],
    [Turning("Minute 16", ("Say nothing",), 0)],
    [
        Turning(
            "Minute 16", ("Say nothing", "“We don’t give advice here…”", "“To be Mr Osei?”"), 2
        ),
        Turning("08:34", ("Read back in the notes before you call him", "Call"), 0),
        Turning(
            "Scene 3",
            ("Ä <b> & \"Ö\" 'ő'", "日本語の選択", "Straßenbahnhaltestellenschild", "e\u0301"),
            1,
        ),
    ],
    [Turning(f"Minute {n}", tuple("abcdefgh"[: n + 1]), n // 2) for n in range(8)],
]


@pytest.mark.browser
def test_script_draws_the_way_and_the_gauges_as_the_build_does(visit: Visit) -> None:
    page = visit(GROUP.activities, files=GROUP.files)
    letters = {"groups": GROUPS, "bold": BOLD, "descent": DESCENT}
    for turnings in TURNINGS:
        given = [
            {"title": t.title, "options": list(t.options), "chosen": t.chosen} for t in turnings
        ]
        drawn = page.evaluate(
            "([given, letters]) =>"
            " trainer.pictures.way(given, new trainer.pictures.Lettering(letters), 'way')",
            [given, letters],
        )
        assert drawn == way(turnings, words=WORDS)
    for level in range(-1, 6):
        for before in range(-1, 6):
            drawn = page.evaluate("([a, b]) => trainer.pictures.gauge(a, b)", [level, before])
            assert drawn == gauge(level, before)


def people(states: list[str], *, back: bool) -> list[Person]:
    roles = [("You", "leader"), ("Petra", "presenter")]
    roles += [("Amir Haddad", "member"), ("Joan Mackie", "member")]
    return [
        Person(name, role, state, back=back and role == "presenter")  # type: ignore[arg-type]
        for (name, role), state in zip(roles, states, strict=True)
    ]


@pytest.mark.browser
def test_circle_shows_who_speaks_who_has_spoken_and_who_came_back(visit: Visit) -> None:
    short = {name: text.replace("Petra Lindqvist", "Petra") for name, text in GROUP.files.items()}
    page = visit(GROUP.activities, files=short)
    page.locator(".tr-past > summary").click()

    def drawn() -> str:
        html = room(page).locator("svg.tr-pic").evaluate("svg => svg.outerHTML")
        return ordered(re.sub(rf"{ID}--circle(-in)?(-[td])--now", r"circle\2", html))

    def expected(states: list[str], minute: int, *, back: bool) -> str:
        svg = circle(people(states, back=back), minute=minute, words=WORDS)
        # the browser writes empty elements out
        return ordered(re.sub(r"<(\w+)([^>]*)/>", r"<\1\2></\1>", svg).replace("&#x27;", "'"))

    def ordered(svg: str) -> str:
        return re.sub(r'class="([^"]*)"', lambda found: str(sorted(found[1].split())), svg)

    assert drawn() == expected(["silent", "silent", "spoke", "speaks"], 16, back=True)
    choose(page, "We don’t give advice here.")
    assert drawn() == expected(["spoke", "silent", "speaks", "spoke"], 18, back=True)
    choose(page, "And he, with that thing on his knees?")
    assert drawn() == expected(["spoke", "speaks", "spoke", "spoke"], 36, back=False)


# ------------------------------------------------------------------ playing


@pytest.mark.browser
def test_note_stands_before_and_can_be_passed_or_left(visit: Visit) -> None:
    page = visit(GROUP.activities, files=GROUP.files)
    expect(told(page, "A presenter is given more advice")).to_be_visible()
    expect(told(page, "The radiator ticks.")).to_be_hidden()
    page.get_by_role("link", name="Leave this one out").click()
    expect(page.locator(f"#{ID}--after")).to_be_focused()
    page.locator(".tr-past > summary").click()
    expect(told(page, "The radiator ticks.")).to_be_visible()


@pytest.mark.browser
def test_a_choice_has_a_consequence_with_the_focus_and_a_comment(play: Callable[..., Page]) -> None:
    page = play()
    expect(page.get_by_role("group", name="You are in the chair. What do you do?")).to_be_visible()
    silence = page.get_by_role("button", name="Say nothing")
    words = page.get_by_role("button", name="We don’t give advice here.")
    sizes = [box["width"] for box in (silence.bounding_box(), words.bounding_box()) if box]
    assert sizes[0] == sizes[1]
    silence.click()
    then = page.locator(".tr-consequence")
    expect(then).to_be_focused()
    expect(then).to_contain_text("Joan adds a leaflet.")
    expect(then).to_contain_text("Here three tips have landed on one person already.")
    expect(page.locator(".tr-taken .is-chosen")).to_have_text("You chose: Say nothing")
    expect(page.get_by_role("heading", name="Minute 18")).to_be_visible()
    expect(page.get_by_role("group", name="And now?")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(
        "Safety: Petra has begun to write it all down. Focus: on what to do about him."
    )


@pytest.mark.browser
def test_gauges_move_and_keep_their_words_until_new_ones_come(play: Callable[..., Page]) -> None:
    page = play()
    safety, focus, playing = room(page).locator(".tr-gauge").all()
    expect(safety).to_have_text("Safetypolite, and a little careful")
    expect(safety.locator(".tr-was")).to_have_count(0)
    choose(page, "We don’t give advice here.")
    expect(safety).to_have_text("Safetycareful now")
    expect(safety.locator(".tr-now")).to_have_attribute("cx", "34")
    expect(safety.locator(".tr-was")).to_have_attribute("cx", "60")
    expect(focus).to_have_text("Focuson the binder, not on him")
    expect(focus.locator(".tr-was")).to_have_count(0)
    expect(playing).to_have_text("Playhands in laps")
    expect(page.locator(".tr-weather")).to_contain_text("weather, not marks")


@pytest.mark.browser
def test_conditions_decide_what_is_said_and_what_can_be_done(play: Callable[..., Page]) -> None:
    page = play()
    choose(page, "Say nothing")
    expect(told(page, "Have you tried having him send")).to_be_visible()
    expect(told(page, "Then what is it for?")).to_have_count(0)
    expect(page.get_by_role("button", name="notice on a wall")).to_have_count(0)
    choose(page, "Step back", "We don’t give advice here.")
    expect(told(page, "Then what is it for?")).to_be_visible()
    expect(page.get_by_role("button", name="notice on a wall")).to_be_visible()
    expect(told(page, "If you chose")).to_have_count(0)


@pytest.mark.browser
def test_an_ending_shows_the_way_taken_and_the_ways_beside_it(play: Callable[..., Page]) -> None:
    page = play()
    choose(page, "We don’t give advice here.", "And he, with that thing", "Say nothing")
    ending = page.get_by_role("region", name="On the stairs")
    expect(ending).to_contain_text("Next Thursday he will come")
    expect(ending).to_contain_text("Nothing is solved.")
    expect(page.locator(".tr-choices")).to_have_count(0)
    picture = ending.get_by_role("img", name="The way you took")
    expect(picture.locator("desc")).to_have_text(
        "Minute 16: you chose “We don’t give advice here.”, one of 3. "
        "Minute 18: you chose “And he, with that thing on…”, one of 3. "
        "Minute 36: you chose Say nothing, one of 2."
    )
    turnings = ending.locator(".tr-turning > li")
    expect(turnings).to_have_count(3)
    expect(turnings.first).to_contain_text("It can be mended.")
    beside = turnings.first.get_by_text("Here three tips have landed")
    expect(beside).to_be_hidden()
    turnings.first.get_by_text("What else one might have done").click()
    expect(beside).to_be_visible()
    expect(turnings.first.locator("details li")).to_have_count(2)


@pytest.mark.browser
def test_one_can_step_back_to_any_turning_point_and_mend_every_ending(
    play: Callable[..., Page],
) -> None:
    page = play()
    choose(page, "Say nothing", "And he, with that thing", "So the binder is how")
    expect(page.get_by_role("region", name="Something to take home")).to_be_visible()
    choose(page, "Go back to minute 36, and mend it")
    expect(page.get_by_role("heading", name="Minute 36")).to_be_focused()
    expect(page.locator(".tr-ending")).to_have_count(0)
    choose(page, "Say nothing")
    expect(page.get_by_text("You have also come out here: Something to take home.")).to_be_visible()
    choose(page, "Step back to minute 18 and try otherwise")
    expect(page.get_by_role("heading", name="Minute 18")).to_be_focused()
    assert record_of(page, ID)["value"]["path"] == ["wait"]
    choose(page, "And he, with that thing", "Say nothing", "Begin again")
    expect(page.get_by_role("heading", name="Minute 16")).to_be_focused()
    assert record_of(page, ID)["value"] == {"path": [], "endings": ["a-list", "open-end"]}


@pytest.mark.browser
def test_repair_may_lead_where_the_way_had_not_come_by(visit: Visit) -> None:
    page = visit(LOOSE, files=LOOSE_FILES)
    choose(page, "Take the short way.", "Go back to scene 2, and mend it")
    expect(page.get_by_text("a place that your way had not come by")).to_be_visible()
    assert record_of(page, "play-loose")["value"]["path"] == ["near", ">long"]
    page.reload()
    choose(page, "Walk on.")
    ending = page.locator(".tr-ending")
    expect(ending.locator(".tr-turning > li")).to_have_count(2)
    choose(page, "Go back to scene 2, and mend it")
    assert record_of(page, "play-loose")["value"]["path"] == ["near", ">long"]


@pytest.mark.browser
def test_lateness_adds_up(visit: Visit) -> None:
    page = visit(MORNING, files=SURGERY)
    clock = page.locator(".tr-clock")
    expect(clock).to_have_text("Due at 08:30. You are on time.")
    expect(page.locator(".tr-circle, .tr-gauge")).to_have_count(0)
    choose(page, "Call him in.")
    expect(page.locator(".tr-verdict")).to_have_text("Then. It is 08:40.")
    expect(clock.last).to_have_text("Due at 08:40. You are on time.")
    choose(page, "How is the piano?")
    expect(page.get_by_role("heading", name="08:47")).to_be_visible()
    expect(clock.last).to_have_text("Due at 08:45. You are 2 minutes late.")
    expect(clock.last).to_have_class("tr-clock is-late")
    choose(page, "Step back", "Step back", "Read the notes.", "How is the piano?")
    expect(clock.last).to_have_text("Due at 08:45. You are 1 minute late.")
    choose(page, "Press the bell.")
    expect(page.locator(".tr-turning > li").last).to_contain_text("08:46")
    choose(page, "Go back to 08:39, and mend it")
    expect(page.get_by_role("heading", name="08:39")).to_be_focused()


@pytest.mark.browser
def test_any_play_comes_to_an_end_and_can_be_mended(play: Callable[..., Page]) -> None:
    """As many ways as chance takes: no way breaks, none is without a choice, each ending mends."""
    page = play()
    chance = random.Random(4)
    for _ in range(150):
        buttons = page.locator(".tr-choices button")
        if buttons.count():
            number = chance.randrange(buttons.count())
            buttons.nth(number).evaluate("button => button.click()")
            continue
        mend = page.get_by_role("button", name="mend it")
        again = page.get_by_role("button", name="Begin again")
        chance.choice([mend, mend, again]).evaluate("button => button.click()")
        assert page.locator(".tr-choices button").count()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))
    named = page.evaluate(
        "[...document.querySelectorAll('[aria-labelledby],[aria-describedby]')].flatMap(each =>"
        " `${each.getAttribute('aria-labelledby') || ''} ${each.getAttribute('aria-describedby') || ''}`"
        ".trim().split(' '))"
    )
    assert set(named) <= set(ids)


# ------------------------------------------------------------------ keys, thumbs, and coming back


@pytest.mark.browser
def test_keyboard_alone(visit: Visit, axe: Callable[[Page], None]) -> None:
    page = visit(GROUP.activities, files=GROUP.files)
    tab_to(page, page.locator(".tr-past > summary"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Before we help her"))
    page.keyboard.press("Enter")
    expect(page.locator(".tr-consequence")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Say nothing")).to_be_focused()
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Go back to minute 16, and mend it"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Minute 16")).to_be_focused()
    axe(page)


@pytest.mark.browser
def test_thumb(play: Callable[..., Page]) -> None:
    page = play(touch=True, width=390)
    page.get_by_role("button", name="Before we help her").tap()
    expect(told(page, "Nine seconds.")).to_be_visible()
    expect(page.locator(".tr-room.is-aside")).to_be_hidden()
    expect(page.locator(".tr-scene > .tr-room:visible")).to_have_count(2)


@pytest.mark.browser
def test_room_stays_beside_the_talk_on_a_wide_screen(play: Callable[..., Page]) -> None:
    page = play()
    aside = page.locator(".tr-room.is-aside")
    expect(aside).to_be_visible()
    expect(aside).to_have_css("position", "sticky")
    expect(page.locator(".tr-scene > .tr-room:visible")).to_have_count(0)


@pytest.mark.browser
def test_a_play_comes_back_after_a_reload(play: Callable[..., Page]) -> None:
    page = play()
    choose(page, "We don’t give advice here.")
    assert record_of(page, ID)["state"] == "visited"
    page.reload()
    expect(page.locator(".tr-consequence")).to_contain_text("Petra covers her hand.")
    expect(told(page, "Then what is it for?")).to_be_visible()
    expect(page.locator("body")).to_be_focused()
    choose(page, "And he, with that thing", "Say nothing")
    kept = record_of(page, ID)
    assert kept["state"] == "attempted"
    assert kept["value"] == {"path": ["rule", "turn-later", "leave-it"], "endings": ["open-end"]}
    page.reload()
    expect(page.get_by_role("region", name="On the stairs")).to_be_visible()
    choose(page, "Step back to minute 16 and try otherwise")
    assert record_of(page, ID)["state"] == "attempted"


@pytest.mark.browser
@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "tips",
        {"path": "wait", "endings": {}},
        {"path": ["nowhere"], "endings": ["nowhere", 3]},
        {"path": [">nowhere", "wait"], "endings": []},
        {"path": [{}, "wait"]},
    ],
    ids=str,
)
def test_what_cannot_be_played_is_left_out(play: Callable[..., Page], value: object) -> None:
    page = play()
    record = {"activity": ID, "hash": "other", "state": "visited", "value": value, "at": ""}
    page.evaluate("record => trainer.store.write(record)", record)
    page.reload()
    if page.locator(".tr-past:not([open])").count():
        page.locator(".tr-past > summary").click()
    choose(page, "Before we help her")
    expect(page.locator(".tr-consequence").last).to_be_visible()


@pytest.mark.browser
def test_a_scenario_that_has_changed_is_played_as_far_as_it_goes(play: Callable[..., Page]) -> None:
    page = play()
    value = {"path": ["wait", "gone", "leave-it"], "endings": ["open-end", "gone"]}
    record = {"activity": ID, "hash": "other", "state": "attempted", "value": value, "at": ""}
    page.evaluate("record => trainer.store.write(record)", record)
    page.reload()
    expect(page.get_by_text("You stand where the ways part.")).to_be_visible()
    expect(page.get_by_role("heading", name="Minute 18")).to_be_visible()
    choose(page, "Say nothing")
    assert record_of(page, ID)["value"]["endings"] == ["open-end", "a-list"]


# ------------------------------------------------------------------ without scripts, on paper, for all eyes


@pytest.mark.browser
def test_without_scripts_it_can_be_played_by_links(visit: Visit) -> None:
    page = visit(GROUP.activities, files=GROUP.files, scripts=False)
    page.locator(".tr-past > summary").click()
    page.get_by_text("“We don’t give advice here.”").first.click()
    expect(page.get_by_text("Petra covers her hand.").first).to_be_visible()
    expect(page.get_by_text("Safety, a step back: careful now").first).to_be_visible()
    page.get_by_role("link", name="Go on to scene 2").locator("visible=true").click()
    scene = page.locator(f"#{ID}--more-tips")
    assert page.url.endswith(f"#{ID}--more-tips")
    expect(scene).to_be_in_viewport()
    scene.get_by_text("Say nothing").click()
    scene.get_by_role("link", name="Go on to ending 5").click()
    page.locator(f"#{ID}--a-list").get_by_role("link", name="Go back to scene 3").click()
    expect(page.locator(f"#{ID}--the-bus")).to_be_in_viewport()


@pytest.mark.browser
def test_paper_has_a_card_for_each_scene_and_what_follows_after_them(visit: Visit) -> None:
    page = visit(GROUP.activities, files=GROUP.files)
    page.emulate_media(media="print")
    cards = page.locator(".tr-sheet-card")
    expect(cards).to_have_count(5)
    expect(cards.nth(1)).to_contain_text("2 Minute 18")
    expect(cards.nth(1)).to_contain_text("only if you chose 1c")
    expect(cards.nth(1)).not_to_contain_text("Petra puts her pen on the floor.")
    follows = page.locator(".tr-sheet-follows > li")
    expect(follows.nth(3)).to_contain_text("2a")
    expect(follows.nth(3)).to_contain_text("Petra puts her pen on the floor.")
    expect(follows.nth(3)).to_contain_text("Go on to card 5.")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("look", ["light", "dark", "forced"])
def test_axe_finds_nothing_on_the_whole_way(
    play: Callable[..., Page], axe: Callable[[Page], None], width: int, look: str
) -> None:
    page = play(width=width, dark=look == "dark", forced=look == "forced", calm=True)
    axe(page)
    choose(page, "We don’t give advice here.")
    axe(page)
    choose(page, "And he, with that thing", "So the binder is how")
    for each in page.locator(".tr-turning summary").all():
        each.click()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_the_surgery(
    visit: Visit, axe: Callable[[Page], None], width: int
) -> None:
    page = visit(MORNING, files=SURGERY, width=width, calm=True)
    choose(page, "Read the notes.", "How is the piano?")
    axe(page)


@pytest.mark.browser
def test_right_to_left_and_a_language_of_its_own(visit: Visit) -> None:
    page = visit(GROUP.activities, files=GROUP.files, language="ar")
    page.locator(".tr-past > summary").click()
    choose(page, "Say nothing")
    bar = page.locator(".tr-consequence")
    expect(bar).to_have_css("border-right-width", "3px")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
