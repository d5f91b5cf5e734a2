"""The last touches on a finished page: what of Material's markup is not valid, and the policy."""

import re

from trainer.mkdocs_site.policy import with_policy

_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
"""`autocomplete` means nothing on a checkbox, and the HTML standard does not allow it there."""


def finished(html: str) -> str:
    """Return a page as it is written; nothing may change it after its policy stands in it."""
    return with_policy(_TOGGLE.sub(r"\1", html))
