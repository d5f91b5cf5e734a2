"""What must be true of a course as a whole: an ordered table of rules that yield problems.

`check(course)` runs through it, `suppress` leaves out what the course says may be broken. A
family of rules is one module with its `RULES` and `CHECKS`; `table` puts them in order.
"""

from trainer.checks.suppressions import apply as suppress
from trainer.checks.table import FAMILIES, Family, check
from trainer.checks.walk import parts

__all__ = ["FAMILIES", "Family", "check", "parts", "suppress"]
