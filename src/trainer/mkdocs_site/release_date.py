"""The date that a build bears: that of the release, so that a version gives the same bytes each time."""

import os
import re
from calendar import timegm
from datetime import date

from trainer.mkdocs_site.report import SiteError
from trainer.words import phrase

VARIABLE = "SOURCE_DATE_EPOCH"
"""MkDocs takes its date from here: https://reproducible-builds.org/specs/source-date-epoch/"""
_LAST_SECOND = 2**32 - 1
"""The date of a gzip file has 32 bits, and the site map is one."""


class ReleaseDate:
    """Sets the variable for one build, where the user has not, and takes it away again."""

    def __init__(self) -> None:
        self.is_set = False

    def set(self, released: str) -> None:
        """Let MkDocs date what it writes.

        Raises:
            SiteError: the user has set the variable to something else than a number of seconds.
        """
        given = os.environ.get(VARIABLE)
        if given:
            _refuse_other_than_seconds(given)
        else:
            day = date.fromisoformat(released).timetuple()
            os.environ[VARIABLE] = str(timegm(day))
            self.is_set = True

    def unset(self) -> None:
        """Leave the environment as it was, so that the next build has its own date."""
        if self.is_set:
            os.environ.pop(VARIABLE, None)
            self.is_set = False


def _refuse_other_than_seconds(given: str) -> None:
    if not re.fullmatch("[0-9]{1,10}", given) or int(given) > _LAST_SECOND:
        raise SiteError(
            phrase(
                "The environment variable {variable} is “{given}”. Write seconds since 1970, from 0 "
                "to {most}, or take it away: then the site bears the day of the release.",
                variable=VARIABLE,
                given=given,
                most=_LAST_SECOND,
            )
        )
