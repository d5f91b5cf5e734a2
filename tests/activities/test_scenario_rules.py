"""The rules of scenarios against a plain search: random small graphs, with flags and conditions.

The rules walk scenes with those flags that some condition names, forwards, and then back from
the endings. The search here keeps every flag, knows no way back, and asks of each state for
itself whether an ending can still be reached.
"""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from trainer.activities.scenario import rules
from trainer.activities.scenario.walk import walk
from trainer.model import (
    Choice,
    Condition,
    Duration,
    Ending,
    Gauges,
    Id,
    Line,
    Person,
    PersonKey,
    Prose,
    Scenario,
    Scene,
    SceneTurn,
    Setting,
    Word,
)

State = tuple[str, frozenset[str]]
SCENES = [Id(f"scene-{letter}") for letter in "abcde"]
ENDINGS = [Id("ending-one"), Id("ending-two")]
FLAGS = [Id("said"), Id("heard"), Id("idle")]


@st.composite
def scenarios(draw: st.DrawFn, setting: Setting = Setting.SURGERY) -> Scenario:
    scenes = SCENES[: draw(st.integers(1, len(SCENES)))]
    endings = ENDINGS[: draw(st.integers(0, len(ENDINGS)))]
    number = iter(range(1000))

    def choice() -> Choice:
        condition = draw(
            st.none() | st.sampled_from([f for flag in FLAGS for f in (flag, f"not {flag}")])
        )
        return Choice(
            id=Id(f"choice-{next(number)}"),
            do=Line("Do it."),
            then=Prose("It happens."),
            comment=Line("So it goes."),
            next=draw(st.sampled_from([*scenes, *endings])),
            sets=tuple(draw(st.lists(st.sampled_from(FLAGS), max_size=2, unique=True))),
            when=Condition(condition) if condition else None,
        )

    made = {
        key: Scene(choices=tuple(choice() for _ in range(draw(st.integers(0, 3)))))
        for key in scenes
    }
    return Scenario(
        id=Id("drawn"),
        title=Word("Drawn"),
        lead=Line("Lead."),
        duration=Duration("5 min"),
        setting=setting,
        people={},
        start=draw(st.sampled_from(scenes)),
        scenes=made,
        endings={
            key: Ending(
                title=Word("End"), text=Prose("End."), comment=Line("End."), repair=scenes[0]
            )
            for key in endings
        },
    )


# ------------------------------------------------------------------ the plain search


def following(scenario: Scenario, state: State) -> list[tuple[Choice, State]]:
    """Return what can be chosen in a state, and where it leads."""
    name, flags = state
    if name not in scenario.scenes:
        return []
    open_ = [c for c in scenario.scenes[Id(name)].choices if c.when is None or holds(c.when, flags)]
    return [(c, (str(c.next), flags | {str(flag) for flag in c.sets})) for c in open_]


def holds(when: str, flags: frozenset[str]) -> bool:
    if when.startswith("not "):
        return when[len("not ") :] not in flags
    return when in flags


def reached(scenario: Scenario, start: State) -> set[State]:
    """Return every state that some way from `start` comes to, `start` among them."""
    found = {start}
    grown = True
    while grown:
        more = {after for state in found for _, after in following(scenario, state)} - found
        found |= more
        grown = bool(more)
    return found


def broken(scenario: Scenario) -> dict[str, set[str]]:
    """Return the names of scenes, endings and choices that break each rule, by plain search."""
    states = reached(scenario, (str(scenario.start), frozenset()))
    names = {name for name, _ in states}
    made = {choice.id for state in states for choice, _ in following(scenario, state)}
    stuck = {
        state[0]
        for state in states
        if not any(name in scenario.endings for name, _ in reached(scenario, state))
    }
    return {
        "scenario-scene-is-reachable": {str(key) for key in scenario.scenes if key not in names},
        "scenario-ending-is-reachable": {str(key) for key in scenario.endings if key not in names},
        "scenario-scene-leads-to-an-ending": stuck,
        "scenario-choice-can-be-made": {
            choice.id
            for key, scene in scenario.scenes.items()
            if key in names
            for choice in scene.choices
            if choice.id not in made
        },
    }


