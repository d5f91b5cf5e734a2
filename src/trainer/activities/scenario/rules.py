"""What is true of every scenario: it can be played to an end from everywhere, and nothing in it is lost.

A state of a play is a scene with the flags set so far; the rules walk all states that
can be reached, so that a condition which can never hold is seen too.
"""

from collections.abc import Iterator

from trainer.activities.naming import meant_by
from trainer.activities.scenario.walk import Walk, walk
from trainer.activities.speakers import SPEAKER_IS_LISTED, unknown_speakers
from trainer.model import Choice, Course, Scenario, Scene, Setting
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

NEXT_EXISTS = Rule(
    "scenario-next-exists",
    Severity.ERROR,
    "`start`, `next` and `repair` name scenes (or, for `next`, endings) of the scenario.",
    "Write the key of a scene or ending as it stands in the file.",
)
SCENE_IS_REACHABLE = Rule(
    "scenario-scene-is-reachable",
    Severity.ERROR,
    "Every scene can be reached from the start.",
    "Let a choice lead to it, or delete it.",
)
ENDING_IS_REACHABLE = Rule(
    "scenario-ending-is-reachable",
    Severity.ERROR,
    "Every ending can be reached from the start.",
    "Let a choice lead to it, or delete it.",
)
SCENE_LEADS_ON = Rule(
    "scenario-scene-leads-to-an-ending",
    Severity.ERROR,
    "From every scene, whatever happened before, some choice leads on, and an ending can be reached.",
    "Give the scene a choice without a condition, and the loop a way out.",
)
CHOICE_IS_ONE_THING = Rule(
    "scenario-choice-is-one-thing",
    Severity.ERROR,
    "A choice is one thing: silence, words or a deed; its id is its own.",
    "Write one of `silence: true`, `say` and `do`, and an id that no other choice has.",
)
CHOICE_CAN_BE_MADE = Rule(
    "scenario-choice-can-be-made",
    Severity.ERROR,
    "Every choice can be made on some path: its condition can hold.",
    "Set the flag on an earlier choice, or drop the condition.",
)
GROUP_HAS_GAUGES = Rule(
    "scenario-has-its-gauges",
    Severity.ERROR,
    "In a group, all three gauges have their words at the start.",
    "Write `gauges:` with `safety`, `focus` and `play`.",
)
GROUP_OFFERS_SILENCE = Rule(
    "scenario-offers-silence",
    Severity.ERROR,
    "In a group every scene offers saying nothing.",
    "Add a choice with `silence: true` and say what comes of it.",
)
RULES = (
    SPEAKER_IS_LISTED,
    NEXT_EXISTS,
    SCENE_IS_REACHABLE,
    ENDING_IS_REACHABLE,
    SCENE_LEADS_ON,
    CHOICE_IS_ONE_THING,
    CHOICE_CAN_BE_MADE,
    GROUP_HAS_GAUGES,
    GROUP_OFFERS_SILENCE,
)


def check_scenarios(course: Course) -> Iterator[Problem]:
    """Yield what is wrong with the course's scenarios."""
    for scenario in course.scenarios:
        yield from _check_gauges(scenario)
        yield from _check_choices(scenario)
        unknown = list(_check_names(scenario))
        yield from unknown
        if not unknown:
            yield from _check_paths(scenario, walk(scenario))


def _check_gauges(scenario: Scenario) -> Iterator[Problem]:
    given = scenario.gauges
    names = ("safety", "focus", "play") if scenario.setting == Setting.GROUP else ()
    missing = [name for name in names if given is None or getattr(given, name) is None]
    if missing:
        yield GROUP_HAS_GAUGES.broken(
            given.place if given else scenario.id.place,
            phrase("The gauge `{name}` has no words at the start.", name=missing[0])
            if given
            else phrase("This scenario plays in a group and has no gauges."),
            phrase("Write under `gauges`: {lines}.", lines=", ".join(f"`{n}: …`" for n in missing)),
        )


def _check_choices(scenario: Scenario) -> Iterator[Problem]:
    seen: set[str] = set()
    for scene in scenario.scenes.values():
        yield from unknown_speakers(scene.turns, scenario.people)
        for choice in scene.choices:
            if not _is_one_thing(choice):
                yield CHOICE_IS_ONE_THING.broken(
                    choice.place,
                    phrase("The choice “{id}” is not one thing.", id=choice.id),
                    phrase("Write exactly one of `silence: true`, `say` and `do`."),
                )
            if choice.id in seen:
                yield CHOICE_IS_ONE_THING.broken(
                    choice.id.place,
                    phrase("Another choice of this scenario has the id “{id}” too.", id=choice.id),
                    phrase("Give one of the two another id."),
                )
            seen.add(choice.id)
        if scenario.setting == Setting.GROUP and not _offers_silence(scene):
            yield GROUP_OFFERS_SILENCE.broken(
                scene.place,
                phrase("This scene does not offer saying nothing."),
                phrase("Add a choice with `silence: true` and without a condition."),
            )


def _is_one_thing(choice: Choice) -> bool:
    return [choice.silence, bool(choice.say), bool(choice.do)].count(True) == 1


def _offers_silence(scene: Scene) -> bool:
    return any(choice.silence and choice.when is None for choice in scene.choices)


def _check_names(scenario: Scenario) -> Iterator[Problem]:
    known = [*scenario.scenes, *scenario.endings]
    nexts = [choice.next for scene in scenario.scenes.values() for choice in scene.choices]
    repairs = [ending.repair for ending in scenario.endings.values()]
    for name, allowed in [(name, known) for name in nexts] + [
        (name, list(scenario.scenes)) for name in (scenario.start, *repairs)
    ]:
        if name not in allowed:
            yield NEXT_EXISTS.broken(
                name.place,
                phrase("There is no scene “{name}” to go to.", name=name),
                meant_by(name, allowed, phrase("Known here: {known}.", known=", ".join(allowed))),
            )


def _check_paths(scenario: Scenario, found: Walk) -> Iterator[Problem]:
    for name in scenario.scenes:
        if name not in found.reached:
            yield SCENE_IS_REACHABLE.broken(
                name.place,
                phrase("No path leads to the scene “{name}”.", name=name),
                phrase("Let a choice lead here, or delete it."),
            )
        elif name in found.stuck:
            yield SCENE_LEADS_ON.broken(
                name.place,
                phrase(
                    "From the scene “{name}” one can get where no ending can be reached.", name=name
                ),
                phrase("Give it a choice without a condition that leads towards an ending."),
            )
    for name in scenario.endings:
        if name not in found.reached:
            yield ENDING_IS_REACHABLE.broken(
                name.place,
                phrase("No path leads to the ending “{name}”.", name=name),
                phrase("Let a choice lead here, or delete it."),
            )
    for name, scene in scenario.scenes.items():
        for choice in scene.choices:
            if name in found.reached and choice.id not in found.made:
                yield CHOICE_CAN_BE_MADE.broken(
                    choice.place,
                    phrase("The condition of the choice “{id}” never holds.", id=choice.id),
                    phrase("Set its flag on an earlier choice, or drop `when`."),
                )
