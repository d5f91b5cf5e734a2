"""The walk over the tokens: gathers what they hold, and tells each what rendering needs."""

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from trainer.markup import faults, link_faults
from trainer.markup.addresses import image_path, read_address, refusal
from trainer.markup.document import Citation, CitationItem, Heading, Image, Link
from trainer.markup.findings import Findings
from trainer.markup.offsets import Locate, cells_of
from trainer.markup.parser import is_left_empty

_DEEPEST_HEADING = 3


def read_blocks(tokens: list[Token], findings: Findings) -> None:
    """Gather everything that the tokens hold."""
    findings.tokens = tokens
    row: list[str] = []
    for index, token in enumerate(tokens):
        kind = token.type
        if kind == "inline":
            words = _read_inline(token, findings)
            (row if "row" in token.meta else findings.blocks).append(words)
        elif kind in ("fence", "code_block"):
            findings.blocks.append(token.content.rstrip("\n"))
        elif kind == "tr_close":
            _read_row(tokens[index - 2], row, findings)
            row.clear()
        elif kind == "th_open" and not tokens[index + 1].content:
            token.tag = tokens[index + 2].tag = "td"  # A header without words names nothing.
        elif kind == "heading_open":
            _read_heading(token, tokens[index + 1], findings)
        elif kind == "callout_open":
            _read_callout(token, findings)
        if is_left_empty(token) and not findings.is_cut_off:
            findings.is_cut_off = True
            findings.faults.append(faults.deep_nesting(findings.offset_of(token)))


def plain_words(tokens: Sequence[Token]) -> str:
    """Return the words of inline tokens without markup, citations and images."""
    words: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif token.type == "citation" and words:
            words[-1] = words[-1].rstrip(" ")
        elif token.type in ("text", "code_inline", "raw_html"):
            words.append(token.content)
    return "".join(words).strip()


def _description(tokens: Sequence[Token]) -> str:
    """Return the words of an image's description; images in it give theirs."""
    words: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif token.type == "image":
            words.append(_description(token.children or ()))
        elif token.type in ("text", "code_inline", "raw_html", "citation"):
            words.append(token.content)
    return "".join(words)


def _read_heading(token: Token, inline: Token, findings: Findings) -> None:
    level = int(token.tag[1])
    text = plain_words(inline.children or ())
    slug = findings.slugs.take(text)
    token.meta = {"slug": slug}
    findings.headings.append(Heading(level, text, slug))
    if level > _DEEPEST_HEADING:
        findings.faults.append(faults.deep_heading(findings.offset_of(token, "#"), level))


def _read_row(last_cell: Token, words: list[str], findings: Findings) -> None:
    """Gather a table's row, and look whether it has more cells than were taken."""
    findings.blocks.append("\t".join(words).strip())
    row: str = last_cell.meta["row"]
    surplus = cells_of(row)[len(words) :]
    if surplus:
        begin, end = surplus[0]
        blanks = len(row[begin:end]) - len(row[begin:end].lstrip())
        offset = findings.lines.row_start(last_cell) + begin + blanks
        findings.faults.append(faults.long_row(offset, row[begin:end]))


def _read_callout(token: Token, findings: Findings) -> None:
    offset = findings.offset_of(token, ":::")
    if not token.meta["titled"]:
        findings.faults.append(faults.untitled_callout(offset))
    if not token.meta["closed"]:
        findings.faults.append(faults.unclosed_callout(offset))


def _read_inline(token: Token, findings: Findings) -> str:
    """Gather what an inline token holds, and return its words."""
    children = token.children or []
    locate: Locate | None = None
    for index, child in enumerate(children):
        reader = _READERS.get(child.type)
        if reader:
            locate = locate or findings.lines.locate(token)
            reader(children, index, locate, findings)
    if ":::" in token.content and not token.meta:
        _read_stray_colons(token, locate or findings.lines.locate(token), findings)
    return plain_words(children)


def _read_stray_colons(token: Token, locate: Locate, findings: Findings) -> None:
    begin = 0
    for line in token.content.split("\n"):
        if line.startswith(":::"):
            is_end = not line.strip(": \t")
            if not (is_end and findings.has_stray_colons):  # It closes what is told already.
                findings.faults.append(faults.stray_colons(locate(begin), line))
            findings.has_stray_colons = not is_end
        begin += len(line) + 1


def _read_link(tokens: Sequence[Token], index: int, locate: Locate, findings: Findings) -> None:
    opening = tokens[index]
    offset, written = locate(opening.meta["position"]), str(opening.attrs["href"])
    _read_label(opening, findings)
    address = read_address(written)
    if not address:
        findings.faults.append(refusal(written, offset))
        return
    opening.meta["address"] = address
    end = next(i for i in range(index, len(tokens)) if tokens[i].type == "link_close")
    text = plain_words(tokens[index + 1 : end])
    pictures = [token for token in tokens[index + 1 : end] if token.type == "image"]
    findings.links.append(Link(address.scheme, address.target, offset, text))
    if not text and not any(_description(picture.children or ()) for picture in pictures):
        findings.faults.append(faults.empty_link(offset, written))


def _read_image(tokens: Sequence[Token], index: int, locate: Locate, findings: Findings) -> None:
    token = tokens[index]
    offset, written = locate(token.meta["position"]), str(token.attrs["src"])
    _read_label(token, findings)
    description = _description(token.children or ())
    token.meta["description"] = description
    path = image_path(written)
    if not path:
        findings.faults.append(faults.foreign_image(offset, written))
        return
    token.meta["path"] = path
    findings.images.append(Image(path, description, offset))
    if not description.strip():
        findings.faults.append(faults.undescribed_image(offset, path))


def _read_label(token: Token, findings: Findings) -> None:
    """Note which addresses given apart are used, in the descriptions of images too."""
    if "label" in token.meta:
        findings.labels.add(token.meta["label"])
    for child in token.children or ():
        _read_label(child, findings)


def _read_citation(tokens: Sequence[Token], index: int, locate: Locate, findings: Findings) -> None:
    meta = tokens[index].meta
    items = (CitationItem(id_, locator, locate(at)) for id_, locator, at in meta["items"])
    findings.citations.append(Citation(tuple(items), locate(meta["position"])))


def _read_raw_html(tokens: Sequence[Token], index: int, locate: Locate, findings: Findings) -> None:
    token = tokens[index]
    findings.faults.append(faults.raw_html(locate(token.meta["position"]), token.content))


def _read_mark(tokens: Sequence[Token], index: int, locate: Locate, findings: Findings) -> None:
    token = tokens[index]
    offset = locate(token.meta["position"])
    findings.faults.append(_MARKS[token.meta["fault"]](offset, token.content))


_READERS: dict[str, Callable[[Sequence[Token], int, Locate, Findings], None]] = {
    "link_open": _read_link,
    "image": _read_image,
    "citation": _read_citation,
    "raw_html": _read_raw_html,
    "mark": _read_mark,
}

_MARKS: dict[str, Callable[[int, str], faults.Fault]] = {
    "broken-citation": faults.broken_citation,
    "broken-image": link_faults.broken_image,
    "broken-link": link_faults.broken_link,
    "comma-in-citation": link_faults.comma_between_sources,
    "undefined-footnote": faults.undefined_footnote,
}
