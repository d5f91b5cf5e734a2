"""The learner's own page: progress, journal, leading log, record of learning, and what to do with it all."""

from markupsafe import Markup

from trainer.model.addresses import YOURS, path_of
from trainer.publication.pictures import LessonSeat, lessons_strip
from trainer.publication.press import Press
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
SCRIPTS = frozenset({"lock", "titles", "yours"})


def yours_page(press: Press) -> PublishedPage:
    """Make the page; a script fills it with what the browser has kept."""
    text = press.text(YOURS)
    title = press.catalogue.gettext("Yours")
    text.headings.append(Heading(1, title, "yours"))
    course = press.course
    html = press.render(
        "yours.html.j2",
        modules=[
            {
                "number": number,
                "path": path_of("module", module.id),
                "href": press.href("module", module.id),
                "title": module.head.title,
                "length": press.hours(module.head.duration.minutes),
                "strip": Markup(
                    lessons_strip(
                        [
                            LessonSeat(path_of("lesson", each.id), each.title)
                            for each in module.lessons
                        ],
                        words=press.catalogue,
                        prefix=f"strip-{number}",
                    )
                ),
                "objectives": [(o.id, text.line(o.text)) for o in module.head.objectives],
            }
            for number, module in enumerate(course.modules, 1)
        ],
        doings=[(key, press.catalogue.say(said)) for key, said in DOINGS],
    )
    words = press.catalogue.gettext("What you have done and written, kept in this browser.")
    return press.page(YOURS, "yours", title, html, text, description=words, kinds=SCRIPTS)
