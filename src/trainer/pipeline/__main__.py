"""Writes the documentation of all rules: `python -m trainer.pipeline > docs/problems.md`."""

import sys

from trainer.pipeline.manual import documentation

sys.stdout.write(documentation())
