"""What people can be found by is seen; times, ages, years and doses are left alone."""

from pathlib import Path

import pytest

from trainer.checks.identifiers import identifiers

FOLDER = Path(__file__).parent / "identifiers"


def _lines(name: str) -> list[str]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


@pytest.mark.parametrize("line", _lines("found.txt"))
def test_is_found_once(line: str) -> None:
    what, _, text = line.partition(": ")
    assert [str(found.what).split()[-1] for found in identifiers(text)] == [what]


@pytest.mark.parametrize("line", _lines("left-alone.txt"))
def test_is_left_alone(line: str) -> None:
    assert [found.text for found in identifiers(line)] == []
