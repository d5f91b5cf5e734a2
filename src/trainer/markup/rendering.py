"""From a Document to HTML, which is well-formed XML too, so that an EPUB can hold it.

White space between the tags is as CommonMark's own examples have it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from trainer.markup.addresses import WEB_SCHEMES, Address
from trainer.markup.document import Document
from trainer.markup.html import escape, merged, opening


class Resolver(Protocol):
    """Says what stands behind an address; each target brings its own.

    Besides `SCHEMES`, `link` is asked for the scheme `image` with a path `images/…`.
    """

    def link(self, scheme: str, target: str) -> str | None:
        """Return the href, or None: then the words stand without a link."""
        ...

    def link_attributes(self, scheme: str, target: str) -> Mapping[str, str]:
        """Return further attributes (`class`, `data-…`); also asked for `https` and `mailto`."""
        ...

    def citation(self, id_: str) -> str | None:
        """Return the words that cite a reference ("Lustig, about 2007"), or None for its id."""
        ...


def render(
    document: Document, resolve: Resolver, *, heading_shift: int = 0, prefix: str = ""
) -> str:
    """Render a Document; `prefix` keeps its ids apart from those of others on the page."""
    return _Page(resolve, heading_shift, prefix).html(document.tokens)


class _Page:
    """One rendering: the resolver, the ids' prefix, and the ends of links that are open."""

    def __init__(self, resolve: Resolver, heading_shift: int, prefix: str) -> None:
        self.resolve = resolve
        self.heading_shift = heading_shift
        self.prefix = prefix
        self.link_ends: list[str] = []

    def html(self, tokens: Sequence[Token]) -> str:
        written: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "text":
                written.append(escape(token.content))
            elif token.type == "inline":
                written.append(self.html(token.children or ()))
            else:
                written.append(_RULES.get(token.type, _tag)(self, tokens, index))
        return "".join(written)


def _tag(page: _Page, tokens: Sequence[Token], index: int) -> str:
    """Write a tag as it is, and the line ends around it that CommonMark's examples have."""
    token = tokens[index]
    if token.hidden:
        return ""
    after_hidden = token.block and token.nesting != -1 and index and tokens[index - 1].hidden
    name = _name(page, token)
    if token.nesting == -1:
        tag = f"</{name}>"
    else:
        describe = _ATTRIBUTES.get(token.type)
        described = describe(page, token) if describe else {}
        tag = opening(name, described, void=token.nesting == 0)
    line_end = "\n" if token.block and not _holds_words(tokens, index) else ""
    return ("\n" if after_hidden else "") + tag + line_end


