"""How a message quotes what an author wrote."""

_LONGEST = 60


def shortened(text: str) -> str:
    """Return the text on one line, cut where it is long."""
    line = " ".join(text[: 4 * _LONGEST].split())
    return (
        line if len(line) <= _LONGEST and len(text) <= 4 * _LONGEST else line[: _LONGEST - 1] + "…"
    )


def in_quotes(text: str) -> str:
    """Return the text as a quoted one of YAML."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
