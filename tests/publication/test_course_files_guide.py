"""The page of all files and fields says what the model says: no field is missing, none is invented."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest

from trainer.loading import FILES
from trainer.loading.decode import fields_of, is_required, without_none
from trainer.model import Activity, Element, Id, Line, Vignette, Word

GUIDE = (Path(__file__).parents[2] / "docs" / "course-files.md").read_text("utf-8")
PLACES = {
    "CourseFile": "## `course.yml`",
    "Suppression": "An entry of `suppress`:",
    "ModuleFile": "## `module.yml`",
    "Objective": "An entry of `objectives`:",
    "Lesson": "## A lesson",
    "Passage": "Prose between two activities, `- text: |`:",
    "Arc": "The arc of a session, `- arc:`:",
    "ArcPart": "An entry of `parts`:",
    "Page": "## A page",
    "Glossary": "## `glossary.yml`",
    "Term": "An entry of `terms`:",
    "Bibliography": "## `references.yml`",
    "Reference": "An entry of `references`:",
    "ClaimList": "## `claims.yml`",
    "Claim": "An entry of `claims`:",
    "Vignette": "## A vignette",
    "Stage": "An entry of `stages`:",
    "Scenario": "## A scenario",
    "Person": "Somebody under `people`",
    "Clock": "Under `clock`:",
    "Gauges": "Under `gauges`",
    "Scene": "A scene:",
    "SceneTurn": "A turn of a scene:",
    "Choice": "A choice in a scene",
    "Moves": "Under `moves`:",
    "Ending": "An ending:",
    "Transcript": "## A transcript",
    "TranscriptTurn": "A turn of a transcript",
    "Stop": "Under `stop`:",
    "StopChoice": "A choice at a stop:",
    "Workshop": "## A workshop",
    "Block": "An entry of `blocks`:",
    "Session": "An entry of `sessions`:",
}
"""The line before the table of each part of a file."""
FORMS = {
    "Id": "id",
    "Word": "words",
    "Line": "line",
    "Prose": "Markdown",
    "Duration": "length",
    "Day": "day",
    "TimeOfDay": "time",
    "Version": "version",
    "LanguageCode": "language",
    "Doi": "DOI",
    "WebAddress": "address",
    "RuleId": "rule",
    "CoursePath": "path",
    "Condition": "flag",
    "bool": "`true`",
    "int": "number",
}
LISTS = {Id: "ids", Word: "list of words", Line: "list of lines"}
ASKED_BY_A_RULE = {(Vignette, "provenance")}
"""Fields that a file can be read without, but that `trainer check` wants."""


@dataclass(frozen=True)
class Row:
    needed: bool
    form: str
    words: str


def table(cls: type[Element]) -> Mapping[str, Row]:
    """Return the table of a part, by field."""
    (start,) = re.finditer(rf"^{re.escape(PLACES[cls.__name__])}", GUIDE, re.MULTILINE)
    rows: dict[str, Row] = {}
    for line in GUIDE[start.start() :].splitlines():
        if line.startswith("| `"):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            assert cells[1] in ("yes", ""), line
            rows[cells[0].strip("`")] = Row(cells[1] == "yes", cells[2], cells[3])
        elif rows:
            break
    return rows


def inside(hint: Any) -> Iterator[Any]:
    """Yield the types in a type."""
    yield hint
    for each in get_args(hint):
        yield from inside(each)


def elements() -> list[type[Element]]:
    """Return all parts of all files; activities have a page of their own."""
    found: list[type[Element]] = []
    waiting = list(FILES.values())
    while waiting:
        cls = waiting.pop(0)
        if cls in found or issubclass(cls, Activity):
            continue
        found.append(cls)
        for hint, _ in fields_of(cls).values():
            waiting += [e for e in inside(hint) if isinstance(e, type) and issubclass(e, Element)]
    return found


def written(cls: type[Element]) -> Mapping[str, tuple[Any, Any]]:
    """Return the fields by their keys; who speaks in a turn is no fixed key."""
    open_key = cls.open_key or ()
    return {name: each for name, each in fields_of(cls).items() if name not in open_key}


def form_of(hint: Any) -> str:
    wanted = without_none(hint)
    origin, args = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return "numbers"
    if origin is tuple:
        return LISTS.get(args[0], "list")
    if origin is not None or issubclass(wanted, Element):
        return "mapping"
    if issubclass(wanted, StrEnum):
        return "one of"
    return next(FORMS[each.__name__] for each in wanted.__mro__ if each.__name__ in FORMS)


parts = pytest.mark.parametrize("cls", elements(), ids=lambda cls: cls.__name__)


@parts
def test_the_table_has_the_fields_of_the_model_and_no_other(cls: type[Element]) -> None:
    assert set(table(cls)) == set(written(cls))


@parts
def test_the_table_says_what_is_needed(cls: type[Element]) -> None:
    for name, (_, field) in written(cls).items():
        needed = is_required(field) or (cls, name) in ASKED_BY_A_RULE
        assert table(cls)[name].needed == needed, name


@parts
def test_the_table_says_what_may_stand_there(cls: type[Element]) -> None:
    for name, (hint, _) in written(cls).items():
        row = table(cls)[name]
        assert row.form == form_of(hint), name
        wanted = without_none(hint)
        chosen = isinstance(wanted, type) and issubclass(wanted, StrEnum)
        if chosen and "as for a vignette" not in row.words:
            assert [each for each in wanted if f"`{each}`" not in row.words] == [], name


def test_every_form_is_explained() -> None:
    explanation = GUIDE.partition("## How to read the tables")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \| ", explanation, re.MULTILINE)
    explained = {each for row in rows for each in row.split(", ")}
    assert {row.form for cls in elements() for row in table(cls).values()} <= explained


def test_every_kind_of_file_is_listed() -> None:
    top = GUIDE.partition("## How to read the tables")[0]
    for cls in FILES.values():
        heading = PLACES[cls.__name__].removeprefix("## ")
        anchor = heading.lower().replace(" ", "-").replace("`", "").replace(".", "")
        assert f"](#{anchor})" in top, cls.__name__