def told(*checked: Scenario) -> list[Any]:
    return list(rules.check_scenarios(SimpleNamespace(scenarios=checked)))  # type: ignore[arg-type]


# ------------------------------------------------------------------ the rules agree with it


@settings(max_examples=400, deadline=None)
@given(scenarios())
def test_rules_find_what_a_plain_search_finds(scenario: Scenario) -> None:
    expected = broken(scenario)
    found: dict[str, set[str]] = {rule: set() for rule in expected}
    for problem in told(scenario):
        values = problem.message.values
        found[problem.rule.id].add(str(values.get("name", values.get("id"))))
    assert found == expected


def mended(scenario: Scenario, repair: int) -> Scenario:
    """Give every scene a way out, and take away what no way comes to."""
    end = Ending(title=Word("End"), text=Prose("End."), comment=Line("End."), repair=scenario.start)
    scenes = {
        key: replace(scene, choices=(*scene.choices, _way_out(key)))
        for key, scene in scenario.scenes.items()
    }
    scenario = replace(scenario, scenes=scenes, endings={**scenario.endings, ENDINGS[0]: end})
    for _ in range(len(scenes) + 1):
        found = broken(scenario)
        gone = set().union(*found.values())
        scenario = replace(
            scenario,
            scenes={
                key: replace(scene, choices=tuple(c for c in scene.choices if c.id not in gone))
                for key, scene in scenario.scenes.items()
                if key not in gone
            },
            endings={key: each for key, each in scenario.endings.items() if key not in gone},
        )
    back = list(scenario.scenes)[repair % len(scenario.scenes)]
    endings = {key: replace(each, repair=back) for key, each in scenario.endings.items()}
    return replace(scenario, endings=endings)


def _way_out(key: str) -> Choice:
    return Choice(
        id=Id(f"out-{key}"),
        do=Line("Leave."),
        then=Prose("One leaves."),
        comment=Line("So it goes."),
        next=ENDINGS[0],
    )


@settings(max_examples=200, deadline=None)
@given(scenarios(), st.integers(0, 4))
def test_a_scenario_without_faults_can_be_mended_from_every_ending(
    drawn: Scenario, repair: int
) -> None:
    scenario = mended(drawn, repair)
    assert told(scenario) == []
    states = reached(scenario, (str(scenario.start), frozenset()))
    for ending in scenario.endings.values():
        # one goes back as after some way that came by there; from there an ending can be reached
        ways = [state for state in states if state[0] == ending.repair]
        assert ways
        for way in ways:
            assert {name for name, _ in reached(scenario, way)} & set(scenario.endings)


@settings(max_examples=200, deadline=None)
@given(scenarios(), st.data())
def test_flags_that_nobody_asks_for_change_nothing(scenario: Scenario, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(list(scenario.scenes)))
    scene = scenario.scenes[key]
    assume(scene.choices)
    k = data.draw(st.integers(0, len(scene.choices) - 1))
    louder = replace(scene.choices[k], sets=(*scene.choices[k].sets, Id("nobody-asks")))
    choices = (*scene.choices[:k], louder, *scene.choices[k + 1 :])
    changed = replace(scenario, scenes={**scenario.scenes, key: replace(scene, choices=choices)})
    assert walk(changed) == walk(scenario)


@settings(max_examples=200, deadline=None)
@given(scenarios(), st.sampled_from(["start", "next", "repair"]))
def test_a_name_that_leads_nowhere_is_told_and_nothing_else_is_walked(
    scenario: Scenario, where: str
) -> None:
    lost = Id("not-there")
    scenes, endings = dict(scenario.scenes), dict(scenario.endings)
    if where == "start":
        scenario = replace(scenario, start=lost)
    elif where == "repair":
        assume(endings)
        key = next(iter(endings))
        endings[key] = replace(endings[key], repair=lost)
    else:
        key = next((key for key, scene in scenes.items() if scene.choices), None)
        assume(key)
        first, *rest = scenes[key].choices
        scenes[key] = replace(scenes[key], choices=(replace(first, next=lost), *rest))
    problems = told(replace(scenario, scenes=scenes, endings=endings))
    assert [problem.rule.id for problem in problems] == ["scenario-next-exists"]


