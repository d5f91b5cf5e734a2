"""Sort: cards into piles, with a reason for each card; a borderline card fits two piles."""

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.activities.kind import Kind
from trainer.model import (
    Activity,
    Course,
    Element,
    Line,
    OneOrMore,
    Prose,
    Written,
    reading_minutes,
)
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase, phrases


@dataclass(frozen=True, kw_only=True)
class Card(Element):
    """Something to put on a pile."""

    text: Line
    """What stands on the card."""
    pile: OneOrMore[Line]
    """The pile where it belongs; two piles where it is borderline."""
    why: Line
    """Why it belongs there."""


@dataclass(frozen=True, kw_only=True)
class Sort(Activity):
    """Cards to put on piles."""

    prompt: Line
    """What is asked."""
    text: Prose | None = None
    """What one needs to know first."""
    piles: tuple[Line, ...]
    """Two to five piles."""
    cards: tuple[Card, ...]
    """The cards in the order in which they come."""


HAS_PILES = Rule(
    "sort-has-piles-and-cards",
    Severity.ERROR,
    "A sort has two to five piles, all different, and at least two cards.",
    "Add or join piles until each is a decision worth making.",
)
PILE_EXISTS = Rule(
    "sort-card-has-its-pile",
    Severity.ERROR,
    "Every card names one pile of its sort, or two where it is borderline.",
    "Write the pile's name as it stands under `piles`.",
)
_PILES = range(2, 6)
_SECONDS_A_CARD = 15


def check(sort: Sort, _course: Course) -> Iterator[Problem]:
    """Yield what is wrong with a sort."""
    if (
        len(sort.piles) not in _PILES
        or len(set(sort.piles)) < len(sort.piles)
        or len(sort.cards) <= 1
    ):
        yield HAS_PILES.broken(
            sort.place,
            phrase(
                "The sort “{id}” has {piles} and {cards}.",
                id=sort.id,
                piles=phrases(
                    "{number} different pile", "{number} different piles", len(set(sort.piles))
                ),
                cards=phrases("{number} card", "{number} cards", len(sort.cards)),
            ),
            phrase("It needs two to five different piles and at least two cards."),
        )
    for card in sort.cards:
        for pile in card.pile:
            if pile not in sort.piles:
                yield PILE_EXISTS.broken(
                    pile.place,
                    phrase("There is no pile “{pile}”.", pile=pile),
                    phrase("The piles are: {piles}.", piles=", ".join(sort.piles)),
                )
        if not 1 <= len(set(card.pile)) == len(card.pile) <= _MOST_PILES_OF_A_CARD:
            yield PILE_EXISTS.broken(
                card.place,
                phrases(
                    "A card names {number} pile.", "A card names {number} piles.", len(card.pile)
                ),
                phrase(
                    "A card belongs on one pile, or on two different ones where it is borderline."
                ),
            )


_MOST_PILES_OF_A_CARD = 2


def minutes(sort: Sort, _course: Course) -> float:
    """A quarter of a minute a card, and the reading."""
    return len(sort.cards) * _SECONDS_A_CARD / 60 + reading_minutes(sort)


def shown(sort: Sort, _course: Course) -> Iterator[Written]:
    """The prompt, the piles and the cards; not the reasons."""
    yield sort.prompt
    if sort.text:
        yield sort.text
    yield from sort.piles
    for card in sort.cards:
        yield card.text


KIND = Kind("sort", Sort, __name__, minutes, shown, (HAS_PILES, PILE_EXISTS), check)
