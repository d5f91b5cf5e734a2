"""What the command line and the plugin tell a user: problems, each on one line, and reasons to stop."""

import re

from mkdocs.exceptions import Abort

from trainer.mkdocs_site.speech import users_catalogue
from trainer.problems import Problem
from trainer.words import Phrase, phrase

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Signs that would move, colour or turn around what a terminal shows, and halves of signs."""


class SiteError(Abort):
    """The site cannot be built or served. The faults are phrases; its text is in the user's language.

    As an `Abort` it is told without a traceback by `mkdocs build` and `mkdocs serve` too.
    """

    def __init__(self, *faults: Phrase) -> None:
        self.faults = faults
        super().__init__("\n".join(said(fault) for fault in faults))


class SettingsError(SiteError):
    """mkdocs.yml cannot be used: each of its problems is told with its place."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(
            *(
                phrase(
                    "{place}: {message} {hint}",
                    place=problem.place,
                    message=problem.message,
                    hint=problem.hint,
                )
                for problem in problems
            )
        )


def unusable(error: OSError, file: object = None) -> Phrase:
    """Say which file or folder failed, and why; `file` is told where the system does not say."""
    why = error.strerror or str(error)
    named = file if error.filename is None else error.filename
    if named is None:
        return phrase("The system says: {why}.", why=why)
    return phrase("{file} cannot be used: {why}.", file=named, why=why)


def told(problem: Problem, severity: str = "") -> str:
    """Return a problem as one line: place, severity where it is given, message, hint, rule."""
    before = f"{severity}: " if severity else ""
    words = f"{said(problem.message)} {said(problem.hint)}"
    return f"{plain(str(problem.place))}: {before}{words} [{problem.rule.id}]"


def said(message: Phrase) -> str:
    """Say a phrase in the user's language, on one line of a terminal."""
    return plain(users_catalogue().say(message))


def plain(text: str) -> str:
    """Return a text that a terminal shows as it is: control characters are written as escapes."""
    return _CONTROLS.sub(lambda sign: sign[0].encode("unicode_escape").decode("ascii"), text)
