"""Trainer itself speaks the language that the course is written in."""

from collections.abc import Iterator

from trainer.checks.context import Context
from trainer.problems import Problem, Rule, Severity
from trainer.words import name_of, phrase, speaks

HAS_WORDS = Rule(
    "language-has-words",
    Severity.WARNING,
    "Trainer has words for its own buttons and headings in the language of the course.",
    "The course can be published all the same. A translation of Trainer's words is one file:"
    " `src/trainer/words/trainer.pot` holds them all.",
)
RULES = (HAS_WORDS,)


def language_has_words(context: Context) -> Iterator[Problem]:
    """Yield the language of the course if Trainer does not speak it."""
    written = context.course.head.language
    if not speaks(written):
        language = name_of(written)
        yield HAS_WORDS.broken(
            written.place,
            phrase(
                "Trainer has no {language} words yet: its own buttons and headings stay English.",
                language=language,
            ),
            phrase(
                "Publish it so, or have Trainer's words translated into {language}.",
                language=language,
            ),
        )


CHECKS = (language_has_words,)
