"""The examples of `docs.md`, which stand in the documentation and are tested as they stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

from browser import course_of
from trainer.activities import Kind
from trainer.model import Activity, Course, Element, Line, Prose, Word

_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LIBRARIES = {
    "vignette": "vignettes",
    "transcript": "curriculum/transcripts",
    "scenario": "curriculum/scenarios",
}


@dataclass(frozen=True)
class Example:
    """What an author reads in a kind's documentation."""

    activities: str
    files: Mapping[str, str]

    def course(self, folder: Path) -> Course:
        """Load it."""
        return course_of(folder, self.activities, files=self.files)


def example_of(kind: Kind) -> Example:
    """Return the example of a kind: the first block an activity, others files that it plays."""
    blocks = _BLOCK.findall(kind.file("docs.md").read_text("utf-8"))
    files = {}
    for block in blocks[1:]:
        name = re.search(r"^id: (\S+)", block, re.MULTILINE)
        assert name, f"a second block of {kind.name}/docs.md has no id"
        files[f"{_LIBRARIES[kind.name]}/{name[1]}.yml"] = block
    return Example(blocks[0], files)


def activities_of(course: Course, kind: Kind) -> tuple[Activity, ...]:
    """Return the activities of a kind."""
    return tuple(each for each in course.activities if isinstance(each, kind.model))


def elements(cls: type[Element]) -> dict[str, type[Element]]:
    """Return the elements inside an element, by the field that holds them."""
    found: dict[str, type[Element]] = {}
    for name, hint in get_type_hints(cls).items():
        for inner in _elements_in(hint):
            if name != "place":
                found[name] = inner
    return found


def _elements_in(hint: Any) -> list[type[Element]]:
    if isinstance(hint, type) and issubclass(hint, Element):
        return [hint]
    return [inner for each in get_args(hint) for inner in _elements_in(each)]


def words_of(value: Any) -> Iterator[Word]:
    """Yield every piece of plain text in an element: names and titles."""
    if isinstance(value, Word):
        yield value
    elif isinstance(value, Element):
        for each in fields(value):
            yield from words_of(getattr(value, each.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from words_of(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from words_of(item)


def rewritten(value: Any, prefix: str) -> Any:
    """Put something before every piece of Markdown in an element."""
    if isinstance(value, (Line, Prose)):
        return type(value)(f"{prefix} {value}")
    if isinstance(value, Element):
        given = {f.name: getattr(value, f.name) for f in fields(value) if f.name != "place"}
        return replace(value, **{name: rewritten(each, prefix) for name, each in given.items()})
    if isinstance(value, tuple):
        return tuple(rewritten(each, prefix) for each in value)
    if isinstance(value, Mapping):
        return {key: rewritten(each, prefix) for key, each in value.items()}
    return value
