"""The kinds of scalar an author writes. Each is its own text and knows its place."""

import re
from datetime import date
from typing import ClassVar, Self

from trainer.problems import NOWHERE, Place, Span
from trainer.words import Phrase, phrase


class Written(str):
    """Text as an author wrote it, with the span of the file that it stands in.

    `form` is the regular expression that the whole text must match, and `form_words`
    says the same in plain words with an example; the schema carries both.
    """

    __slots__ = ("span",)
    form: ClassVar[str] = r"(?s).*\S.*"
    form_words: ClassVar[Phrase] = phrase("some text")
    takes_numbers: ClassVar[bool] = False
    """Whether something that YAML reads as a number can have this form."""
    takes_anything: ClassVar[bool] = False
    """Whether any value of one line has this form."""
    span: Span | None

    def __new__(cls, text: str, span: Span | None = None) -> Self:
        made = super().__new__(cls, text)
        made.span = span
        return made

    @classmethod
    def fits(cls, text: str) -> bool:
        """Tell whether a text has this form."""
        return re.fullmatch(cls.form, text) is not None

    @property
    def place(self) -> Place:
        """Where it was written."""
        return self.span.place if self.span else NOWHERE

    def place_at(self, offset: int) -> Place:
        """Where its character at `offset` was written."""
        return self.span.place_at(self, offset) if self.span else NOWHERE

    def __getnewargs__(self) -> tuple[str, Span | None]:  # type: ignore[override]
        return (str(self), self.span)


class Word(Written):
    """Plain text of one line, without Markdown."""

    __slots__ = ()
    takes_anything = True
    form = r"[^\n\r]*\S[^\n\r]*"
    form_words = phrase("one line of text")


class Id(Written):
    """A stable name: lower-case words joined by hyphens, unique in the whole course."""

    __slots__ = ()
    form = r"(?!(?:true|false|null)$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
    form_words = phrase(
        "lower-case letters, digits and single hyphens, beginning with a letter, as in `four-drifts`"
    )


class Line(Written):
    """One line of Markdown: emphasis, links, citations; no lists, no paragraphs."""

    __slots__ = ()
    takes_anything = True
    form = r"(?s)(?!.*\n\s*\n).*\S.*"
    form_words = phrase("one line of text, without an empty line in it")


class Prose(Written):
    """Markdown with paragraphs, lists, tables, callouts."""

    __slots__ = ()
    takes_anything = True


class Duration(Written):
    """A length of time as people write it: `25 min`, `1.5 h`, `1 h 30 min`."""

    __slots__ = ()
    form = (
        r"[0-9]{1,4}(?:\.[0-9]{1,2})? ?min|[0-9]{1,3}(?:\.[0-9]{1,2})? ?h"
        r"|[0-9]{1,3} ?h [0-9]{1,2} ?min"
    )
    form_words = phrase("a length of time such as `25 min` or `1.5 h`")

    @property
    def minutes(self) -> float:
        """The same in minutes."""
        hours, _, rest = self.rpartition("h") if "h" in self else ("0", "", self)
        rest = rest.replace("min", "").strip()
        return float(hours.strip()) * 60 + (float(rest) if rest else 0.0)


class Day(Written):
    """A calendar day that the files of an archive can bear as their date: `2026-11-22`."""

    __slots__ = ()
    form = r"(?:19[89][0-9]|20[0-9]{2})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
    form_words = phrase("a day written as year-month-day, from 1980 to 2099, such as `2026-11-22`")

    @classmethod
    def fits(cls, text: str) -> bool:
        """Tell whether a text is a day that the calendar has."""
        if not super().fits(text):
            return False
        try:
            date.fromisoformat(text)
        except ValueError:
            return False
        return True


class TimeOfDay(Written):
    """A time on the clock: `08:30`."""

    __slots__ = ()
    form = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
    form_words = phrase("a time of day such as `08:30`")

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        hours, minutes = self.split(":")
        return int(hours) * 60 + int(minutes)


class Version(Written):
    """A version as written: `1.10` stays 1.10."""

    __slots__ = ()
    takes_numbers = True
    form = r"[0-9]+(?:\.[0-9]+)*(?:-[0-9A-Za-z.]+)?"
    form_words = phrase("a version number such as `1.0` or `1.10.2`")


class LanguageCode(Written):
    """A BCP 47 language code."""

    __slots__ = ()
    form = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
    form_words = phrase("a language code such as `en`, `de` or `pt-BR`")


class WebAddress(Written):
    """An address on the web."""

    __slots__ = ()
    form = r"https?://[^\s\"'<>]+"
    form_words = phrase("a web address that begins with `https://`")


class Doi(Written):
    """A digital object identifier without the address before it."""

    __slots__ = ()
    form = r"10\.[0-9]{4,9}/[^\s\"'<>]+"
    form_words = phrase("a DOI such as `10.1370/afm.813`")


class Colour(Written):
    """A colour as six hexadecimal digits."""

    __slots__ = ()
    form = r"#[0-9A-Fa-f]{6}"
    form_words = phrase('a colour such as `"#7A2E4D"` (in quotes, since `#` begins a comment)')


class PersonKey(Written):
    """The short name by which a person's turns are written down."""

    __slots__ = ()
    form = r"[a-z][a-z0-9_-]*"
    form_words = phrase("a short name in lower-case letters, as in `amir`")
