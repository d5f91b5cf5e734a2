"""The page of a module."""

from dataclasses import dataclass

from markupsafe import Markup

from trainer.model import Lesson, Module
from trainer.model.addresses import HOME, path_of
from trainer.publication.pictures import LessonSeat, lessons_strip
from trainer.publication.press import Press, plain
from trainer.publication.texts import PageText
from trainer.publication.values import NEUTRAL, Heading, PublishedPage, SearchEntry


@dataclass(frozen=True)
class Entry:
    """A lesson or module in a list."""

    path: str
    href: str
    title: str
    length: str
    lead: Markup


def module_page(press: Press, module: Module) -> PublishedPage:
    """Make a module's page."""
    path = path_of("module", module.id)
    text = press.text(path)
    head = module.head
    text.headings.append(Heading(1, head.title, module.id))
    lessons = [lesson_entry(press, lesson, text) for lesson in module.lessons]
    first = lessons[0] if lessons else None
    seats = [LessonSeat(path_of("lesson", lesson.id), lesson.title) for lesson in module.lessons]
    titles = {m.id: m.head.title for m in press.course.modules}
    html = press.render(
        "module.html.j2",
        module=module,
        home_href=NEUTRAL + HOME,
        number=press.course.modules.index(module) + 1,
        total=len(press.course.modules),
        text=text,
        first=first,
        lessons=lessons,
        strip=Markup(lessons_strip(seats, words=press.catalogue, prefix="strip")),
        prerequisites=[
            {"href": press.href("module", name), "title": titles[name]}
            for name in head.prerequisites
        ],
    )
    words = plain(head.lead, *(objective.text for objective in head.objectives))
    return press.page(
        path,
        "module",
        head.title,
        html,
        text,
        search=(SearchEntry("", head.title, words),),
        description=plain(head.lead),
        number=str(press.course.modules.index(module) + 1),
    )


def lesson_entry(press: Press, lesson: Lesson, text: PageText) -> Entry:
    """Return a lesson as it stands in a list."""
    return Entry(
        path=path_of("lesson", lesson.id),
        href=press.href("lesson", lesson.id),
        title=lesson.title,
        length=press.time(lesson.duration.minutes),
        lead=text.line(lesson.lead) if lesson.lead else Markup(""),
    )


def module_entry(press: Press, module: Module, text: PageText) -> Entry:
    """Return a module as it stands in a list."""
    return Entry(
        path=path_of("module", module.id),
        href=press.href("module", module.id),
        title=module.head.title,
        length=press.time(module.head.duration.minutes),
        lead=text.line(module.head.lead) if module.head.lead else Markup(""),
    )
