"""The first page: what this is, for whom, how long, and the map of the course."""

from markupsafe import Markup

from trainer.activities.scenario import ScenarioUse
from trainer.model.addresses import GLOSSARY, HOME, LIBRARY, WORKSHOPS, path_of
from trainer.publication.pages.module import lesson_entry, module_entry
from trainer.publication.pictures import Module as Chair
from trainer.publication.pictures import course_map
from trainer.publication.press import Press, plain
from trainer.publication.values import NEUTRAL, Heading, PublishedPage, SearchEntry

_MINUTES = 60


def home_page(press: Press) -> PublishedPage:
    """Make the first page."""
    text = press.text(HOME)
    course = press.course
    text.headings.append(Heading(1, course.head.title, "top"))
    html = press.render(
        "home.html.j2",
        text=text,
        first=lesson_entry(press, course.lessons[0], text) if course.lessons else None,
        map=Markup(_map(press)),
        modules=[module_entry(press, module, text) for module in course.modules],
        total_length=press.whole_time,
        sittings=_sittings(press),
        library_href=NEUTRAL + LIBRARY if course.vignettes else None,
        workshops_href=NEUTRAL + WORKSHOPS if course.workshops else None,
        glossary_href=NEUTRAL + GLOSSARY if course.terms else None,
        chair=_chair(press),
    )
    search = (SearchEntry("", course.head.title, plain(course.head.lead, course.head.audience)),)
    return press.page(
        HOME,
        "home",
        course.head.title,
        html,
        text,
        search=search,
        description=plain(course.head.lead),
    )


def _sittings(press: Press) -> tuple[int, int]:
    """Return the minutes of the shortest and of the longest lesson."""
    minutes = [round(lesson.duration.minutes) for lesson in press.course.lessons] or [0]
    return min(minutes), max(minutes)


def _map(press: Press) -> str:
    chairs = [
        Chair(
            id=path_of("module", module.id),
            number=str(number),
            title=module.head.title,
            hours=module.head.duration.minutes / _MINUTES,
            length=press.time(module.head.duration.minutes),
        )
        for number, module in enumerate(press.course.modules, 1)
    ]
    return course_map(chairs, centre=press.whole_time, words=press.catalogue, prefix="map")


def _chair(press: Press) -> dict[str, str] | None:
    """Return the first scenario that plays in a group, where there is one."""
    for activity in press.course.activities:
        if isinstance(activity, ScenarioUse):
            scenario = press.course.scenario_of[activity.of]
            if scenario.setting == "group":
                return {"href": press.href("activity", activity.id), "title": scenario.title}
    return None
