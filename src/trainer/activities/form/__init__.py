"""Form: a sheet to fill in and print or keep."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from trainer.activities.kind import Kind
from trainer.model import Activity, Course, Element, Id, Line, Prose, Written, reading_minutes
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase


class FieldKind(StrEnum):
    """What is written into a field."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    CHECK = "check"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, kw_only=True)
class FormField(Element):
    """One field."""

    id: Id
    """Local to the form."""
    label: Line
    """What belongs into it."""
    kind: FieldKind = FieldKind.LINE
    """`line`, `text`, `choice`, `check`, `number` or `date`."""
    lines: int = 3
    """How many lines a text has on paper."""
    options: tuple[Line, ...] = ()
    """What a choice chooses from."""
    hint: Line | None = None
    """A small help."""
    limit: int = 2000
    """The most characters it takes."""


@dataclass(frozen=True, kw_only=True)
class Form(Activity):
    """A sheet to fill in."""

    prompt: Line
    """What the sheet is."""
    text: Prose | None = None
    """What one needs to know first."""
    fields: tuple[FormField, ...]
    """The fields in order."""
    keep: bool = True
    """`false`: what is written is not kept."""


HAS_FIELDS = Rule(
    "form-has-fields",
    Severity.ERROR,
    "A form has fields, each with an id of its own, and a choice has options.",
    "Add fields; give each `choice` at least two `options`.",
)


def check(form: Form, _course: Course) -> Iterator[Problem]:
    """Yield what is wrong with a form."""
    ids = [field.id for field in form.fields]
    if not ids or len(set(ids)) < len(ids):
        yield HAS_FIELDS.broken(
            form.place,
            phrase("The form “{id}” has no fields, or two with one id.", id=form.id),
            phrase("Give each field an id of its own."),
        )
    for field in form.fields:
        if (field.kind == FieldKind.CHOICE) != (len(field.options) > 1):
            yield HAS_FIELDS.broken(
                field.place,
                phrase("The field “{id}” and its options do not fit together.", id=field.id),
                phrase("A `choice` has two or more `options`; other fields have none."),
            )


def minutes(form: Form, _course: Course) -> float:
    """A minute a field, and the reading."""
    return len(form.fields) + reading_minutes(form)


def shown(form: Form, _course: Course) -> Iterator[Written]:
    """Everything: nothing is held back."""
    yield form.prompt
    if form.text:
        yield form.text
    for field in form.fields:
        yield field.label


KIND = Kind("form", Form, __name__, minutes, shown, (HAS_FIELDS,), check)
