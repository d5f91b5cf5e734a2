"""Hostile text is refused where a field has a form, and kept to the letter where it has none."""

from pathlib import Path
from typing import Any

import pytest

from hostile import FIELDS, SPOTS, TEXTS, Spot, changed, data_of_file, everywhere
from small_course import kind_of_file, lines_of
from trainer.checks.walk import parts
from trainer.loading import FILES, load
from trainer.loading.decode import Decoder
from trainer.loading.nodes import parse
from trainer.model import Written
from trainer.pipeline.checking import check_course
from trainer.problems import Severity, Source


def test_the_perfect_course_has_every_field() -> None:
    assert FIELDS - {spot.field for spot in SPOTS} == set()


@pytest.mark.parametrize("spot", SPOTS, ids=lambda spot: f"{spot.file} {spot.path}")
def test_is_kept_or_refused(spot: Spot) -> None:
    for text in TEXTS:
        decoder = Decoder()
        node, problems = parse(Source(spot.file, changed(spot, text)))
        assert node
        assert not problems
        decoded = decoder.decode(node, FILES[kind_of_file(spot.file)])
        kept = text in {part for part in parts(decoded) if isinstance(part, Written)}
        assert kept or (decoder.problems and not spot.is_free)


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_stops_a_build(text: str, tmp_path: Path) -> None:
    problems = check_course(load(everywhere(tmp_path / "course", text)))
    assert lines_of(p for p in problems if p.severity == Severity.ERROR) == ""


def test_files_as_data_hold_what_was_written() -> None:
    about: dict[str, Any] = data_of_file("curriculum/pages/about.yml")
    assert about["formerly"] == ["about-us"]
