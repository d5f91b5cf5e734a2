"""The kinds of activity. A new kind is a folder here and a line in `table.py`."""

from trainer.activities.kind import Kind
from trainer.activities.table import KINDS, kind_of

__all__ = ["KINDS", "Kind", "kind_of"]
