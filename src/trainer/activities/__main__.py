"""Writes the documentation of all kinds: `python -m trainer.activities > docs/activities.md`."""

import sys

from trainer.activities.manual import documentation

sys.stdout.write(documentation())
