"""Lengths of time as a reader is told them."""

from trainer.words import Catalogue

HOUR = 60
_HALF_HOURS = 30


def minutes_told(minutes: float, catalogue: Catalogue) -> str:
    """Say a sitting: `25 minutes`."""
    return catalogue.ngettext("{number} minute", "{number} minutes", max(1, round(minutes)))


def hours_told(minutes: float, catalogue: Catalogue) -> str:
    """Say something longer, to the half hour: `2.5 hours`; under an hour, in minutes."""
    if minutes < HOUR:
        return minutes_told(minutes, catalogue)
    halves = round(minutes / _HALF_HOURS)
    hours = halves // 2
    if halves % 2:
        return catalogue.gettext("{hours}.5 hours").format(hours=hours)
    return catalogue.ngettext("{number} hour", "{number} hours", hours)


def contact_told(minutes: int, catalogue: Catalogue) -> str:
    """Say the hours that people spend together, to the minute: `3 hours and 15 minutes`."""
    rest = minutes % HOUR
    if minutes < HOUR or rest in (0, _HALF_HOURS):
        return hours_told(minutes, catalogue)
    return catalogue.gettext("{hours} and {minutes}").format(
        hours=hours_told(minutes - rest, catalogue), minutes=minutes_told(rest, catalogue)
    )
