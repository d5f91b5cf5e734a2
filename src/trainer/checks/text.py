"""What is wrong in a piece of Markdown, told at its own line and column."""

import re
from collections.abc import Iterator

from trainer.checks.context import Context
from trainer.markup import FAULT_CODES
from trainer.problems import Problem, Rule, Severity
from trainer.words import phrase

_WARNINGS = frozenset(
    {
        "callout-has-title",
        "footnote-is-used",
        "heading-is-not-deep",
        "link-definition-is-used",
        "raw-html-is-absent",
    }
)
"""Faults with which everything that was written can still be read."""

MENDS = {
    "callout-has-title": "Write the title behind the word: `::: callout Listen for the grammar`.",
    "callout-is-complete": "Open it with `::: callout Title`; close it with `:::` on its own line.",
    "citation-is-complete": "Write `[@id]`, or `[@id, place]`, or `[@id; @other-id]`.",
    "footnote-is-defined": "Add a line of its own: `[^1]: the text`.",
    "footnote-is-defined-once": "Give the second footnote another name.",
    "footnote-is-used": "Put `[^1]` behind the word it belongs to, or remove its text.",
    "heading-is-not-deep": "Use fewer marks, or begin a paragraph with **bold words**.",
    "image-has-description": "Say what it shows: `![Nine chairs in a circle](images/x.png)`.",
    "image-is-in-images": "Put the file into `curriculum/images/` and write `images/name.png`.",
    "link-address-is-allowed": "Lead to a part of the course, to `https://…` or to `mailto:…`.",
    "link-definition-is-used": "Use it as `[name]`, or remove it.",
    "link-has-text": "Write the words in the square brackets: `[the four drifts](lesson:…)`.",
    "link-is-complete": "Write `[words](lesson:id)` without spaces between and in the brackets.",
    "link-scheme-is-known": "Mind the spelling: `lesson:`, `module:`, `term:`, `page:` and so on.",
    "nesting-is-shallow": "Nest quotes and lists two or three times at most.",
    "table-row-fits": "Give the head of the table as many cells; write `\\|` for a bar that is text.",
    "raw-html-is-absent": "Use Markdown; write `\\<` where you mean the character itself.",
}

_CITATION = "citation-is-complete"
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_BARE = re.compile(r"(?<![\w@\\./])@([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?![\w@])")
"""A source outside of brackets, but no address of mail and nothing behind a backslash."""

OF_CODE = {
    code: Rule(
        code,
        Severity.WARNING if code in _WARNINGS else Severity.ERROR,
        truth,
        MENDS[code],
    )
    for code, truth in FAULT_CODES.items()
}
RULES = tuple(OF_CODE.values())


def faults_in_text(context: Context) -> Iterator[Problem]:
    """Yield the faults that were found while the Markdown was read."""
    for text, document in context.documents:
        for fault in document.faults:
            place = text.place_at(fault.offset)
            yield OF_CODE[fault.code].broken(place, fault.message, fault.hint)


def citation_has_brackets(context: Context) -> Iterator[Problem]:
    """Yield each known source that a text names with its `@`, but outside of brackets."""
    for text, document in context.documents:
        if "@" not in text:
            continue
        cited = {item.offset for citation in document.citations for item in citation.items}
        faulty = [fault.offset for fault in document.faults if fault.code == _CITATION]
        broken = [range(offset, text.find("]", offset)) for offset in faulty]
        words = _CODE.sub(lambda found: " " * len(found[0]), text)
        for found in _BARE.finditer(words):
            offset = found.start()
            is_told = offset in cited or any(offset in each for each in broken)
            if found[1] in context.references and not is_told:
                yield OF_CODE[_CITATION].broken(
                    text.place_at(offset),
                    phrase("“{source}” is shown as it stands here.", source=found[0]),
                    phrase("Put it into square brackets: `[{source}]`.", source=found[0]),
                )


CHECKS = (faults_in_text, citation_has_brackets)
