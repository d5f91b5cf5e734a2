"""The one parser: CommonMark, tables, footnotes, definition lists, callouts and citations."""

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from trainer.markup import block_rules, inline_rules

DEEPEST = 40
"""How deep blocks and brackets may nest; below that, the parser shows no more blocks."""

_HOLDING_BLOCKS = {"blockquote_open", "list_item_open", "dd_open", "callout_open"}

Environment = dict[str, Any]


class _Parser(MarkdownIt):
    """Takes every address as it is written; `addresses` says later which of them may stand."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - as markdown-it has it
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - as markdown-it has it
        return url


def _build() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": DEEPEST, "store_labels": True})
    parser.enable("table").disable(["html_block", "html_inline"])
    parser.use(deflist_plugin).use(footnote_plugin, inline=False, move_to_end=False)
    block, inline = parser.block.ruler, parser.inline.ruler
    block.before(
        "fence",
        "callout",
        block_rules.callout,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    block.at("table", block_rules.table_with_rows, {"alt": ["paragraph", "reference"]})
    block.at("paragraph", block_rules.paragraph_in_lines)
    block.at("lheading", block_rules.lheading_in_lines)
    block.at("reference", block_rules.reference_of_link)
    inline.at("link", inline_rules.link_with_place)
    inline.at("image", inline_rules.image_with_place)
    inline.at("autolink", inline_rules.autolink_outside_links)
    inline.after("link", "citation", inline_rules.citation)
    inline.after("footnote_ref", "footnote_without_text", inline_rules.footnote_without_text)
    inline.after("footnote_without_text", "link_left_over", inline_rules.link_left_over)
    inline.after("autolink", "raw_html", inline_rules.raw_html)
    return parser


_PARSER = _build()


def block_tokens(source: str, environment: Environment) -> list[Token]:
    """Parse blocks."""
    return _PARSER.parse(source, environment)


def inline_tokens(source: str, environment: Environment) -> list[Token]:
    """Parse what stands in a line; marks of blocks are text."""
    return _PARSER.parseInline(source, environment)


def is_left_empty(token: Token) -> bool:
    """Tell whether a block was opened so deep that the parser left its contents out."""
    return token.level >= DEEPEST - 1 and token.type in _HOLDING_BLOCKS
