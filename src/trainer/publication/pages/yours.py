"""The learner's own page: progress, journal, leading log, record of learning, and what to do with it all."""

from markupsafe import Markup

from trainer.model import Module
from trainer.model.addresses import YOURS, path_of
from trainer.publication.pictures import LessonSeat, lessons_strip
from trainer.publication.press import Press
from trainer.publication.texts import PageText
from trainer.publication.values import Heading, PublishedPage
from trainer.words import phrase

DOINGS = (
    ("member", phrase("Member of a group")),
    ("led", phrase("Led a group")),
    ("observed", phrase("Led, and was observed")),
    ("supervision", phrase("Supervision of my leading")),
    ("workshop", phrase("Workshop or Intensive")),
)
"""What the societies' pathways count."""
SCRIPTS = frozenset({"yours"})


def yours_page(press: Press) -> PublishedPage:
    """Make the page; a script fills it with what the browser has kept."""
    text = press.text(YOURS)
    title = press.catalogue.gettext("Yours")
    text.headings.append(Heading(1, title, "yours"))
    html = press.render(
        "yours.html.j2",
        modules=[
            _module(press, module, number, text)
            for number, module in enumerate(press.course.modules, 1)
        ],
        doings=[(key, press.catalogue.say(said)) for key, said in DOINGS],
    )
    words = press.catalogue.gettext("What you have done and written, kept in this browser.")
    return press.page(YOURS, "yours", title, html, text, description=words, kinds=SCRIPTS)


def _module(press: Press, module: Module, number: int, text: PageText) -> dict[str, object]:
    """Return a module with the words that the script needs: titles, and who practises what."""
    lessons = [(path_of("lesson", lesson.id), lesson.title) for lesson in module.lessons]
    seats = [LessonSeat(path, title) for path, title in lessons]
    return {
        "number": number,
        "path": path_of("module", module.id),
        "href": press.href("module", module.id),
        "title": module.head.title,
        "length": press.time(module.head.duration.minutes),
        "strip": Markup(lessons_strip(seats, words=press.catalogue, prefix=f"strip-{number}")),
        "lessons": lessons,
        "objectives": [
            {"text": text.line(objective.text), "by": " ".join(_practising(press, objective.id))}
            for objective in module.head.objectives
        ],
    }


def _practising(press: Press, objective: str) -> list[str]:
    return [a.id for a in press.course.activities if objective in a.practises]
