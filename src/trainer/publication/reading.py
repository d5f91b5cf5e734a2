"""How a course reads: the length of its sentences, and the tenth that is hardest to read.

A sentence's difficulty is the number of its words, where those of more than six letters count
twice: the two things that LIX weighs (Björnsson 1968), without its shares, which make no sense in
a sentence of three words. It says nothing of meaning; it finds the sentences to look at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from trainer.markup import parse, parse_line
from trainer.model import Course, Line, texts
from trainer.problems import Place

_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*[”’)\"]*")
_WORD = re.compile(r"\w[\w’'\-]*")
_LONG = 6
_TENTH = 10


@dataclass(frozen=True)
class Sentence:
    """A sentence of the course."""

    text: str
    words: int
    difficulty: int
    place: Place
    """Where the text that it stands in begins."""


@dataclass(frozen=True)
class Reading:
    """How a course reads."""

    sentences: int
    median_words: float
    hardest: tuple[Sentence, ...]
    """The hardest tenth, the hardest first."""


def reading(course: Course) -> Reading:
    """Look at every sentence that a learner may read."""
    found = [sentence for part in course.read_by_learners for sentence in _sentences(part)]
    if not found:
        return Reading(0, 0, ())
    hardest = sorted(found, key=lambda s: (-s.difficulty, s.place, s.text))
    return Reading(
        sentences=len(found),
        median_words=median(sentence.words for sentence in found),
        hardest=tuple(hardest[: max(1, len(found) // _TENTH)]),
    )


def _sentences(part: object) -> Iterator[Sentence]:
    for text in texts(part):
        document = parse_line(text) if isinstance(text, Line) else parse(text)
        for match in _SENTENCE.finditer(document.plain):
            words = _WORD.findall(match.group())
            if words:
                long = sum(1 for word in words if len(word) > _LONG)
                yield Sentence(match.group().strip(), len(words), len(words) + long, text.place)
