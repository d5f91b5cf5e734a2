"""Which addresses a link or an image may have: a list of what is allowed, nothing else passes."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import unquote

from trainer.markup.faults import Fault
from trainer.markup.link_faults import refused_address, unknown_scheme

SCHEMES = (
    "lesson",
    "module",
    "vignette",
    "term",
    "reference",
    "page",
    "scenario",
    "transcript",
    "workshop",
    "activity",
)
"""The schemes that point into the course; a target follows, as in `lesson:four-drifts`."""

WEB_SCHEMES = ("https", "mailto")

_KNOWN = {"", *SCHEMES, *WEB_SCHEMES, "http", "javascript", "vbscript", "data", "file", "blob"}
"""Schemes that nobody has misspelt, whether they are allowed or not."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = re.compile(r"//[^\s/?#\\@]+(?:[/?#]\S*)?")
_MAIL = re.compile(r"[^\s@\\]+@[^\s@\\]+")
_FORBIDDEN_IN_PATH = re.compile(r"[\x00-\x1f\x7f\\?#]")


@dataclass(frozen=True)
class Address:
    """An address that is allowed, parted at its scheme."""

    scheme: str
    target: str


def read_address(written: str) -> Address | None:
    """Return the address if it is one that a link may have."""
    path = image_path(written)
    if path is not None:
        return Address("image", path)
    match = _SCHEME.match(written)
    if not match:
        return None
    scheme, target = match[1].lower(), written[match.end() :]
    if scheme in SCHEMES:
        return Address(scheme, target) if target.strip() else None
    if scheme == "https":
        return Address(scheme, target) if _WEB.fullmatch(target) else None
    if scheme == "mailto":
        return Address(scheme, target) if _MAIL.fullmatch(target) else None
    return None


def image_path(written: str) -> str | None:
    """Return the path, decoded, if it leads into the folder `images/` and stays there."""
    if not written.startswith("images/"):
        return None
    path = unquote(written)
    parts = path.split("/")
    if _FORBIDDEN_IN_PATH.search(path) or any(part in ("", ".", "..") for part in parts):
        return None
    return path


def refusal(written: str, offset: int) -> Fault:
    """Make the fault that says why a link may not have this address."""
    match = _SCHEME.match(written)
    scheme = match[1].lower() if match else ""
    if scheme in _KNOWN:
        return refused_address(offset, written)
    close = get_close_matches(scheme, SCHEMES, n=1)
    return unknown_scheme(offset, written, scheme, close[0] if close else "")
