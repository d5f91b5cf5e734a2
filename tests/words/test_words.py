"""Every word that the product says comes from one catalogue."""

import importlib.util
import re
from pathlib import Path

import pytest

from trainer.words import PSEUDO, catalogue, languages, phrase, phrases

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "src" / "trainer" / "words"


def collector():  # noqa: ANN201
    spec = importlib.util.spec_from_file_location(
        "collect_words", ROOT / "tests/tools/collect_words.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_catalogue_for_translators_is_complete() -> None:
    words, scripts = collector().collect()
    assert words == (WORDS / "trainer.pot").read_text("utf-8"), "run `make words`"
    assert scripts == (WORDS / "script_words.json").read_text("utf-8"), "run `make words`"


def test_a_phrase_is_said_with_its_values() -> None:
    inner = phrase("a list")
    said = phrase("This is {what}.", what=inner)
    assert catalogue("en").say(said) == "This is a list."
    assert catalogue(PSEUDO).say(said) == "[Thíś íś [á líśt].]"


@pytest.mark.parametrize(("number", "said"), [(0, "0 piles"), (1, "1 pile"), (2, "2 piles")])
def test_a_phrase_with_a_number_has_a_form_for_one_and_a_form_for_many(
    number: int, said: str
) -> None:
    piles = phrases("{number} pile", "{number} piles", number)
    assert str(piles) == said
    assert catalogue("en").say(phrase("It has {piles}.", piles=piles)) == f"It has {said}."
    assert catalogue(PSEUDO).say(piles) == f"[{said.replace('pile', 'pílé').replace('s', 'ś')}]"


def test_a_language_without_a_catalogue_is_served_in_english() -> None:
    assert "en" in languages()
    assert catalogue("tlh").gettext("Glossary") == "Glossary"


@pytest.mark.parametrize("number", [0, 1, 2])
def test_numbers_are_filled_in(number: int) -> None:
    said = catalogue("en").ngettext("{number} page", "{number} pages", number)
    assert said == f"{number} page" + ("" if number == 1 else "s")


def test_templates_hold_no_word_outside_the_catalogue() -> None:
    """In a page of the pseudo-locale every word of ours stands in brackets; see tests/site too."""
    loose = []
    for path in sorted((ROOT / "src" / "trainer").rglob("*.html*")):
        text = re.sub(r"\{[#%{].*?[#%}]\}", " ", path.read_text("utf-8"), flags=re.DOTALL)
        text = re.sub(r"<[^>]*>", " ", text, flags=re.DOTALL)
        text = re.sub(r"&\w+;", " ", text)
        found = [word for word in re.findall(r"[A-Za-z]{2,}", text) if word != "doi"]
        loose += [f"{path.name}: {word}" for word in found]
    assert not loose, "\n".join(loose)
