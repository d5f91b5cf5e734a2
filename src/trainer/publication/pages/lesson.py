"""The page of a lesson."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from trainer.activities import kind_of
from trainer.markup import passage_prefix
from trainer.model import Arc, Lesson, Passage
from trainer.model.addresses import YOURS, path_of
from trainer.publication.pages.arc import arc
from trainer.publication.pages.workshops import uses
from trainer.publication.press import Press, plain, shown_before_answering
from trainer.publication.texts import PageText
from trainer.publication.values import NEUTRAL, Heading, PublishedPage, SearchEntry


@dataclass(frozen=True)
class Neighbour:
    """The lesson before or after, or where one goes when there is none."""

    href: str
    title: str
    length: str = ""


def lesson_page(press: Press, lesson: Lesson) -> PublishedPage:
    """Make a lesson's page."""
    path = path_of("lesson", lesson.id)
    text = press.text(path)
    text.headings.append(Heading(1, lesson.title, lesson.id))
    module = press.module_of[lesson.id]
    number = press.course.modules.index(module) + 1
    lessons = press.course.lessons
    here = lessons.index(lesson)
    onward = _neighbour(press, lessons[here + 1]) if here + 1 < len(lessons) else None
    html = press.render(
        "lesson.html.j2",
        lesson=lesson,
        module=module,
        module_href=press.href("module", module.id),
        module_number=number,
        number=module.lessons.index(lesson) + 1,
        total=len(module.lessons),
        text=text,
        parts=_parts(press, lesson, text),
        previous=_neighbour(press, lessons[here - 1]) if here else None,
        following=onward or Neighbour(NEUTRAL + YOURS, press.catalogue.gettext("Yours")),
        used=uses(press, lesson),
        note=lesson.content_note,
        support_href=press.support_href,
        onward_href=onward.href if onward else None,
    )
    return press.page(
        path,
        "lesson",
        lesson.title,
        html,
        text,
        search=tuple(_search(press, lesson)),
        description=plain(lesson.lead) or plain(lesson.text),
        number=press.number(lesson),
        kinds=frozenset(kind_of(activity).name for activity in lesson.exercises()),
    )


def _parts(press: Press, lesson: Lesson, text: PageText) -> Iterator[Markup]:
    """Render activities and passages as the template comes to them, so that notes keep their order."""
    for index, part in enumerate(lesson.activities, 1):
        if isinstance(part, Passage):
            yield text.prose(part.text, passage_prefix(index))
        elif isinstance(part, Arc):
            yield arc(press, part, text, passage_prefix(index))
        else:
            yield press.activity(part, text)


def _neighbour(press: Press, lesson: Lesson) -> Neighbour:
    length = press.time(lesson.duration.minutes)
    return Neighbour(
        press.href("lesson", lesson.id), f"{press.number(lesson)} {lesson.title}", length
    )


def _search(press: Press, lesson: Lesson) -> list[SearchEntry]:
    passages = [part.text for part in lesson.activities if isinstance(part, Passage)]
    words = plain(lesson.lead, lesson.text, *passages, lesson.take_along)
    entries = [SearchEntry("", lesson.title, words)]
    for activity in lesson.exercises():
        title = plain(getattr(activity, "prompt", None)) or press.activity_title(activity)
        entries.append(
            SearchEntry(activity.id, title, shown_before_answering(activity, press.course))
        )
    return entries
