"""In the pseudo-locale every word of the product stands in brackets; a bare word has skipped the catalogue."""

import re
from pathlib import Path

import html5lib

from hostile import replaced
from trainer.loading import load
from trainer.publication import Edition, publish
from trainer.words import PSEUDO, catalogue

AUTHORS = "qqq"
"""Stands for everything that the author wrote."""
_SAID_IN_ATTRIBUTES = ("aria-label", "alt", "title", "placeholder")
_KNOWN = {"doi", "x"}
"""Names that are the same in every language; `x` is a key of a person in the perfect course."""


def bare_words(text: str) -> list[str]:
    """Return the words that are neither the author's nor in brackets."""
    text = re.sub(r"https?://\S+|10\.\d{4,}/\S+", " ", text)
    while "[" in text:
        shorter = re.sub(r"\[[^\[\]]*\]", " ", text)
        if shorter == text:
            break
        text = shorter
    return [w for w in re.findall(r"[^\W\d_]{2,}", text.replace(AUTHORS, " ")) if w not in _KNOWN]


def test_no_page_says_a_word_that_is_not_in_the_catalogue(tmp_path: Path) -> None:
    course = load(replaced(tmp_path, AUTHORS)).course
    assert course
    publication = publish(course, edition=Edition.FACILITATOR, words=catalogue(PSEUDO))
    bare = []
    for page in publication.pages:
        tree = html5lib.parse(page.html, treebuilder="etree", namespaceHTMLElements=False)
        for element in tree.iter():
            said = [element.text, element.tail, *(element.get(n) for n in _SAID_IN_ATTRIBUTES)]
            bare += [f"{page.path}: {w}" for text in said if text for w in bare_words(text)]
    assert not bare, "\n".join(sorted(set(bare)))
