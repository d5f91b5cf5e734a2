"""Writes the documentation of all rules: `python -m trainer.checks > docs/problems.md`."""

import sys

from trainer.checks import documentation

sys.stdout.write(documentation())