def _holds_words(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an opening tag is followed by words, or by its own end."""
    token = tokens[index]
    if token.nesting != 1 or index + 1 == len(tokens):
        return False
    following = tokens[index + 1]
    if following.nesting == -1:
        return following.tag == token.tag != "blockquote"
    return following.hidden or following.type in ("inline", "footnote_back")


def _name(page: _Page, token: Token) -> str:
    if token.type in ("heading_open", "heading_close"):
        return f"h{min(max(int(token.tag[1]) + page.heading_shift, 1), 6)}"
    return token.tag


def _link_open(page: _Page, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    address: Address | None = token.meta.get("address")
    if not address:
        as_written = token.markup == "autolink"
        page.link_ends.append("&gt;" if as_written else "")
        return "&lt;" if as_written else ""
    is_web = address.scheme in WEB_SCHEMES
    whole = f"{address.scheme}:{address.target}"
    href = normalizeLink(whole) if is_web else page.resolve.link(address.scheme, address.target)
    page.link_ends.append("" if href is None else "</a>")
    if href is None:
        return ""
    own = {"class": "tr-term"} if address.scheme == "term" else {}
    own |= {"href": href} | _title(token)
    if address.scheme == "https":
        own["rel"] = "noopener"
    further = page.resolve.link_attributes(address.scheme, address.target)
    return opening("a", merged(own, further))


def _link_close(page: _Page, _tokens: Sequence[Token], _index: int) -> str:
    return page.link_ends.pop()


def _image(page: _Page, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    description: str = token.meta["description"]
    path: str | None = token.meta.get("path")
    src = page.resolve.link("image", path) if path else None
    if path is None or src is None:
        return escape(description)
    own = {"src": src, "alt": description} | _title(token)
    return opening("img", merged(own, page.resolve.link_attributes("image", path)), void=True)


def _title(token: Token) -> dict[str, str]:
    return {"title": str(token.attrs["title"])} if "title" in token.attrs else {}


def _citation(page: _Page, tokens: Sequence[Token], index: int) -> str:
    items = (_cited(page, id_, locator) for id_, locator, _ in tokens[index].meta["items"])
    return f"({'; '.join(items)})"


def _cited(page: _Page, id_: str, locator: str) -> str:
    words = escape(page.resolve.citation(id_) or id_)
    href = page.resolve.link("reference", id_)
    if href is not None:
        own = {"class": "tr-cite", "href": href}
        tag = opening("a", merged(own, page.resolve.link_attributes("reference", id_)))
        words = f"{tag}{words}</a>"
    return f"{words}, {escape(locator)}" if locator else words


def _footnote_mark(page: _Page, tokens: Sequence[Token], index: int) -> str:
    number, use = tokens[index].meta["number"], tokens[index].meta["use"]
    described = {
        "href": f"#{page.prefix}fn_{number}",
        "id": page.prefix + _mark_id(number, use),
        "role": "doc-noteref",
    }
    return f'<sup class="tr-footnote">{opening("a", described)}{number}</a></sup>'


def _footnote_back(page: _Page, tokens: Sequence[Token], index: int) -> str:
    """Write the ways back, one for each mark; their names are numbers, so need no language."""
    number, uses = tokens[index].meta["number"], tokens[index].meta["uses"]
    written = ""
    for use in range(1, uses + 1):
        described = {
            "class": "tr-footnote-back",
            "href": f"#{page.prefix}{_mark_id(number, use)}",
            "role": "doc-backlink",
            "aria-label": f"{number}" if use == 1 else f"{number}.{use}",
        }
        shown = "\u21a9\ufe0e" if use == 1 else f"\u21a9\ufe0e<sup>{use}</sup>"
        written += f" {opening('a', described)}{shown}</a>"
    return written


def _mark_id(number: int, use: int) -> str:
    return f"fnref_{number}" if use == 1 else f"fnref_{number}_{use}"


def _code_block(_page: _Page, tokens: Sequence[Token], index: int) -> str:
    info = unescapeAll(tokens[index].info).split()
    described = {"class": f"language-{info[0]}"} if info else {}
    return f"<pre>{opening('code', described)}{escape(tokens[index].content)}</code></pre>\n"


def _nothing(_page: _Page, _tokens: Sequence[Token], _index: int) -> str:
    return ""


def _cell(_page: _Page, token: Token) -> dict[str, str]:
    side = str(token.attrs.get("style", "")).removeprefix("text-align:")
    described = {"class": f"tr-align-{side}"} if side else {}
    return described | ({"scope": "col"} if token.tag == "th" else {})


def _callout(page: _Page, token: Token) -> dict[str, str]:
    described = {"class": "tr-callout"}
    if token.meta["titled"]:
        described["aria-labelledby"] = f"{page.prefix}callout_{token.meta['number']}"
    return described


def _callout_title(page: _Page, token: Token) -> dict[str, str]:
    return {"class": "tr-callout__t", "id": f"{page.prefix}callout_{token.meta['number']}"}


def _note(page: _Page, token: Token) -> dict[str, str]:
    return {"id": f"{page.prefix}fn_{token.meta['number']}"}


_ATTRIBUTES: dict[str, Callable[[_Page, Token], Mapping[str, str]]] = {
    "callout_open": _callout,
    "callout_title_open": _callout_title,
    "footnote_open": _note,
    "footnotes_open": lambda _page, _token: {"class": "tr-footnotes"},
    "heading_open": lambda page, token: {"id": page.prefix + token.meta["slug"]},
    "ordered_list_open": lambda _page, token: {k: str(v) for k, v in token.attrs.items()},
    "td_open": _cell,
    "th_open": _cell,
}

_RULES: dict[str, Callable[[_Page, Sequence[Token], int], str]] = {
    "citation": _citation,
    "code_block": _code_block,
    "code_inline": lambda _page, tokens, at: f"<code>{escape(tokens[at].content)}</code>",
    "fence": _code_block,
    "footnote_back": _footnote_back,
    "footnote_ref": _footnote_mark,
    "hardbreak": lambda _page, _tokens, _at: "<br />\n",
    "image": _image,
    "link_close": _link_close,
    "link_open": _link_open,
    "mark": _nothing,
    "raw_html": lambda _page, tokens, at: escape(tokens[at].content),
    "softbreak": lambda _page, _tokens, _at: "\n",
}
