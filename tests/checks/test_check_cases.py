"""Each case tells exactly what its golden says, and each rule has a case."""

import os
from pathlib import Path

import pytest

from small_course import CASES, GOLDEN, PERFECT, lines_of, make, names_of_cases, rule_of
from trainer.loading import load
from trainer.pipeline.checking import RULES, check_course

ACCEPT = "TRAINER_ACCEPT" in os.environ


def test_the_perfect_course_has_no_problems() -> None:
    assert lines_of(check_course(load(PERFECT))) == ""


@pytest.mark.parametrize("case", names_of_cases())
def test_case(case: str, tmp_path: Path) -> None:
    told = lines_of(check_course(load(make(case, tmp_path / "course"))))
    golden = CASES / case / GOLDEN
    if ACCEPT:
        golden.write_text(told, "utf-8")
    assert told == (golden.read_text("utf-8") if golden.exists() else "")
    assert f" {rule_of(case)} " in told


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert {rule_of(case) for case in names_of_cases()} == {rule.id for rule in RULES}


def test_rule_ids_are_unique() -> None:
    ids = [rule.id for rule in RULES]
    assert sorted(set(ids)) == sorted(ids)
