"""All workshops side by side, and where each lesson is used in them."""

from dataclasses import dataclass

from trainer.model import Block, Course, Lesson, Workshop
from trainer.model.addresses import WORKSHOPS
from trainer.publication.lengths import time_told
from trainer.publication.press import Press, plain
from trainer.publication.values import Edition, Heading, PublishedPage, SearchEntry
from trainer.words import Catalogue


@dataclass(frozen=True)
class SessionLink:
    """A session of a workshop that uses a lesson."""

    href: str
    title: str


def by_length(course: Course) -> list[Workshop]:
    """Return the workshops, the shortest first."""
    return sorted(course.workshops, key=lambda w: (w.minutes, w.title.casefold()))


def told(plan: Workshop | Block, catalogue: Catalogue) -> str:
    """Say how long people are together, and how long without what may be left free."""
    whole = time_told(plan.minutes, catalogue)
    if not plan.optional_minutes:
        return catalogue.gettext("{all} together", all=whole)
    fewest = time_told(plan.minutes - plan.optional_minutes, catalogue)
    said = catalogue.gettext("{all} together, {fewest} without what is optional")
    return said.format(all=whole, fewest=fewest)


def session_anchor(block: int, session: int) -> str:
    """Return the id of a session on the page of its workshop; no heading's id has two hyphens."""
    return f"session--{block}-{session}"


def workshops_page(press: Press) -> PublishedPage:
    """Make the page that lists the workshops."""
    text = press.text(WORKSHOPS)
    say = press.catalogue.gettext
    title = say("Workshops")
    text.headings.append(Heading(1, title, "workshops"))
    workshops = by_length(press.course)
    html = press.render(
        "workshops.html.j2",
        text=text,
        workshops=[
            {
                "workshop": workshop,
                "href": press.href("workshop", workshop.id),
                "length": told(workshop, press.catalogue),
            }
            for workshop in workshops
        ],
    )
    words = say("Plans for teaching with this course: minutes, rooms, kit and lessons.")
    search = (SearchEntry("", title, plain(*(workshop.lead for workshop in workshops))),)
    return press.page(WORKSHOPS, "workshops", title, html, text, search=search, description=words)


def uses(press: Press, lesson: Lesson) -> list[SessionLink]:
    """Return the sessions that use a lesson; the learner's edition does not speak of them."""
    if press.edition is not Edition.FACILITATOR:
        return []
    names = {lesson.id, *lesson.formerly}
    return [
        SessionLink(
            f"{press.href('workshop', workshop.id)}#{session_anchor(day, place)}",
            f"{workshop.title}: {session.title}",
        )
        for workshop in by_length(press.course)
        for day, block in enumerate(workshop.blocks, 1)
        for place, session in enumerate(block.sessions, 1)
        if not names.isdisjoint(session.lessons)
    ]
