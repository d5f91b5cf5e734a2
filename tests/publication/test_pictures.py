"""The pictures: well-formed, named, without styles, and with every label inside the picture."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.publication.pictures import (
    LessonSeat,
    Module,
    Occasion,
    Person,
    Segment,
    Turning,
    circle,
    course_map,
    gauge,
    lessons_strip,
    radar,
    session_arc,
    session_arc_phone,
    spark,
    stage_mark,
    way,
)
from trainer.publication.pictures.circle import State
from trainer.publication.pictures.lettering import BOLD, shorten, text_width, wrap
from trainer.publication.pictures.stage_mark import STAGES
from trainer.words import PSEUDO, catalogue

WORDS = catalogue("en")
SVG = "{http://www.w3.org/2000/svg}"
SIZES = {
    "tr-num": 17,
    "tr-big": 27,
    "tr-small": 16,
    "tr-name": 16,
    "tr-absent": 18,
    "tr-label": 13,
    "tr-axis": 16,
    "tr-minute": 14,
    "tr-seglabel": 16,
}
"""As in `assets/pictures.css`; a test compares them."""

NAMES = st.text(st.characters(categories=["L", "M", "N", "P", "Zs"]), min_size=1, max_size=40).map(
    lambda text: text.strip() or "x"
)
STATES: tuple[State, ...] = ("speaks", "spoke", "silent")
FRACTIONS = st.sampled_from([0.0, 0.25, 0.5, 1.0])


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def lines(picture: ET.Element) -> Iterator[tuple[str, str, float, float, str]]:
    """Yield class, anchor, x, y and words of every line of text."""
    for text in picture.iter(f"{SVG}text"):
        own = text.attrib["class"], text.attrib["text-anchor"]
        spans = list(text.iter(f"{SVG}tspan")) or [text]
        for span in spans:
            yield *own, float(span.attrib["x"]), float(span.attrib["y"]), span.text or ""


def assert_sound(svg: str) -> ET.Element:
    """Check what holds for every picture."""
    picture = parsed(svg)
    ids = [element.attrib["id"] for element in picture.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    for element in picture.iter():
        assert element.tag != f"{SVG}style"
        assert not {"style", "fill", "stroke", "tabindex", "onclick"} & set(element.attrib)
    if picture.attrib.get("aria-hidden") != "true":
        assert picture.attrib["role"] == "img"
        named = picture.attrib["aria-labelledby"].split()
        told = {element.attrib.get("id"): element.text for element in picture.iter()}
        assert all(told[name] for name in named)
    assert_inside(picture)
    return picture


def assert_inside(picture: ET.Element) -> None:
    left, top, width, height = (float(number) for number in picture.attrib["viewBox"].split())
    for classes, anchor, x, y, words in lines(picture):
        kind, *states = classes.split()
        bold = BOLD if {"is-speaks", "is-chosen"} & set(states) else 1
        size = SIZES[kind]
        wide = text_width(words, size) * bold
        start = x - {"start": 0, "middle": 0.5, "end": 1}[anchor] * wide
        assert start >= left - 0.2, words
        assert start + wide <= left + width + 0.2, words
        assert top <= y - 0.7 * size, words
        assert y + 0.2 * size <= top + height, words


modules = st.lists(st.tuples(NAMES, st.floats(0.1, 12), FRACTIONS), min_size=1, max_size=20)
people = st.lists(
    st.tuples(NAMES, st.sampled_from(STATES), st.booleans()),
    min_size=3,
    max_size=14,
)


def module(place: int, title: str, hours: float, done: float) -> Module:
    return Module(f"module-{place}", str(place), title, hours, f"{hours:g} hours", done)


@given(modules, NAMES, NAMES)
@settings(deadline=None)
def test_course_map_has_a_chair_for_each_module(
    drawn: list[tuple[str, float, float]], centre: str, below: str
) -> None:
    given_modules = [module(place, *values) for place, values in enumerate(drawn, 1)]
    picture = assert_sound(course_map(given_modules, centre=centre, below=below, words=WORDS))
    chairs = [g for g in picture.iter(f"{SVG}g") if "data-tr-page" in g.attrib]
    assert [chair.attrib["data-tr-page"] for chair in chairs] == [m.id for m in given_modules]
    assert all(m.title in (picture.findtext(f"{SVG}desc") or "") for m in given_modules)


def test_course_map_draws_longer_modules_wider() -> None:
    svg = course_map([module(1, "a", 1, 0), module(2, "b", 3, 0)], centre="4 hours", words=WORDS)
    short, long = (
        float(seat.attrib["width"])
        for seat in parsed(svg).iter(f"{SVG}rect")
        if seat.attrib["class"] == "tr-seat"
    )
    assert long > short


def test_course_map_fills_a_seat_as_far_as_its_module_is_done() -> None:
    svg = course_map([module(1, "a", 2, 0.5)], centre="2 hours", words=WORDS)
    cut = next(r for r in parsed(svg).iter(f"{SVG}rect") if r.attrib["class"] == "tr-cut")
    assert cut.attrib["height"] == "21"
    assert "is-begun" in svg


@given(people, NAMES)
@settings(deadline=None)
def test_circle_names_everybody(drawn: list[tuple[str, State, bool]], in_mind: str) -> None:
    group = [Person(name, state=state, back=back) for name, state, back in drawn]
    picture = assert_sound(circle(group, minute=16, in_mind=in_mind, words=WORDS))
    names = [words for words in lines(picture) if words[0].startswith("tr-name")]
    assert len({(x, y) for _, _, x, y, _ in names}) >= len(group)


def test_circle_tells_what_it_shows() -> None:
    group = [Person("You", "leader"), Person("Amir", state="speaks"), Person("Dr L", back=True)]
    desc = parsed(circle(group, in_mind="Mr Osei?", words=WORDS)).findtext(f"{SVG}desc")
    assert desc == (
        "3 chairs in a circle. Dr L has moved back from the circle. Amir speaks. "
        "Not yet heard: You, Dr L. In mind: Mr Osei?"
    )


def test_names_of_people_keep_apart() -> None:
    group = [Person(name) for name in ("You", "Amir", "Joan", "Tomasz", "Dr Lindqvist", "Ruth")]
    boxes = []
    for _, anchor, x, y, words in lines(parsed(circle(group, words=WORDS))):
        start = x - {"start": 0, "middle": 0.5, "end": 1}[anchor] * text_width(words, 16)
        boxes.append((start, start + text_width(words, 16), y))
    for k, (left, right, y) in enumerate(boxes):
        for other_left, other_right, other_y in boxes[k + 1 :]:
            apart = right < other_left or other_right < left or abs(y - other_y) > 14
            assert apart


@pytest.mark.parametrize("kind", [*STAGES, "a kind of later days"])
def test_stage_mark_has_seven_dots(kind: str) -> None:
    picture = assert_sound(stage_mark(kind))
    assert len(list(picture.iter(f"{SVG}circle"))) == 7


def segments(count: int, names: list[str]) -> list[Segment]:
    bounds = [round(k * 45 / count, 1) for k in range(count + 1)]
    return [
        Segment(start, end, names[k % len(names)], "a part", deep=k == count // 2, mark="group")
        for k, (start, end) in enumerate(pairwise(bounds))
    ]


@given(st.integers(1, 10), st.lists(NAMES, min_size=1, max_size=10))
@settings(deadline=None)
@pytest.mark.parametrize("draw", [session_arc, session_arc_phone])
def test_session_arc_names_every_part(
    draw: Callable[..., str], count: int, names: list[str]
) -> None:
    parts = segments(count, names)
    picture = assert_sound(draw(parts, title="A case", words=WORDS, prefix="arc"))
    assert sum(line[0] == "tr-seglabel" for line in lines(picture)) == count


@given(st.lists(st.lists(NAMES, min_size=1, max_size=6), min_size=1, max_size=6))
@settings(deadline=None)
def test_way_marks_one_choice_in_each_row(rows: list[list[str]]) -> None:
    turnings = [Turning("Minute 3", tuple(options), len(options) - 1) for options in rows]
    picture = assert_sound(way(turnings, words=WORDS))
    taken = [path for path in picture.iter(f"{SVG}path") if "is-chosen" in path.attrib["class"]]
    assert len(taken) == len(rows)


@given(st.integers(1, 20), st.integers(0, 19))
@settings(deadline=None)
def test_lessons_strip_has_a_seat_for_each_lesson(count: int, here: int) -> None:
    seats = [
        LessonSeat(f"l{k}", f"Lesson {k}", "done" if k < here else "open", here=k == here)
        for k in range(count)
    ]
    picture = assert_sound(lessons_strip(seats, words=WORDS, prefix="strip"))
    assert len(list(picture.iter(f"{SVG}rect"))) == count


@given(st.lists(st.sampled_from([0, 1, 2, 3, None]), min_size=3, max_size=20))
@settings(deadline=None)
def test_radar_draws_a_point_for_each_value_and_none_for_a_gap(values: list[int | None]) -> None:
    scale = ("not seen", "once", "uneven", "steady")
    items = [f"Item {k}" for k in range(len(values))]
    svg = radar(
        items,
        [Occasion("March", (0,) * len(values)), Occasion("November", tuple(values))],
        scale=scale,
        title="How you saw yourself lead",
        words=WORDS,
        prefix="radar",
    )
    picture = assert_sound(svg)
    now = [dot for dot in picture.iter(f"{SVG}circle") if dot.attrib["class"] == "tr-pt is-now"]
    assert len(now) == sum(value is not None for value in values)


@given(st.lists(st.sampled_from([0, 1, 2, 3, None]), min_size=1, max_size=8))
def test_spark_never_joins_across_a_gap(values: list[int | None]) -> None:
    picture = assert_sound(spark(values, 4))
    path = [p for p in picture.iter(f"{SVG}path") if "tr-poly" in p.attrib["class"]]
    starts = sum(
        value is not None and (k == 0 or values[k - 1] is None) for k, value in enumerate(values)
    )
    assert (path[0].attrib["d"].count("M") if path else 0) == starts


@pytest.mark.parametrize("level", range(5))
@pytest.mark.parametrize("before", [None, 0, 4])
def test_gauge_shows_where_it_was_only_when_it_moved(level: int, before: int | None) -> None:
    svg = gauge(level, before)
    assert_sound(svg)
    assert ("tr-was" in svg) == (before not in (None, level))


def test_pictures_say_nothing_that_is_not_in_the_catalogue() -> None:
    said = catalogue(PSEUDO)
    drawn = [
        course_map([module(1, "1", 1, 1)], centre="1", words=said),
        circle([Person("1"), Person("2", back=True)], minute=1, words=said),
        way([Turning("1", ("2", "3"), 0)], words=said),
        lessons_strip([LessonSeat("1", "1", here=True)], words=said, prefix="s"),
    ]
    for svg in drawn:
        picture = parsed(svg)
        for told in (picture.findtext(f"{SVG}title"), picture.findtext(f"{SVG}desc")):
            assert told
            assert told[0] == "["


def test_markup_in_names_is_escaped() -> None:
    bad = '<b>"&'
    svg = circle([Person(bad), Person(bad), Person(bad)], in_mind=bad, words=WORDS, prefix=bad)
    assert "<b>" not in svg
    assert_sound(svg)


def test_two_pictures_in_one_page_have_ids_of_their_own() -> None:
    chairs = [module(1, "a", 1, 0.5)]
    one, two = (course_map(chairs, centre="1", words=WORDS, prefix=name) for name in ("a", "b"))
    ids = [
        {element.attrib["id"] for element in parsed(svg).iter() if "id" in element.attrib}
        for svg in (one, two)
    ]
    assert not ids[0] & ids[1]


@given(NAMES, st.floats(20, 200))
def test_wrapped_lines_keep_to_their_width(text: str, width: float) -> None:
    for line in wrap(text, 16, width):
        assert text_width(line, 16) <= width or line == "…"


def test_shortening_says_that_it_did() -> None:
    assert (shorten("Bartholomew", 16, 60)[-1], shorten("Ruth", 16, 60)) == ("…", "Ruth")


def test_sizes_are_those_of_the_style_sheet() -> None:
    css = (files("trainer.publication") / "assets" / "pictures.css").read_text("utf-8")
    written = dict(re.findall(r"text\.(tr-[a-z]+)\{[^}]*?font-size:(\d+)px", css))
    (base,) = re.findall(r"^\.tr-pic text\{[^}]*font-size:(\d+)px", css, re.MULTILINE)
    assert {name: int(written.get(name, base)) for name in SIZES} == SIZES
