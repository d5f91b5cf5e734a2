"""What is done grows as the course does, and no faster: work is counted here, never timed."""

import re
from collections.abc import Callable
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from markdown_it.parser_inline import ParserInline

from small_course import perfect
from trainer.checks.identifiers import _LINK_TARGET, _PATTERNS
from trainer.loading import load
from trainer.markup import parse
from trainer.pipeline.checking import check_course

ABOUT = "curriculum/pages/about.yml"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return perfect(tmp_path / "course")


def _counted(monkeypatch: pytest.MonkeyPatch, where: str) -> list[Any]:
    """Return a list that grows with each call of a function, by the first argument."""
    module, _, name = where.rpartition(".")
    calls: list[Any] = []
    owner = __import__(module, fromlist=[name])
    real: Callable[..., Any] = getattr(owner, name)

    def counting(*arguments: Any) -> Any:
        calls.append(arguments[0])
        return real(*arguments)

    monkeypatch.setattr(owner, name, counting)
    return calls


def _write(course: Path, text: str) -> None:
    (course / ABOUT).write_text(f"id: about\ntitle: About\ntext: |\n  {text}\n", "utf-8")


def test_a_text_is_traced_once_however_much_is_wrong_in_it(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(course, " ".join(f"[a](lesson:no-{number})" for number in range(500)))
    traced = _counted(monkeypatch, "trainer.problems.place.trace")
    assert len(check_course(load(course))) == 500
    assert len(traced) == 1


def test_names_are_gathered_once_for_all_links_that_lead_nowhere(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(course, " ".join(f"[a](lesson:no-{number})" for number in range(50)))
    gathered = _counted(monkeypatch, "trainer.checks.links.bearers")
    check_course(load(course))
    assert len(gathered) == 1


def test_names_in_lists_are_not_sought_on_the_disk_one_by_one(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = course / "curriculum/course.yml"
    names = [f"q{number}" for number in range(300)]
    changed = path.read_text("utf-8").replace(
        "[first-steps, ", f"[{', '.join(names)}, first-steps, "
    )
    path.write_text(changed, "utf-8")
    listed = _counted(monkeypatch, "trainer.loading.folders.names_in")
    read = _counted(monkeypatch, "trainer.loading.course.read")
    told = [problem for problem in check_course(load(course)) if problem.rule.id == "file-exists"]
    assert len(told) == 300
    assert len(listed) < 20
    assert len(read) < 40


def test_brackets_are_skipped_once(monkeypatch: pytest.MonkeyPatch) -> None:
    skipped = 0
    real = ParserInline.skipToken

    def counting(self: ParserInline, state: Any) -> None:
        nonlocal skipped
        skipped += 1
        real(self, state)

    monkeypatch.setattr(ParserInline, "skipToken", counting)
    counts = []
    for length in (1_000, 2_000):
        skipped = 0
        parse("[" * length)
        counts.append(skipped)
    assert counts[1] < 2.1 * counts[0]


@pytest.mark.parametrize(
    "expression", [pattern.expression for pattern in _PATTERNS], ids=lambda each: each.pattern[:30]
)
def test_no_pattern_for_people_repeats_without_end(expression: re.Pattern[str]) -> None:
    """Else a long text would be looked at again from each of its characters."""
    assert not _endless(_parser.parse(expression.pattern, expression.flags))


def test_what_is_masked_never_begins_again_in_what_was_read() -> None:
    assert _LINK_TARGET.findall("[@[@[@[@") == []
    assert _LINK_TARGET.findall("[@[@a]") == ["[@a]"]


def _endless(parsed: Any) -> bool:
    """Tell whether a parsed expression repeats without end and would give back what it took."""
    for code, value in parsed:
        if code in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[1] is (
            _constants.MAXREPEAT
        ):
            return True
        inner = value if isinstance(value, tuple | list) else (value,)
        if any(_endless(each) for each in _parts(inner)):
            return True
    return False


def _parts(value: Any) -> list[Any]:
    found = []
    for each in value:
        if isinstance(each, _parser.SubPattern):
            found.append(each)
        elif isinstance(each, tuple | list):
            found.extend(_parts(each))
    return found
