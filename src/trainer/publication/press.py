"""What all pages of one publication share, and how a template becomes a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from trainer.activities import KINDS, Kind, kind_of
from trainer.markup import anchors, parse, parse_line
from trainer.model import Activity, Course, Lesson, Line, Module, Reference, Term, Use, Written
from trainer.model.addresses import Addresses, addresses
from trainer.publication.digest import digest
from trainer.publication.lengths import about, time_told
from trainer.publication.names import names
from trainer.publication.texts import PageText, Shelf
from trainer.publication.values import NEUTRAL, Edition, PublishedPage, SearchEntry
from trainer.words import Catalogue

SUPPORT = "support"
"""The id of the page of support."""
_LONGEST_DESCRIPTION = 160


@dataclass(frozen=True)
class Press:
    """A course in one edition and one language, while its pages are made."""

    course: Course
    edition: Edition
    catalogue: Catalogue

    @cached_property
    def addresses(self) -> Addresses:
        """Where every link leads."""
        return addresses(self.course)

    @cached_property
    def shelf(self) -> Shelf:
        """What every page draws on."""
        terms: dict[str, Term] = {
            each: t for t in self.course.terms for each in (t.id, *t.formerly)
        }
        references: dict[str, Reference] = {
            each: r for r in self.course.references for each in (r.id, *r.formerly)
        }
        return Shelf(self.addresses, anchors(self.course), terms, references, self.catalogue)

    @cached_property
    def module_of(self) -> Mapping[str, Module]:
        """The module of each lesson."""
        return {lesson.id: module for module in self.course.modules for lesson in module.lessons}

    def href(self, scheme: str, name: str) -> str:
        """Return the neutral address of something that has one."""
        return NEUTRAL + self.addresses[scheme, name]

    @property
    def support_href(self) -> str | None:
        """The page for a learner whom something came too close to, where the course has one."""
        return self.href("page", SUPPORT) if ("page", SUPPORT) in self.addresses else None

    def text(self, path: str) -> PageText:
        """Begin the text of a page."""
        return PageText(self.shelf, path)

    def number(self, lesson: Lesson) -> str:
        """Return a lesson's number in the course, as `4.2`."""
        module = self.module_of[lesson.id]
        return f"{self.course.modules.index(module) + 1}.{module.lessons.index(lesson) + 1}"

    def time(self, minutes: float) -> str:
        """Say how long something takes."""
        return time_told(minutes, self.catalogue)

    @property
    def whole_time(self) -> str:
        """How long the whole course takes, about."""
        total = sum(module.head.duration.minutes for module in self.course.modules)
        return about(total, self.catalogue)

    def render(self, template: str, **values: Any) -> Markup:
        """Render a template of ours, `page.html.j2` or `question/web.html.j2`."""
        said = self.catalogue
        return Markup(
            _environment()
            .get_template(template)
            .render(
                course=self.course,
                time=self.time,
                href=self.href,
                _=said.gettext,
                ngettext=said.ngettext,
                **names(said),
                **values,
            )
        )

    def activity(self, activity: Activity, text: PageText) -> Markup:
        """Render an activity: its web form, its print form and the frame round both."""
        kind = kind_of(activity)
        values = {"activity": activity, "text": text, "kind": kind.name, "press": self}
        return self.render(
            "activity.html.j2",
            **values,
            web=self.render(f"{kind.name}/web.html.j2", **values),
            print=self.render(f"{kind.name}/print.html.j2", **values),
            digest=digest(activity, self.course),
            length=self.time(self.activity_minutes(activity)),
            title=self.activity_title(activity),
        )

    def activity_minutes(self, activity: Activity) -> float:
        """Return how long an activity takes: as its author says, or as its kind reckons."""
        if activity.duration:
            return activity.duration.minutes
        return kind_of(activity).minutes(activity, self.course)

    def activity_title(self, activity: Activity) -> str:
        """Return the title of what an activity plays, for those without a prompt."""
        of = activity.of if isinstance(activity, Use) else ""
        course = self.course
        libraries = (course.vignette_of, course.scenario_of, course.transcript_of)
        return next((str(library[of].title) for library in libraries if of in library), "")

    def page(
        self,
        path: str,
        kind: str,
        title: str,
        html: Markup,
        text: PageText,
        *,
        search: tuple[SearchEntry, ...] = (),
        description: str = "",
        number: str = "",
        kinds: frozenset[str] = frozenset(),
    ) -> PublishedPage:
        """Put a page together, with its notes at its end."""
        notes = text.notes()
        whole = html + (self.render("notes.html.j2", notes=notes) if notes else Markup(""))
        return PublishedPage(
            path=path,
            kind=kind,
            title=title,
            description=shortened(description or title),
            html=str(whole),
            headings=tuple(text.headings),
            search=search or (SearchEntry("", title, description),),
            number=number,
            kinds=kinds,
        )


def plain(*texts: Written | None) -> str:
    """Return the words of Markdown without markup, for search and descriptions."""
    documents = (parse_line(t) if isinstance(t, Line) else parse(t) for t in texts if t)
    return "\n".join(document.plain for document in documents)


def shortened(text: str) -> str:
    """Cut a description after a whole word."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_DESCRIPTION:
        return line
    return line[: _LONGEST_DESCRIPTION - 1].rpartition(" ")[0].rstrip(",;:.") + "…"


def shown_before_answering(activity: Activity, course: Course) -> str:
    """Return what search may know of an activity."""
    kind: Kind = kind_of(activity)
    return plain(*kind.shown(activity, course))


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )


def _template(name: str) -> str | None:
    folder, _, file = name.rpartition("/")
    if folder:
        return KINDS[folder].file(file).read_text("utf-8") if folder in KINDS else None
    return (files("trainer.publication") / "html" / file).read_text("utf-8")
