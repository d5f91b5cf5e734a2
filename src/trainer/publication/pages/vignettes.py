"""The library of vignettes, and the page of each."""

from collections import Counter

from trainer.activities.vignette import VignetteUse
from trainer.model import Use, Vignette, reading_minutes
from trainer.model.addresses import LIBRARY, path_of
from trainer.publication.digest import digest
from trainer.publication.press import Press, plain
from trainer.publication.values import NEUTRAL, Heading, PublishedPage, SearchEntry


def library_page(press: Press) -> PublishedPage:
    """Make the library, in the order of the titles."""
    text = press.text(LIBRARY)
    title = press.catalogue.gettext("Vignettes")
    text.headings.append(Heading(1, title, "vignettes"))
    vignettes = sorted(press.course.vignettes, key=lambda v: v.title.casefold())
    html = press.render(
        "library.html.j2",
        text=text,
        themes=_filters(vignettes),
        cases=[
            {
                "vignette": vignette,
                "href": press.href("vignette", vignette.id),
                "length": press.time(_minutes(vignette)),
            }
            for vignette in vignettes
        ],
    )
    words = press.catalogue.gettext("Each is told in stages. Stop between them, and imagine.")
    return press.page(LIBRARY, "library", title, html, text, description=words)


def vignette_page(press: Press, vignette: Vignette) -> PublishedPage:
    """Make a vignette's page."""
    path = path_of("vignette", vignette.id)
    text = press.text(path)
    text.headings.append(Heading(1, vignette.title, vignette.id))
    html = press.render(
        "vignette.html.j2",
        vignette=vignette,
        text=text,
        library_href=NEUTRAL + LIBRARY,
        length=press.time(_minutes(vignette)),
        source=text.line(f"[@{vignette.reference}]") if vignette.reference else None,
        stages=press.render(
            "vignette/stages.html.j2", vignette=vignette, text=text, prefix="stage", level=2
        ),
        digest=digest(VignetteUse(id=vignette.id, of=vignette.id), press.course),
        used=_used(press, vignette),
        note=vignette.content_note,
        support_href=press.support_href,
        onward_href=NEUTRAL + LIBRARY,
    )
    return press.page(
        path,
        "vignette",
        vignette.title,
        html,
        text,
        search=(SearchEntry("", vignette.title, plain(vignette.lead)),),
        description=plain(vignette.lead),
        kinds=frozenset({"vignette"}),
    )


def _filters(vignettes: list[Vignette]) -> list[str]:
    """Return what cases can be filtered by: their settings, then the themes that several share."""
    settings = sorted({str(v.setting) for v in vignettes})
    shared = Counter(theme for v in vignettes for theme in v.themes)
    themes = sorted((t for t, number in shared.items() if number > 1), key=str.casefold)
    return [*(settings if len(settings) > 1 else []), *themes]


def _minutes(vignette: Vignette) -> float:
    return reading_minutes(vignette) + sum(1 for stage in vignette.stages if stage.pause)


def _used(press: Press, vignette: Vignette) -> list[dict[str, str]]:
    return [
        {"href": press.href("lesson", lesson.id), "title": str(lesson.title)}
        for lesson in press.course.lessons
        if any(isinstance(a, Use) and a.of == vignette.id for a in lesson.exercises())
    ]
