"""All states that a play of a scenario can reach, and those from which no ending is left."""

from collections import deque
from dataclasses import dataclass

from trainer.model import Scenario, Scene

State = tuple[str, frozenset[str]]
"""A scene or ending, and the flags set on the way to it."""


@dataclass(frozen=True)
class Walk:
    """What was found on all paths from the start."""

    reached: frozenset[str]
    """Scenes and endings that some path reaches."""
    made: frozenset[str]
    """Choices that can be made on some path."""
    stuck: frozenset[str]
    """Scenes that some path reaches in a state from which no ending can be reached."""


def walk(scenario: Scenario) -> Walk:
    """Walk every state from the start, then walk back from the endings.

    States are scene and flags, so their number is bounded by scenes × 2^flags; flags
    that no condition names do not count, since nothing depends on them.
    """
    scenes: dict[str, Scene] = {str(key): scene for key, scene in scenario.scenes.items()}
    asked = _flags_asked(scenario)
    start: State = (str(scenario.start), frozenset())
    before: dict[State, list[State]] = {start: []}
    made: set[str] = set()
    waiting = deque([start])
    while waiting:
        state = waiting.popleft()
        name, flags = state
        scene = scenes.get(name)
        for choice in scene.choices if scene else ():
            if choice.when is not None and not choice.when.holds(flags):
                continue
            made.add(choice.id)
            following: State = (str(choice.next), flags | (asked & set(choice.sets)))
            if following not in before:
                before[following] = []
                waiting.append(following)
            before[following].append(state)
    ended = _reaching(before, {state for state in before if state[0] not in scenes})
    return Walk(
        reached=frozenset(name for name, _ in before),
        made=frozenset(made),
        stuck=frozenset(name for name, flags in before if (name, flags) not in ended),
    )


def _flags_asked(scenario: Scenario) -> frozenset[str]:
    scenes = scenario.scenes.values()
    return frozenset(
        choice.when.flag for scene in scenes for choice in scene.choices if choice.when
    )


def _reaching(before: dict[State, list[State]], goals: set[State]) -> set[State]:
    """Return the states from which one of the goals can be reached."""
    found = set(goals)
    waiting = deque(goals)
    while waiting:
        for earlier in before[waiting.popleft()]:
            if earlier not in found:
                found.add(earlier)
                waiting.append(earlier)
    return found
