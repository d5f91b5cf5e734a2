"""Lengths of time as a reader is told them; `progress.js` tells what is left in the same way."""

from trainer.words import Catalogue

HOUR = 60
_WHOLE_HOURS_FROM = 10 * HOUR


def time_told(minutes: float, catalogue: Catalogue) -> str:
    """Say a length of time: `25 minutes`, `2 hours`, `2 h 05`."""
    hours, rest = divmod(max(1, round(minutes)), HOUR)
    if not hours:
        return catalogue.ngettext("{number} minute", "{number} minutes", rest)
    if not rest:
        return catalogue.ngettext("{number} hour", "{number} hours", hours)
    return catalogue.gettext("{hours} h {minutes}", hours=hours, minutes=f"{rest:02}")


def about(minutes: float, catalogue: Catalogue) -> str:
    """Say how long a whole course takes, where nobody counts minutes: in whole hours, from ten."""
    if minutes < _WHOLE_HOURS_FROM:
        return time_told(minutes, catalogue)
    return time_told(HOUR * round(minutes / HOUR), catalogue)
