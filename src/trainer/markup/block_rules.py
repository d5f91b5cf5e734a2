"""Our rules for blocks: callouts, and what the parser's own rules must tell us besides."""

# ruff: noqa: FBT001 - the parser calls its rules by position

import re
from collections.abc import Callable

from markdown_it.rules_block import StateBlock, lheading, paragraph, reference, table

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_CALLOUT_OPENS = re.compile(r":{3,}[ \t]*callout(?:[ \t]+(?P<title>.*))?$")
_CALLOUT_CLOSES = re.compile(r":{3,}[ \t]*$")


def callout(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read `::: callout Title`, blocks, `:::`; callouts may stand in callouts."""
    if not _begins(state, start, ":::") or state.is_code_block(start):
        return False
    opening = _CALLOUT_OPENS.match(_text_of(state, start))
    if not opening:
        return False
    if silent:
        return True
    last, closed = _end_of_callout(state, start, end)
    number = state.env["callouts"] = state.env.get("callouts", 0) + 1
    title = (opening["title"] or "").strip()
    old_parent, old_line_max = state.parentType, state.lineMax
    state.parentType = "callout"
    state.lineMax = last
    token = state.push("callout_open", "aside", 1)
    token.map = [start, last]
    token.meta = {"number": number, "titled": bool(title), "closed": closed}
    if title:
        _push_title(state, start, title, number)
    state.md.block.tokenize(state, start + 1, last)
    state.push("callout_close", "aside", -1)
    state.parentType, state.lineMax = old_parent, old_line_max
    state.line = last + 1 if closed else last
    return True


def _push_title(state: StateBlock, line: int, title: str, number: int) -> None:
    state.push("callout_title_open", "p", 1).meta = {"number": number}
    token = state.push("inline", "", 0)
    token.content = title
    token.map = [line, line + 1]
    token.children = []
    state.push("callout_title_close", "p", -1)


def _end_of_callout(state: StateBlock, start: int, end: int) -> tuple[int, bool]:
    """Return the line of the closing colons, or where the callout must end without them."""
    depth = 1
    for line in range(start + 1, end):
        if state.isEmpty(line):
            continue
        if state.sCount[line] < state.blkIndent:
            return line, False
        if not _begins(state, line, ":::") or state.is_code_block(line):
            continue
        text = _text_of(state, line)
        if _CALLOUT_OPENS.match(text):
            depth += 1
        elif _CALLOUT_CLOSES.match(text):
            depth -= 1
        if depth == 0:
            return line, True
    return end, False


def table_with_rows(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table, and note the row's text in each cell: the offsets are found from it."""
    before = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    row, cell = "", 0
    for token in state.tokens[before:]:
        if token.type == "tr_open" and token.map:
            row, cell = _text_of(state, token.map[0]), 0
        elif token.type == "inline":
            token.meta = {"row": row, "cell": cell}
            cell += 1
    return True


def _in_lines(rule: BlockRule, after: int) -> BlockRule:
    """Let the text of a rule begin, in its map, with the first line that is left of it.

    White space that is no space or tab makes a line that is not empty, and is trimmed all
    the same. `after` lines follow the text.
    """

    def rule_in_lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if not rule(state, start, end, silent):
            return False
        token, last = state.tokens[-2], state.line - after
        if token.content.count("\n") + 1 < last - start:
            whole = state.getLines(start, last, state.blkIndent, keepLastLF=False)
            skipped = whole.count("\n", 0, max(whole.find(token.content), 0))
            token.map = [start + skipped, last]
        return True

    return rule_in_lines


paragraph_in_lines = _in_lines(paragraph, after=0)
lheading_in_lines = _in_lines(lheading, after=1)


def reference_of_link(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read `[name]: address`, but leave `[@id]: …` alone, which is a citation and a colon."""
    return not _begins(state, start, "[@") and reference(state, start, end, silent)


def _begins(state: StateBlock, line: int, mark: str) -> bool:
    return state.src.startswith(mark, state.bMarks[line] + state.tShift[line])


def _text_of(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
