"""The messages that scripts say, as listed beside the catalogue when it was extracted."""

import json
from functools import cache
from importlib.resources import files


@cache
def script_words() -> tuple[str, ...]:
    """Return the messages, in alphabetical order; `make words` collects them from the scripts."""
    listed = files("trainer.words") / "script_words.json"
    return tuple(json.loads(listed.read_text("utf-8")))
