"""Order: steps to put in a good order, with what goes wrong in the order chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from trainer.activities.kind import Kind
from trainer.model import Activity, Course, Element, Id, Line, Prose, Written, reading_minutes
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase, phrases


@dataclass(frozen=True, kw_only=True)
class Step(Element):
    """One thing to put in its place."""

    id: Id
    """Local to the activity."""
    text: Line
    """What it is."""
    why: Line
    """Why it stands where it stands."""


@dataclass(frozen=True, kw_only=True)
class Slip(Element):
    """What goes wrong when one step stands before another."""

    put: Id
    """The step that comes too early …"""
    before: Id
    """… before this one."""
    says: Line
    """What goes wrong then."""


@dataclass(frozen=True, kw_only=True)
class Order(Activity):
    """Steps to put in order."""

    prompt: Line
    """What is asked."""
    text: Prose | None = None
    """What one needs to know first."""
    steps: tuple[Step, ...]
    """The steps in a good order."""
    slips: tuple[Slip, ...] = ()
    """What goes wrong in other orders."""

    def mixed(self) -> tuple[Step, ...]:
        """Return the steps as a learner finds them: always the same, and never in order."""
        mixed = sorted(
            self.steps, key=lambda step: sha256(f"{self.id}/{step.id}".encode()).digest()
        )
        return (*mixed[1:], mixed[0]) if tuple(mixed) == self.steps else tuple(mixed)


HAS_STEPS = Rule(
    "order-has-steps",
    Severity.ERROR,
    "An order has at least three steps, each with an id of its own.",
    "Add steps, or ask a question instead.",
)
SLIP_IS_A_SLIP = Rule(
    "order-slip-is-a-slip",
    Severity.ERROR,
    "A slip names two steps of its order, and they stand the other way round in `steps`.",
    "Write the ids as they stand under `steps`; `put` is the one that should come later.",
)
_FEWEST = 3
_SECONDS_A_STEP = 20


def check(order: Order, _course: Course) -> Iterator[Problem]:
    """Yield what is wrong with an order."""
    ids = [step.id for step in order.steps]
    if len(ids) < _FEWEST or len(set(ids)) < len(ids):
        yield HAS_STEPS.broken(
            order.place,
            phrases(
                "The order “{id}” has {number} different step.",
                "The order “{id}” has {number} different steps.",
                len(set(ids)),
                id=order.id,
            ),
            phrase("It needs at least three, each with an id of its own."),
        )
    for slip in order.slips:
        known = slip.put in ids and slip.before in ids
        if not known or ids.index(slip.put) <= ids.index(slip.before):
            yield SLIP_IS_A_SLIP.broken(
                slip.put.place,
                phrase(
                    "“{put}” before “{before}” is no slip here.", put=slip.put, before=slip.before
                ),
                phrase(
                    "Name two of the steps ({steps}), the one that should come later first.",
                    steps=", ".join(ids),
                ),
            )


def minutes(order: Order, _course: Course) -> float:
    """Twenty seconds a step, and the reading."""
    return len(order.steps) * _SECONDS_A_STEP / 60 + reading_minutes(order)


def shown(order: Order, _course: Course) -> Iterator[Written]:
    """The prompt and the steps, mixed; not the reasons."""
    yield order.prompt
    if order.text:
        yield order.text
    for step in order.mixed():
        yield step.text


KIND = Kind("order", Order, __name__, minutes, shown, (HAS_STEPS, SLIP_IS_A_SLIP), check)