def test_repair_leads_to_a_scene_and_not_to_an_ending() -> None:
    scenario = valid()
    key = next(iter(scenario.endings))
    ending = replace(scenario.endings[key], repair=key)
    problems = told(replace(scenario, endings={key: ending}))
    assert [problem.rule.id for problem in problems] == ["scenario-next-exists"]


# ------------------------------------------------------------------ what a choice and a scene are


def valid(setting: Setting = Setting.GROUP) -> Scenario:
    silence = Choice(
        id=Id("wait"),
        silence=True,
        then=Prose("Quiet."),
        comment=Line("It may be right."),
        next=ENDINGS[0],
    )
    return Scenario(
        id=Id("valid"),
        title=Word("Valid"),
        lead=Line("Lead."),
        duration=Duration("5 min"),
        setting=setting,
        gauges=Gauges(safety=Line("Low."), focus=Line("Facts."), play=Line("None.")),
        people={PersonKey("amir"): Person(name=Word("Amir"))},
        start=SCENES[0],
        scenes={SCENES[0]: Scene(choices=(silence,))},
        endings={
            ENDINGS[0]: Ending(
                title=Word("End"), text=Prose("End."), comment=Line("End."), repair=SCENES[0]
            )
        },
    )


def with_choices(scenario: Scenario, *choices: Choice) -> Scenario:
    key = next(iter(scenario.scenes))
    scene = replace(scenario.scenes[key], choices=choices)
    return replace(scenario, scenes={**scenario.scenes, key: scene})


def test_a_valid_scenario_has_no_problem() -> None:
    assert told(valid()) == []


@settings(max_examples=200, deadline=None)
@given(st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_a_choice_is_one_thing_with_a_name_of_its_own(
    silence: bool, say: bool, do: bool, twice: bool
) -> None:
    scenario = valid(Setting.SURGERY)
    (wait,) = scenario.scenes[SCENES[0]].choices
    choice = replace(
        wait,
        id=Id("wait") if twice else Id("other"),
        silence=silence,
        say=Line("Words.") if say else None,
        do=Line("A deed.") if do else None,
    )
    problems = told(with_choices(scenario, wait, choice))
    faults = [[silence, say, do].count(True) != 1, twice].count(True)
    assert [p.rule.id for p in problems] == ["scenario-choice-is-one-thing"] * faults


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(Setting), st.booleans(), st.booleans())
def test_a_group_offers_silence_in_every_scene(setting: Setting, silent: bool, asked: bool) -> None:
    scenario = valid(setting)
    (wait,) = scenario.scenes[SCENES[0]].choices
    talk = replace(wait, id=Id("talk"), silence=False, say=Line("Words."), sets=(FLAGS[0],))
    quiet = replace(wait, when=Condition(f"not {FLAGS[0]}") if asked else None)
    problems = told(with_choices(scenario, talk, *([quiet] if silent else [])))
    wrong = setting is Setting.GROUP and (not silent or asked)
    assert [p.rule.id for p in problems] == (["scenario-offers-silence"] if wrong else [])


def test_whoever_speaks_is_listed() -> None:
    scenario = valid()
    turn = SceneTurn(speaker=PersonKey("amri"), words=Line("Hello."))
    scene = replace(scenario.scenes[SCENES[0]], turns=(turn,))
    (problem,) = told(replace(scenario, scenes={SCENES[0]: scene}))
    assert problem.rule.id == "speaker-is-listed"
    assert "amir" in str(problem.hint)


def test_each_rule_can_be_broken_by_what_is_drawn() -> None:
    """The graphs are not so tame that a rule never speaks, nor so wild that none is sound."""
    seen: set[str] = set()
    sound = []

    @settings(max_examples=300, deadline=None, database=None, derandomize=True)
    @given(scenarios())
    def draw(scenario: Scenario) -> None:
        problems = told(scenario)
        seen.update(problem.rule.id for problem in problems)
        sound.append(not problems)

    draw()
    assert seen == set(broken(valid()))
    assert any(sound)
