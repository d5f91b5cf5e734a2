"""What the templates of scenarios and transcripts say: numbers of scenes, conditions, the room."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from markupsafe import Markup

from trainer.model import PRESENTER, Choice, Condition, Drift, Scenario
from trainer.publication.pictures import Person, circle, gauge
from trainer.publication.pictures.lettering import BOLD, DESCENT, GROUPS
from trainer.words import Catalogue, phrase

MIDDLE = 2
"""Where every gauge begins: the middle of five."""
DRIFTS = {
    Drift.ADVICE: phrase("advice"),
    Drift.SUPERVISION: phrase("supervision"),
    Drift.THERAPY: phrase("therapy"),
    Drift.DIAGNOSIS: phrase("diagnosis"),
    Drift.THEORY: phrase("theory"),
    Drift.INTERROGATION: phrase("interrogation"),
    Drift.BLAME: phrase("blame"),
    Drift.CHAT: phrase("chat"),
}
GAUGES = {
    "safety": phrase("Safety"),
    "focus": phrase("Focus"),
    "play": phrase("Play"),
}
STEPS = {
    -1: phrase("{gauge}, a step back"),
    0: phrase("{gauge}, as before"),
    1: phrase("{gauge}, a step on"),
}


def plays(catalogue: Catalogue) -> Mapping[str, Callable[..., object]]:
    """Return what those templates call."""
    return {
        "chairs": lambda scenario: _chairs(scenario, catalogue),
        "drift": lambda drift: catalogue.say(DRIFTS[drift]),
        "drifts": lambda: [(str(drift), catalogue.say(said)) for drift, said in DRIFTS.items()],
        "gauges": lambda: [(name, catalogue.say(said)) for name, said in GAUGES.items()],
        "gauge_line": lambda: Markup(gauge(MIDDLE)),
        "lettering": lambda: {"groups": GROUPS, "bold": BOLD, "descent": DESCENT},
        "gauge_step": lambda name, step: _step(name, step, catalogue),
        "numbered": Numbers.of,
        "room": lambda scenario, prefix, **given: _room(scenario, prefix, catalogue, **given),
        "spoken": lambda html: _spoken(html, catalogue),
    }


@dataclass(frozen=True)
class Numbers:
    """The numbers of scenes and endings, and a letter for each choice: on paper and without scripts."""

    card: Mapping[str, int]
    """From scene or ending to its number; the endings come after the scenes."""
    choice: Mapping[str, str]
    """From choice to its number and letter: `3b`."""
    setting: Mapping[str, tuple[str, ...]]
    """From flag to the choices that set it."""

    @classmethod
    def of(cls, scenario: Scenario) -> "Numbers":
        """Number a scenario."""
        card = {str(key): n for n, key in enumerate((*scenario.scenes, *scenario.endings), 1)}
        choice: dict[str, str] = {}
        setting: dict[str, tuple[str, ...]] = {}
        for key, scene in scenario.scenes.items():
            for letter, made in zip(_letters(), scene.choices, strict=False):
                choice[made.id] = f"{card[key]}{letter}"
                for flag in made.sets:
                    setting[flag] = (*setting.get(flag, ()), choice[made.id])
        return cls(card, choice, setting)

    def after(self, condition: Condition) -> str:
        """Return the choices that a condition asks for, or forbids: `3b, 5a`."""
        return ", ".join(self.setting.get(condition.flag, ()))

    def scene_of(self, choice: Choice) -> int:
        """Return where a choice leads."""
        return self.card[choice.next]


def _letters() -> list[str]:
    return [*ascii_lowercase, *(a + b for a in ascii_lowercase for b in ascii_lowercase)]


def _step(name: str, step: int, catalogue: Catalogue) -> str:
    return catalogue.gettext(STEPS[step].template, gauge=catalogue.say(GAUGES[name]))


def _chairs(scenario: Scenario, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return key and name of everybody in the order of the chairs; one's own key is empty."""
    others = [(str(key), str(person.name)) for key, person in scenario.people.items()]
    return [("", catalogue.gettext("You")), *others]


def _room(
    scenario: Scenario, prefix: str, catalogue: Catalogue, *, returned: bool = False
) -> Markup:
    """Draw the circle before anybody has spoken; the script fills it in as people do."""
    people = [
        Person(catalogue.gettext("You"), "leader"),
        *(
            Person(
                str(person.name),
                PRESENTER if person.role == PRESENTER else "member",
                back=person.role == PRESENTER and not returned,
            )
            for person in scenario.people.values()
        ),
    ]
    return Markup(circle(people, words=catalogue, prefix=prefix))


def _spoken(html: Markup, catalogue: Catalogue) -> Markup:
    """Put what somebody says in quotation marks; those within it become single ones."""
    before, _, after = catalogue.gettext("“{words}”").partition("{words}")
    inner = str(html)
    if inner.startswith(before) and inner.endswith(after) and inner.count(before) == 1:
        return html
    if (before, after) == ("“", "”"):
        inner = inner.translate({ord("“"): "‘", ord("”"): "’"})
    return Markup("{}{}{}").format(before, Markup(inner), after)
