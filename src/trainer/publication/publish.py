"""A checked course becomes a publication."""

from collections.abc import Iterator

from babel.core import Locale, UnknownLocaleError

from trainer.markup import forget
from trainer.model import Course
from trainer.model.addresses import (
    GLOSSARY,
    HOME,
    LIBRARY,
    REFERENCES,
    WORKSHOPS,
    YOURS,
    paged,
    path_of,
    paths_of_former,
)
from trainer.publication.assets import own_assets
from trainer.publication.course_data import course_asset
from trainer.publication.edition import for_edition
from trainer.publication.pages.home import home_page
from trainer.publication.pages.lesson import lesson_page
from trainer.publication.pages.lists import glossary_page, references_page
from trainer.publication.pages.module import module_page
from trainer.publication.pages.page import plain_page
from trainer.publication.pages.vignettes import library_page, vignette_page
from trainer.publication.pages.workshop import workshop_page
from trainer.publication.pages.workshops import by_length, workshops_page
from trainer.publication.pages.yours import yours_page
from trainer.publication.press import Press, plain, shortened
from trainer.publication.values import (
    Asset,
    Edition,
    Moved,
    NavigationItem,
    Publication,
    PublishedPage,
)
from trainer.words import Catalogue, catalogue


def publish(
    course: Course,
    *,
    images: tuple[Asset, ...] = (),
    edition: Edition = Edition.LEARNER,
    words: Catalogue | None = None,
) -> Publication:
    """Render a course that has no errors, once, for any target.

    `images` are the authors' pictures; `words` is the catalogue of the course's own
    language unless another is given.
    """
    said = words or catalogue(course.head.language)
    press = Press(for_edition(course, edition), edition, said)
    publication = Publication(
        course_id=course.head.id,
        version=course.head.version,
        released=course.head.released,
        title=course.head.title,
        language=course.head.language,
        direction=direction(course.head.language),
        description=shortened(plain(course.head.lead)),
        edition=edition,
        pages=tuple(_pages(press)),
        navigation=tuple(_navigation(press)),
        moved=tuple(_moved(press.course)),
        assets=(*own_assets(said), course_asset(press.course), *images),
    )
    forget()
    return publication


def direction(language: str) -> str:
    """Return `rtl` for languages that are written from right to left."""
    try:
        return str(Locale.parse(language, sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


def _pages(press: Press) -> Iterator[PublishedPage]:
    course = press.course
    yield home_page(press)
    for module in course.modules:
        yield module_page(press, module)
        yield from (lesson_page(press, lesson) for lesson in module.lessons)
    if course.vignettes:
        yield library_page(press)
        yield from (vignette_page(press, vignette) for vignette in course.vignettes)
    if course.workshops:
        yield workshops_page(press)
        yield from (workshop_page(press, workshop) for workshop in by_length(course))
    if course.terms:
        yield glossary_page(press)
    if course.references:
        yield references_page(press)
    yield yours_page(press)
    yield from (plain_page(press, page) for page in course.pages)


def _navigation(press: Press) -> Iterator[NavigationItem]:
    course, say = press.course, press.catalogue.gettext
    yield NavigationItem(say("Start"), HOME)
    for module in course.modules:
        lessons = tuple(
            NavigationItem(lesson.title, path_of("lesson", lesson.id)) for lesson in module.lessons
        )
        yield NavigationItem(module.head.title, path_of("module", module.id), lessons)
    if course.vignettes:
        cases = sorted(course.vignettes, key=lambda v: v.title.casefold())
        children = tuple(NavigationItem(v.title, path_of("vignette", v.id)) for v in cases)
        yield NavigationItem(say("Vignettes"), LIBRARY, children)
    if course.workshops:
        plans = tuple(NavigationItem(w.title, path_of("workshop", w.id)) for w in by_length(course))
        yield NavigationItem(say("Workshops"), WORKSHOPS, plans)
    yield NavigationItem(say("Yours"), YOURS)
    if course.terms:
        yield NavigationItem(say("Glossary"), GLOSSARY)
    if course.references:
        yield NavigationItem(say("References"), REFERENCES)
    for page in course.pages:
        yield NavigationItem(page.title, path_of("page", page.id))


def _moved(course: Course) -> Iterator[Moved]:
    titles = {
        **{lesson.id: lesson.title for lesson in course.lessons},
        **{module.id: module.head.title for module in course.modules},
        **{vignette.id: vignette.title for vignette in course.vignettes},
        **{workshop.id: workshop.title for workshop in course.workshops},
        **{page.id: page.title for page in course.pages},
    }
    for kind, name, former in paged(course):
        for each in former:
            for path in paths_of_former(kind, each):
                yield Moved(path, path_of(kind, name), titles[name])
