"""What the documentation shows is true: its YAML loads, its links lead somewhere, its numbers hold."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from kind_examples import activities_of, example_of
from trainer.activities import KINDS
from trainer.checks import durations
from trainer.loading import FILES
from trainer.loading.decode import Decoder
from trainer.loading.nodes import Mapped, Node, Scalar, parse
from trainer.model import Course, count_words
from trainer.model.counting import WORDS_A_MINUTE
from trainer.problems import Problem, Source

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SCHEMA = re.compile(r"# yaml-language-server: \$schema=(\.\./)+\.schema/(\w+)\.json\n")


def read(text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    return parse(Source("example.yml", text))


def prose(page: Path) -> str:
    """Return a page without its examples and its code."""
    return re.sub(r"`[^`\n]*`", "", _FENCED.sub("", page.read_text("utf-8")))


def anchors(page: Path) -> set[str]:
    """Return the addresses of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", _FENCED.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


@pages
def test_every_block_of_yaml_can_be_read(page: Path) -> None:
    for language, text in _FENCED.findall(page.read_text("utf-8")):
        if language == "yaml":
            assert read(text)[1] == (), text


@pages
def test_every_whole_file_is_one_of_its_kind(page: Path) -> None:
    for _, text in _FENCED.findall(page.read_text("utf-8")):
        schema = _SCHEMA.match(text)
        node, _ = read(text)
        if schema and node:
            decoder = Decoder()
            decoder.decode(node, FILES[schema[2]])
            assert decoder.problems == [], text


@pages
def test_every_link_to_a_file_leads_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        name, _, anchor = target.partition("#")
        if not re.match(r"[a-z]+:", target):
            file = page.parent / name if name else page
            assert file.exists(), target
            assert not anchor or anchor in anchors(file), target


def test_the_front_door_leads_to_every_page() -> None:
    readme = PAGES[0].read_text("utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert f"](docs/{page.name})" in readme


# ------------------------------------------------------------------ yaml.md


def rows_of_yaml() -> list[tuple[str, str]]:
    text = (ROOT / "docs" / "yaml.md").read_text("utf-8")
    return re.findall(r"\| `(prompt: .*)` \| `(prompt: .*)` \|$", text, re.MULTILINE)


def value(text: str) -> str | None:
    """Return what YAML reads behind the key, if it reads anything."""
    node, problems = read(text)
    if problems or not isinstance(node, Mapped) or not isinstance(node.entries[0][1], Scalar):
        return None
    return node.entries[0][1].text


@pytest.mark.parametrize(("without", "quoted"), rows_of_yaml())
def test_quotation_marks_are_needed_where_the_guide_says_so(without: str, quoted: str) -> None:
    meant = without.removeprefix("prompt: ")
    assert value(without) != meant
    curly = re.sub(r'"([^"]*)"', r"“\1”", meant)
    assert value(quoted) in (meant, curly)


@pytest.mark.parametrize("begin", [*"{}]@%&!>|`", "- ", "? "])
def test_the_signs_that_need_quotation_marks(begin: str) -> None:
    meant = f"{begin}said she"
    assert value(f"prompt: {meant}") != meant
    assert value(f'prompt: "{meant}"') == meant
    line = next(row for row in _yaml_lines() if "another of these" in row)
    assert begin.strip() in line or begin == "`"


@pytest.mark.parametrize("text", ["“Wait,” she says.", "It’s – well, 10:30?", "no", "1.10", "Ä"])
def test_what_the_guide_calls_harmless(text: str) -> None:
    assert value(f"prompt: {text}") == text


def _yaml_lines() -> list[str]:
    return (ROOT / "docs" / "yaml.md").read_text("utf-8").splitlines()


# ------------------------------------------------------------------ hours.md

HOURS = (ROOT / "docs" / "hours.md").read_text("utf-8")
Doing = Callable[[Any, Course], float]
RECKONED: Mapping[str, tuple[str, Doing]] = {
    "question": ("a minute, and the reading", lambda _a, _c: 1),
    "sort": ("a quarter of a minute a card, and the reading", lambda a, _c: len(a.cards) / 4),
    "order": ("twenty seconds a step, and the reading", lambda a, _c: len(a.steps) / 3),
    "rephrase": ("two minutes a remark, and the reading", lambda a, _c: 2 * len(a.remarks)),
    "reflect": ("five minutes, and the reading", lambda _a, _c: 5),
    "rate": (
        "twenty seconds a row, or a minute where an example is asked for, and the reading",
        lambda a, c: len(a.first(c).rows) / (1 if a.first(c).evidence else 3),
    ),
    "vignette": (
        "the reading of the whole case, and a minute a pause",
        lambda a, c: sum(1 for stage in c.vignette_of[a.of].stages if stage.pause),
    ),
    "transcript": (
        (
            "the reading, a minute a stop, and in the mode `mark` twenty seconds for each turn that"
            " leaves the task; or the `duration` in the transcript's file"
        ),
        lambda a, c: sum(
            (1 if turn.stop else 0) + (1 / 3 if turn.leaves and a.mode == "mark" else 0)
            for turn in c.transcript_of[a.of].turns
        ),
    ),
    "scenario": (
        (
            "the `duration` in the scenario's file, and the reading of the prompt: nobody reads all"
            " branches"
        ),
        lambda a, c: c.scenario_of[a.of].duration.minutes,
    ),
    "practise": (
        "the minutes of its steps, and the reading",
        lambda a, _c: sum(step.duration.minutes for step in a.steps),
    ),
    "form": ("a minute a field, and the reading", lambda a, _c: len(a.fields)),
}


@pytest.mark.parametrize("name", KINDS)
def test_an_activity_takes_the_minutes_that_the_guide_says(name: str, tmp_path: Path) -> None:
    said, doing = RECKONED[name]
    assert f"| `{name}` | {said} |" in HOURS
    kind = KINDS[name]
    course = example_of(kind).course(tmp_path)
    libraries = {"vignette": course.vignette_of, "transcript": course.transcript_of}
    for activity in activities_of(course, kind):
        played = libraries[name][activity.of] if name in libraries else None
        reading = count_words(activity, played) / WORDS_A_MINUTE
        if name != "reflect" or not activity.duration:
            assert kind.minutes(activity, course) == pytest.approx(
                doing(activity, course) + reading
            )


def test_reading_is_counted_as_the_guide_says() -> None:
    assert f"is {WORDS_A_MINUTE} words a minute" in HOURS
    assert "more than a third" in HOURS
    assert pytest.approx(1 / 3) == durations._MARGIN
