"""The content security policy of a page, with the hashes of exactly its inline scripts.

CSP level 3. The policy stands in a `<meta>`, so that it also holds for files opened from
disk and for hosts whose headers nobody can change. `style-src` needs no `'unsafe-inline'`
since nothing of ours or Material's carries a style attribute in the page as built.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

_EXECUTABLE = frozenset({"", "text/javascript", "application/javascript", "module"})
_META = '<meta http-equiv="Content-Security-Policy" content="{}">'
_CHARSET = '<meta charset="utf-8">'
_RAW = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
"""Script and style hold raw text: it ends at the first end tag, whatever stands in it (HTML, 13.1.2.6)."""
_SRC = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""\stype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)


def _inline(html: str, wanted: str) -> Iterator[str]:
    """Yield the text of each inline script that would run, or of each style."""
    for tag, attributes, text in _RAW.findall(html):
        kind = _TYPE.search(attributes)
        runs = (kind.group(1).lower() if kind else "") in _EXECUTABLE
        if tag.lower() == wanted and (wanted == "style" or (runs and not _SRC.search(attributes))):
            yield text


def policy(html: str) -> str:
    """Return the policy that fits a finished page."""
    scripts = " ".join(["'self'", *_hashes(_inline(html, "script"))])
    styles = " ".join(["'self'", *_hashes(_inline(html, "style"))])
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


def _hashes(texts: Iterator[str]) -> list[str]:
    digests = (b64encode(sha256(text.encode()).digest()).decode() for text in texts)
    return sorted({f"'sha256-{digest}'" for digest in digests})
