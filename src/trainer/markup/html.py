"""How text and attributes are written in HTML; the one place where anything is escaped."""

from collections.abc import Mapping


def escape(text: str) -> str:
    """Make text fit for an element or for a quoted attribute."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # A form feed or carriage return can come from `&#12;` and `&#13;` only; XML forbids them.
    return text.replace('"', "&quot;").replace("\f", " ").replace("\r", " ")


def opening(name: str, attributes: Mapping[str, str], *, void: bool = False) -> str:
    """Write an opening tag, or a void element, as HTML and XML both have it."""
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written} />" if void else f"<{name}{written}>"


def merged(own: Mapping[str, str], further: Mapping[str, str]) -> dict[str, str]:
    """Join two sets of attributes: classes add up, for the rest the further ones win."""
    classes = f"{own.get('class', '')} {further.get('class', '')}".split()
    return {**own, **further} | ({"class": " ".join(dict.fromkeys(classes))} if classes else {})
