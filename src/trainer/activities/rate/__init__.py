"""Rate: rows on a scale, with an observed example where evidence is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.activities.kind import Kind
from trainer.model import Activity, Course, Element, Id, Line, Prose, Written, reading_minutes
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase


@dataclass(frozen=True, kw_only=True)
class Mark(Element):
    """One step of the scale."""

    value: int
    """A number; it orders the scale and is never added up."""
    label: Line
    """What it means."""


@dataclass(frozen=True, kw_only=True)
class Row(Element):
    """Something to rate."""

    id: Id
    """Local to the activity, and the same each time the rating is repeated."""
    text: Line
    """A few words."""
    shows: Line | None = None
    """How one sees it."""


@dataclass(frozen=True, kw_only=True)
class Rate(Activity):
    """Rows on a scale."""

    prompt: Line
    """What is asked."""
    text: Prose | None = None
    """What one needs to know first."""
    same_as: Id | None = None
    """An earlier rating, whose rows and scale are taken; the two are drawn over time."""
    scale: tuple[Mark, ...] = ()
    """The steps, from little to much."""
    none: Line | None = None
    """The words for “cannot say”, such as “no occasion”."""
    evidence: bool = False
    """`true`: each rating asks for an observed example."""
    rows: tuple[Row, ...] = ()
    """What is rated."""

    def first(self, course: Course) -> "Rate":
        """Return the rating that holds the rows: this one, or the one named in `same_as`."""
        other = course.activity_of.get(self.same_as or "")
        return other if isinstance(other, Rate) else self


HAS_ROWS = Rule(
    "rate-has-rows-and-scale",
    Severity.ERROR,
    "A rating has rows and a scale of its own, or takes both from another by `same_as`.",
    "Give `rows` and `scale`, or only `same_as` with the id of a rating that has them.",
)
_SECONDS_A_ROW = 20
_SECONDS_WITH_EVIDENCE = 60


def check(rate: Rate, course: Course) -> Iterator[Problem]:
    """Yield what is wrong with a rating."""
    if rate.same_as is None:
        values = [mark.value for mark in rate.scale]
        ids = [row.id for row in rate.rows]
        if len(values) <= 1 or values != sorted(set(values)) or not ids or len(set(ids)) < len(ids):
            yield HAS_ROWS.broken(
                rate.place,
                phrase(
                    "The rating “{id}” has no rows, no rising scale, or a row twice.", id=rate.id
                ),
                phrase(
                    "Give it `rows` with ids of their own and a `scale` of rising values, or `same_as`."
                ),
            )
        return
    first = course.activity_of.get(rate.same_as)
    if (
        rate.rows
        or rate.scale
        or not isinstance(first, Rate)
        or first.same_as
        or first.id == rate.id
    ):
        yield HAS_ROWS.broken(
            rate.same_as.place,
            phrase(
                "“{id}” is not a rating with rows of its own, or rows stand here as well.",
                id=rate.same_as,
            ),
            phrase("Name a `rate` that has `rows` and `scale`, and leave both out here."),
        )


def minutes(rate: Rate, course: Course) -> float:
    """Twenty seconds a row, a minute where evidence is asked for, and the reading."""
    first = rate.first(course)
    seconds = _SECONDS_WITH_EVIDENCE if first.evidence else _SECONDS_A_ROW
    return len(first.rows) * seconds / 60 + reading_minutes(rate)


def shown(rate: Rate, course: Course) -> Iterator[Written]:
    """The prompt and the rows: nothing is held back."""
    yield rate.prompt
    if rate.text:
        yield rate.text
    for row in rate.first(course).rows:
        yield row.text


KIND = Kind("rate", Rate, __name__, minutes, shown, (HAS_ROWS,), check)
