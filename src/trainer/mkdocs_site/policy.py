"""The content security policy of a page, with the hashes of exactly its inline scripts.

CSP level 3. The policy stands in a `<meta>`, so that it also holds for files opened from
disk and for hosts whose headers nobody can change. `style-src` needs no `'unsafe-inline'`
since nothing of ours or Material's carries a style attribute in the page as built.
"""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

_EXECUTABLE = frozenset({"", "text/javascript", "application/javascript", "module"})
_META = '<meta http-equiv="Content-Security-Policy" content="{}">'
_CHARSET = '<meta charset="utf-8">'


class _Inline(HTMLParser):
    """Collects what stands between `<script>` or `<style>` and its end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open = ""
        self.found: dict[str, list[str]] = {"script": [], "style": []}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        executable = (given.get("type") or "").lower() in _EXECUTABLE
        if tag == "style" or (tag == "script" and "src" not in given and executable):
            self.open = tag
            self.found[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.open:
            self.open = ""

    def handle_data(self, data: str) -> None:
        if self.open:
            self.found[self.open][-1] += data


def policy(html: str) -> str:
    """Return the policy that fits a finished page."""
    inline = _Inline()
    inline.feed(html)
    scripts = " ".join(["'self'", *_hashes(inline.found["script"])])
    styles = " ".join(["'self'", *_hashes(inline.found["style"])])
    return (
        f"default-src 'self'; script-src {scripts}; style-src {styles}; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
        "manifest-src 'self'; media-src 'self'; frame-src 'self'; object-src 'none'; "
        "base-uri 'self'; form-action 'self'"
    )


def with_policy(html: str) -> str:
    """Return a page with its policy right after the charset; all that follows is governed by it."""
    return html.replace(_CHARSET, _CHARSET + "\n" + _META.format(policy(html)), 1)


def has_its_policy(html: str) -> bool:
    """Tell whether the policy in a page is still the one that fits it."""
    return _META.format(policy(html)) in html


def _hashes(scripts: list[str]) -> list[str]:
    digests = (b64encode(sha256(script.encode()).digest()).decode() for script in scripts)
    return sorted({f"'sha256-{digest}'" for digest in digests})
