"""Faults in a course as values: where they are, which rule they break, what would be right.

Nothing here prints, counts or raises. The same values travel from the loader and the
checks to the command line, the plugin and the tests.
"""

from trainer.problems.place import NOWHERE, Place, Source, Span
from trainer.problems.problem import Problem, Rule, Severity, in_file_order

__all__ = ["NOWHERE", "Place", "Problem", "Rule", "Severity", "Source", "Span", "in_file_order"]
