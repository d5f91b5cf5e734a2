"""What must be true of a course as a whole: an ordered table of rules that yield problems.

`check_course(loaded)` is all that a caller needs. A family of rules is one module with
its `RULES` and `CHECKS`; `table` puts them in order.
"""

from trainer.checks.manual import documentation
from trainer.checks.table import FAMILIES, RULES, Family, check, check_course

__all__ = ["FAMILIES", "RULES", "Family", "check", "check_course", "documentation"]
