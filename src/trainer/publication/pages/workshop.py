"""The page of a workshop: its plan as tables, and what has to be ready, gathered from the sessions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from trainer.model import Block, Line, Slot, Workshop
from trainer.model.addresses import WORKSHOPS, path_of
from trainer.publication.lengths import HOUR
from trainer.publication.pages.workshops import session_anchor, told
from trainer.publication.press import Press, plain
from trainer.publication.values import NEUTRAL, Heading, PublishedPage, SearchEntry

STYLE = frozenset({"workshop"})
"""The style sheet that only these pages load."""


@dataclass(frozen=True)
class Row:
    """A session in its table."""

    anchor: str
    slot: Slot
    time: str
    parts: str
    lessons: list[dict[str, str]]


@dataclass(frozen=True)
class Plan:
    """A day or an evening."""

    anchor: str
    title: str
    length: str
    """Empty where there is only one: it stands above already."""
    block: Block
    rows: list[Row]


@dataclass
class Need:
    """A thing or a room, and the days on which it is needed."""

    line: Line
    blocks: list[str] = field(default_factory=list)


def workshop_page(press: Press, workshop: Workshop) -> PublishedPage:
    """Make a workshop's page."""
    path = path_of("workshop", workshop.id)
    text = press.text(path)
    text.headings.append(Heading(1, workshop.title, workshop.id))
    before = text.prose(workshop.text, "") if workshop.text else Markup("")
    plans = [_plan(press, workshop, number) for number in range(1, len(workshop.blocks) + 1)]
    text.headings += [Heading(2, plan.title, plan.anchor) for plan in plans]
    values = {"workshop": workshop, "text": text}
    tables = [press.render("workshop-plan.html.j2", plan=plan, **values) for plan in plans]
    html = press.render(
        "workshop.html.j2",
        **values,
        workshops_href=NEUTRAL + WORKSHOPS,
        length=told(workshop, press.catalogue),
        before=before,
        tables=tables,
        rooms=_rooms(workshop),
        kit=_kit(workshop),
    )
    return press.page(
        path,
        "workshop",
        workshop.title,
        html,
        text,
        search=tuple(_search(workshop, plans)),
        description=plain(workshop.lead),
        kinds=STYLE,
    )


def _plan(press: Press, workshop: Workshop, number: int) -> Plan:
    block = workshop.blocks[number - 1]
    return Plan(
        anchor=f"block--{number}",
        title=block.title or press.catalogue.gettext("The plan"),
        length=told(block, press.catalogue) if len(workshop.blocks) > 1 else "",
        block=block,
        rows=[
            _row(press, session_anchor(number, place), slot, has_clock=block.has_clock)
            for place, slot in enumerate(block.slots(), 1)
        ],
    )


def _row(press: Press, anchor: str, slot: Slot, *, has_clock: bool) -> Row:
    told_as = _clock if has_clock else str
    say = press.catalogue.gettext
    parts = " + ".join(str(minutes) for minutes in slot.session.minutes)
    return Row(
        anchor=anchor,
        slot=slot,
        time=f"{told_as(slot.begins)}–{told_as(slot.ends)}",
        parts=say("{minutes} min", minutes=parts),
        lessons=[_lesson(press, name) for name in slot.session.lessons],
    )


def _lesson(press: Press, name: str) -> dict[str, str]:
    lesson = next(each for each in press.course.lessons if name in (each.id, *each.formerly))
    title = f"{press.number(lesson)} {lesson.title}"
    return {"href": press.href("lesson", lesson.id), "title": title}


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes, HOUR)
    return f"{hours:02}:{rest:02}"


def _rooms(workshop: Workshop) -> list[Need]:
    found = ((b.title, s.room) for b in workshop.blocks for s in b.sessions if s.room)
    return _gathered(found)


def _kit(workshop: Workshop) -> list[Need]:
    """What is there for the whole stands first, without days."""
    whole = ((None, line) for line in workshop.kit)
    days = ((b.title, line) for b in workshop.blocks for s in b.sessions for line in s.kit)
    return _gathered((*whole, *days))


def _gathered(found: Iterable[tuple[str | None, Line]]) -> list[Need]:
    """Bring what is the same but for capitals together, in the order of first need."""
    needs: dict[str, Need] = {}
    always: set[str] = set()
    for block, line in found:
        key = line.strip().casefold()
        need = needs.setdefault(key, Need(line))
        if block is None:
            always.add(key)
        elif key not in always and block not in need.blocks:
            need.blocks.append(block)
    return list(needs.values())


def _search(workshop: Workshop, plans: list[Plan]) -> Iterator[SearchEntry]:
    words = plain(workshop.lead, workshop.group, workshop.text, workshop.after)
    yield SearchEntry("", workshop.title, words)
    for plan in plans:
        sessions = "\n".join(
            f"{session.title} {plain(session.text)}".strip() for session in plan.block.sessions
        )
        yield SearchEntry(plan.anchor, f"{workshop.title}: {plan.title}", sessions)
