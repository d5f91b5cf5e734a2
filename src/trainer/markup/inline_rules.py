"""Our rules for what stands in a line: citations, and tokens that know their position.

A position is one in the text of the inline token; `offsets` leads from it to the source.
"""

# ruff: noqa: FBT001 - the parser calls its rules by position

import re
from collections.abc import Callable

from markdown_it.common.utils import unescapeAll
from markdown_it.rules_inline import StateInline, autolink, image, link

from trainer.markup.addresses import SCHEMES

InlineRule = Callable[[StateInline, bool], bool]

_CITATION = re.compile(r"\[(@(?:[^\[\]\\]|\\.)*)\]", re.DOTALL)
_BETWEEN_ITEMS = re.compile(r";\s*(?=@)")
_ITEM = re.compile(r"@(\w(?:[\w.:/+-]*\w)?)\s*(?:,(.*\S.*))?", re.DOTALL)
_COMMA_BETWEEN_ITEMS = re.compile(r",\s*@\w")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\s\[\]]+\]")
_OWN = "|".join(SCHEMES)
_LINK_LEFT_OVER = re.compile(
    rf"\](?:\(\s*<?(?:(?:{_OWN}|https?|mailto):|(?P<image>images/))| \((?:{_OWN}):)"
)
_TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])[^<>]*>|!--|[?!][A-Za-z\[])")


def _placed(rule: InlineRule, opening: str) -> InlineRule:
    """Let the token that a rule opens know where it stands."""

    def rule_with_place(state: StateInline, silent: bool) -> bool:
        position, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            opened = next(token for token in state.tokens[before:] if token.type == opening)
            opened.meta["position"] = position
        return True

    return rule_with_place


link_with_place = _placed(link, "link_open")
image_with_place = _placed(image, "image")
_autolink_with_place = _placed(autolink, "link_open")


def autolink_outside_links(state: StateInline, silent: bool) -> bool:
    """Read `<https://…>`, but not within a link: HTML knows no link in a link."""
    return state.linkLevel == 0 and _autolink_with_place(state, silent)


def citation(state: StateInline, silent: bool) -> bool:
    """Read `[@id]`, `[@id, locator]`, `[@id; @other, locator]`."""
    match = _CITATION.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    items = _items_of(match[1], match.start(1))
    if not items or any(_COMMA_BETWEEN_ITEMS.search(f",{place}") for _, place, _ in items):
        is_comma = _COMMA_BETWEEN_ITEMS.search(match[1])
        _mark(state, silent, "comma-in-citation" if is_comma else "broken-citation", match[0])
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"position": match.start(), "items": items}
        token.content = match[0]
    state.pos = match.end()
    return True


def _items_of(body: str, position: int) -> list[tuple[str, str, int]]:
    """Return id, locator and position of each item, or nothing if one cannot be read."""
    begins = [0, *(between.end() for between in _BETWEEN_ITEMS.finditer(body))]
    ends = [*(between.start() for between in _BETWEEN_ITEMS.finditer(body)), len(body)]
    items = []
    for begin, end in zip(begins, ends, strict=True):
        match = _ITEM.fullmatch(body, begin, end)
        if not match:
            return []
        locator = " ".join(unescapeAll(match[2] or "").split())
        items.append((match[1], locator, position + begin))
    return items


def footnote_without_text(state: StateInline, silent: bool) -> bool:
    """Note `[^1]` where the rule before has found no text for it."""
    match = _FOOTNOTE_MARK.match(state.src, state.pos, state.posMax)
    if match:
        _mark(state, silent, "undefined-footnote", match[0])
    return False


def link_left_over(state: StateInline, silent: bool) -> bool:
    """Note `](lesson:` where no link was read."""
    if state.src[state.pos] == "]":
        match = _LINK_LEFT_OVER.match(state.src, state.pos, state.posMax)
        if match:
            _mark(state, silent, "broken-image" if match["image"] else "broken-link", "")
    return False


def raw_html(state: StateInline, silent: bool) -> bool:
    """Take a tag as the text that it is."""
    if state.src[state.pos] != "<":
        return False
    match = _TAG.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("raw_html", "", 0)
        token.meta = {"position": match.start()}
        token.content = match[0]
    state.pos = match.end()
    return True


def _mark(state: StateInline, silent: bool, fault: str, written: str) -> None:
    """Leave a token that renders as nothing and says what is wrong here."""
    if not silent:
        token = state.push("mark", "", 0)
        token.meta = {"position": state.pos, "fault": fault}
        token.content = written
