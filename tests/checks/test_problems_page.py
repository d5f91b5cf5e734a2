"""The page that explains the rules says what the rules say."""

from pathlib import Path

from trainer.checks.text import MENDS
from trainer.markup import FAULT_CODES
from trainer.pipeline.checking import RULES
from trainer.pipeline.manual import documentation

PAGE = Path(__file__).parents[2] / "docs" / "problems.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == documentation(), (
        "run: python -m trainer.pipeline > docs/problems.md"
    )


def test_every_rule_says_what_to_do_in_whole_sentences() -> None:
    for rule in RULES:
        for sentence in (rule.summary, rule.mend):
            assert sentence[0].isupper() or sentence[0] in "`“", rule.id
            assert sentence.endswith((".", "!")), rule.id


def test_every_fault_of_the_markup_is_a_rule() -> None:
    assert set(MENDS) == set(FAULT_CODES)
